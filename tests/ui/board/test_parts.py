"""The parts of the board by themselves: places, words, steps, the question before an outage."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.board import BoardView
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import state_title
from kandas_desktop.ui.board.counters import Counter, CounterStrip
from kandas_desktop.ui.board.filters import Filter, Finder, matches
from kandas_desktop.ui.board.layout import Layout
from kandas_desktop.ui.board.looks import Names, days_words, tool_tip
from kandas_desktop.ui.board.outage_question import OutageEntry, OutageQuestion
from kandas_desktop.ui.board.tile_painter import least_room_width
from kandas_desktop.ui.kit.painting import fitted
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import spoken_in
from tests.ui.board.conftest import Board
from tests.ui.board.houses import TODAY, AHouse, the_picture
from tests.ui.looking import words_in

Look = Callable[[], BoardView]


@pytest.fixture
def compact() -> None:
    theme().set_density("compact")


def laid_out(view: BoardView, width: int, *, folded: tuple[int, ...] = ()) -> Layout:
    return Layout(view.floors, width=width, least_room=190, padding=(24, 4), folded=folded)


@pytest.mark.parametrize(("width", "columns"), [(846, 4), (725, 3), (300, 1), (1200, 5), (2400, 6)])
def test_as_many_rooms_stand_side_by_side_as_have_room(
    qapp: QApplication, house: AHouse, look: Look, width: int, columns: int
) -> None:
    the_picture(house)
    assert laid_out(look(), width).columns == columns


def test_no_two_tiles_overlap_and_each_lies_in_its_room(
    qapp: QApplication, house: AHouse, look: Look
) -> None:
    the_picture(house)
    layout = laid_out(look(), 846)
    rooms = [room for floor in layout.floors for room in floor.rooms]
    for room in rooms:
        for above, below in zip(room.tiles, room.tiles[1:], strict=False):
            assert above.rect.bottom() < below.rect.top()
        assert all(room.rect.contains(place.rect) for place in room.tiles)
        assert not any(room.rect.intersects(other.rect) for other in rooms if other is not room)


def test_a_folded_floor_has_a_head_only(qapp: QApplication, house: AHouse, look: Look) -> None:
    the_picture(house)
    open_, folded = laid_out(look(), 846), laid_out(look(), 846, folded=(1,))
    assert folded.height < open_.height
    assert folded.floors[0].rooms == ()
    assert house.beds["101-1"].id not in folded.places


def test_only_rooms_in_sight_are_painted(qapp: QApplication, house: AHouse, look: Look) -> None:
    the_picture(house)
    layout = laid_out(look(), 846)
    seen = list(layout.rooms_seen(QRect(0, 0, 846, 200)))
    assert [room.row.room.name for room in seen] == ["101", "102", "103", "104"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_word_of_every_state_has_room_beside_the_bed(qapp: QApplication, language: str) -> None:
    with spoken_in(language):
        assert least_room_width() <= 197  # four rooms across beside the panel at 1366 pixels


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("width", [1162, 1037])
def test_every_counter_has_room_for_its_word(
    qtbot: QtBot, house: AHouse, look: Look, language: str, width: int
) -> None:
    the_picture(house)
    theme().set_density("compact" if width < 1100 else "normal")
    with spoken_in(language):
        strip = CounterStrip()
        qtbot.addWidget(strip)
        strip.resize(width, 60)
        strip.show_view(look())
        strip.show()
        seen = [each for each in strip.findChildren(Counter) if each.isVisible()]
        assert len(seen) == 10
        assert all(each.width() >= each.sizeHint().width() for each in seen)
        assert max(each.geometry().right() for each in seen) <= width - theme().sizes.page_padding


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("number", [14, 48, 248])
def test_every_counter_of_a_full_house_has_room_in_a_small_window(
    qtbot: QtBot, compact: None, language: str, number: int
) -> None:
    with spoken_in(language):
        strip = CounterStrip()
        qtbot.addWidget(strip)
        every = [*strip.counters.values(), strip.reserve]
        for counter in every:
            counter.set_number(number)
        strip.resize(1093 - theme().sizes.nav, 42)
        strip.show()
        qtbot.waitUntil(lambda: all(each.width() == each.sizeHint().width() for each in every))
        assert max(each.geometry().right() for each in every) <= strip.width() - theme().sizes.page_padding


def test_counters_that_gave_up_their_spaces_share_what_is_left_over(
    qtbot: QtBot, house: AHouse, look: Look, compact: None
) -> None:
    the_picture(house)
    with spoken_in("kk"):
        strip = CounterStrip()
        qtbot.addWidget(strip)
        strip.resize(1093 - theme().sizes.nav, 42)
        strip.show_view(look())
        strip.show()
        seen = [each for each in strip.findChildren(Counter) if each.isVisible()]
        left_over = strip.width() - theme().sizes.page_padding - max(each.geometry().right() for each in seen)
        assert left_over <= 2 * len(seen)


def test_what_is_being_made_ready_is_counted_only_where_there_is_any(
    qtbot: QtBot, house: AHouse, look: Look
) -> None:
    house.room("101", beds=2)
    strip = CounterStrip()
    qtbot.addWidget(strip)
    strip.show_view(look())
    assert strip.counters[Filter.BEING_MADE_READY].isHidden()
    house.left_unready("101-1")
    strip.show_view(look())
    assert not strip.counters[Filter.BEING_MADE_READY].isHidden()


def test_a_tile_tells_how_long_is_left(qapp: QApplication, house: AHouse, look: Look) -> None:
    the_picture(house)
    tiles = {tile.bed.label: tile for tile in look().tiles.values()}
    assert days_words(tiles["101-1"]) == "141 days"
    assert days_words(tiles["102-2"]) == "today"
    assert days_words(tiles["103-3"]) == "1 day"
    assert days_words(tiles["102-3"]) == "until 25.03"
    assert days_words(tiles["101-3"]) == ""


def test_a_tooltip_says_what_the_tile_has_no_room_for(qapp: QApplication, house: AHouse, look: Look) -> None:
    the_picture(house)
    tiles = {tile.bed.label: tile for tile in look().tiles.values()}
    words = tool_tip(tiles["106-1"], Names())
    assert "Қиялбеков Бекзат Үлгіұлы" in words
    assert "19.03.2026" in words
    hidden = tool_tip(tiles["106-1"], Names(hidden=True))
    assert "Қиялбеков" not in hidden
    assert "Ө-" in hidden
    assert "радиатор" in tool_tip(tiles["102-3"], Names())


def test_filters_add_their_beds_to_each_other(qapp: QApplication, house: AHouse, look: Look) -> None:
    the_picture(house)
    view = look()
    found = [tile.state for tile in view.tiles.values() if matches(tile, {Filter.FREE, Filter.HELD})]
    assert len(found) == view.counts.free + view.counts.held
    assert set(found) == {BedState.FREE, BedState.HELD}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Аңызбаев", {"101-1"}),
        ("anyzbaev", {"101-1"}),
        ("106-3", {"106-3"}),
        ("радиатор", {"102-3"}),
        ("бекз қиял", {"106-1"}),
        ("ерік", set()),
    ],
)
def test_a_search_goes_by_how_words_begin(
    qapp: QApplication, house: AHouse, look: Look, typed: str, found: set[str]
) -> None:
    the_picture(house)
    view = look()
    assert {view.tiles[bed].bed.label for bed in Finder(view).found(typed) or ()} == found


def test_nothing_typed_finds_nothing_in_particular(qapp: QApplication, look: Look) -> None:
    assert Finder(look()).found("  ") is None


def test_an_outage_needs_a_reason_and_no_day_gone_by(qtbot: QtBot) -> None:
    question = OutageQuestion("101-2", today=TODAY)
    qtbot.addWidget(question)
    assert not question.may_accept()
    assert question.reason.message == "Write the reason."
    question.ready["Repair"].click()
    assert question.reason.message == ""
    question.until.control.set_date(date(2026, 3, 17))
    assert not question.may_accept()
    question.until.control.setText("30.02.2026")
    assert not question.may_accept()
    question.until.control.set_date(date(2026, 3, 25))
    assert question.may_accept()
    assert question.value() == OutageEntry("Repair", date(2026, 3, 25))


def test_a_small_window_shows_everything_too(
    compact: None, house: AHouse, open_board: Callable[[], Board]
) -> None:
    the_picture(house)
    board = open_board()
    theme().set_density("compact")
    board.page.set_compact(True)
    board.page.resize(1037, 586)
    board.choose("106-1")
    words = words_in(board.page.frame.panel)
    assert {"106-1", "106-4", "Қиялбеков Тимур"} <= set(words)
    assert board.page.width() == 1037


def test_every_state_has_a_word_and_no_two_the_same(qapp: QApplication) -> None:
    for language in ("kk", "ru", "en"):
        with spoken_in(language):
            assert len({state_title(state) for state in BedState}) == len(BedState)


def test_a_name_gives_up_letters_of_the_given_name_before_any_of_the_surname(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())
    ways = Names().ways(PersonName("Көшірмебергенова", "Ақмаржан", "Үлгіқызы"), "Ө-145/26")
    assert ways == ("Көшірмебергенова Ақмаржан", "Көшірмебергенова А.")
    whole, brief = map(metrics.horizontalAdvance, ways)
    assert fitted(metrics, ways, whole) == "Көшірмебергенова Ақмаржан"
    assert fitted(metrics, ways, whole - 2) == "Көшірмебергенова А."
    cut = fitted(metrics, ways, brief - 10)
    assert cut.startswith("Көш")
    assert cut.endswith("А.")


def test_while_names_are_hidden_a_number_is_all_that_there_is() -> None:
    ways = Names(hidden=True).ways(PersonName("Көшірмебергенова", "Ақмаржан"), "Ө-145/26")
    assert ways == ("Ө-145/26",)


def test_each_view_of_the_beds_is_called_by_its_name(filled: AHouse, open_board: Callable[[], Board]) -> None:
    frame = open_board().page.frame
    names = {name: view.accessibleName() for name, view in frame.views.items()}
    assert names == {"tiles": "Beds: Board", "list": "Beds: List", "tape": "Beds: Calendar"}


def test_the_field_for_a_day_is_called_as_the_button_in_whose_place_it_stands(
    filled: AHouse, open_board: Callable[[], Board]
) -> None:
    head = open_board().page.frame.head
    for stepper in (head.days, head.range):
        stepper.type_day()
        assert stepper.field.accessibleName() == stepper.button.toolTip() != ""
