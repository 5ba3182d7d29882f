"""What a paper is called is read whole beside where it stands, in the small window too."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import spoken_in
from tests.factories import a_person
from tests.stays import Family, a_family_living_here
from tests.ui.paper.conftest import PrintersOfPaper

WIDTH = 1093 - 56  # the small window beside its narrow navigation


@pytest.fixture
def family(workplace: Workplace) -> Family:
    people = a_person(surname="Үлгібаев"), a_person("Сәуле", surname="Үлгібаева")
    return a_family_living_here(workplace.desk, *people, beds=("101-1", "101-2"))


@pytest.fixture
def _in_a_small_window() -> Iterator[None]:
    theme().set_density("compact")
    yield
    theme().set_density("normal")


@pytest.mark.usefixtures("_in_a_small_window")
@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    "place", [Place.LINEN_PAPER, Place.TERM_NOTICE_PAPER, Place.HOUSE_RULES_PAPER, Place.RESERVE_PAPER]
)
def test_a_papers_title_is_read_whole(
    qtbot: QtBot, workplace: Workplace, printers: PrintersOfPaper, family: Family, language: str, place: Place
) -> None:
    with spoken_in(language):
        page = PaperPage(workplace, printers)
        qtbot.addWidget(page)
        page.resize(WIDTH, 614)
        page.show()
        page.open_paper(place, family.household_id)
        page.set_compact(True)
        QApplication.sendPostedEvents()  # the head lays itself out for its title
        subject = page.subject
        assert subject is not None
        [title] = [label for label in page.head.findChildren(Label) if label.text() == subject.title]
        assert text_width(title.font(), title.text()) <= title.width()
        assert page.width() == WIDTH


@pytest.mark.usefixtures("_in_a_small_window")
@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("place", [Place.TERM_NOTICE_PAPER, Place.HOUSE_RULES_PAPER])
def test_whose_a_paper_is_can_be_read_or_is_left_out(
    qtbot: QtBot, workplace: Workplace, printers: PrintersOfPaper, family: Family, language: str, place: Place
) -> None:
    with spoken_in(language):
        page = PaperPage(workplace, printers)
        qtbot.addWidget(page)
        page.resize(WIDTH, 614)
        page.show()
        page.open_paper(place, family.household_id)
        page.set_compact(True)
        QApplication.sendPostedEvents()
        who = page.head._who
        assert who.shown in ("", who.text()) or len(who.shown) >= 12
