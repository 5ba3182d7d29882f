"""What was recorded wrongly of a stay, corrected with a reason."""

from datetime import date, timedelta

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.corrections import (
    CorrectedLeaving,
    correct_leaving,
    correct_move_in,
    take_back_leaving,
)
from kandas_desktop.actions.moving_in import move_in, sign_house_rules
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BeddingChange, BedUse, Breach, Outage, Stay
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.stays import EndReason
from tests.actions.refusals import refused_with
from tests.actions.test_moving_in import but_the_audit, states
from tests.actions.test_stays import LAST_DAY, ended, leave
from tests.factories import WEDNESDAY, TestOffice
from tests.residents import Family, a_decision, a_family_with_beds, a_resident_family

THURSDAY, FRIDAY = WEDNESDAY + timedelta(days=1), WEDNESDAY + timedelta(days=2)


def moved_in_on_thursday(office: TestOffice, size: int = 1) -> Family:
    """Its referral was received on Wednesday; today is Saturday."""
    family = a_family_with_beds(office.desk, size=size)
    office.clock.set(THURSDAY)
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=THURSDAY)
    office.clock.set(FRIDAY + timedelta(days=1))
    return family


def nights(family: Family) -> list[tuple[date, date | None]]:
    uses = BedUse.select().where(BedUse.referral_person == family.people[0]).order_by(BedUse.id)
    return [(use.began_on, use.ended_on) for use in uses]


def correct(office: TestOffice, family: Family, day: date, reason: str = "Қате жазылды") -> int:
    return correct_move_in(office.desk, family.stays, moved_in_on=day, reason=reason)


@pytest.mark.parametrize("day", [WEDNESDAY, FRIDAY])
def test_the_day_of_moving_in_is_corrected_with_the_first_night(office: TestOffice, day: date) -> None:
    family = moved_in_on_thursday(office, size=2)
    before = but_the_audit(office)
    act = correct(office, family, day)
    assert {row.moved_in_on for row in Stay.select()} == {day}
    assert nights(family) == [(WEDNESDAY, day), (day, None)]
    assert {row.changed_on for row in BeddingChange.select()} == {day}
    undo(office.desk, act)
    assert but_the_audit(office) == before


def test_a_correction_asks_for_a_reason_and_for_people(office: TestOffice) -> None:
    family = moved_in_on_thursday(office)
    with refused_with(office, ObstacleKind.REASON_MISSING):
        correct(office, family, FRIDAY, reason=" ")
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        correct_move_in(office.desk, [999], moved_in_on=FRIDAY, reason="Қате")


def test_nobody_moved_in_before_the_referral_was_received_or_after_the_term(office: TestOffice) -> None:
    family = moved_in_on_thursday(office)
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        correct(office, family, WEDNESDAY - timedelta(days=1))
    office.clock.go_on(days=9)
    with refused_with(office, ObstacleKind.MOVE_IN_TERM_OVER):
        correct(office, family, WEDNESDAY + timedelta(days=4))


def test_nobody_moved_in_after_the_rules_were_signed(office: TestOffice) -> None:
    family = moved_in_on_thursday(office)
    sign_house_rules(office.desk, family.stays, signed_on=THURSDAY)
    with refused_with(office, ObstacleKind.DATE_TOO_LATE):
        correct(office, family, FRIDAY)


def test_a_bed_given_later_keeps_its_first_night(office: TestOffice) -> None:
    family = moved_in_on_thursday(office)
    BedUse.delete().where(BedUse.stay.is_null()).execute()
    BedUse.update(began_on=FRIDAY).execute()
    correct(office, family, WEDNESDAY)
    assert nights(family) == [(FRIDAY, None)]


def test_a_resident_without_a_bed_is_corrected_alone(office: TestOffice) -> None:
    family = moved_in_on_thursday(office)
    BeddingChange.delete().execute()
    BedUse.delete().execute()
    correct(office, family, WEDNESDAY)
    assert Stay.get().moved_in_on == WEDNESDAY


def test_bedding_of_that_day_is_not_written_twice(office: TestOffice) -> None:
    family = moved_in_on_thursday(office)
    BeddingChange.create(bed=family.beds[0], stay=family.stays[0], changed_on=WEDNESDAY)
    correct(office, family, WEDNESDAY)
    assert sorted(row.changed_on for row in BeddingChange.select()) == [WEDNESDAY, THURSDAY]


def test_who_was_put_out_for_what_happened_before_they_came_is_corrected_as_anybody(
    office: TestOffice,
) -> None:
    family = moved_in_on_thursday(office)
    breach_id = a_decision(office.desk, family.application_id, family.stays, decided_on=office.desk.today)
    Breach.update(happened_on=WEDNESDAY - timedelta(days=9)).where(Breach.id == breach_id).execute()
    correct(office, family, FRIDAY)
    assert Stay.get().moved_in_on == FRIDAY


def test_nobody_slept_where_another_slept_that_night(office: TestOffice) -> None:
    first = a_resident_family(office.desk)
    second = a_family_with_beds(office.desk)
    office.clock.set(THURSDAY)
    leave(office, first.stays)
    move_in(office.desk, second.referral_id, people=second.people, moved_in_on=THURSDAY)
    BedUse.delete().where(BedUse.referral_person == second.people[0], BedUse.stay.is_null()).execute()
    BedUse.update(bed=first.beds[0]).where(BedUse.referral_person == second.people[0]).execute()
    with refused_with(office, ObstacleKind.BED_NOT_FREE):
        correct(office, second, WEDNESDAY)


def test_with_the_day_of_moving_in_the_end_of_a_stay_moves(office: TestOffice) -> None:
    family = moved_in_on_thursday(office)
    office.clock.set(LAST_DAY + timedelta(days=3))
    leave(office, family.stays, EndReason.TERM)
    assert ended(family)[0][0] == LAST_DAY + timedelta(days=1)
    correct(office, family, WEDNESDAY)
    assert ended(family) == [(LAST_DAY, "term", LAST_DAY + timedelta(days=3))]


# --- leaving


def left_on_thursday(office: TestOffice, size: int = 1) -> Family:
    family = a_resident_family(office.desk, size=size)
    office.clock.set(THURSDAY)
    leave(office, family.stays)
    office.clock.set(FRIDAY)
    return family


def corrected(
    family: Family, left_on: date, because: EndReason = EndReason.FREELY, reason: str = "Қате жазылды"
) -> CorrectedLeaving:
    return CorrectedLeaving(family.stays, left_on, because, "Мысал қаласы", reason)


@pytest.mark.parametrize("day", [WEDNESDAY, FRIDAY])
def test_the_day_of_leaving_is_corrected_with_the_last_night(office: TestOffice, day: date) -> None:
    family = left_on_thursday(office, size=2)
    before = but_the_audit(office)
    act = correct_leaving(office.desk, corrected(family, day, EndReason.DIED))
    assert ended(family) == [(day, "died", day)] * 2
    assert nights(family)[-1] == (WEDNESDAY, day)
    assert Stay.get().destination == "Мысал қаласы"
    undo(office.desk, act)
    assert but_the_audit(office) == before


def test_a_bed_that_was_made_ready_is_ready_once_it_was_left(office: TestOffice) -> None:
    family = left_on_thursday(office)
    BedUse.update(ready_on=THURSDAY).where(BedUse.stay.is_null(False)).execute()
    correct_leaving(office.desk, corrected(family, FRIDAY))
    assert BedUse.get(BedUse.stay.is_null(False)).ready_on == FRIDAY


def test_who_left_without_a_bed_is_corrected_alone(office: TestOffice) -> None:
    family = left_on_thursday(office)
    BedUse.delete().execute()
    correct_leaving(office.desk, corrected(family, FRIDAY))
    assert ended(family) == [(FRIDAY, "freely", FRIDAY)]


def test_an_eviction_is_recorded_afterwards_by_its_decision(office: TestOffice) -> None:
    family = left_on_thursday(office)
    with refused_with(office, ObstacleKind.DECISION_MISSING):
        correct_leaving(office.desk, corrected(family, THURSDAY, EndReason.EVICTED))
    a_decision(office.desk, family.application_id, family.stays, decided_on=WEDNESDAY)
    correct_leaving(office.desk, corrected(family, THURSDAY, EndReason.EVICTED))
    assert ended(family) == [(WEDNESDAY, "evicted", THURSDAY)]


def evicted_and_left_on_thursday(office: TestOffice) -> Family:
    """The local executive body put the family out on Wednesday."""
    family = left_on_thursday(office)
    a_decision(office.desk, family.application_id, family.stays, decided_on=WEDNESDAY)
    correct_leaving(office.desk, corrected(family, THURSDAY, EndReason.EVICTED))
    return family


def test_a_correction_undoes_no_decision(office: TestOffice) -> None:
    family = evicted_and_left_on_thursday(office)
    correct_leaving(office.desk, corrected(family, FRIDAY, EndReason.FREELY))
    assert ended(family) == [(WEDNESDAY, "evicted", FRIDAY)]


def test_who_was_put_out_and_did_not_leave_has_to_leave_as_before(office: TestOffice) -> None:
    family = evicted_and_left_on_thursday(office)
    decision = Stay.get().breach_id
    take_back_leaving(office.desk, family.stays, reason="Қате жазылды")
    assert ended(family) == [(WEDNESDAY, "evicted", None)]
    assert Stay.get().breach_id == decision is not None


def test_only_who_left_is_corrected_and_not_into_anothers_nights(office: TestOffice) -> None:
    stayed = a_resident_family(office.desk)
    with refused_with(office, ObstacleKind.NOT_LEFT):
        correct_leaving(office.desk, corrected(stayed, THURSDAY))
    family = left_on_thursday(office)
    BedUse.update(ready_on=THURSDAY).where(BedUse.stay == family.stays[0]).execute()
    BedUse.create(bed=family.beds[0], referral_person=_a_person_referred(office), began_on=THURSDAY)
    with refused_with(office, ObstacleKind.BED_NOT_FREE):
        correct_leaving(office.desk, corrected(family, FRIDAY))


def _a_person_referred(office: TestOffice) -> int:
    family = a_family_with_beds(office.desk)
    BedUse.update(ended_on=FRIDAY).where(BedUse.referral_person == family.people[0]).execute()
    return family.people[0]


def test_who_did_not_leave_sleeps_in_their_bed_again(office: TestOffice) -> None:
    family = left_on_thursday(office, size=2)
    before = but_the_audit(office)
    act = take_back_leaving(office.desk, family.stays, reason="Қате жазылды")
    assert ended(family) == [(None, None, None)] * 2
    assert states(office, family) == [BedState.OCCUPIED] * 2
    undo(office.desk, act)
    assert but_the_audit(office) == before


def test_whose_bed_was_given_away_lives_here_without_one(office: TestOffice) -> None:
    family = left_on_thursday(office)
    Outage.create(bed=family.beds[0], began_on=FRIDAY, reason="Сынған")
    take_back_leaving(office.desk, family.stays, reason="Қате жазылды")
    assert [one.stay_id for one in house(office.desk.database, FRIDAY).without_bed] == list(family.stays)


def test_who_had_no_bed_gets_none(office: TestOffice) -> None:
    family = left_on_thursday(office)
    BedUse.delete().execute()
    take_back_leaving(office.desk, family.stays, reason="Қате жазылды")
    assert ended(family) == [(None, None, None)]


def test_nobody_lives_here_twice(office: TestOffice) -> None:
    stayed = a_resident_family(office.desk)
    with refused_with(office, ObstacleKind.NOT_LEFT):
        take_back_leaving(office.desk, stayed.stays, reason="Қате")
    family = left_on_thursday(office)
    second = a_family_with_beds(office.desk)
    move_in(office.desk, second.referral_id, people=second.people, moved_in_on=FRIDAY)
    person = Stay.get_by_id(family.stays[0]).person_id
    Stay.update(person=person).where(Stay.id == second.stays[0]).execute()
    with refused_with(office, ObstacleKind.MOVED_IN):
        take_back_leaving(office.desk, family.stays, reason="Қате")
