"""Where there is little room on the board, words go as a whole, the less telling first, and none is cut."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.board import BoardView, RoomRow
from kandas_desktop.ui.bed_looks import beds_words, kind_words, rooms_words
from kandas_desktop.ui.board.head import BoardHead
from kandas_desktop.ui.board.list_columns import COLUMNS
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.panel_sizes import inner_width
from kandas_desktop.ui.board.tape.days import BEDS_WIDTH, Days
from kandas_desktop.ui.board.tape.head import paint_head
from kandas_desktop.ui.board.tile_painter import TilePainter
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, ngettext, spoken_in
from tests.ui.board.conftest import Board
from tests.ui.board.houses import TODAY, AHouse, the_picture

Look = Callable[[], BoardView]
Open = Callable[[], Board]
AHead = Callable[[int], BoardHead]


@pytest.fixture
def compact() -> None:
    theme().set_density("compact")


def counts() -> tuple[str, ...]:
    """Those of a house of 500 beds."""
    return ngettext("{count} floor", "{count} floors", 17), rooms_words(133), beds_words(500)


@pytest.fixture
def a_head(qtbot: QtBot) -> AHead:
    """Makes a head of a width, on a page as in the program: Qt lets no window be narrower than it wants."""
    page = QWidget()
    qtbot.addWidget(page)

    def made(width: int) -> BoardHead:
        head = BoardHead(lambda: TODAY)
        head.setParent(page)
        head.show_counts(counts())
        head.resize(width, head.height())
        page.show()
        QApplication.processEvents()
        return head

    return made


def told(head: BoardHead) -> str:
    """The counts that stand beside the title."""
    label = head._subtitle
    return label.text() if label.isVisible() else ""


def is_whole(head: BoardHead) -> bool:
    """Whether nothing in the head is cut or lies on something else."""
    search, rooms = head.search, head.rooms
    margins = search.textMargins()
    asked = text_width(search.font(), search.placeholderText()) + margins.left() + margins.right()
    labels = [label for label in head.findChildren(Label) if label.isVisible()]
    parts = [part for part in (*labels, rooms, search, head.days, head.range, head.views) if part.isVisible()]
    parts.sort(key=lambda part: part.x())
    return (
        asked <= search.width()
        and all(part.width() >= part.sizeHint().width() for part in (*labels, rooms, head.views))
        and all(one.geometry().right() < other.x() for one, other in pairwise(parts))
        and parts[-1].geometry().right() <= head.width() - theme().sizes.page_padding
    )


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("view", ["tiles", "tape"])
@pytest.mark.parametrize("width", [1162, 1300, 1716])
def test_nothing_in_the_head_of_a_large_house_is_cut(
    a_head: AHead, language: str, view: str, width: int
) -> None:
    with spoken_in(language):
        head = a_head(width)
        head.show_dates_of(view)
        head.range.show_days(Days(TODAY, 900))
        QApplication.processEvents()
        assert is_whole(head)
        assert told(head) in [" · ".join(counts()[first:]) for first in range(3)]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("view", ["tiles", "tape"])
def test_nothing_in_the_head_of_a_small_window_is_cut(
    a_head: AHead, compact: None, language: str, view: str
) -> None:
    with spoken_in(language):
        head = a_head(1037)
        head.set_compact(True)
        head.show_dates_of(view)
        head.range.show_days(Days(TODAY, 900))
        QApplication.processEvents()
        assert is_whole(head)
        assert told(head) == ""
        assert head.search.width() >= 196


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("view", ["tiles", "tape"])
@pytest.mark.parametrize("width", [1037, 1162])
def test_nothing_in_the_head_is_cut_while_names_are_hidden(
    a_head: AHead, compact: None, language: str, view: str, width: int
) -> None:
    with spoken_in(language):
        head = a_head(width)
        head.set_compact(True)
        head.set_names_hidden(True)
        head.show_dates_of(view)
        head.range.show_days(Days(TODAY, 900))
        QApplication.processEvents()
        assert is_whole(head)
        (chip,) = head.findChildren(Chip)
        assert chip.width() >= chip.sizeHint().width()
        told = _("Names hidden · F9")
        assert chip.accessibleName() == told
        assert (chip.text, chip.toolTip()) in (("F9", told), (told, told), (told, ""))


def test_the_counts_go_one_after_the_other_and_come_back(a_head: AHead) -> None:
    with spoken_in("ru"):
        head = a_head(1500)
        seen = [(told(head), head.rooms.words)]
        for width in (*range(1499, 900, -1), 1500):
            head.resize(width, head.height())
            if (told(head), head.rooms.words) != seen[-1]:
                seen.append((told(head), head.rooms.words))
    floors, rooms, beds = counts_in("ru")
    whole = f"{floors} · {rooms} · {beds}"
    assert seen == [
        (whole, "Комнаты…"),
        (whole, ""),
        (f"{rooms} · {beds}", ""),
        (beds, ""),
        ("", ""),
        (whole, "Комнаты…"),
    ]


def counts_in(language: str) -> tuple[str, ...]:
    with spoken_in(language):
        return counts()


def test_hidden_names_take_their_room_from_the_counts(a_head: AHead) -> None:
    with spoken_in("kk"):
        head = a_head(1162)
        before = told(head)
        head.set_names_hidden(True)
        QApplication.processEvents()
        assert is_whole(head)
        assert len(told(head)) < len(before)
        head.set_names_hidden(False)
        QApplication.processEvents()
        assert told(head) == before


def test_the_head_asks_for_no_wider_window(a_head: AHead) -> None:
    head = a_head(1716)
    assert head.minimumSizeHint().width() <= 100


# --- rooms


def the_room(view: BoardView, name: str) -> RoomRow:
    return next(room for floor in view.floors for room in floor.rooms if room.room.name == name)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("name", ["101", "201"])
def test_a_room_says_for_whom_it_is_longer_than_how_many_are_free(
    qapp: QApplication, house: AHouse, look: Look, language: str, name: str
) -> None:
    the_picture(house)
    room, painter = the_room(look(), name), TilePainter(Names())
    with spoken_in(language):
        kind, words = kind_words(room.room.kind), ngettext("{count} free", "{count} free", room.free)
        heads = [painter.head_of(room, width) for width in range(300, 0, -1)]
        # Four rooms across, so much is left beside the number and its icon.
        assert painter.head_of(room, 130).kind == kind
    said = list(dict.fromkeys((head.kind, head.beds, head.icon) for head in heads))
    assert said == [(kind, words, None), (kind, str(room.free), "circle"), ("", words, None)]
    letters = list(dict.fromkeys(head.kind_font.pixelSize() for head in heads if head.icon is None))
    assert len(letters) == 2  # smaller ones come before the icon


def test_a_full_room_says_by_its_icon_how_many_beds_it_has(
    qapp: QApplication, house: AHouse, look: Look
) -> None:
    the_picture(house)
    room, painter = the_room(look(), "105"), TilePainter(Names())
    assert {painter.head_of(room, width).beds for width in range(300, 0, -1)} == {"4 places", "4"}
    assert {painter.head_of(room, width).icon for width in range(300, 0, -1)} == {None, "bed"}


# --- the list


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("width", [753, 858])
def test_every_title_of_the_list_has_room_with_its_arrow(
    filled: AHouse, open_board: Open, language: str, width: int
) -> None:
    with spoken_in(language):
        board = open_board()
        board.page.show_as("list")
        beds = board.page.frame.list
        for column in COLUMNS:
            beds.sort_by(column.name)
            beds._fit()
            for each, (left, wide) in zip(COLUMNS, beds.spans, strict=True):
                arrow = 16 if each.name == column.name else 0
                assert 10 + text_width(theme().font("second"), each.title()) + arrow <= wide
                assert left >= 0


# --- the panel


def test_the_panels_parts_never_lie_on_each_other(filled: AHouse, open_board: Open, compact: None) -> None:
    board = open_board()
    board.page.resize(1037, 560)
    theme().set_density("compact")
    board.page.set_compact(True)
    board.choose("104-1")
    QApplication.processEvents()
    panel = board.page.frame.panel
    lower = panel._none.parentWidget()
    assert lower is not None
    assert panel._upper.geometry().bottom() < lower.y()
    assert lower.geometry().bottom() <= panel.height()
    foot = panel.bed._foot
    assert foot is not None
    assert foot.geometry().bottom() <= panel._upper.height()


def test_nothing_lies_on_the_panels_buttons_while_nobody_waits(house: AHouse, open_board: Open) -> None:
    house.room("101")
    family = house.family("Мысалов Дәурен", "Мысалова Сәуле", "Мысалов Ерасыл", "Мысалова Аяла")
    house.lives(family, "101-1", "101-2", "101-3", "101-4")
    board = open_board()
    board.choose("101-1")
    QApplication.processEvents()
    panel = board.page.frame.panel
    lower = panel._none.parentWidget()
    assert lower is not None
    assert panel._none.isVisible()
    assert panel._upper.geometry().bottom() < lower.y()
    assert lower.geometry().bottom() <= panel.height()


def test_the_panel_scrolls_only_where_there_is_no_room(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    panel = board.page.frame.panel
    for label in ("201-1", "101-1", "103-1", "104-1", "101-1"):
        board.choose(label)
        QApplication.processEvents()
        assert not panel.bed._scroll.verticalScrollBar().isVisible(), label
    board.page.resize(1162, 480)
    QApplication.processEvents()
    assert panel.bed._scroll.verticalScrollBar().isVisible()
    board.page.resize(1162, 736)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()
    assert not panel.bed._scroll.verticalScrollBar().isVisible()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_word_of_the_next_step_touches_its_buttons_edge(
    filled: AHouse, open_board: Open, language: str
) -> None:
    with spoken_in(language):
        board = open_board()
        for label in ("104-1", "103-1", "201-1"):
            board.choose(label)
            main = board.page.frame.panel.bed.main
            assert main is not None
            assert main.sizeHint().width() <= inner_width()


# --- the tape chart


def test_a_day_that_is_seen_in_part_has_no_number(
    filled: AHouse, open_tape: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = open_tape().page.frame.tape
    assert tape.reading is not None
    painted: list[date] = []

    def paint(painter: object, room: object, day: date, reading: object) -> None:
        painted.append(day)

    monkeypatch.setattr("kandas_desktop.ui.board.tape.head._paint_day", paint)
    picture = QPixmap(900, 60)
    width = tape.days.right_of(TODAY + timedelta(days=5)) + 10
    with QPainter(picture) as painter:
        paint_head(painter, Days(tape.days.first, width - BEDS_WIDTH), tape.reading, width)
    assert painted[-1] == TODAY + timedelta(days=5)
