import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.journal.panel_foot import PanelFoot
from kandas_desktop.ui.kit.buttons import IconButton
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


def test_papers_and_new_applications_are_asked_for_by_signals(
    workplace: Workplace, show: Show, qtbot: QtBot
) -> None:
    panel = show(issued(workplace.desk))
    with qtbot.waitSignal(panel.application_paper_asked) as paper:
        button_in(panel, "Print the application").click()
    with qtbot.waitSignal(panel.referral_opened) as referral:
        panel.take_main_action()
    with qtbot.waitSignal(panel.intake_asked_from) as anew:
        menu_of(panel).actions()[0].trigger()
    assert [paper.args, referral.args, anew.args] == [[1], [1], [1]]


def test_the_cross_asks_to_be_closed(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(due(workplace.desk))
    cross = next(button for button in panel.findChildren(IconButton) if button.accessibleName() == "Close")
    with qtbot.waitSignal(panel.closed):
        cross.click()
