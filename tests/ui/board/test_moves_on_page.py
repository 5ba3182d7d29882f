"""Moving on the board's page: by keys, by mouse, by menu; before and after are shown first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from kandas_desktop.actions.acts import undo
from kandas_desktop.models.tables import AuditLine
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.ui.board.conftest import Board, mouse, press
from tests.ui.board.houses import AHouse
from tests.ui.looking import words_in

Open = Callable[[], Board]
Key = Qt.Key


def test_somebody_is_moved_by_keys_alone_and_back_again(
    filled: AHouse, open_board: Open, at_desk: Workplace
) -> None:
    board = open_board()
    board.choose("101-1")
    board.page.desk.begin_move()
    press(board, Key.Key_Right)
    assert board.page.desk.moves.session.target == board.id("102-1")
    assert board.chosen == "101-1"
    press(board, Key.Key_Return)
    assert board.name_in("101-1") == "Мысалов Дәурен"  # before → after stands in the panel first
    assert "102-1" in words_in(board.page.frame.panel.move_part)
    press(board, Key.Key_Return)
    assert (board.name_in("101-1"), board.name_in("102-1")) == ("", "Мысалов Дәурен")
    assert board.said == ["Мысалов Дәурен moved from bed 101-1 to bed 102-1."]
    undo(at_desk.desk, AuditLine.select().order_by(AuditLine.id.desc()).get().id)
    assert (board.name_in("101-1"), board.name_in("102-1")) == ("Мысалов Дәурен", "")


def test_a_move_is_told_of_nobody_by_name_while_names_are_hidden(
    filled: AHouse, open_board: Open, at_desk: Workplace
) -> None:
    wordings: list[Wording] = []
    at_desk.notices.said.connect(lambda _text, _kind, _action, wording: wordings.append(wording))
    board = open_board()
    board.drag_bed("101-1", "102-2")
    press(board, Key.Key_Return)
    (wording,) = wordings
    assert wording.named == "Мысалов Дәурен moved from bed 101-1 to bed 102-2."
    assert wording.unnamed == "Ө-80/26 moved from bed 101-1 to bed 102-2."


def test_whoever_was_moved_stays_chosen_in_the_new_bed(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("101-1", "102-2")
    press(board, Key.Key_Return)
    assert (board.chosen, board.name_in("102-2")) == ("102-2", "Мысалов Дәурен")


def test_a_drop_between_the_beds_says_that_nobody_was_moved(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    viewport = board.page.frame.view.viewport()
    gap = QPoint(viewport.width() - 2, viewport.height() - 40)
    assert board.page.frame.view.tile_at(gap) is None
    mouse(viewport, QEvent.Type.MouseButtonPress, board.point_of("101-1"))
    mouse(viewport, QEvent.Type.MouseMove, gap)
    mouse(viewport, QEvent.Type.MouseButtonRelease, gap)
    assert board.said == ["Nobody was moved: let go over a bed."]
    assert not board.page.desk.moves.session.is_on


def test_beds_that_cannot_be_had_fade_and_say_why(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("101-1")
    board.page.desk.begin_move()
    assert "103-2" in board.faded()
    assert not {"101-1", "101-2", "102-1", "201-1"} & board.faded()
    board.choose("103-2")
    assert "The room is for women" in words_in(board.page.frame.panel.move_part)
    press(board, Key.Key_Return)
    assert board.said == ["The room is for women."]
    assert board.page.desk.moves.session.is_seeking


def test_esc_takes_a_move_back_step_by_step(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("101-1")
    board.page.desk.begin_move()
    press(board, Key.Key_Escape)
    assert not board.page.desk.moves.session.is_on
    assert board.chosen == "101-1"
    assert board.faded() == set()


def test_a_drop_asks_first_and_enter_does_it(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("101-1", "102-2")
    assert board.name_in("101-1") == "Мысалов Дәурен"
    confirm = board.page.frame.panel.move_part.confirm
    assert confirm is not None
    confirm.click()
    assert (board.name_in("101-1"), board.name_in("102-2")) == ("", "Мысалов Дәурен")


def test_a_drop_onto_the_same_bed_does_nothing(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("101-1", "101-1")
    assert not board.page.desk.moves.session.is_on
    assert board.said == []


def test_a_small_stir_of_the_mouse_is_no_drag(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    viewport, point = board.page.frame.view.viewport(), board.point_of("101-1")
    mouse(viewport, QEvent.Type.MouseButtonPress, point)
    mouse(viewport, QEvent.Type.MouseMove, point + QPoint(2, 2))
    assert not board.page.desk.moves.session.is_on


def test_while_dragging_the_pointer_says_why_not(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("101-1", "103-2", drop=False)
    note = board.page.desk.moves.drags.note
    assert note.isVisible()
    assert note.text == "Мысалов Дәурен · The room is for women"
    press(board, Key.Key_Escape)
    assert not note.isVisible()
    assert not board.page.desk.moves.session.is_on


def test_a_refused_swap_names_both_beds_and_says_why(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("101-1", "103-1", drop=False)
    why = "Beds 101-1 and 103-1 cannot be swapped: 103-1 — the room is for women; 101-1 — the room is for men"
    assert board.page.desk.moves.drags.note.text == f"Мысалов Дәурен · {why}"
    press(board, Key.Key_Escape)
    board.choose("101-1")
    board.page.desk.begin_move()
    board.choose("103-1")
    assert why in words_in(board.page.frame.panel.move_part)
    press(board, Key.Key_Return)
    assert board.said == [f"{why}."]


def test_a_refused_swap_of_a_family_names_both_rooms(filled: AHouse, open_board: Open) -> None:
    filled.room("106", "women", beds=2)
    filled.lives(filled.family("Қиялбекова Алма", "Қиялбекова Гүл"), "106-1", "106-2")
    board = open_board()
    board.drag_bed("104-1", "106-1", drop=False)
    assert board.page.desk.moves.drags.note.text == (
        "Болжамов Марат · Rooms 104 and 106 cannot swap those who live there: 106 — the room is for women"
    )


def test_a_family_member_is_moved_alone_or_with_all(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.drag_bed("104-1", "201-1")
    part = board.page.frame.panel.move_part
    assert part.scope is not None
    assert part.scope.value() == "family"
    part.scope.chosen.emit("person")
    board.page.desk.moves.confirm()
    assert [board.name_in(label) for label in ("201-1", "201-2", "104-2")] == [
        "Болжамов Марат",
        "",
        "Болжамова Гүлнар",
    ]


def test_who_waits_is_dragged_to_beds(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    waiting = board.page.frame.panel.waiting
    board.drag(waiting, QPoint(60, 20), "201-3")
    board.page.desk.moves.confirm()
    assert [board.name_in(label) for label in ("201-3", "201-4", "104-1")] == [
        "Болжамов Марат",
        "Болжамова Гүлнар",
        "",
    ]


def test_a_free_bed_is_settled_with_who_waits(filled: AHouse, open_board: Open) -> None:
    board = open_board()
    board.choose("201-1")
    press(board, Key.Key_Return)
    assert board.page.desk.moves.session.plan is not None
    press(board, Key.Key_Return)
    assert board.name_in("201-1") == "Болжамов Марат"


def test_several_who_wait_are_chosen_from_by_keys(filled: AHouse, open_board: Open) -> None:
    filled.hands_over(filled.family("Нобаев Нұр"), days_ago=1)
    board = open_board()
    board.choose("201-1")
    press(board, Key.Key_Return)
    waiting = board.page.frame.panel.waiting
    QTest.keyClick(waiting, Key.Key_Down)
    QTest.keyClick(waiting, Key.Key_Down)
    QTest.keyClick(waiting, Key.Key_Return)
    press(board, Key.Key_Return)
    assert board.name_in("201-1") == "Нобаев Нұр"


def test_dragging_can_be_switched_off_and_keys_go_on(
    filled: AHouse, open_board: Open, at_desk: Workplace
) -> None:
    board = open_board()
    board.page.desk.allow_dragging(False)
    board.drag_bed("101-1", "102-1")
    assert not board.page.desk.moves.session.is_on
    assert at_desk.settings.board_dragging is False
    board.page.desk.begin_move()
    assert board.page.desk.moves.session.is_on


def test_a_resident_without_a_bed_is_shouted_about_and_given_one(filled: AHouse, open_board: Open) -> None:
    filled.lives(filled.family("Төсексізов Үлгі"))
    board = open_board()
    strip = board.page.frame.bedless
    assert strip.isVisible()
    assert strip.words.text() == "1 resident has no bed: Төсексізов Үлгі"
    strip.button.click()
    board.choose("102-1")
    press(board, Key.Key_Return)
    press(board, Key.Key_Return)
    assert board.name_in("102-1") == "Төсексізов Үлгі"
    assert not strip.isVisible()


def test_hiding_names_leaves_the_move_under_way(filled: AHouse, open_board: Open, at_desk: Workplace) -> None:
    board = open_board()
    board.drag_bed("101-1", "102-2")
    at_desk.names_hidden = True
    board.page.set_names_hidden(True)
    assert board.page.frame.panel.is_moving
    assert "Мысалов Дәурен" not in words_in(board.page)
    press(board, Key.Key_Return)
    assert board.name_in("102-2") == "Мысалов Дәурен"
    assert "Мысалов" not in board.said[0]


def test_a_write_of_another_desk_takes_the_move_back(
    filled: AHouse, open_board: Open, at_desk: Workplace
) -> None:
    board = open_board()
    board.drag_bed("101-1", "102-2")
    at_desk.changes.committed.emit()
    assert not board.page.desk.moves.session.is_on
    assert not board.page.frame.panel.is_moving


def test_who_has_no_bed_is_not_ticked_to_move_in(filled: AHouse, open_board: Open) -> None:
    family = filled.family("Сынақбаев Ерлан", "Сынақбаева Әсел")
    filled.holds(family, "201-1")
    board = open_board()
    board.choose("201-1")
    assert [tick.isChecked() for tick in board.page.frame.panel.bed.ticks.values()] == [True, False]


def test_a_drag_that_rests_at_an_edge_scrolls_on_by_itself(house: AHouse, open_board: Open) -> None:
    for number in range(1, 13):
        house.room(f"{number}01")
    house.lives(house.family("Мысалов Ерасыл"), "101-1")
    board = open_board()
    tiles, drags = board.page.frame.tiles, board.page.desk.moves.drags
    lower_edge = tiles.viewport().mapToGlobal(QPoint(60, tiles.viewport().height() - 8))
    tiles.drag.is_on = True
    board.page.desk.moves.begin_drag(board.id("101-1"))
    tiles.drag.moved.emit(lower_edge)
    before = tiles.verticalScrollBar().value()
    drags.scroll_on()
    drags.scroll_on()
    assert tiles.verticalScrollBar().value() > before
    tiles.drag.cancel()
    there = tiles.verticalScrollBar().value()
    drags.scroll_on()
    assert tiles.verticalScrollBar().value() == there


def test_a_resident_of_another_page_is_moved_at_once(filled: AHouse, open_board: Open) -> None:
    filled.room("301", beds=2)
    (stay,) = filled.lives(filled.family("Нобаев Нұр"), "301-1")
    (bedless,) = filled.lives(filled.family("Төсексізов Үлгі"))
    board = open_board()
    board.page.go_to(Place.MOVE, stay.id)
    assert board.chosen == "301-1"
    assert board.page.desk.moves.session.is_seeking
    board.page.desk.cancel()
    board.page.go_to(Place.MOVE, bedless.id)
    session = board.page.desk.moves.session
    assert session.is_seeking
    assert session.party is not None
    assert session.party.first.stay_id == bedless.id
