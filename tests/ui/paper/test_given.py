"""A notice of the stay's end that left the program was given: Today asks for it no more (r.15)."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions import notices
from kandas_desktop.errors import Trouble
from kandas_desktop.models.stay_tables import TermNotice
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person
from tests.stays import Family, a_family_living_here
from tests.ui.paper.conftest import PrintersOfPaper


@pytest.fixture
def family(workplace: Workplace) -> Family:
    return a_family_living_here(workplace.desk, a_person(surname="Үлгібаев"), beds=("101-1",))


def given() -> list[tuple[int, date]]:
    return [(row.household.id, row.given_on) for row in TermNotice.select()]


def test_a_notice_that_was_saved_was_given_once_a_day(
    page: PaperPage, family: Family, tmp_path: Path
) -> None:
    page.open_paper(Place.TERM_NOTICE_PAPER, family.household_id)
    page.side.save_to(tmp_path / "term.pdf")
    page.side.save_to(tmp_path / "term-2.pdf")
    assert given() == [(family.household_id, date(2026, 3, 18))]


def test_a_notice_that_was_printed_was_given(
    page: PaperPage, family: Family, printers: PrintersOfPaper, qtbot: QtBot
) -> None:
    page.open_paper(Place.TERM_NOTICE_PAPER, family.household_id)
    page.side.panel.print_button.click()
    qtbot.waitUntil(lambda: len(given()) == 1)


def test_a_notice_that_was_shown_by_another_program_was_given(
    page: PaperPage, family: Family, opened: list[Path]
) -> None:
    page.open_paper(Place.TERM_NOTICE_PAPER, family.household_id)
    page.side.outgoing.open_volume(b"%PDF", "x")
    assert len(opened) == len(given()) == 1


def test_another_paper_that_is_not_counted_records_nothing(
    page: PaperPage, family: Family, tmp_path: Path
) -> None:
    page.open_paper(Place.LINEN_PAPER, 0)
    page.side.save_to(tmp_path / "linen.pdf")
    assert given() == []


def test_what_cannot_be_written_is_said(
    page: PaperPage,
    family: Family,
    workplace: Workplace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_any: object) -> int:
        raise Trouble("The disk is full.")

    heard: list[tuple[str, str]] = []
    workplace.notices.said.connect(lambda text, kind, action: heard.append((text, kind)))
    monkeypatch.setattr(notices, "record_term_notice", fail)
    page.open_paper(Place.TERM_NOTICE_PAPER, family.household_id)
    page.side.save_to(tmp_path / "term.pdf")
    assert ("The disk is full.", "fault") in heard
