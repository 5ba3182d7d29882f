"""The beds that a referral holds: proposed or chosen, shared by infants, released again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import enter_reserve, strike_out_application
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.actions.moving_in import confirm_lapse, move_in
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.actions.rooms import RoomRequest, make_ready, take_out_of_service
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.cases import application_standing
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.models.tables import Application, ApplicationPerson, Referral, ReferralPerson
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.journal import journal_counts, journal_rows
from kandas_desktop.queries.journal_lines import JournalChoice, Show, all_lines
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.fitting import FitReason
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.obstacles import ConditionKind, ObstacleKind
from kandas_desktop.rules.rooms import BedState, RoomKind
from kandas_desktop.rules.standing import Standing
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import refused_with
from tests.factories import (
    TestOffice,
    a_person,
    a_referral,
    a_referral_moved_in,
    a_slip,
    a_waiting_application,
    an_application,
    an_office,
    beds_by_label,
    free_beds,
    leave_no_bed_free,
    named_on,
)

TODAY = date(2026, 3, 18)
ROOMS = (
    RoomRequest(1, "101", RoomKind.FAMILY, 3),
    RoomRequest(1, "102", RoomKind.WOMEN, 2),
    RoomRequest(2, "201", RoomKind.MEN, 2),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """An office with a family room of three beds, a women's and a men's room of two."""
    with an_office(tmp_path, rooms=ROOMS) as made:
        yield made


def a_father() -> PersonEntry:
    return a_person("Дәурен", sex=Sex.MALE)


def a_mother() -> PersonEntry:
    return a_person("Сәуле", surname="Мысалова", sex=Sex.FEMALE, kinship="зайыбы")


def a_baby(*, born: BirthDate | None = None) -> PersonEntry:
    born = born or BirthDate(2025, 10, 30)
    return a_person("Аяла", surname="Мысалова", born=born, document=None, kinship="қызы")


def held(office: TestOffice) -> dict[str, str]:
    """Who holds or has which bed, by given name."""
    beds = beds_by_label(office.desk).items()
    return {bed.holder.name.given_name: label for label, bed in beds if bed.holder}


def issue(
    office: TestOffice, application_id: int, beds: Mapping[int, int] | None = None, *sharing: int
) -> int:
    return issue_referral(office.desk, ReferralRequest(application_id, beds, frozenset(sharing)))


def test_a_referral_holds_the_beds_that_were_proposed(office: TestOffice) -> None:
    application_id = an_application(office.desk, a_father(), a_mother())
    detail = application_detail(application_id, TODAY)
    assert detail.proposal is not None
    assert detail.proposal.reason is FitReason.ONE_ROOM
    issue(office, application_id)
    assert held(office) == {"Дәурен": "101-1", "Сәуле": "101-2"}
    assert {use.stay_id for use in BedUse.select()} == {None}
    assert house(office.desk.database, TODAY).counts().held == 2


def test_a_referral_holds_the_beds_that_were_chosen(office: TestOffice) -> None:
    application_id = an_application(office.desk, a_father(), a_mother())
    issue(office, application_id, {0: 7, 1: 4})
    assert held(office) == {"Дәурен": "201-2", "Сәуле": "102-1"}


@pytest.mark.parametrize(
    ("beds", "kinds"),
    [
        ({0: 1}, [ObstacleKind.BED_MISSING]),
        ({0: 1, 1: 1}, [ObstacleKind.BED_CHOSEN_TWICE]),
        ({0: 4, 1: 6}, [ObstacleKind.ROOM_FOR_WOMEN, ObstacleKind.ROOM_FOR_MEN]),
        ({0: 3, 1: 99}, [ObstacleKind.BED_OUT_OF_SERVICE, ObstacleKind.BED_NOT_FREE]),
        ({}, [ObstacleKind.BED_MISSING, ObstacleKind.BED_MISSING]),
    ],
)
def test_only_free_and_lawful_beds_are_chosen(
    office: TestOffice, beds: dict[int, int], kinds: list[ObstacleKind]
) -> None:
    take_out_of_service(office.desk, 3, reason="Сынды", began_on=TODAY)
    application_id = an_application(office.desk, a_father(), a_mother())
    with refused_with(office, *kinds):
        issue(office, application_id, beds)


def test_a_bed_that_was_left_is_not_chosen_before_it_is_ready(office: TestOffice) -> None:
    a_referral_moved_in(office.desk, a_father())
    record_leaving(office.desk, LeavingRequest((Stay.get().id,), TODAY, EndReason.FREELY))
    bed_id = BedUse.get(BedUse.stay.is_null(False)).bed_id
    application_id = an_application(office.desk, a_father())
    with refused_with(office, ObstacleKind.BED_NOT_FREE):
        issue(office, application_id, {0: bed_id})
    make_ready(office.desk, [bed_id])
    issue(office, application_id, {0: bed_id})


def test_an_infant_shares_a_bed_where_that_is_ticked(office: TestOffice) -> None:
    application_id = an_application(office.desk, a_father(), a_mother(), a_baby())
    issue(office, application_id, None, 2)
    assert held(office) == {"Дәурен": "101-1", "Сәуле": "101-2"}
    assert [row.shares_bed for row in ReferralPerson.select()] == [False, False, True]
    assert house(office.desk.database, TODAY).without_bed == ()


def test_an_infant_that_shares_lets_a_family_go_into_the_beds_there_are(tmp_path: Path) -> None:
    with an_office(tmp_path, rooms=ROOMS[:1]) as office:
        a_referral(office.desk, a_mother())
        application_id = an_application(office.desk, a_person(sex=Sex.FEMALE), a_mother(), a_baby())
        with refused_with(office, ObstacleKind.BEDS_MISSING):
            issue(office, application_id)
        issue(office, application_id, {0: 2, 1: 3}, 2)
        assert free_beds(office.desk) == 0


def test_nobody_older_shares_and_nobody_shares_alone(office: TestOffice) -> None:
    family = an_application(office.desk, a_father(), a_baby(born=BirthDate(2023, 3, 18)))
    with refused_with(office, ObstacleKind.SHARER_TOO_OLD):
        issue(office, family, None, 1)
    alone = an_application(office.desk, replace(a_baby(), document=a_slip(), kinship=""))
    with refused_with(office, ObstacleKind.BED_MISSING):
        issue(office, alone, None, 0)


def join(line: int, household_id: int, *, kinship: str) -> None:
    """Let a line be that of somebody who joins a household."""
    Application.update(joins=household_id).where(Application.id == line).execute()
    ApplicationPerson.update(kinship=kinship).where(ApplicationPerson.application == line).execute()


def test_a_newborn_joins_a_household_that_lives_here_and_shares_a_bed(office: TestOffice) -> None:
    first = a_referral_moved_in(office.desk, a_mother())
    household_id = Referral.get_by_id(first).application_id
    line = an_application(office.desk, a_baby())
    join(line, household_id, kinship="қызы")
    referral_id = issue(office, line, None, 0)
    assert held(office) == {"Сәуле": "102-1"}
    assert journal_rows(office.desk.database, [line])[line].standing is Standing.REFERRED
    assert shown(office, Show.REFERRED) == [line]
    hand_over_referral(office.desk, referral_id, received_on=TODAY)
    move_in(office.desk, referral_id, people=named_on(referral_id), moved_in_on=TODAY)
    assert shown(office, Show.SETTLED) == [line, household_id]


def test_who_joins_a_household_is_proposed_a_bed_beside_it(office: TestOffice) -> None:
    first = a_referral_moved_in(office.desk, a_father(), a_mother())
    line = an_application(office.desk, a_person("Ерасыл", sex=Sex.MALE, kinship="ұлы"))
    assert held(office)["Дәурен"] == "101-1"
    join(line, Referral.get_by_id(first).application_id, kinship="ұлы")
    issue(office, line)
    assert held(office)["Ерасыл"] == "101-3"


def test_where_beds_are_free_but_no_lawful_room_is_left_the_reserve_is_open(tmp_path: Path) -> None:
    with an_office(tmp_path, rooms=ROOMS[1:2]) as office:
        application_id = an_application(office.desk, a_father())
        with refused_with(office, ObstacleKind.NO_ROOM_FITS):
            issue(office, application_id)
        detail = application_detail(application_id, TODAY)
        assert detail.proposal is None
        assert ConditionKind.BEDS_SUFFICE not in {condition.kind for condition in detail.conditions}
        assert detail.obstacles_to_reserve == ()
        enter_reserve(office.desk, application_id)


def test_striking_out_releases_the_beds(office: TestOffice) -> None:
    referral_id = a_referral(office.desk, a_father(), a_mother())
    assert free_beds(office.desk) == 5
    strike_out_referral(office.desk, referral_id, reason="Қате")
    assert free_beds(office.desk) == 7
    assert {use.ended_on for use in BedUse.select()} == {TODAY}


def test_a_referral_on_which_somebody_moved_in_is_not_struck_out(office: TestOffice) -> None:
    referral_id = a_referral_moved_in(office.desk, a_father())
    with refused_with(office, ObstacleKind.LIVES_HERE):
        strike_out_referral(office.desk, referral_id, reason="Қате")
    record_leaving(office.desk, LeavingRequest((Stay.get().id,), TODAY, EndReason.FREELY))
    with refused_with(office, ObstacleKind.LIVES_HERE):
        strike_out_referral(office.desk, referral_id, reason="Қате")


def test_a_referral_that_lapsed_is_not_struck_out(office: TestOffice) -> None:
    referral_id = _lapsed(office)
    with refused_with(office, ObstacleKind.REFERRAL_LAPSED):
        strike_out_referral(office.desk, referral_id, reason="Қате")


def _lapsed(office: TestOffice) -> int:
    referral_id = a_referral(office.desk, a_father())
    hand_over_referral(office.desk, referral_id, received_on=TODAY)
    office.clock.set(date(2026, 3, 22))
    confirm_lapse(office.desk, referral_id)
    return referral_id


def test_who_was_passed_over_does_not_stand_before_the_one_preferred(tmp_path: Path) -> None:
    with an_office(tmp_path, rooms=ROOMS) as office:
        first = a_waiting_application(office.desk, size=8)
        office.clock.go_on(minutes=5)
        second = a_waiting_application(office.desk, a_father())
        with refused_with(office, ObstacleKind.OTHERS_AHEAD):
            issue(office, second)
        pass_over(office.desk, PassingOverRequest(second, (first,), "12-ш", TODAY, "Орын жетпейді"))
        issue(office, second)


# --- where the application stands, on every page


def shown(office: TestOffice, show: Show) -> list[int]:
    (lines,) = all_lines(office.desk.database, JournalChoice(show=show))
    return list(lines.ids)


def stands(office: TestOffice, application_id: int) -> Standing:
    """Where an application stands, as the panel, the line and the filters tell it."""
    by_line = journal_rows(office.desk.database, [application_id])[application_id].standing
    found = [show for show in Show if show is not Show.ALL and application_id in shown(office, show)]
    counts = journal_counts(office.desk.database)
    assert [show.value for show in found] == [by_line.value]
    assert application_standing(Application.get_by_id(application_id)) is by_line
    assert [getattr(counts, show.name.lower()) for show in found] == [1]
    return by_line


def test_a_family_is_awaited_lives_here_and_has_left(office: TestOffice) -> None:
    referral_id = a_referral(office.desk, a_father(), a_mother())
    application_id = Referral.get_by_id(referral_id).application_id
    assert stands(office, application_id) is Standing.REFERRED
    hand_over_referral(office.desk, referral_id, received_on=TODAY)
    father, mother = named_on(referral_id)
    move_in(office.desk, referral_id, people=[father], moved_in_on=TODAY)
    assert stands(office, application_id) is Standing.SETTLED
    move_in(office.desk, referral_id, people=[mother], moved_in_on=TODAY)
    one, two = (stay.id for stay in Stay.select())
    contact = LeavingRequest((one,), TODAY, EndReason.FREELY, contact_stay_id=two)
    record_leaving(office.desk, contact)
    assert stands(office, application_id) is Standing.SETTLED
    record_leaving(office.desk, LeavingRequest((two,), TODAY, EndReason.FREELY))
    assert stands(office, application_id) is Standing.LEFT


def test_a_family_that_did_not_come_stands_so_and_its_line_stays(office: TestOffice) -> None:
    referral_id = a_referral(office.desk, a_father())
    application_id = Referral.get_by_id(referral_id).application_id
    hand_over_referral(office.desk, referral_id, received_on=TODAY)
    row = journal_rows(office.desk.database, [application_id])[application_id]
    assert row.move_in_due == date(2026, 3, 21)
    office.clock.set(date(2026, 3, 22))
    confirm_lapse(office.desk, referral_id)
    assert stands(office, application_id) is Standing.LAPSED
    assert free_beds(office.desk) == 7
    for act in (
        lambda: issue(office, application_id),
        lambda: enter_reserve(office.desk, application_id),
        lambda: strike_out_application(office.desk, application_id, reason="Қате"),
    ):
        with refused_with(office, ObstacleKind.REFERRAL_LAPSED):
            act()


def test_the_last_day_to_move_in_moves_off_days_off_where_the_office_says_so(tmp_path: Path) -> None:
    with an_office(tmp_path, rooms=ROOMS, last_day_moves=True) as office:
        referral_id = a_referral(office.desk, a_father())
        application_id = Referral.get_by_id(referral_id).application_id
        hand_over_referral(office.desk, referral_id, received_on=TODAY)
        row = journal_rows(office.desk.database, [application_id])[application_id]
        assert row.move_in_due == date(2026, 3, 26)  # Nauryz


def test_a_bed_used_after_today_is_not_held_by_a_clock_that_was_set_back(office: TestOffice) -> None:
    a_referral_moved_in(office.desk, a_father())
    one = an_application(office.desk, a_father())
    two = an_application(office.desk, a_father(), a_mother())
    office.clock.set(date(2026, 3, 20))
    record_leaving(office.desk, LeavingRequest((Stay.get().id,), date(2026, 3, 20), EndReason.FREELY))
    bed_id = BedUse.get(BedUse.stay.is_null(False)).bed_id
    make_ready(office.desk, [bed_id])
    office.clock.set(date(2026, 3, 19))
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        issue(office, one)  # the bed that is proposed
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        issue(office, two, {0: bed_id, 1: 4})
    issue(office, two)


def test_no_bed_at_all_is_too_few_beds(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    application_id = an_application(office.desk, a_father())
    with refused_with(office, ObstacleKind.BEDS_MISSING):
        issue(office, application_id)
    assert BedState.FREE not in {bed.state for bed in beds_by_label(office.desk).values()}
