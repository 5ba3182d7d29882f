"""Qt's own buttons speak the user's language."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.qt_words import QtWords, speak_in_qt
from kandas_desktop.words import spoken_in

BUTTONS = [button for button in QDialogButtonBox.StandardButton if button.value and button.name != "NoButton"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_standard_button_is_translated(language: str, qtbot: QtBot) -> None:
    untranslated = QDialogButtonBox()
    qtbot.addWidget(untranslated)
    words = QtWords()
    with spoken_in(language):
        for button in BUTTONS:
            english = untranslated.addButton(button)
            if english is None:
                continue
            ours = words.translate("QPlatformTheme", english.text())
            assert ours, english.text()
            assert ours.isascii() is False


def test_the_application_asks_our_catalogue(qapp: QApplication, qtbot: QtBot) -> None:
    with spoken_in("kk"):
        translator = speak_in_qt(qapp)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        qapp.removeTranslator(translator)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Бас тарту"


def test_what_is_not_ours_is_left_to_qt() -> None:
    assert QtWords().translate("QObject", "Something of Qt's &own:") == "Something of Qt's &own:"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+A", "Del", "Home", "Print", "Back"])
def test_keys_keep_the_names_that_stand_on_them(qapp: QApplication, language: str, keys: str) -> None:
    with spoken_in(language):
        translator = speak_in_qt(qapp)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        qapp.removeTranslator(translator)
    assert shown == keys
