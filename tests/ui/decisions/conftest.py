"""A page of decisions with a family that lives here."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person
from tests.stays import Family, a_family_living_here


@pytest.fixture
def family(workplace: Workplace) -> Family:
    people = a_person(surname="Үлгібаев"), a_person("Сәуле", surname="Үлгібаева")
    return a_family_living_here(workplace.desk, *people, beds=("101-1", "101-2"))


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, family: Family) -> Iterator[DecisionsPage]:
    made = DecisionsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1162, 736)
    made.show()
    yield made
    made.close()


@pytest.fixture
def led(page: DecisionsPage) -> list[tuple[str, int]]:
    """Where the page led, as (place, id)."""
    ways: list[tuple[str, int]] = []
    page.leads_to.connect(lambda place, subject_id: ways.append((place, subject_id)))
    return ways
