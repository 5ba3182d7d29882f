"""The first start, with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.errors import Trouble
from kandas_desktop.models.tables import AuditLine
from kandas_desktop.queries.office import office
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import DARK
from kandas_desktop.ui.office import set_up
from kandas_desktop.ui.office.set_up import SetUpDialog
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import language, spoken_in

CTRL = Qt.KeyboardModifier.ControlModifier

# Field by field in the order of Tab; None leaves what stands there.
TYPED = (
    "Үлгі орталығы",
    "Образцовый центр",
    "000000000000",
    "Үлгібаев Ү.",
    "Үлгі қаласы, Мысал көшесі, 1",
    "Үлгі облысының көші-қон басқармасы",
    "Қ. Мысалбаев",
    None,
    "140",
    None,
    "97",
    "Сынақбаева С.",
)


@pytest.fixture
def dialog(qtbot: QtBot, new_workplace: Workplace) -> SetUpDialog:
    made = SetUpDialog(new_workplace)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.center.name_kk.control.hasFocus())
    return made


def type_over(qtbot: QtBot, focused: QWidget, typed: str) -> None:
    assert isinstance(focused, QLineEdit)
    focused.selectAll()
    if typed.isascii():
        qtbot.keyClicks(focused, typed)
    else:
        focused.insert(typed)  # Qt's tests press Latin keys only


def test_the_keyboard_alone_sets_the_office_up(qtbot: QtBot, dialog: SetUpDialog) -> None:
    for typed in TYPED:
        focused = QApplication.focusWidget()
        assert focused is not None
        if typed is not None:
            type_over(qtbot, focused, typed)
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    row = office()
    assert row is not None
    assert (row.center_name_kk, row.center_name_ru) == ("Үлгі орталығы", "Образцовый центр")
    assert (row.business_number, row.director) == ("000000000000", "Үлгібаев Ү.")
    assert (row.local_body_name, row.local_body_head) == (
        "Үлгі облысының көші-қон басқармасы",
        "Қ. Мысалбаев",
    )
    assert (row.application_pattern, row.applications_before) == ("Ө-{n}/{yy}", 140)
    assert (row.referral_pattern, row.referrals_before) == ("Ж-{n}/{yy}", 97)


def fill(dialog: SetUpDialog) -> None:
    dialog.center.name_kk.control.setText("Үлгі орталығы")
    dialog.center.name_ru.control.setText("Образцовый центр")
    dialog.local_body.name.control.setText("Үлгі басқармасы")
    dialog.local_body.head.control.setText("Қ. Мысалбаев")
    dialog.computer.operator.control.setText("Сынақбаева С.")


def test_who_sets_it_up_stands_beside_it(dialog: SetUpDialog, new_workplace: Workplace) -> None:
    fill(dialog)
    dialog.finish()
    assert AuditLine.get().operator == "Сынақбаева С."
    assert new_workplace.settings.operator == "Сынақбаева С."


def test_what_is_missing_is_said_beside_every_field_at_once(dialog: SetUpDialog) -> None:
    dialog.finish()
    assert office() is None
    assert dialog.center.name_kk.message == "Write the Center's name in Kazakh."
    assert dialog.center.name_ru.message == "Write the Center's name in Russian."
    assert dialog.local_body.name.message.startswith("Write the body's name")
    assert dialog.local_body.head.message == "Write who signs the referrals."
    assert dialog.computer.operator.message.startswith("Write your name")
    assert dialog.center.name_kk.control.hasFocus()


def test_a_name_alone_missing_takes_the_cursor(dialog: SetUpDialog) -> None:
    fill(dialog)
    dialog.computer.operator.control.clear()
    dialog.finish()
    assert office() is None
    assert dialog.computer.operator.control.hasFocus()


def test_typing_takes_the_sentence_away(dialog: SetUpDialog) -> None:
    dialog.finish()
    dialog.center.name_kk.control.setText("Үлгі орталығы")
    dialog.local_body.head.control.setText("Қ. Мысалбаев")
    dialog.computer.operator.control.setText("С")
    assert dialog.center.name_kk.message == ""
    assert dialog.local_body.head.message.startswith("As on the referral's signing line")
    assert dialog.computer.operator.message == ""


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("", "Write a pattern."),
        ("Ө/{yy}", "Without {n} every paper would get the same number."),
        ("Ө-{n}/{month}", "Only {n}, {yy} and {yyyy} may stand in braces."),
        ("Ө" * 40 + "{n}", "Longer than 40 characters."),
        ("😀-{n}", "The papers cannot show some of these letters."),
    ],
)
def test_a_pattern_without_numbers_is_said_beside_it(
    dialog: SetUpDialog, pattern: str, sentence: str
) -> None:
    fill(dialog)
    dialog.numbers.application.control.setText(pattern)
    dialog.finish()
    assert office() is None
    assert dialog.numbers.application.message == sentence
    assert dialog.numbers.application.control.hasFocus()


def test_the_next_number_is_shown_as_it_will_be(dialog: SetUpDialog) -> None:
    assert dialog.numbers.application.message == "The next one: Ө-1/26"
    dialog.numbers.applications_before.control.set_number(150)
    assert dialog.numbers.application.message == "The next one: Ө-151/26"
    dialog.numbers.application.control.setText("{yyyy}/{n}")
    assert dialog.numbers.application.message == "The next one: 2026/151"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", ""),
        ("000000000000", ""),
        ("1234", "A BIN has 12 digits."),
        ("123456789012", "The last digit does not fit: look again."),
    ],
)
def test_a_doubtful_bin_is_pointed_out_and_stops_nobody(
    dialog: SetUpDialog, typed: str, sentence: str
) -> None:
    fill(dialog)
    field = dialog.center.business_number
    field.control.setText(typed)
    field.control.left.emit()
    assert field.message == sentence
    dialog.finish()
    assert office() is not None


def test_the_language_changes_at_once_and_keeps_what_was_typed(
    dialog: SetUpDialog, new_workplace: Workplace
) -> None:
    with spoken_in("en"):
        fill(dialog)
        dialog.computer.language.chosen.emit("kk")
        assert (language(), new_workplace.settings.language) == ("kk", "kk")
        assert dialog.windowTitle() == "Кеңсені баптау"
        assert dialog.center.name_kk.control.value() == "Үлгі орталығы"
        assert dialog.computer.name() == "Сынақбаева С."


@pytest.mark.usefixtures("_the_theme_it_began_with")
def test_the_theme_changes_at_once(dialog: SetUpDialog, new_workplace: Workplace) -> None:
    dialog.computer.theme.chosen.emit("dark")
    assert theme().palette == DARK
    assert new_workplace.settings.theme == "dark"


def test_a_full_disk_is_said_and_nothing_is_lost(
    dialog: SetUpDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_anything: object) -> None:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(set_up, "set_up_office", fail)
    fill(dialog)
    dialog.finish()
    assert dialog.trouble_words == "The disk is full."
    assert dialog.center.name_kk.control.value() == "Үлгі орталығы"
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_escape_puts_it_off(qtbot: QtBot, dialog: SetUpDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert office() is None


def test_enter_alone_never_ends_it(qtbot: QtBot, dialog: SetUpDialog) -> None:
    fill(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert office() is None


@pytest.mark.parametrize("answer", [True, False])
def test_asking_tells_whether_the_office_was_set_up(
    new_workplace: Workplace, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    code = QDialog.DialogCode.Accepted if answer else QDialog.DialogCode.Rejected
    monkeypatch.setattr(SetUpDialog, "exec", lambda _dialog: code)
    assert SetUpDialog.ask(new_workplace) is answer
