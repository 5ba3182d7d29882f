"""What is longer than a field allows stays whole in it, is told beside it, and is refused at the button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.fields import Field, all_fit
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.kit.text_area import TextAreaField
from tests.ui.kit.keyboard import type_text

LONG = "Longer than 10 characters."
CTRL = Qt.KeyboardModifier.ControlModifier


class _Asking(Question):
    """A question with a text of ten letters at most."""

    def __init__(self, control: TextField | TextAreaField) -> None:
        super().__init__("Өтініштің күшін жою", "Күшін жою")
        self.reason = Field("Себебі", control)
        self.other = Field("Нөмірі", TextField())
        self.fields.addWidget(self.reason)
        self.fields.addWidget(self.other)


def paste(qtbot: QtBot, field: Field[TextField | TextAreaField], text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    control = field.control
    qtbot.keyClick(control.focusProxy() or control, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()


def some() -> list[TextField | TextAreaField]:
    return [TextField(max_length=10), TextAreaField(max_length=10), ChoiceField(free=True, max_length=10)]


@pytest.mark.parametrize("kind", range(3))
def test_what_is_pasted_stays_whole_and_its_length_is_told_at_once(qtbot: QtBot, kind: int) -> None:
    field = Field("Себебі", some()[kind])
    qtbot.addWidget(field)
    paste(qtbot, field, "отбасы көшіп кетті")
    assert field.control.value() == "отбасы көшіп кетті"
    assert field.message == LONG
    assert field.control.state == "error"


@pytest.mark.parametrize("kind", range(3))
def test_what_is_typed_beyond_the_length_is_told_with_the_first_letter_too_many(
    qtbot: QtBot, kind: int
) -> None:
    field = Field("Себебі", some()[kind])
    qtbot.addWidget(field)
    inner = field.control.focusProxy() or field.control
    type_text(inner, "1234567890")
    assert field.message == ""
    type_text(inner, "1")
    assert field.message == LONG
    qtbot.keyClick(inner, Qt.Key.Key_Backspace)
    assert field.message == ""
    assert field.control.state == "plain"


def test_spaces_at_the_ends_do_not_count(qtbot: QtBot) -> None:
    field = Field("Себебі", some()[0])
    qtbot.addWidget(field)
    paste(qtbot, field, "  1234567890  ")
    assert field.message == ""


def test_another_remark_does_not_cover_the_length(qtbot: QtBot) -> None:
    field = Field("Себебі", some()[0])
    qtbot.addWidget(field)
    paste(qtbot, field, "отбасы көшіп кетті")
    for tell in (field.clear_message, lambda: field.set_note("…"), lambda: field.set_missing("…", 3)):
        tell()
        assert field.message == LONG


def test_shortening_takes_away_no_other_sentence(qtbot: QtBot) -> None:
    field = Field("Себебі", TextField(max_length=10))
    qtbot.addWidget(field)
    field.set_missing("Талон жоқ", 3)
    type_text(field.control, "12")
    assert field.message == "Талон жоқ"


@pytest.mark.parametrize("kind", range(3))
def test_a_question_with_a_text_too_long_is_not_answered(qtbot: QtBot, kind: int) -> None:
    question = _Asking(some()[kind])
    qtbot.addWidget(question)
    question.show()
    question.other.setFocus()
    paste(qtbot, question.reason, "отбасы көшіп кетті")
    qtbot.keyClick(question, Qt.Key.Key_Return, CTRL)
    assert question.isVisible()
    control = question.reason.control
    assert question.focusWidget() is (control.focusProxy() or control)
    control.set_value("көшті")
    qtbot.keyClick(question, Qt.Key.Key_Return, CTRL)
    assert not question.isVisible()


def test_a_question_grows_with_the_sentence_about_the_length(qtbot: QtBot) -> None:
    question = _Asking(TextField(max_length=10))
    qtbot.addWidget(question)
    question.show()
    before = question.height()
    paste(qtbot, question.reason, "отбасы көшіп кетті")
    assert question.height() > before


def test_a_text_that_is_not_shown_stops_nobody(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    field = Field("Себебі", TextField(max_length=10))
    QVBoxLayout(place).addWidget(field)
    field.control.setText("отбасы көшіп кетті")
    assert not all_fit(place)
    field.hide()
    assert all_fit(place)


def test_a_number_beyond_the_bounds_that_is_pasted_is_not_taken_for_another(qtbot: QtBot) -> None:
    number = NumberField(1, 99, value=7)
    field: Field[TextField | TextAreaField] = Field("Қабат", number)
    qtbot.addWidget(field)
    number.selectAll()
    paste(qtbot, field, "150")
    assert (number.number(), number.text()) == (7, "7")


def test_a_number_has_no_more_digits_than_it_may(qtbot: QtBot) -> None:
    field = Field("Қабат", NumberField(1, 99, value=1))
    qtbot.addWidget(field)
    field.control.selectAll()
    type_text(field.control, "123")
    assert field.control.number() == 12
    assert field.message == ""
