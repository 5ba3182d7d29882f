"""The columns of the family's table."""

import pytest

from kandas_desktop.ui.intake.columns import FIRST_LEFT, columns_for

NAMES = (60, 60, 80, 120, 60, 160)


@pytest.mark.parametrize("width", [700, 816, 818, 919, 1003, 1370])
def test_the_columns_fill_the_table_at_every_width(width: int) -> None:
    for needs in ((), NAMES, (300, 60, 80, 120, 60, 160), (300,) * 6):
        columns = columns_for(width, needs)
        assert columns.lefts[0] == FIRST_LEFT
        assert columns.lefts[-1] + columns.widths[-1] == width
        assert all(column > 0 for column in columns.widths)


def test_a_column_takes_what_its_names_need_from_those_with_room_to_spare() -> None:
    usual = columns_for(1003, NAMES)
    long = columns_for(1003, (200, *NAMES[1:]))
    assert long.widths[0] == 200
    assert all(width >= need for width, need in zip(long.widths[1:], NAMES[1:], strict=True))
    assert usual == columns_for(1003)


def test_no_column_gives_what_it_needs_itself() -> None:
    needs = (400, 100, 114, 142, 98, 200)
    columns = columns_for(818, needs)
    assert all(width >= need - 1 for width, need in zip(columns.widths[1:], needs[1:], strict=True))
