import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.journal.panel_foot import PanelFoot
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.ui.journal.panel.conftest import Show, menu_of
from tests.ui.journal.panel.states import State, due, issued, returned, struck_out
from tests.ui.looking import button_in, shown_in


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (
            due,
            [
                ("Choose other beds…", True),
                ("New application of this family", True),
                ("Who needs an accessible room…", True),
                ("Strike out the line…", True),
            ],
        ),
        (
            issued,
            [
                ("New application of this family", True),
                ("Who needs an accessible room…", True),
                ("Open the referral", True),
                ("Strike out the referral Ж-1/26…", True),
                ("Strike out the line…", False),
            ],
        ),
        (returned, [("Strike out the line…", True)]),
        (struck_out, [("Strike out the line…", False)]),
    ],
)
def test_the_menu_holds_what_else_may_be_done(
    workplace: Workplace, show: Show, state: State, expected: list[tuple[str, bool]]
) -> None:
    menu = menu_of(show(state(workplace.desk)))
    entries = [(action.text(), action.isEnabled()) for action in menu.actions() if action.text()]
    assert entries == expected


def test_an_entry_that_cannot_be_chosen_says_why(workplace: Workplace, show: Show) -> None:
    menu = menu_of(show(issued(workplace.desk)))
    assert menu.actions()[-1].toolTip() == "A referral is in force"


def test_the_menu_opens_at_its_button(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(due(workplace.desk))
    opened = []

    def look_and_close() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        opened.append(type(menu))
        menu.close()

    QTimer.singleShot(0, look_and_close)
    qtbot.mouseClick(shown_in(panel, PanelFoot).more_button, Qt.MouseButton.LeftButton)
    assert opened == [QMenu]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (issued, "A referral is in force"),
        (returned, "The application was returned"),
        (struck_out, "The application is struck out"),
    ],
)
def test_what_cannot_be_returned_says_why(
    workplace: Workplace, show: Show, state: State, reason: str
) -> None:
    button = button_in(show(state(workplace.desk)), "Return…")
    assert not button.isEnabled()
    assert button.toolTip() == reason


def test_the_panel_leads_to_its_papers_and_to_a_new_application(workplace: Workplace, show: Show) -> None:
    panel = show(issued(workplace.desk))
    led: list[tuple[str, int]] = []
    panel.leads_to.connect(lambda place, id_: led.append((place, id_)))
    button_in(panel, "Print the application").click()
    panel.take_main_action()
    menu_of(panel).actions()[0].trigger()
    assert led == [(Place.APPLICATION_PAPER, 1), (Place.REFERRAL_PAPER, 1), (Place.INTAKE_AGAIN, 1)]


def test_the_cross_asks_to_be_closed(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(due(workplace.desk))
    cross = next(button for button in panel.findChildren(IconButton) if button.accessibleName() == "Close")
    with qtbot.waitSignal(panel.closed):
        cross.click()
