"""Tab's way through the whole window and back to where it began."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.kit.navigation import NavigationBar
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.workplace import Workplace
from tests.ui.intake.clerk import write_applicant, write_minor
from tests.ui.intake.keyboard import press

_BACK = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
_ON = (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace) -> MainWindow:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pages.take_in()
    return window


def _walk(keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> list[QWidget]:
    """Every stop from here on until the way comes round."""
    passed: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in passed:
        passed.append(here)
        press(*keys)
    assert QApplication.focusWidget() is passed[0]
    return passed


@pytest.mark.parametrize("has_notice", [False, True])
def test_tab_walks_round_the_window_without_leaving_a_stop_out(
    window: MainWindow, workplace: Workplace, has_notice: bool
) -> None:
    write_applicant()
    write_minor("Үлгібаева", "Аяулым", "30.01.2017", "қызы")
    if has_notice:
        workplace.notices.fault("The disk is full.")
    page = window.pages.currentWidget()
    assert isinstance(page, IntakePage)
    page.enter(forward=True)
    passed = _walk(_ON)
    bar = window.findChild(NavigationBar)
    assert bar is not None
    # Who issued the slip, and whether it is a permit, is asked while somebody is at the slip.
    unfolded = (page.view.card.fields.control(Part.DOCUMENT_ISSUER), *page.view.card.findChildren(LinkButton))
    fields = page.view.stops()
    on = [stop for stop in passed if stop not in unfolded]
    assert on[: len(fields)] == fields
    assert on[len(fields) : len(fields) + 3] == [page.bar.register, page.bar.print, page.head.drafts]
    around = on[len(fields) + 3 :]
    assert sum(bar.isAncestorOf(stop) for stop in around) == 1
    assert len(around) == 1 + has_notice
    back = [stop for stop in _walk(_BACK) if stop not in unfolded]
    assert back == [on[0], *reversed(on[1:])]
