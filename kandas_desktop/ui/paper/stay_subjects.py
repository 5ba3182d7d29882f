"""What the paper page is about where it is a paper of the Center's own: a breach's, a family's, a list."""

from collections.abc import Callable
from typing import TypeVar

from kandas_desktop.actions.desk import Desk, Refused
from kandas_desktop.errors import Trouble
from kandas_desktop.press import (
    PreparedPaper,
    breach_pdf,
    house_rules_pdf,
    linen_pdf,
    reserve_pdf,
    term_notice_pdf,
)
from kandas_desktop.queries.bedding import linen_rows
from kandas_desktop.queries.breaches import BreachRow, breach_row
from kandas_desktop.queries.office import outlook
from kandas_desktop.queries.papers import referral_facts
from kandas_desktop.queries.reserve_paper import reserve_journal_form
from kandas_desktop.queries.stays import HouseholdFacts, household_facts
from kandas_desktop.rules.breaches import BreachPaper
from kandas_desktop.ui.bed_looks import beds_words
from kandas_desktop.ui.paper.subjects import (
    OfferedPaper,
    PaperKind,
    State,
    Subject,
    application_subject,
    offered,
    referral_subject,
)
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.stages import stage_look
from kandas_desktop.ui.wording import digits, obstacle_sentence, people_words
from kandas_desktop.words import _, ngettext

Made = TypeVar("Made")
_BREACH_PAPERS = {
    Place.PROPOSAL_PAPER: (BreachPaper.PROPOSAL, BreachPaper.DECISION),
    Place.DECISION_NOTICE_PAPER: (BreachPaper.DECISION, BreachPaper.PROPOSAL),
}


def placed_subject(desk: Desk, place: Place, subject_id: int) -> Subject:
    """The paper of a place, made now; ``ValueError`` for a place that is no paper."""
    match place:
        case Place.REFERRAL_PAPER:
            return referral_subject(desk, subject_id)
        case Place.APPLICATION_PAPER:
            return application_subject(desk, subject_id)
        case Place.PROPOSAL_PAPER | Place.DECISION_NOTICE_PAPER:
            return _breach_subject(desk, place, subject_id)
        case Place.TERM_NOTICE_PAPER:
            return _term_notice_subject(desk, subject_id)
        case Place.HOUSE_RULES_PAPER:
            return _house_rules_subject(desk, subject_id)
        case Place.RESERVE_PAPER:
            return _reserve_subject(desk, subject_id or desk.today.year)
        case Place.LINEN_PAPER:
            return _linen_subject(desk)
    raise ValueError(f"no paper: {place}")


def _breach_subject(desk: Desk, place: Place, breach_id: int) -> Subject:
    row = breach_row(breach_id)
    assert row is not None, "a paper is asked for of a file that is there"
    papers = tuple(_breach_paper(desk, row, kind) for kind in _BREACH_PAPERS[place])
    look = stage_look(row, desk.today)
    return Subject(
        title=papers[0].title,
        state=State(look.text, look.family, look.icon),
        name=", ".join(person.name.short for person in row.people),
        remark=f"{people_words(len(row.people))} · {row.household_number}",
        papers=papers,
        place=place,
        place_id=breach_id,
    )


def _breach_paper(desk: Desk, row: BreachRow, kind: BreachPaper) -> OfferedPaper:
    if kind is BreachPaper.PROPOSAL:
        title = _("Proposal {number}").format(number=row.number) if row.number else _("Proposal")
        paper = PaperKind.PROPOSAL
    else:
        number = row.decision_number
        title = (
            _("Notice of decision {number}").format(number=number) if number else _("Notice of the decision")
        )
        paper = PaperKind.DECISION_NOTICE

    def prepare() -> PreparedPaper:
        return _answered(desk, lambda: breach_pdf(desk, row.id, kind))

    return offered(paper, title, prepare)


def _term_notice_subject(desk: Desk, household_id: int) -> Subject:
    household = household_facts(household_id, desk.today)
    drawn, obstacle = _drawn(desk, lambda: term_notice_pdf(household_id, desk.today))
    living = [member for member in household.people if member.resident.left_on is None]
    first_end = min((member.resident.ends_on for member in living), default=None)
    if first_end is None:
        state = State(_("Nobody lives here"), "grey", "info")
    else:
        words = _("The stay ends on {day}").format(day=digits(first_end))
        state = State(words, "vacating" if first_end < desk.today else "occupied", "calendar")
    return Subject(
        title=_("Notice of the stay's end {number}").format(number=household.number),
        state=state,
        name=_first_name(household),
        remark=f"{people_words(len(living))} · {household.number}",
        place=Place.TERM_NOTICE_PAPER,
        place_id=household_id,
        drawn=drawn,
        obstacle=obstacle,
    )


def _house_rules_subject(desk: Desk, referral_id: int) -> Subject:
    facts = referral_facts(referral_id)
    drawn, obstacle = _drawn(desk, lambda: house_rules_pdf(referral_id, desk.today))
    return Subject(
        title=_("House rules {number}").format(number=facts.application_number),
        state=State(_("Referral {number}").format(number=facts.number), "occupied", "file-text"),
        name=facts.applicant.short,
        remark=f"{people_words(facts.people)} · {facts.application_number}",
        lived_on=facts,
        place=Place.HOUSE_RULES_PAPER,
        place_id=referral_id,
        drawn=drawn,
        obstacle=obstacle,
    )


def _reserve_subject(desk: Desk, year: int) -> Subject:
    drawn, obstacle = _drawn(desk, lambda: reserve_pdf(desk.today, year))
    if year == desk.today.year:
        waiting = outlook(desk.today).waiting
        words = ngettext("{count} waits", "{count} wait", waiting)
        state = State(words, "held" if waiting else "grey", "list-ordered")
    else:
        entries = len(reserve_journal_form(desk.today, year).lines)
        state = State(ngettext("{count} entry", "{count} entries", entries), "grey", "list-ordered")
    return Subject(
        title=_("Reserve journal, {year}").format(year=year),
        state=state,
        name="",
        remark=_("as of {day}").format(day=digits(desk.today)),
        place=Place.RESERVE_PAPER,
        place_id=year,
        drawn=drawn,
        obstacle=obstacle,
        is_wide=True,
    )


def _linen_subject(desk: Desk) -> Subject:
    drawn, obstacle = _drawn(desk, lambda: linen_pdf(desk.today))
    rows = linen_rows(desk.today)
    due = sum(row.is_due for row in rows)
    return Subject(
        title=_("Linen round"),
        state=State(_("{count} due").format(count=due), "held" if due else "free", "bed"),
        name="",
        remark=beds_words(len(rows)),
        place=Place.LINEN_PAPER,
        drawn=drawn,
        obstacle=obstacle,
    )


def _first_name(household: HouseholdFacts) -> str:
    contact = [member for member in household.people if member.resident.is_contact]
    members = contact or list(household.people)
    return members[0].name.short if members else ""


def _drawn(desk: Desk, draw: Callable[[], bytes]) -> tuple[bytes | None, str]:
    """The paper, or why there is none."""
    try:
        return _answered(desk, draw), ""
    except Trouble as trouble:
        return None, trouble.text


def _answered(desk: Desk, make: Callable[[], Made]) -> Made:
    """What was made; the order's no as ``Trouble``, in whole sentences."""
    try:
        return make()
    except Refused as refused:
        sentences = [f"{obstacle_sentence(obstacle, desk.today)}." for obstacle in refused.obstacles]
        raise Trouble(" ".join(sentences)) from refused
