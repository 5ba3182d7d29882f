"""The tape chart by keys and mouse: days, beds, folds, cards, moves, and the page around it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from kandas_desktop.ui.workplace import Workplace
from tests.ui.board.conftest import Board, mouse, press
from tests.ui.board.houses import TODAY, AHouse
from tests.ui.board.tapes import CTRL, HOME, Key, Open, drawn, expected, hover, lines, point_of, tape_of

# --- keys


def test_arrows_go_day_by_day_and_bed_by_bed(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    press(board, Key.Key_Right)
    assert tape_of(board).days.first == HOME + timedelta(days=1)
    press(board, Key.Key_Left)
    press(board, Key.Key_Left)
    assert tape_of(board).days.first == HOME - timedelta(days=1)
    press(board, Key.Key_Down)
    press(board, Key.Key_Down)
    assert board.chosen == "101-2"
    press(board, Key.Key_Up)
    assert board.chosen == "101-1"


def test_ctrl_arrows_go_a_week_and_ctrl_home_goes_back_to_today(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    press(board, Key.Key_Right, CTRL)
    assert tape_of(board).days.first == HOME + timedelta(days=7)
    press(board, Key.Key_Home, CTRL)
    assert tape_of(board).days.first == HOME


def test_home_and_end_choose_the_first_and_the_last_bed(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    press(board, Key.Key_End)
    assert board.chosen == "201-4"
    press(board, Key.Key_Home)
    assert board.chosen == "101-1"


def test_page_keys_go_by_what_is_in_sight(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    press(board, Key.Key_Home)
    press(board, Key.Key_PageDown)
    assert board.chosen == "201-4"
    press(board, Key.Key_PageUp)
    assert board.chosen == "101-1"


def test_enter_opens_the_panel_and_then_takes_the_step_and_escape_closes_it(
    filled: AHouse, open_tape: Open
) -> None:
    board = open_tape()
    panel = board.page.frame.panel
    assert panel.isHidden()
    board.choose("201-1")
    press(board, Key.Key_Return)
    assert panel.isVisible()
    assert board.chosen == "201-1"
    press(board, Key.Key_Escape)
    assert panel.isHidden()
    assert board.chosen == "201-1"


def test_enter_without_a_choice_opens_the_first_bed_in_sight(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    press(board, Key.Key_Return)
    assert board.chosen == "101-1"
    assert board.page.frame.panel.isVisible()


def test_space_shows_the_card_of_the_chosen_bed_and_hides_it(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    board.choose("101-1")
    press(board, Key.Key_Space)
    assert "Мысалов Дәурен" in tape_of(board).card.text
    press(board, Key.Key_Space)
    assert tape_of(board).card.text == ""


def test_the_foot_strip_learns_of_the_charts_keys(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    told: list[str] = []
    board.page.keys_changed.connect(lambda: told.append(board.page.keys()[0].keys))
    board.page.show_as("tape")
    board.page.show_as("tiles")
    assert told == ["← →", "← ↑ ↓ →"]


@pytest.mark.parametrize("view", ["tiles", "list", "tape"])
def test_f6_on_a_bed_that_nobody_has_says_so_in_every_view(
    filled: AHouse, open_board: Open, view: str
) -> None:
    board = open_board()
    board.page.show_as(view)
    board.choose("101-2")
    board.page.desk.begin_move()
    assert board.said == ["Nobody has this bed."]
    assert not board.page.desk.moves.session.is_on


def test_f6_on_a_bed_out_of_service_says_why_nobody_has_it(filled: AHouse, open_tape: Open) -> None:
    filled.out_of_service("102-1", "Кран ағады.")
    board = open_tape()
    board.choose("102-1")
    board.page.desk.begin_move()
    assert board.said == ["102-1: out of service · Кран ағады."]


def enter_of(board: Board) -> str:
    """What the foot strip says of Enter."""
    hints = board.page.keys()
    return next(hint.words for hint in hints if hint.keys == "Enter")


@pytest.mark.parametrize("view", ["tiles", "list", "tape"])
def test_the_foot_strip_says_that_enter_puts_somebody_here_while_a_bed_is_sought(
    filled: AHouse, open_board: Open, view: str
) -> None:
    board = open_board()
    board.page.show_as(view)
    board.choose("101-1")
    told: list[str] = []
    board.page.keys_changed.connect(lambda: told.append(enter_of(board)))
    board.page.desk.begin_move()
    board.choose("102-1")
    press(board, Key.Key_Escape)
    assert told == ["to this bed", "the next step"]


def test_the_foot_strip_says_on_the_chart_that_escape_ends_the_move(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    board.choose("101-1")
    before = board.page.keys()
    board.page.desk.begin_move()
    during = board.page.keys()
    assert "Esc" not in [hint.keys for hint in before]
    assert ("Esc", "cancel") in during


def test_the_foot_strip_says_on_the_chart_what_enter_does_with_the_panel_open(
    filled: AHouse, open_tape: Open
) -> None:
    board = open_tape()
    told: list[str] = []
    board.page.keys_changed.connect(lambda: told.append(enter_of(board)))
    board.choose("101-1")
    assert enter_of(board) == "open"
    press(board, Key.Key_Return)
    press(board, Key.Key_Escape)
    assert told == ["the next step", "open"]


def test_a_move_that_is_done_gives_enter_its_usual_meaning_back(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    board.choose("101-1")
    board.page.desk.begin_move()
    board.choose("101-2")
    press(board, Key.Key_Return)
    told: list[str] = []
    board.page.keys_changed.connect(lambda: told.append(enter_of(board)))
    board.page.desk.moves.confirm()
    assert board.name_in("101-2") == "Мысалов Дәурен"
    assert told == ["the next step"]


# --- folding


def test_a_room_that_one_family_has_is_one_line_until_it_is_unfolded(
    a_family_whole: AHouse, open_tape: Open
) -> None:
    board = open_tape()
    assert lines(board)[-2:] == ["floor 3", "301"]
    board.choose("301-2")
    press(board, Key.Key_Plus)
    assert lines(board)[-3:] == ["floor 3", "301-1", "301-2"]
    press(board, Key.Key_Up)
    press(board, Key.Key_Minus)
    assert lines(board)[-2:] == ["floor 3", "301"]
    assert board.chosen == "301-1"


def test_a_click_on_the_chevron_unfolds_a_room(a_family_whole: AHouse, open_tape: Open) -> None:
    board = open_tape()
    area = tape_of(board).area_of(board.id("301-1"))
    assert area is not None
    mouse(tape_of(board).viewport(), QEvent.Type.MouseButtonPress, QPoint(10, area.center().y()))
    assert lines(board)[-2:] == ["301-1", "301-2"]


def test_floors_fold_by_a_click_and_by_keys_for_all_views(
    filled: AHouse, open_tape: Open, at_desk: Workplace
) -> None:
    board = open_tape()
    mouse(tape_of(board).viewport(), QEvent.Type.MouseButtonPress, QPoint(300, 10))
    assert lines(board)[:2] == ["floor 1", "floor 2"]
    assert at_desk.settings.board_folded == {1}
    board.choose("101-1")
    assert "101-1" in lines(board)
    press(board, Key.Key_Minus)
    assert "101-1" not in lines(board)
    press(board, Key.Key_Plus)
    assert "101-1" in lines(board)
    assert at_desk.settings.board_folded == frozenset()


def test_the_menu_folds_the_floor_of_the_chart(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    board.choose("101-1")
    menu = QMenu()
    board.page.desk.fill_menu(menu)
    fold = next(action for action in menu.actions() if action.text().startswith("Fold the floor"))
    fold.trigger()
    assert lines(board)[:2] == ["floor 1", "floor 2"]


# --- the mouse


def test_the_card_says_until_when_by_which_clause_and_why(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    said = hover(board, "101-1", TODAY)
    ends = TODAY + timedelta(days=100)
    assert "Мысалов Дәурен" in said
    assert "+ 6 months" in said
    assert f"{ends:%d.%m.%Y}" in said
    assert f"{ends + timedelta(days=3):%d.%m.%Y}" in said
    assert tape_of(board).card._text.clause == 15


def test_the_card_of_every_kind_of_bar_says_something(filled: AHouse, open_tape: Open) -> None:
    filled.out_of_service("102-2", until=TODAY + timedelta(days=4))
    filled.left_unready("102-1")
    expected(filled)
    board = open_tape()
    yesterday = TODAY - timedelta(days=2)
    assert "радиатор" in hover(board, "102-2", TODAY)
    assert "made ready" in hover(board, "102-1", TODAY)
    assert "Slept here from" in hover(board, "102-1", yesterday)
    assert "Nobody has this bed" in hover(board, "101-2", TODAY)
    assert "no promise" in hover(board, "201-1", TODAY)
    assert "Last day to move in" in hover(board, "104-1", TODAY)
    assert "Last day to vacate" in hover(board, "103-1", TODAY)


def test_no_card_shows_where_there_is_no_bar(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    assert hover(board, "201-1", TODAY - timedelta(days=1)) == ""


def test_the_wheel_goes_through_the_days_with_shift(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    viewport = tape_of(board).viewport()
    at = QPointF(300, 100)
    none, shift = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ShiftModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(at, at, QPoint(), QPoint(0, -120), none, shift, phase, False)
    QApplication.sendEvent(viewport, turned)
    assert tape_of(board).days.first == HOME + timedelta(days=3)


def test_a_drag_down_moves_whoever_lives_there_after_a_yes(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    viewport = tape_of(board).viewport()
    mouse(viewport, QEvent.Type.MouseButtonPress, point_of(board, "101-1", TODAY))
    mouse(viewport, QEvent.Type.MouseMove, point_of(board, "101-2", TODAY))
    mouse(viewport, QEvent.Type.MouseMove, point_of(board, "102-1", TODAY))
    mouse(viewport, QEvent.Type.MouseButtonRelease, point_of(board, "102-1", TODAY))
    assert board.page.frame.panel.isVisible()
    assert board.name_in("101-1") == "Мысалов Дәурен"
    press(board, Key.Key_Return)
    assert (board.name_in("101-1"), board.name_in("102-1")) == ("", "Мысалов Дәурен")


def test_nobody_is_dragged_by_a_free_bar_or_by_days_before(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    viewport = tape_of(board).viewport()
    before = point_of(board, "104-1", TODAY - timedelta(days=8))
    mouse(viewport, QEvent.Type.MouseButtonPress, before)
    mouse(viewport, QEvent.Type.MouseMove, point_of(board, "201-1", TODAY))
    assert board.chosen == "104-1"
    assert not board.page.desk.moves.session.is_on


# --- the page around it


def test_f6_moves_by_the_arrows_and_shows_the_panel(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    board.choose("101-1")
    board.page.desk.begin_move()
    assert board.page.frame.panel.isVisible()
    press(board, Key.Key_Down)
    press(board, Key.Key_Down)
    press(board, Key.Key_Return)
    press(board, Key.Key_Return)
    assert board.name_in("102-1") == "Мысалов Дәурен"


def test_hidden_names_become_numbers_in_bars_and_on_the_card(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    board.page.set_names_hidden(True)
    (bar,) = drawn(board, "101-1")
    words = tape_of(board)._painter.bars.words(bar.bar, TODAY)
    assert words.inside == bar.bar.number
    assert "Мысалов" not in hover(board, "101-1", TODAY)


def test_a_search_lets_the_other_beds_stand_back(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    board.page.frame.head.search.setText("мысалов")
    assert "101-1" not in board.faded()
    assert "103-1" in board.faded()


def test_the_head_shows_the_days_in_sight_and_goes_to_another(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    picker = board.page.frame.head.range
    last = tape_of(board).days.last
    assert picker.button.words == f"09.03 – {last:%d.%m.%Y}"
    assert picker.isVisible()
    assert board.page.frame.head.days.isHidden()
    picker.on.click()
    assert tape_of(board).days.first == HOME + timedelta(days=7)
    picker.button.click()
    picker.field.setText("01.02.2026")
    picker.field.taken.emit()
    assert tape_of(board).days.first == date(2026, 1, 23)


def test_a_day_that_is_none_is_not_gone_to(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    picker = board.page.frame.head.range
    picker.button.click()
    picker.field.setText("30.02.2026")
    picker.field.taken.emit()
    assert tape_of(board).days.first == HOME
    picker.field.dropped.emit()
    assert picker.button.isVisible()


def test_the_chart_is_that_of_today_even_after_another_day_was_shown(
    filled: AHouse, open_board: Open
) -> None:
    board = open_board()
    board.page.show_day(TODAY - timedelta(days=3))
    board.page.show_as("tape")
    assert board.page.desk.day is None
    reading = tape_of(board).reading
    assert reading is not None
    assert reading.on == TODAY


def test_the_days_in_sight_survive_a_reload(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    press(board, Key.Key_Right, CTRL)
    board.page.reload()
    assert tape_of(board).days.first == HOME + timedelta(days=7)


def test_the_other_views_have_their_panel_and_legend_back(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    frame = board.page.frame
    assert (frame.legend.isHidden(), frame.tape_legend.isHidden()) == (True, False)
    board.page.show_as("tiles")
    assert (frame.legend.isHidden(), frame.tape_legend.isHidden()) == (False, True)
    assert frame.panel.isVisible()
    assert frame.head.days.isVisible()


def test_the_chart_is_shown_again_by_whoever_left_it_so(
    filled: AHouse, open_tape: Open, open_board: Open
) -> None:
    open_tape().page.close()
    board = open_board()
    assert board.page.frame.view is tape_of(board)
    assert board.page.frame.panel.isHidden()
    assert [each.bar.name.surname for each in drawn(board, "101-1")] == ["Мысалов"]
    press(board, Key.Key_Down)
    assert board.chosen == "101-1"
