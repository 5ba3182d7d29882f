"""What is wrong with a choice is said below it in red, with the sign that fields have."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.error_line import ErrorLine
from kandas_desktop.ui.kit.marks import IconMark
from tests.ui.looking import is_seen, words_in


def test_it_is_seen_with_its_sign_only_while_something_is_wrong(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    line = ErrorLine()
    QVBoxLayout(whole).addWidget(line)
    assert not is_seen(line, whole)
    line.say("Кемінде бір адамды таңдаңыз.")
    (mark,) = line.findChildren(IconMark)
    assert (words_in(whole), is_seen(mark, whole)) == (["Кемінде бір адамды таңдаңыз."], True)
    line.say("")
    assert not is_seen(line, whole)
