import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.workplace import Workplace
from tests.ui.journal.panel.states import State, blocked, due, printed


def stops_after_the_lines(page: JournalPage, qtbot: QtBot, count: int) -> list[str]:
    """The names of the controls that the Tab key comes to from the journal's lines."""
    page.table.view.setFocus()
    stops = []
    for _press in range(count):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        stops.append(now.accessibleName())
    return stops


@pytest.mark.parametrize(
    ("state", "stops"),
    [
        (
            blocked,
            [
                "Enter the slip",
                "Enter the date",
                "What Мысалов Дәурен handed in…",
                "What Мысалов Ерасыл handed in…",
                "What Мысалова Бибі handed in…",
                "Print the application",
                "Return…",
                "More actions",
                "Close",
            ],
        ),
        (due, ["Issue the referral (Ctrl+Enter)"]),
        (printed, ["Received on", "Handed over", "Open the referral (Ctrl+Enter)"]),
    ],
)
def test_tab_leads_from_the_line_to_its_next_step_and_to_the_cross_last(
    workplace: Workplace, qtbot: QtBot, state: State, stops: list[str]
) -> None:
    page = JournalPage(workplace)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_application(state(workplace.desk))
    assert stops_after_the_lines(page, qtbot, len(stops)) == stops
    page.reload()
    assert stops_after_the_lines(page, qtbot, len(stops)) == stops
    assert page.table.view.accessibleName() in stops_after_the_lines(page, qtbot, 40)
