"""The linen round as its page and its paper show it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.models.stay_tables import BeddingChange, BedUse
from kandas_desktop.queries.bedding import linen_rows
from tests.factories import TestOffice, an_office
from tests.living import a_family_living, a_room

ON = date(2026, 3, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=0) as made:
        yield made


@pytest.mark.usefixtures("office")
def test_rows_come_by_floor_room_and_bed_as_people_count() -> None:
    a_family_living("Мысалов", a_room("210", floor=2)[:1], since=date(2026, 3, 2))
    a_family_living("Болжамов", a_room("29", floor=2)[:1], since=date(2026, 3, 2))
    a_family_living("Нобаев", a_room("101", floor=1, beds=12)[9:11], since=date(2026, 3, 2))
    assert [(row.floor, row.label) for row in linen_rows(ON)] == [
        (1, "101-10"),
        (1, "101-11"),
        (2, "29-1"),
        (2, "210-1"),
    ]


@pytest.mark.usefixtures("office")
def test_a_row_counts_from_the_last_change_for_this_resident() -> None:
    beds = a_room("101", beds=3)
    first, second = a_family_living("Мысалов", beds[:2], since=date(2026, 3, 4))
    BeddingChange.create(bed=beds[0], stay=first, changed_on=date(2026, 3, 10))
    BeddingChange.create(bed=beds[1], stay=second, changed_on=date(2026, 3, 1))
    one, two = linen_rows(ON)
    assert (one.last_changed_on, one.due_on, one.is_due) == (date(2026, 3, 10), date(2026, 3, 24), False)
    assert (two.last_changed_on, two.due_on, two.is_due) == (date(2026, 3, 4), ON, True)
    assert (two.number, two.name.short) == ("Ө-1/26", "Мысалов Сәуле")


@pytest.mark.usefixtures("office")
def test_beds_that_are_held_or_were_left_are_not_on_the_round() -> None:
    beds = a_room("101", beds=3)
    (stay,) = a_family_living("Мысалов", beds[:1], since=date(2026, 3, 4))
    BedUse.update(ended_on=date(2026, 3, 10)).where(BedUse.stay == stay).execute()
    assert linen_rows(ON) == []
