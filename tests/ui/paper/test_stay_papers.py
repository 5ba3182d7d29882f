"""The Center's own papers on the paper page: shown, saved, counted, or why there is none."""

from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    close_breach,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.reports.text import paper_text
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.paper.stay_subjects import placed_subject
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person
from tests.stays import Family, a_family_living_here, left

FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 16)
WEDNESDAY = date(2026, 3, 18)


@pytest.fixture
def family(workplace: Workplace) -> Family:
    people = a_person(surname="Үлгібаев"), a_person("Сәуле", surname="Үлгібаева")
    return a_family_living_here(workplace.desk, *people, beds=("101-1", "101-2"))


def a_breach(workplace: Workplace, family: Family, facts: str = "Түнде төбелесті") -> int:
    request = BreachRequest(family.household_id, FRIDAY, facts, family.stay_ids[:1])
    return record_breach(workplace.desk, request)


def a_decision(workplace: Workplace, family: Family) -> int:
    breach_id = a_breach(workplace, family)
    propose(workplace.desk, breach_id, proposed_on=MONDAY)
    register_proposal(workplace.desk, breach_id, registered_on=MONDAY)
    record_decision(
        workplace.desk,
        DecisionRequest(breach_id, Outcome.EVICT, "12", WEDNESDAY, family.stay_ids),
    )
    return breach_id


def said_in(path: Path) -> str:
    return paper_text(path.read_bytes())


def test_a_proposal_is_shown_saved_and_counted(
    page: PaperPage, workplace: Workplace, family: Family, tmp_path: Path
) -> None:
    breach_id = a_breach(workplace, family)
    propose(workplace.desk, breach_id, proposed_on=MONDAY)
    page.open_paper(Place.PROPOSAL_PAPER, breach_id)
    assert page.subject is not None
    assert (page.subject.title, page.head.state) == ("Proposal 1/26", "Proposed")
    assert page.view.page_count == 1
    assert [tick.isEnabled() for tick in page.side.panel.ticks] == [True, False]
    for name, marked in (("original.pdf", False), ("copy.pdf", True)):
        page.side.save_to(tmp_path / name)
        assert ("КӨШІРМЕ № 1" in said_in(tmp_path / name)) is marked
    assert PaperIssue.select().count() == 2


def test_before_its_step_the_reason_stands_where_the_paper_would(
    page: PaperPage, workplace: Workplace, family: Family
) -> None:
    page.open_paper(Place.PROPOSAL_PAPER, a_breach(workplace, family))
    assert page.subject is not None
    assert page.subject.fault == "The proposal is not made yet (r.13)."
    assert page.view.page_count == 0
    assert page.side.panel.print_button.blocked_reason == page.subject.fault
    assert Paper.select().count() == 0
    assert not page.view.grab().isNull()


def test_letters_that_no_paper_shows_are_named_instead_of_it(
    page: PaperPage, workplace: Workplace, family: Family
) -> None:
    breach_id = a_breach(workplace, family, facts="Төбелес 🥊")
    propose(workplace.desk, breach_id, proposed_on=MONDAY)
    page.open_paper(Place.PROPOSAL_PAPER, breach_id)
    assert page.subject is not None
    assert "«🥊»" in page.subject.fault


def test_a_decisions_notice_offers_the_proposal_with_it(
    page: PaperPage, workplace: Workplace, family: Family
) -> None:
    page.open_paper(Place.DECISION_NOTICE_PAPER, a_decision(workplace, family))
    assert page.subject is not None
    assert page.subject.title == "Notice of decision 12"
    assert [paper.name for paper in page.subject.papers] == ["Notice of the decision", "Proposal"]
    assert [tick.isChecked() for tick in page.side.panel.ticks] == [True, False]
    assert page.head.state == "Decided: must leave"


def test_the_page_follows_what_becomes_of_the_file(
    page: PaperPage, workplace: Workplace, family: Family
) -> None:
    breach_id = a_breach(workplace, family)
    propose(workplace.desk, breach_id, proposed_on=MONDAY)
    page.open_paper(Place.PROPOSAL_PAPER, breach_id)
    close_breach(workplace.desk, breach_id, reason="Қате")
    assert page.head.state == "Closed"


def test_the_notice_of_the_term_is_drawn_as_things_stand_and_not_counted(
    page: PaperPage, workplace: Workplace, family: Family, tmp_path: Path
) -> None:
    page.open_paper(Place.TERM_NOTICE_PAPER, family.household_id)
    assert page.subject is not None
    assert (page.subject.title, page.subject.name) == ("Notice of the stay's end Ө-1/26", "Үлгібаев Дәурен")
    assert page.head.state == "The stay ends on 12.07.2026"
    assert page.side.panel.families.isHidden()
    page.side.save_to(tmp_path / "term.pdf")
    assert "12.07.2026" in said_in(tmp_path / "term.pdf")
    assert Paper.select().count() == PaperIssue.select().count() == 0


def test_a_family_that_left_is_told_of_no_term(page: PaperPage, workplace: Workplace, family: Family) -> None:
    for stay_id in family.stay_ids:
        left(stay_id, WEDNESDAY)
    page.open_paper(Place.TERM_NOTICE_PAPER, family.household_id)
    assert page.subject is not None
    assert page.subject.fault == "Left already (r.15)."
    assert page.head.state == "Nobody lives here"
    assert page.side.panel.save_button.blocked_reason == page.subject.fault


@pytest.mark.parametrize(
    ("place", "title", "is_wide"),
    [
        (Place.RESERVE_PAPER, "Reserve journal, 2026", True),
        (Place.LINEN_PAPER, "Linen round", False),
    ],
)
def test_a_list_is_drawn_as_things_stand(
    page: PaperPage, family: Family, place: Place, title: str, is_wide: bool
) -> None:
    page.open_paper(place, 0)
    assert page.subject is not None
    assert (page.subject.title, page.subject.is_wide) == (title, is_wide)
    assert page.view.page_count == 1
    assert page.side.panel.remark.text.startswith("It is printed as things stand now.")


def test_the_reserve_journal_of_a_past_year_says_how_many_entries_it_has(
    page: PaperPage, family: Family
) -> None:
    page.open_paper(Place.RESERVE_PAPER, 2025)
    assert page.subject is not None
    assert (page.subject.title, page.head.state) == ("Reserve journal, 2025", "0 entries")


def test_the_house_rules_are_for_the_adults_of_a_referral(page: PaperPage, family: Family) -> None:
    page.open_paper(Place.HOUSE_RULES_PAPER, family.referral_id)
    assert page.subject is not None
    assert page.head.state == "Referral Ж-1/26"
    assert page.view.page_count == 1


def test_the_orders_own_papers_are_places_too(page: PaperPage, workplace: Workplace, family: Family) -> None:
    page.open_paper(Place.REFERRAL_PAPER, family.referral_id)
    assert page.subject is not None
    assert page.subject.referral is not None
    page.open_paper(Place.APPLICATION_PAPER, family.household_id)
    assert page.subject.application is not None


def test_what_is_no_paper_is_no_place_here(workplace: Workplace) -> None:
    with pytest.raises(ValueError, match="no paper"):
        placed_subject(workplace.desk, Place.BED, 1)
