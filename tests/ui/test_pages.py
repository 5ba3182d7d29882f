"""The ways from page to page, and what is said on them."""

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.consideration import return_application
from kandas_desktop.queries.journal_lines import JournalChoice, Show
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.page_makers import MAKERS
from kandas_desktop.ui.pages import Pages
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.places import PAGE_OF, Place
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


def test_every_place_stands_on_a_page() -> None:
    assert set(PAGE_OF) == set(Place)
    assert set(PAGE_OF.values()) <= set(MAKERS)


WITHOUT_SUBJECT = [
    Place.TODAY,
    Place.INTAKE,
    Place.RESERVE,
    Place.BED,
    Place.RESIDENT,
    Place.BREACH,
    Place.PETITION,
    Place.LINEN,
    Place.ROOMS,
    Place.WORK_CALENDAR,
    Place.RESERVE_PAPER,
    Place.LINEN_PAPER,
]


@pytest.mark.parametrize("place", WITHOUT_SUBJECT)
def test_a_page_leads_to_every_place(pages: Pages, place: Place, qtbot: QtBot) -> None:
    the_journal(pages).leads_to.emit(place, 0)
    assert pages.currentWidget() is pages.page(PAGE_OF[place])


def test_the_paper_leads_back_to_the_page_that_asked_for_it(pages: Pages) -> None:
    pages.show_page("reserve")
    pages.page("reserve").leads_to.emit(Place.RESERVE_PAPER, 0)
    paper = pages.page("paper")
    assert isinstance(paper, PaperPage)
    paper.back_asked.emit()
    assert pages.currentWidget() is pages.page("reserve")
