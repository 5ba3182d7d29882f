"""Notices of a stay's end: recorded for the day, once."""

from datetime import date

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.notices import record_term_notice
from kandas_desktop.models.stay_tables import Stay, TermNotice
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import WEDNESDAY, TestOffice
from tests.living import a_family_living, a_room

SINCE = date(2025, 9, 20)


def test_a_notice_is_recorded_for_each_end_of_the_household(office: TestOffice) -> None:
    first, second = a_family_living("Мысалов", a_room("201")[:2], since=SINCE)
    later = {"moved_in_on": date(2025, 9, 25), "rules_signed_on": None}
    Stay.update(**later).where(Stay.id == second.id).execute()
    act = record_term_notice(office.desk, first.household_id)
    rows = TermNotice.select().order_by(TermNotice.ends_on)
    assert [(row.household.id, row.ends_on, row.given_on) for row in rows] == [
        (first.household_id, date(2026, 3, 20), WEDNESDAY),
        (first.household_id, date(2026, 3, 25), WEDNESDAY),
    ]
    undo(office.desk, act)
    assert TermNotice.select().count() == 0


def test_printed_again_the_same_day_it_is_the_same_notice(office: TestOffice) -> None:
    (stay,) = a_family_living("Мысалов", a_room("201")[:1], since=SINCE)
    record_term_notice(office.desk, stay.household_id)
    with refused_with(office, ObstacleKind.STEP_DONE):
        record_term_notice(office.desk, stay.household_id)


def test_there_is_nothing_to_tell_those_who_left_or_whose_stay_is_over(office: TestOffice) -> None:
    (stay,) = a_family_living("Мысалов", a_room("201")[:1], since=date(2025, 9, 1))
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        record_term_notice(office.desk, stay.household_id)
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        record_term_notice(office.desk, 9999)
