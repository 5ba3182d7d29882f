"""Files of breaches as far as a test needs them."""

from datetime import date

from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.papers import LeftBy, issue_papers, keep_breach_paper
from kandas_desktop.rules.breaches import BreachPaper, Outcome
from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.workplace import Workplace
from tests.stays import Family

FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 16)
WEDNESDAY = date(2026, 3, 18)


def a_breach(workplace: Workplace, family: Family, *, people: int = 1) -> int:
    request = BreachRequest(family.household_id, FRIDAY, "Түнде төбелесті", family.stay_ids[:people])
    return record_breach(workplace.desk, request)


def a_proposal(workplace: Workplace, family: Family) -> int:
    breach_id = a_breach(workplace, family)
    propose(workplace.desk, breach_id, proposed_on=FRIDAY)
    return breach_id


def a_registered_file(workplace: Workplace, family: Family, *, on: date = MONDAY) -> int:
    breach_id = a_proposal(workplace, family)
    register_proposal(workplace.desk, breach_id, registered_on=on, number="К-17")
    return breach_id


def a_decided_file(workplace: Workplace, family: Family, outcome: Outcome = Outcome.EVICT) -> int:
    breach_id = a_registered_file(workplace, family)
    request = DecisionRequest(breach_id, outcome, "12", WEDNESDAY, family.stay_ids)
    record_decision(workplace.desk, request)
    return breach_id


def printed(workplace: Workplace, breach_id: int, kind: BreachPaper) -> None:
    """Let a paper of a file have left."""
    paper_id = keep_breach_paper(workplace.desk, breach_id, kind, b"%PDF")
    issue_papers(workplace.desk, [paper_id], left_by=LeftBy.FILE)


def listed(page: DecisionsPage) -> list[str]:
    """The rows of the table, each in one line."""
    return [line.spoken for line in page.table.lines]
