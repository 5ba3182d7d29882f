from random import Random

import pytest

from kandas_desktop.ui.journal.outline import Heights, Outline, Place

NORMAL = Heights(line=47, family=30)


def outline_of(*sizes: int) -> Outline:
    outline = Outline()
    outline.append(sizes)
    return outline


def all_places(sizes: list[int]) -> list[Place]:
    return [Place(line, position) for line, size in enumerate(sizes) for position in range(size + 1)]


@pytest.mark.parametrize(
    ("row", "place"),
    [(0, (0, 0)), (1, (1, 0)), (2, (1, 1)), (3, (1, 2)), (4, (2, 0)), (5, (3, 0)), (6, (3, 1))],
)
def test_a_row_is_a_line_or_one_of_its_family(row: int, place: tuple[int, int]) -> None:
    outline = outline_of(0, 2, 0, 1)
    assert outline.rows == 7
    assert outline.place(row) == place
    assert outline.row(place[0]) + place[1] == row


@pytest.mark.parametrize("row", [-1, 7])
def test_no_row_lies_outside(row: int) -> None:
    with pytest.raises(IndexError):
        outline_of(0, 2, 0, 1).place(row)


@pytest.mark.parametrize(
    ("y", "place"),
    [
        (-1, None),
        (0, (0, 0)),
        (46, (0, 0)),
        (47, (1, 0)),
        (93, (1, 0)),
        (94, (1, 1)),
        (123, (1, 1)),
        (124, (1, 2)),
        (153, (1, 2)),
        (154, (2, 0)),
        (200, (2, 0)),
        (201, None),
    ],
)
def test_a_depth_lies_in_a_row(y: int, place: tuple[int, int] | None) -> None:
    outline = outline_of(0, 2, 0)
    assert outline.height(NORMAL) == 3 * 47 + 2 * 30
    assert outline.place_at(y, NORMAL) == place


def test_an_outline_without_lines_is_empty() -> None:
    outline = Outline()
    assert (outline.lines, outline.rows, outline.height(NORMAL)) == (0, 0, 0)
    assert outline.place_at(0, NORMAL) is None


def test_showing_and_hiding_a_family_moves_what_is_below() -> None:
    outline = Outline()
    outline.append_closed(1000)
    outline.show_family(300, 4)
    assert outline.rows == 1004
    assert outline.shown_family(300) == 4
    assert outline.top(301, NORMAL) == 301 * 47 + 4 * 30
    assert outline.line_height(300, NORMAL) == 47 + 4 * 30
    assert outline.place(303) == (300, 3)
    assert outline.place(999) == (995, 0)
    outline.show_family(300, 0)
    assert outline.rows == 1000
    assert outline.top(301, NORMAL) == 301 * 47


def test_lines_come_in_pieces_of_any_size() -> None:
    chance = Random(5)
    sizes = [chance.choice((0, 0, 1, 2, 4, 14)) for _ in range(3000)]
    whole, pieces = outline_of(*sizes), Outline()
    at = 0
    while at < len(sizes):
        count = chance.choice((1, 7, 256, 300))
        pieces.append(sizes[at : at + count])
        at += count
    assert pieces.rows == whole.rows
    assert [pieces.row(line) for line in range(3000)] == [whole.row(line) for line in range(3000)]


def test_every_row_of_a_long_journal_is_found_by_number_and_by_depth() -> None:
    chance = Random(7)
    sizes = [chance.choice((0, 0, 1, 2, 4, 14)) for _ in range(1500)]
    outline = Outline()
    outline.append(sizes[:700])
    outline.append_closed(800)
    for line in range(700, 1500):
        outline.show_family(line, sizes[line])
    places = all_places(sizes)
    assert outline.rows == len(places)
    depth = 0
    for row, place in enumerate(places):
        assert outline.place(row) == place
        assert outline.place_at(depth, NORMAL) == place
        depth += NORMAL.family if place.position else NORMAL.line
        assert outline.place_at(depth - 1, NORMAL) == place
    assert outline.height(NORMAL) == depth


def test_a_million_lines_have_a_place_for_each() -> None:
    outline = Outline()
    outline.append_closed(1_000_000)
    outline.show_family(999_999, 3)
    assert outline.rows == 1_000_003
    assert outline.place(1_000_002) == (999_999, 3)
    assert outline.place_at(47 * 500_000, NORMAL) == (500_000, 0)
