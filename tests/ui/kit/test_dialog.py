from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label

CTRL = Qt.KeyboardModifier.ControlModifier


class StrikeOut(Question):
    """A question with one field that must be filled in."""

    def __init__(self) -> None:
        super().__init__(
            "Өтініштің күшін жою",
            "Күшін жою",
            explanation="Жазба журналда қалады.",
            changes=[Change("Ө-146/26", "резервте", "күші жойылды")],
        )
        self.reason = TextField()
        self.fields.addWidget(self.reason)

    def may_accept(self) -> bool:
        return bool(self.reason.value())

    @classmethod
    def ask(cls) -> str | None:
        dialog = cls()
        return dialog.reason.value() if dialog.was_accepted() else None


def answering(act: Callable[[StrikeOut], None]) -> str | None:
    def find_and_act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StrikeOut)
        act(dialog)

    QTimer.singleShot(0, find_and_act)
    return StrikeOut.ask()


def test_escape_means_no_answer(qtbot: QtBot) -> None:
    assert answering(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape)) is None


def test_ctrl_enter_answers(qtbot: QtBot) -> None:
    def act(dialog: StrikeOut) -> None:
        dialog.reason.set_value("қайтыс болды")
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    assert answering(act) == "қайтыс болды"


def test_the_verb_button_answers(qtbot: QtBot) -> None:
    def act(dialog: StrikeOut) -> None:
        dialog.reason.set_value("қайтыс болды")
        qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)

    assert answering(act) == "қайтыс болды"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_alone_never_answers(qtbot: QtBot, key: Qt.Key) -> None:
    dialog = StrikeOut()
    qtbot.addWidget(dialog)
    dialog.reason.set_value("себеп")
    dialog.show()
    qtbot.keyClick(dialog.reason, key)
    qtbot.keyClick(dialog, key)
    qtbot.keyClick(dialog.verb_button, key)
    assert dialog.isVisible()


def test_what_is_missing_keeps_the_question_open(qtbot: QtBot) -> None:
    dialog = StrikeOut()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept_now()
    assert dialog.isVisible()
    dialog.reason.set_value("себеп")
    dialog.verb_button.set_blocked("рұқсат жоқ")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()


def test_a_question_is_480_wide_and_its_button_is_its_verb(qtbot: QtBot) -> None:
    dialog = StrikeOut()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() == 480
    assert dialog.verb_button.words == "Күшін жою"
    assert dialog.windowTitle() == "Өтініштің күшін жою"


def test_before_and_after_can_change_while_somebody_types(qtbot: QtBot) -> None:
    dialog = StrikeOut()
    qtbot.addWidget(dialog)
    dialog.show()
    high = dialog.sizeHint().height()
    dialog.show_changes([])
    assert dialog._changes.count() == 0
    qtbot.waitUntil(lambda: dialog.sizeHint().height() < high)


def test_without_a_verb_there_is_only_closing(qtbot: QtBot) -> None:
    telling = Question("Барлық пернелер", "")
    qtbot.addWidget(telling)
    telling.open()
    shown = [button.words for button in telling.findChildren(Button) if button.isVisible()]
    assert shown == ["Close"]
    qtbot.keyClick(telling, Qt.Key.Key_Escape)
    assert not telling.isVisible()


def test_a_question_does_not_outlive_its_answer(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def close() -> None:
        (question,) = window.findChildren(Question)
        question.reject()

    QTimer.singleShot(0, close)
    Question("Өтініштің күшін жою", "", parent=window).tell()
    qtbot.waitUntil(lambda: not window.findChildren(Question))


CHANGES = (
    Change("Направление", "действует", "срок пропущен"),
    Change("Койко-места", "108-1, 108-2, 108-3: забронировано", "свободно"),
    Change("Свободные койко-места", "7", "10"),
)


@pytest.mark.parametrize(
    "changes", [CHANGES, (Change("2026 год · книга 1", "открыта", "окончена 18.03.2026"),)]
)
def test_no_line_of_what_changes_is_cut(changes: tuple[Change, ...], qtbot: QtBot) -> None:
    question = Question("Үлгі", "Растау", changes=changes)
    qtbot.addWidget(question)
    question.show()
    for label in question.findChildren(Label):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_longer_side_of_a_change_has_what_the_shorter_leaves(qtbot: QtBot) -> None:
    question = Question("Үлгі", "Растау", changes=(Change("Книга", "открыта", "окончена 18.03.2026, среда"),))
    qtbot.addWidget(question)
    question.show()
    before, after = (
        next(label for label in question.findChildren(Label) if label.text().startswith(words))
        for words in ("открыта", "окончена")
    )
    assert before.width() < after.width()
    assert after.height() < 2 * before.height()


@pytest.mark.parametrize("lines", [12, 200])
def test_a_question_that_grows_keeps_its_buttons_on_the_screen(qtbot: QtBot, lines: int) -> None:
    question = StrikeOut()
    qtbot.addWidget(question)
    question.show()
    room = question.screen().availableGeometry()
    question.move(room.left(), room.bottom() - question.frameGeometry().height())
    before = question.height()
    said = Label("\n".join(["Үлгі"] * lines))
    question.fields.addWidget(said)
    said.show()
    question.fit()
    assert question.height() > before
    assert question.frameGeometry().top() >= room.top()
    if lines == 12:
        assert question.frameGeometry().bottom() <= room.bottom()
    else:
        assert question.frameGeometry().top() == room.top()


def test_a_question_with_room_below_stays_where_it_is(qtbot: QtBot) -> None:
    question = StrikeOut()
    qtbot.addWidget(question)
    question.show()
    question.move(question.screen().availableGeometry().topLeft())
    at = question.pos()
    before = question.height()
    said = Label("Үлгі")
    question.fields.addWidget(said)
    said.show()
    question.make_room()
    assert question.height() > before
    assert question.pos() == at
