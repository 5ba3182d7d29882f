"""The tape chart's bars: where they begin and end, what follows them, and that none lies on another."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.models.stay_tables import Bed, BedUse, Outage, Stay
from kandas_desktop.models.tables import Application, Office, ReferralPerson, ReserveEntry
from kandas_desktop.queries.board import board_view
from kandas_desktop.queries.tape import Tape, read_further, read_tape
from kandas_desktop.queries.tape_bars import BarKind, TapeBar, apart, present_bars
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.rooms import Bed as HouseBed
from tests.factories import WEDNESDAY, TestOffice, an_office
from tests.living import a_family_living, a_household, a_referral, a_room

DAY = timedelta(days=1)
LONG_AGO = WEDNESDAY - timedelta(days=400)
Ends = list[tuple[BarKind, date, date | None]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=0) as made:
        yield made


def chart(office: TestOffice, *, since: date = LONG_AGO) -> Tape:
    database = office.desk.database
    return read_tape(database, board_view(database, office.desk.today), since=since)


def bars(tape: Tape, bed: Bed) -> tuple[TapeBar, ...]:
    found = (each for floor in tape.floors for room in floor.rooms for each in room.beds)
    return next(each.bars for each in found if each.bed.id == bed.id)


def ends(bars: tuple[TapeBar, ...]) -> Ends:
    return [(bar.kind, bar.first, bar.last) for bar in bars]


def ended(stay: Stay, on: date) -> None:
    """Somebody left on a day."""
    Stay.update(ended_on=on, ended_because="freely", left_on=on).where(Stay.id == stay.id).execute()
    BedUse.update(ended_on=on).where(BedUse.stay == stay, BedUse.ended_on.is_null()).execute()


def made_ready(bed: Bed, on: date) -> None:
    BedUse.update(ready_on=on).where(BedUse.bed == bed, BedUse.ended_on.is_null(False)).execute()


def test_a_free_bed_is_free_from_today_without_an_end(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    assert ends(bars(chart(office), bed)) == [(BarKind.FREE, WEDNESDAY, None)]


def test_a_stay_runs_to_its_last_day_and_the_estimate_to_that_of_vacating(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    a_family_living("Мысалов", [bed], since=date(2026, 1, 12))
    assert ends(bars(chart(office), bed)) == [
        (BarKind.OCCUPIED, date(2026, 1, 12), date(2026, 7, 12)),
        (BarKind.EXPECTED_VACATING, date(2026, 7, 13), date(2026, 7, 15)),
    ]


def test_the_estimate_of_vacating_follows_the_office_in_moving_last_days(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    a_family_living("Мысалов", [bed], since=date(2026, 1, 15))  # ends on Wednesday 15.07; + 3 is a Saturday
    Office.update(last_day_moves=True).execute()
    assert bars(chart(office), bed)[-1].last == date(2026, 7, 20)


def test_a_stay_that_is_over_shows_the_days_to_vacate_up_to_today(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    a_family_living("Мысалов", [bed], since=date(2025, 9, 17))
    assert ends(bars(chart(office), bed)) == [
        (BarKind.OCCUPIED, date(2025, 9, 17), date(2026, 3, 17)),
        (BarKind.VACATING, date(2026, 3, 18), date(2026, 3, 18)),
        (BarKind.EXPECTED_VACATING, date(2026, 3, 19), date(2026, 3, 20)),
    ]


def test_whoever_should_be_out_is_late_from_the_day_after_up_to_today(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    a_family_living("Мысалов", [bed], since=date(2025, 9, 13))
    found = bars(chart(office), bed)
    assert ends(found) == [
        (BarKind.OCCUPIED, date(2025, 9, 13), date(2026, 3, 13)),
        (BarKind.VACATING, date(2026, 3, 14), date(2026, 3, 16)),
        (BarKind.OVERDUE, date(2026, 3, 17), WEDNESDAY),
    ]
    assert found[-1].until == date(2026, 3, 16)


def test_a_bed_is_held_until_the_last_day_to_move_in(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    household = a_household("Мысалов")
    a_referral(household, [bed], issued_on=date(2026, 3, 16), received_on=date(2026, 3, 17))
    assert ends(bars(chart(office), bed)) == [(BarKind.HELD, date(2026, 3, 16), date(2026, 3, 20))]


def test_a_hold_past_its_last_day_is_late_until_today(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    a_referral(a_household("Мысалов"), [bed], issued_on=date(2026, 3, 12), received_on=date(2026, 3, 13))
    assert ends(bars(chart(office), bed)) == [
        (BarKind.HELD, date(2026, 3, 12), date(2026, 3, 16)),
        (BarKind.OVERDUE, date(2026, 3, 17), WEDNESDAY),
    ]


def test_a_referral_not_handed_over_holds_up_to_today_and_has_no_last_day(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    a_referral(a_household("Мысалов"), [bed], issued_on=date(2026, 3, 16))
    (held,) = bars(chart(office), bed)
    assert ends((held,)) == [(BarKind.HELD, date(2026, 3, 16), WEDNESDAY)]
    assert held.until is None


@pytest.mark.parametrize(
    ("expected_until", "last"),
    [(date(2026, 3, 25), date(2026, 3, 25)), (date(2026, 3, 15), WEDNESDAY), (None, None)],
)
def test_an_outage_runs_to_its_estimate_but_never_ends_before_today(
    office: TestOffice, expected_until: date | None, last: date | None
) -> None:
    (bed,) = a_room(beds=1)
    Outage.create(bed=bed, began_on=date(2026, 3, 11), expected_until=expected_until, reason="радиатор")
    (outage,) = bars(chart(office), bed)
    assert ends((outage,)) == [(BarKind.OUT_OF_SERVICE, date(2026, 3, 11), last)]
    assert (outage.reason, outage.until) == ("радиатор", expected_until)


def test_an_outage_that_is_over_stays_on_the_chart(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    Outage.create(bed=bed, began_on=date(2026, 3, 2), ended_on=date(2026, 3, 6), reason="радиатор")
    past, now = bars(chart(office), bed)
    assert ends((past, now)) == [
        (BarKind.OUT_OF_SERVICE, date(2026, 3, 2), date(2026, 3, 5)),
        (BarKind.FREE, WEDNESDAY, None),
    ]
    assert past.is_past


def test_a_bed_that_was_left_and_is_not_ready_says_so_up_to_today(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    (stay,) = a_family_living("Мысалов", [bed], since=date(2026, 1, 12))
    ended(stay, date(2026, 3, 16))
    assert ends(bars(chart(office), bed)) == [
        (BarKind.OCCUPIED, date(2026, 1, 12), date(2026, 3, 16)),
        (BarKind.BEING_MADE_READY, date(2026, 3, 17), WEDNESDAY),
    ]


def test_a_bed_left_today_is_today_what_it_is_now(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    (stay,) = a_family_living("Мысалов", [bed], since=date(2026, 1, 12))
    ended(stay, WEDNESDAY)
    assert ends(bars(chart(office), bed)) == [
        (BarKind.OCCUPIED, date(2026, 1, 12), WEDNESDAY - DAY),
        (BarKind.BEING_MADE_READY, WEDNESDAY, WEDNESDAY),
    ]


def test_a_hold_ends_where_the_stay_in_the_same_bed_begins(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    household = a_household("Мысалов", registered_on=date(2026, 3, 2))
    referral = a_referral(household, [bed], issued_on=date(2026, 3, 2), received_on=date(2026, 3, 2))
    (person,) = ReferralPerson.select().where(ReferralPerson.referral == referral)
    BedUse.update(ended_on=date(2026, 3, 4)).execute()
    stay = Stay.create(
        person=person.application_person.person,
        referral_person=person,
        household=household,
        moved_in_on=date(2026, 3, 4),
        destination="",
    )
    BedUse.create(bed=bed, referral_person=person, stay=stay, began_on=date(2026, 3, 4))
    held, occupied, _estimate = bars(chart(office), bed)
    assert ends((held,)) == [(BarKind.HELD, date(2026, 3, 2), date(2026, 3, 3))]
    assert (held.is_past, occupied.first) == (True, date(2026, 3, 4))


def test_a_move_ends_the_bar_in_one_bed_and_begins_it_in_the_other(office: TestOffice) -> None:
    before, after = a_room(beds=2)
    (stay,) = a_family_living("Мысалов", [before], since=date(2026, 1, 12))
    office.clock.set(date(2026, 3, 17))
    move_to_beds(office.desk, {stay.referral_person_id: after.id})
    office.clock.set(WEDNESDAY)
    tape = chart(office)
    assert ends(bars(tape, before))[0] == (BarKind.OCCUPIED, date(2026, 1, 12), date(2026, 3, 16))
    assert ends(bars(tape, after))[0] == (BarKind.OCCUPIED, date(2026, 3, 17), date(2026, 7, 12))


def test_several_moves_on_one_day_leave_a_bar_only_where_somebody_slept(office: TestOffice) -> None:
    before, between, after = a_room(beds=3)
    (stay,) = a_family_living("Мысалов", [before], since=date(2026, 1, 12))
    office.clock.set(date(2026, 3, 17))
    move_to_beds(office.desk, {stay.referral_person_id: between.id})
    move_to_beds(office.desk, {stay.referral_person_id: after.id})
    office.clock.set(WEDNESDAY)
    assert [bar.kind for bar in bars(chart(office), between)] == [BarKind.BEING_MADE_READY]


def test_no_bar_lies_on_another(office: TestOffice) -> None:
    beds = a_room(beds=2)
    (first,) = a_family_living("Мысалов", [beds[0]], since=date(2025, 10, 1))
    ended(first, date(2026, 1, 15))
    made_ready(beds[0], date(2026, 1, 15))
    (second,) = a_family_living("Болжамов", [beds[0]], since=date(2026, 1, 15))
    ended(second, date(2026, 3, 2))
    made_ready(beds[0], date(2026, 3, 3))
    a_family_living("Нобаев", [beds[0]], since=date(2026, 3, 2))
    found = bars(chart(office), beds[0])
    assert [bar.name.surname for bar in found[:3]] == ["Мысалов", "Болжамов", "Нобаев"]
    for one, other in pairwise(found):
        assert one.last is not None
        assert one.last < other.first


def test_what_ended_before_is_read_once_somebody_goes_there(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    (stay,) = a_family_living("Мысалов", [bed], since=date(2025, 9, 1))
    ended(stay, date(2025, 12, 1))
    made_ready(bed, date(2025, 12, 2))
    tape = chart(office, since=date(2026, 1, 1))
    assert [bar.kind for bar in bars(tape, bed)] == [BarKind.FREE]
    further = read_further(office.desk.database, tape, since=date(2025, 11, 1))
    assert [bar.kind for bar in bars(further, bed)] == [BarKind.OCCUPIED, BarKind.FREE]
    assert further.since == date(2025, 11, 1)
    again = read_further(office.desk.database, further, since=date(2025, 8, 1))
    assert bars(again, bed) == bars(further, bed)


def test_a_chart_says_the_same_whether_or_not_there_was_one_before(office: TestOffice) -> None:
    database, beds = office.desk.database, a_room(beds=3)
    first, *_others = a_family_living("Мысалов", beds, since=date(2026, 1, 12))
    before = chart(office)
    ended(first, WEDNESDAY)
    board = board_view(database, WEDNESDAY)
    fresh = read_tape(database, board, since=LONG_AGO)
    assert read_tape(database, board, since=LONG_AGO, before=before) == fresh
    assert bars(fresh, beds[0]) != bars(before, beds[0])
    assert bars(fresh, beds[1]) == bars(before, beds[1])


def test_beds_are_worked_out_again_on_another_day(office: TestOffice) -> None:
    database, (bed,) = office.desk.database, a_room(beds=1)
    a_family_living("Мысалов", [bed], since=date(2025, 9, 17))
    before = chart(office)
    board = board_view(database, WEDNESDAY + 3 * DAY)
    fresh = read_tape(database, board, since=LONG_AGO)
    assert bars(fresh, bed)[-1].kind is BarKind.OVERDUE
    assert read_tape(database, board, since=LONG_AGO, before=before) == fresh


def test_beds_are_worked_out_again_once_the_office_moves_last_days(office: TestOffice) -> None:
    database, (bed,) = office.desk.database, a_room(beds=1)
    a_family_living("Мысалов", [bed], since=date(2026, 1, 15))
    before = chart(office)
    Office.update(last_day_moves=True).execute()
    again = read_tape(database, board_view(database, WEDNESDAY), since=LONG_AGO, before=before)
    assert (bars(before, bed)[-1].last, bars(again, bed)[-1].last) == (date(2026, 7, 18), date(2026, 7, 20))


def test_a_bed_that_is_as_it_was_is_not_worked_out_again(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, (kept,), (left,) = office.desk.database, a_room("101", beds=1), a_room("102", beds=1)
    a_family_living("Мысалов", [kept], since=date(2026, 1, 12))
    (stay,) = a_family_living("Болжамов", [left], since=date(2026, 1, 12))
    before = chart(office)
    ended(stay, WEDNESDAY)
    worked_out: list[str] = []

    def present(bed: HouseBed, on: date, calendar: WorkCalendar | None) -> tuple[TapeBar, ...]:
        worked_out.append(bed.label)
        return present_bars(bed, on, calendar)

    monkeypatch.setattr("kandas_desktop.queries.tape.present_bars", present)
    read_tape(database, board_view(database, WEDNESDAY), since=LONG_AGO, before=before)
    assert worked_out == ["102-1"]


def test_a_room_that_one_family_has_whole_has_one_line(office: TestOffice) -> None:
    beds = a_room(beds=3)
    a_family_living("Мысалов", beds, since=date(2026, 1, 12))
    (room,) = chart(office).floors[0].rooms
    assert [(bar.kind, bar.people) for bar in room.whole] == [
        (BarKind.OCCUPIED, 3),
        (BarKind.EXPECTED_VACATING, 3),
    ]


def test_a_room_has_no_one_line_where_a_bed_is_free_or_another_familys(office: TestOffice) -> None:
    free, shared, alone = a_room("101"), a_room("102", beds=2), a_room("103", beds=1)
    a_family_living("Мысалов", free[:3], since=date(2026, 1, 12))
    for surname, bed in zip(("Болжамов", "Нобаев"), shared, strict=True):
        a_family_living(surname, [bed], since=date(2026, 1, 12))
    a_family_living("Қиялов", alone, since=date(2026, 1, 12))
    assert [room.whole for room in chart(office).floors[0].rooms] == [(), (), ()]


def test_one_line_joins_what_was_in_the_beds_before(office: TestOffice) -> None:
    beds = a_room(beds=2)
    for surname, bed, on in (("Болжамов", beds[0], 5), ("Нобаев", beds[1], 9)):
        (stay,) = a_family_living(surname, [bed], since=date(2026, 1, on))
        ended(stay, date(2026, 2, on))
        made_ready(bed, date(2026, 2, on))
    family = a_family_living("Сынақбаев", beds, since=date(2026, 2, 11))
    for stay in family:
        ended(stay, date(2026, 2, 20))
    for bed in beds:
        made_ready(bed, date(2026, 2, 20))
    a_family_living("Мысалов", beds, since=date(2026, 3, 2))
    (room,) = chart(office).floors[0].rooms
    told = [(bar.first, bar.last, bar.people, bar.families) for bar in room.whole]
    assert told[:3] == [
        (date(2026, 1, 5), date(2026, 2, 9), 2, 2),
        (date(2026, 2, 11), date(2026, 2, 20), 2, 1),
        (date(2026, 3, 2), date(2026, 9, 2), 2, 1),
    ]


def waits(surname: str, people: int) -> None:
    """A household that waits in the reserve."""
    household = a_household(surname, size=people, registered_on=date(2026, 3, 16))
    ReserveEntry.create(application=household, entered_on=date(2026, 3, 16))


def test_the_reserves_first_is_expected_where_it_fits_now(office: TestOffice) -> None:
    beds = a_room(beds=3)
    waits("Мысалов", 3)
    waits("Болжамов", 2)
    tape = chart(office)
    for bed in beds:
        assert ends(bars(tape, bed)) == [(BarKind.EXPECTED_RESERVE, WEDNESDAY, None)]
    (whole,) = tape.floors[0].rooms[0].whole
    assert (whole.name.surname, whole.people) == ("Мысалов", 3)


def test_the_reserves_first_is_expected_after_those_who_live_there_have_to_be_out(office: TestOffice) -> None:
    beds = a_room(beds=2)
    a_family_living("Болжамов", [beds[0]], since=date(2025, 10, 12))
    waits("Мысалов", 2)
    tape = chart(office)
    assert ends(bars(tape, beds[0]))[-1] == (BarKind.EXPECTED_RESERVE, date(2026, 4, 16), None)
    assert ends(bars(tape, beds[1])) == [
        (BarKind.FREE, WEDNESDAY, date(2026, 4, 15)),
        (BarKind.EXPECTED_RESERVE, date(2026, 4, 16), None),
    ]


def test_who_waits_to_join_a_household_is_expected_by_the_name_of_whoever_applied(office: TestOffice) -> None:
    beds = a_room(beds=2)
    (stay,) = a_family_living("Болжамов", beds[:1], since=date(2026, 3, 1))
    waits("Мысалов", 1)
    joiner = ReserveEntry.get().application.id
    Application.update(joins=stay.household).where(Application.id == joiner).execute()
    (bar,) = bars(chart(office), beds[1])
    assert (bar.kind, bar.name.surname) == (BarKind.EXPECTED_RESERVE, "Болжамов")


def test_nobody_is_expected_where_no_bed_more_becomes_free(office: TestOffice) -> None:
    (bed,) = a_room(beds=1)
    waits("Мысалов", 2)
    assert [bar.kind for bar in bars(chart(office), bed)] == [BarKind.FREE]


def test_a_bar_gives_way_to_the_one_after_it() -> None:
    def bar(first: int, last: int | None) -> TapeBar:
        end = date(2026, 3, last) if last else None
        return TapeBar(BarKind.OCCUPIED, date(2026, 3, first), end)

    found = apart([bar(10, 12), bar(1, None), bar(5, 4), bar(10, 11)])
    assert [(each.first.day, each.last.day if each.last else None) for each in found] == [(1, 9), (10, 11)]
