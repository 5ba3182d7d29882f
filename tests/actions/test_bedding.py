"""Recording the linen round: all beds or none, and the way back."""

from datetime import date

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.bedding import change_bedding
from kandas_desktop.models.stay_tables import Bed, BeddingChange
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import WEDNESDAY, TestOffice
from tests.living import a_family_living, a_room


@pytest.fixture
def beds(office: TestOffice) -> list[Bed]:
    """Four beds of room 201, two of them slept in since 02.03."""
    made = a_room("201", floor=2)
    a_family_living("Мысалов", made[:2], since=date(2026, 3, 2))
    return made


def changes() -> list[tuple[int, date]]:
    return [(row.bed.id, row.changed_on) for row in BeddingChange.select().order_by(BeddingChange.id)]


def test_the_ticked_beds_are_recorded_in_one_act_that_can_be_undone(
    office: TestOffice, beds: list[Bed]
) -> None:
    ids = [beds[0].id, beds[1].id, beds[0].id]
    act = change_bedding(office.desk, ids, changed_on=WEDNESDAY)
    assert changes() == [(beds[0].id, WEDNESDAY), (beds[1].id, WEDNESDAY)]
    assert len(office.told) == 1
    undo(office.desk, act)
    assert changes() == []


def test_an_empty_bed_among_them_refuses_them_all(office: TestOffice, beds: list[Bed]) -> None:
    with refused_with(office, ObstacleKind.BED_EMPTY):
        change_bedding(office.desk, [beds[0].id, beds[2].id], changed_on=WEDNESDAY)


def test_an_unknown_bed_is_an_empty_one(office: TestOffice, beds: list[Bed]) -> None:
    with refused_with(office, ObstacleKind.BED_EMPTY):
        change_bedding(office.desk, [9999], changed_on=WEDNESDAY)


def test_no_bed_is_no_round(office: TestOffice) -> None:
    with refused_with(office, ObstacleKind.BED_MISSING):
        change_bedding(office.desk, [], changed_on=WEDNESDAY)


def test_a_day_to_come_is_refused(office: TestOffice, beds: list[Bed]) -> None:
    with refused_with(office, ObstacleKind.DATE_IN_FUTURE):
        change_bedding(office.desk, [beds[0].id], changed_on=date(2026, 3, 19))


def test_the_same_day_twice_is_refused(office: TestOffice, beds: list[Bed]) -> None:
    change_bedding(office.desk, [beds[0].id], changed_on=WEDNESDAY)
    with refused_with(office, ObstacleKind.STEP_DONE):
        change_bedding(office.desk, [beds[0].id], changed_on=WEDNESDAY)


def test_a_day_before_the_resident_had_the_bed_is_refused(office: TestOffice, beds: list[Bed]) -> None:
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        change_bedding(office.desk, [beds[0].id], changed_on=date(2026, 3, 1))
