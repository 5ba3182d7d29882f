"""The ways from page to page, and what is said on them."""

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.consideration import return_application
from kandas_desktop.queries.journal_lines import JournalChoice, Show
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.pages import Pages
from kandas_desktop.ui.workplace import Workplace
from tests.factories import an_application


@pytest.fixture
def pages(workplace: Workplace, qtbot: QtBot) -> Pages:
    made = Pages(workplace)
    qtbot.addWidget(made)
    made.show_page("journal")
    made.show()
    return made


def the_journal(pages: Pages) -> JournalPage:
    page = pages.page("journal")
    assert isinstance(page, JournalPage)
    return page


def test_what_was_registered_is_shown_and_said(pages: Pages, workplace: Workplace, qtbot: QtBot) -> None:
    said: list[str] = []
    workplace.notices.said.connect(lambda text, kind: said.append(text))
    intake = pages.page("intake")
    assert isinstance(intake, IntakePage)
    intake.registered.emit(an_application(workplace.desk), False)
    assert said == ["Ө-1/26 registered."]
    assert the_journal(pages).is_panel_open


def test_searching_everywhere_leaves_no_line_out(pages: Pages, workplace: Workplace, qtbot: QtBot) -> None:
    return_application(workplace.desk, an_application(workplace.desk), reason="Үлгі")
    filters = the_journal(pages).table.filters
    filters.set_choice(JournalChoice(show=Show.DUE, typed="мысал", year=2026, country="UZ"))
    pages.search()
    assert filters.choice == JournalChoice(typed="мысал")
    assert filters.search.selectedText() == "мысал"
