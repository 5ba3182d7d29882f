import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from kandas_desktop.models.paper_tables import PaperIssue
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.paper.sheets import Sheets
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral, an_application


@pytest.fixture
def printing(page: PaperPage, workplace: Workplace, qtbot: QtBot) -> PaperPage:
    """The page of a referral while the first of twenty pages has been printed."""
    page.open_referral(a_referral(workplace.desk))
    page.side.panel.printing.copies.control.set_number(20)
    page.side.panel.print_button.trigger()
    qtbot.waitSignal(page.side.outgoing.progressed).wait()
    return page


def test_nothing_else_leaves_while_a_paper_is_printed(printing: PaperPage) -> None:
    panel = printing.side.panel
    for button in (panel.print_button, panel.save_button, panel.open_button):
        assert button.blocked_reason.startswith("Printing: page ")
    printing.side.outgoing.cancel()
    for button in (panel.print_button, panel.save_button, panel.open_button):
        assert button.blocked_reason == ""


def test_another_paper_that_is_opened_meanwhile_is_shown_at_once(
    printing: PaperPage, workplace: Workplace
) -> None:
    printing.open_application(an_application(workplace.desk, size=15))
    assert printing.side.outgoing.is_printing
    assert printing.view.page_count == 2
    printing.side.outgoing.cancel()


def test_closing_the_page_stops_the_printing(printing: PaperPage) -> None:
    printing.close()
    assert not printing.side.outgoing.is_printing
    assert PaperIssue.select().count() == 0


def test_a_bug_in_drawing_a_page_is_told_once_and_ends_the_printing(
    page: PaperPage, workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_referral(a_referral(workplace.desk))

    def fail(_sheets: Sheets, _page: int, _scale: float) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Sheets, "picture", fail)
    page.view.hide_words("out of sight")
    with capture_exceptions() as caught, qtbot.waitSignal(page.side.outgoing.ended):
        page.side.panel.print_button.trigger()
    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]
    assert not page.side.panel.trouble.isHidden()
    assert PaperIssue.select().count() == 0
