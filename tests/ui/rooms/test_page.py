"""The page of rooms and beds by keys: added in runs, renumbered, retired; what is wrong stands beside it."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.actions.rooms import RoomRequest, add_room, add_rooms
from kandas_desktop.models.stay_tables import Bed, Room
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.rooms import view
from kandas_desktop.ui.rooms.adding import AddingPanel
from kandas_desktop.ui.rooms.page import RoomsPage
from kandas_desktop.ui.rooms.questions import BedNameQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral
from tests.ui.looking import button_in, is_seen, words_in

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def said(workplace: Workplace) -> list[str]:
    heard: list[str] = []
    workplace.notices.said.connect(lambda text, kind, action: heard.append(text))
    return heard


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> RoomsPage:
    made = RoomsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1162, 736)
    made.show()
    return made


@pytest.fixture
def empty_page(workplace: Workplace, qtbot: QtBot) -> RoomsPage:
    workplace.desk.database.execute_sql("UPDATE room SET retired_on = '2026-03-17'")
    made = RoomsPage(workplace)
    qtbot.addWidget(made)
    made.show()
    return made


def names() -> list[str]:
    return [room.name for room in Room.select().where(Room.retired_on.is_null()).order_by(Room.id)]


def pressed(page: RoomsPage, words: str) -> None:
    """Press the small button that is called so."""
    buttons = [one for one in page.findChildren(IconButton) if one.accessibleName() == words]
    buttons[-1].click()  # an earlier one may be on its way out


def test_a_house_without_rooms_begins_with_adding_some(empty_page: RoomsPage, qtbot: QtBot) -> None:
    assert "No rooms are written down yet." in words_in(empty_page)
    empty_page.go_to(Place.ROOMS, 0)
    assert is_seen(empty_page.adding, empty_page)
    assert empty_page.adding.first.control.value() == "101"


def test_a_run_of_rooms_is_added_by_keys(empty_page: RoomsPage, qtbot: QtBot, said: list[str]) -> None:
    empty_page.go_to(Place.ROOMS, 0)
    adding = empty_page.adding
    adding.first.control.setFocus()
    adding.first.control.selectAll()
    qtbot.keyClicks(adding.first.control, "208")
    qtbot.keyClick(adding.first.control, Key.Key_Tab)
    adding.rooms.control.set_number(3)
    adding.beds.control.set_number(2)
    qtbot.keyClick(empty_page, Key.Key_Return, CTRL)
    assert names() == ["208", "209", "210"]
    assert Bed.select().join(Room).where(Room.name == "209").count() == 2
    assert said == ["3 rooms are added."]
    assert adding.first.control.value() == "211"


def test_what_will_be_added_is_said_before(page: RoomsPage) -> None:
    page.begin_adding()
    page.adding.first.control.set_value("А-09")
    page.adding.rooms.control.set_number(2)
    page.adding.beds.control.set_number(5)
    assert page.adding.told.text() == "А-09–А-10 · 2 rooms · 10 beds"


def test_a_number_that_another_room_has_is_said_beside_it(page: RoomsPage) -> None:
    before = names()
    page.begin_adding()
    page.adding.first.control.set_value(before[0])
    page.adding.ask()
    assert "Another room already has this number" in page.adding.first.message
    assert names() == before


@pytest.mark.parametrize(
    ("first", "count", "message"),
    [
        ("", 1, "Write the room's number."),
        ("Оң қанат", 2, "End the number with a digit, so that the rooms can be counted on."),
    ],
)
def test_rooms_need_numbers(page: RoomsPage, first: str, count: int, message: str) -> None:
    page.begin_adding()
    page.adding.first.control.set_value(first)
    page.adding.rooms.control.set_number(count)
    page.adding.ask()
    assert page.adding.first.message == message


def test_a_number_too_long_is_told_and_not_cut(page: RoomsPage) -> None:
    before = names()
    page.begin_adding()
    page.adding.first.control.setText("Оңтүстік қанат, 101-бөлме")
    page.adding.ask()
    assert page.adding.first.message == "Longer than 20 characters."
    page.stop_adding()
    page.panel.name.control.setText("Оңтүстік қанат, 101-бөлме")
    page.panel.save_button.click()
    assert page.panel.name.message == "Longer than 20 characters."
    assert page.panel.name.control.value() == "Оңтүстік қанат, 101-бөлме"
    assert names() == before


def test_one_room_may_have_a_name_instead(page: RoomsPage) -> None:
    page.begin_adding()
    page.adding.first.control.set_value("Оң қанат")
    page.adding.ask()
    assert "Оң қанат" in names()


def test_a_room_is_renumbered_and_moved(page: RoomsPage, qtbot: QtBot, said: list[str]) -> None:
    page.panel.name.control.set_value("301")
    page.panel.floor.control.set_number(3)
    page.panel.kind.control.set_choice(RoomKind.WOMEN.value)
    page.panel._look()
    qtbot.keyClick(page, Key.Key_Return, CTRL)
    room = Room.get(Room.name == "301")
    assert (room.floor, room.kind) == (3, "women")
    assert said == ["Room 301 is saved."]


def test_a_room_is_not_renumbered_to_an_existing_number(page: RoomsPage) -> None:
    first, second, *_rest = names()
    page.panel.name.control.set_value(second)
    page.panel.save_button.click()
    assert "Another room already has this number" in page.panel.name.message
    assert first in names()


def test_nothing_changed_is_nothing_to_save(page: RoomsPage, said: list[str]) -> None:
    before = names()
    page.panel.save_button.trigger()
    assert said == []
    assert names() == before


def test_a_bed_is_added_with_the_next_number(page: RoomsPage, said: list[str]) -> None:
    room = page.panel.room
    assert room is not None
    button_in(page.panel, "Add a bed").click()
    assert [bed.name for bed in Bed.select().where(Bed.room == room.id).order_by(Bed.id)] == ["1", "2"]
    assert said == ["A bed is added."]


def answer(monkeypatch: pytest.MonkeyPatch, *, accepted: bool = True) -> None:
    code = QDialog.DialogCode.Accepted if accepted else QDialog.DialogCode.Rejected
    monkeypatch.setattr(Question, "exec", lambda question: code)


def test_a_bed_gets_another_number(page: RoomsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    room = page.panel.room
    assert room is not None
    monkeypatch.setattr(BedNameQuestion, "ask", lambda parent, bed: "7")
    pressed(page, f"Give bed {room.name}-1 another number")
    assert Bed.get(Bed.room == room.id).name == "7"


def test_a_bed_keeps_its_number_where_none_is_given(page: RoomsPage, qtbot: QtBot) -> None:
    assert page.panel.room is not None
    question = BedNameQuestion(page.panel.room.beds[0])
    qtbot.addWidget(question)
    question.name.control.set_value(" ")
    assert not question.may_accept()
    assert question.name.message == "Write the bed's number."


def test_an_empty_bed_is_retired(page: RoomsPage, said: list[str]) -> None:
    room = page.panel.room
    assert room is not None
    pressed(page, f"Retire bed {room.name}-1")
    assert Bed.get(Bed.room == room.id).retired_on is not None
    assert said == [f"Bed {room.name}-1 is retired."]


def test_a_bed_that_somebody_has_is_not_retired(
    page: RoomsPage, workplace: Workplace, said: list[str]
) -> None:
    a_referral(workplace.desk)
    held = Bed.get(Bed.id == 1)
    page.view.choose(held.room.id)
    pressed(page, f"Retire bed {held.room.name}-1")
    assert Bed.get(Bed.id == 1).retired_on is None
    assert len(said) == 1
    assert "Somebody has this bed" in said[0]


def test_a_room_is_retired_only_after_the_question(page: RoomsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    before = names()
    answer(monkeypatch, accepted=False)
    button_in(page.panel, "Retire the room…").click()
    assert names() == before
    answer(monkeypatch)
    button_in(page.panel, "Retire the room…").click()
    assert names() == before[1:]


def test_arrows_lead_from_room_to_room(page: RoomsPage, workplace: Workplace, qtbot: QtBot) -> None:
    add_room(workplace.desk, RoomRequest(floor=2, name="201", kind=RoomKind.MEN, beds=3))
    page.view.setFocus()
    qtbot.keyClick(page.view, Key.Key_End)
    assert page.panel.room is not None
    assert page.panel.room.name == "201"
    qtbot.keyClick(page.view, Key.Key_Up)
    assert page.panel.room.floor == 1
    qtbot.keyClick(page.view, Key.Key_Home)
    assert page.panel.room.name == names()[0]


def test_escape_leads_from_adding_back_to_the_room_and_then_to_the_board(
    page: RoomsPage, qtbot: QtBot
) -> None:
    page.begin_adding()
    qtbot.keyClick(page, Key.Key_Escape)
    assert not is_seen(page.adding, page)
    with qtbot.waitSignal(page.leads_to) as led:
        qtbot.keyClick(page, Key.Key_Escape)
    assert led.args == [Place.BED, 0]


def test_a_bed_is_shown_on_the_board(page: RoomsPage, qtbot: QtBot) -> None:
    room = page.panel.room
    assert room is not None
    with qtbot.waitSignal(page.leads_to) as led:
        pressed(page, f"Show bed {room.name}-1 on the board")
    assert led.args == [Place.BED, room.beds[0].id]


def test_the_fields_of_new_rooms_are_in_a_panel_of_their_own(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    panel = AddingPanel()
    panel.setParent(whole)
    assert panel.requests() == []


@pytest.mark.parametrize(("is_compact", "width"), [(True, 304), (False, 336)])
def test_either_panel_takes_the_measures_of_the_window(page: RoomsPage, is_compact: bool, width: int) -> None:
    theme().set_density("compact" if is_compact else "normal")
    page.set_compact(is_compact)
    assert page.panel.width() == width
    page.begin_adding()
    assert page.adding.width() == width


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_how_many_beds_a_room_has_is_said_whole(
    page: RoomsPage, workplace: Workplace, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with words.spoken_in(language):
        add_room(workplace.desk, RoomRequest(floor=2, name="201", kind=RoomKind.MEN, beds=12))
        workplace.changes.committed.emit()
        rooms = painted_rooms(page, monkeypatch)
    assert rooms
    assert [text for text, room, needed in rooms if needed > room] == []


def painted_rooms(page: RoomsPage, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float, int]]:
    """What the list paints: each text, the width of its room, and what it needs."""
    painted: list[tuple[str, float, int]] = []

    def paint(painter: QPainter, room: QRectF, text: str, *, font: QFont, **kinds: object) -> None:
        painted.append((text, room.width(), text_width(font, text)))

    monkeypatch.setattr(view, "paint_text", paint)
    page.view.viewport().grab()
    return painted


def test_a_floor_is_seen_with_its_first_room(page: RoomsPage, workplace: Workplace, qtbot: QtBot) -> None:
    add_rooms(
        workplace.desk,
        [RoomRequest(floor=2, name=f"{201 + at}", kind=RoomKind.MEN, beds=1) for at in range(30)],
    )
    workplace.changes.committed.emit()
    page.view.setFocus()
    qtbot.keyClick(page.view, Key.Key_End)
    assert page.view.verticalScrollBar().value() > 0
    qtbot.keyClick(page.view, Key.Key_Home)
    assert page.view.verticalScrollBar().value() == 0
    qtbot.keyClick(page.view, Key.Key_PageDown)
    assert page.panel.room is not None
    assert page.panel.room.floor == 2


def test_enter_leads_to_the_rooms_fields_and_escape_back_to_the_list_and_then_to_the_board(
    page: RoomsPage, qtbot: QtBot
) -> None:
    led: list[str] = []
    page.leads_to.connect(lambda place, _subject_id: led.append(place))
    page.begin_adding()
    page.view.setFocus()
    qtbot.keyClick(page.view, Key.Key_Return)
    assert page.panel.name.control.hasFocus()
    assert page.panel.name.control.selectedText() == page.panel.name.control.text()
    qtbot.keyClick(page.panel.name.control, Key.Key_Escape)
    assert page.view.hasFocus()
    assert led == []
    qtbot.keyClick(page.view, Key.Key_Escape)
    assert led == [Place.BED]


def test_rooms_and_beds_are_numbered_in_letters_that_papers_have(page: RoomsPage, qtbot: QtBot) -> None:
    before = names()
    page.begin_adding()
    page.adding.first.control.set_value("😀1")
    page.adding.ask()
    assert "«😀»" in page.adding.first.message
    page.stop_adding()
    panel = page.panel
    panel.name.control.setText("房 1")
    panel.save_button.click()
    assert "«房»" in panel.name.message
    assert names() == before
    assert panel.room is not None
    question = BedNameQuestion(panel.room.beds[0])
    qtbot.addWidget(question)
    question.name.control.setText("2😀")
    assert not question.may_accept()
    question.name.control.setText("2а")
    assert question.may_accept()
