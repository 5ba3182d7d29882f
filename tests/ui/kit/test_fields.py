from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.ui.kit.toggles import Segmented
from tests.ui.kit.conftest import Sheet

LONG = "19 жаста: талонсыз бүкіл отбасына жолдама берілмейді. Тіркеуге кедергі емес."


def controls() -> list[QWidget]:
    return [
        TextField(),
        TextAreaField(),
        DateField(today=lambda: date(2026, 3, 18)),
        ChoiceField([("UZ", "Өзбекстан")]),
        Segmented([("m", "Ер"), ("f", "Әйел")]),
    ]


def test_every_control_can_stand_in_a_field(sheet: Sheet) -> None:
    fields = [Field("Талон", control) for control in controls()]
    sheet.stand(*fields)
    for field in fields:
        field.set_error("Ондай күн жоқ")
        assert field.message == "Ондай күн жоқ"
        field.clear_message()
        assert field.message == ""


def test_the_label_names_the_control_for_a_screen_reader(qtbot: QtBot) -> None:
    field = Field("Әкесінің аты", TextField(), second="болса")
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "Әкесінің аты · болса"
    field.set_label("Тегі")
    assert field.control.accessibleName() == "Тегі"


def test_what_is_missing_is_told_and_the_field_stays_as_it_is(qtbot: QtBot) -> None:
    field = Field("Талон нөмірі", TextField())
    qtbot.addWidget(field)
    field.set_missing("Талон жоқ", 3)
    assert field.control.state == "missing"
    assert field.control.isEnabled()
    assert field.control.accessibleDescription() == "Талон жоқ"


def test_an_error_keeps_what_was_typed(qtbot: QtBot) -> None:
    field = Field("Туған күні", TextField())
    qtbot.addWidget(field)
    field.control.set_value("30.02.1990")
    field.set_error("Ондай күн жоқ")
    assert (field.control.state, field.control.value()) == ("error", "30.02.1990")
    field.set_note("жылы жетеді")
    assert (field.control.state, field.message) == ("plain", "жылы жетеді")


def test_a_long_remark_is_shown_whole(sheet: Sheet, qtbot: QtBot) -> None:
    field = Field("Талон нөмірі", TextField())
    sheet.setFixedWidth(300)
    sheet.resize(300, 300)
    sheet.stand(field)
    low = field.height()
    field.set_missing(LONG, 3)
    words = field._message._words
    qtbot.waitUntil(lambda: words.height() == words.heightForWidth(words.width()))
    assert words.height() >= 32
    assert field.height() > low
    assert field.control.height() == 32


def test_the_focus_goes_to_the_control(sheet: Sheet, qtbot: QtBot) -> None:
    field = Field("Тегі", TextField())
    sheet.stand(field)
    qtbot.waitUntil(field.control.hasFocus)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_can_go_on_from_any_control(sheet: Sheet, qtbot: QtBot, key: Qt.Key) -> None:
    box, field = QCheckBox(), TextField()
    advance_on_enter(box)
    sheet.stand(box, field)
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, key)
    assert field.hasFocus()
    assert not box.isChecked()
