"""The chain of a breach's file as its panel tells it: each step with its day, number, clause and reason."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.breaches import BreachDetail
from kandas_desktop.rules.breaches import BreachPaper, Outcome, Stage
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.terms import days_left_words, term_reason
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, pgettext


class ChainStep(NamedTuple):
    """One step: what it is, what there is to say of it, and the paper that goes with it."""

    title: str
    text: str
    icon: IconName
    family: FamilyName
    clause: Clause | None = None
    paper: BreachPaper | None = None


_DONE: tuple[IconName, FamilyName] = ("check", "free")
_NEXT: tuple[IconName, FamilyName] = ("hourglass", "held")


def step_names(detail: BreachDetail) -> list[str]:
    """The steps in a word each; where all may stay, they are told so and nobody goes."""
    is_kept = detail.row.file.outcome is Outcome.KEEP
    return [_("Proposal"), _("Decision"), pgettext("the family was", "Told") if is_kept else _("Out")]


def current_step(detail: BreachDetail) -> int:
    """Which of the steps is on now; their number once all are done."""
    return {
        Stage.RECORDED: 0,
        Stage.PROPOSED: 0,
        Stage.REGISTERED: 1,
        Stage.DECIDED_KEEP: 2,
        Stage.DECIDED_EVICT: 2,
        Stage.NOTIFIED: 3 if detail.row.is_finished else 2,
        Stage.OUT: 3,
        Stage.CLOSED: 0,
    }[detail.row.stage]


def chain(detail: BreachDetail, today: date, naming: Naming) -> list[ChainStep]:
    """Every step that was taken, and the one that is next with the reason why it is due."""
    return [*_proposal(detail), *_decision(detail, today), *_after(detail, today, naming)]


def _proposal(detail: BreachDetail) -> Iterator[ChainStep]:
    file, row = detail.row.file, detail.row
    if file.closed_on is not None and file.proposed_on is None:
        yield _closed(detail)
        return
    if file.proposed_on is None:
        text = _("The Center asks the body that issued the referral to end the stay.")
        yield ChainStep(_("Next: the proposal"), text, *_NEXT, Clause.R13)
        return
    text = f"№ {row.number} · {digits(file.proposed_on)}"
    yield ChainStep(_("Proposal"), text, *_DONE, Clause.R13, BreachPaper.PROPOSAL)
    if file.closed_on is not None and file.registered_on is None:
        yield _closed(detail)
    elif file.registered_on is None:
        text = _("The decision is due on the working day after the body has registered it.")
        yield ChainStep(_("Next: registered by the body"), text, *_NEXT, Clause.R14)
    else:
        number = f" · № {row.registered_number}" if row.registered_number else ""
        yield ChainStep(
            _("Registered by the body"), f"{digits(file.registered_on)}{number}", *_DONE, Clause.R14
        )


def _decision(detail: BreachDetail, today: date) -> Iterator[ChainStep]:
    file, term = detail.row.file, detail.decision_term
    if term is None:
        return
    if file.closed_on is not None:
        yield _closed(detail)
    elif file.decided_on is None:
        late = term.due < today
        words = f"{digits(term.due)}, {days_left_words(term.due, today)}. {term_reason(term)}"
        icon: IconName = "alert-circle" if late else "hourglass"
        yield ChainStep(_("Next: the decision, due"), words, icon, "overdue" if late else "held", Clause.R14)
    else:
        may_stay = file.outcome is Outcome.KEEP
        title = _("Decision: may stay") if may_stay else _("Decision: must leave")
        text = f"№ {detail.row.decision_number} · {digits(file.decided_on)}"
        clause = Clause.R14 if may_stay else Clause.R16
        yield ChainStep(
            title, text, "scale", "free" if may_stay else "vacating", clause, BreachPaper.DECISION
        )


def _after(detail: BreachDetail, today: date, naming: Naming) -> Iterator[ChainStep]:
    file = detail.row.file
    if file.decided_on is None:
        return
    if file.notified_on is not None:
        yield ChainStep(_("The family was told"), digits(file.notified_on), *_DONE, Clause.R14)
    elif detail.row.stage is not Stage.OUT:
        text = _("Hand the notice to the family.")
        yield ChainStep(_("Next: tell the family"), text, *_NEXT, Clause.R14)
    yield from _leaving(detail, today, naming)


def _leaving(detail: BreachDetail, today: date, naming: Naming) -> Iterator[ChainStep]:
    for member in detail.household.people:
        term = detail.vacate_terms.get(member.resident.stay_id)
        if term is None:
            continue
        name = naming.short(member.name, member.kinship)
        left_on = member.resident.left_on
        if left_on is not None:
            yield ChainStep(name, _("left on {day}").format(day=digits(left_on)), *_DONE, Clause.R17)
            continue
        late = term.due < today
        words = _("vacates by {day}, {left}").format(
            day=digits(term.due), left=days_left_words(term.due, today)
        )
        icon: IconName = "alert-circle" if late else "log-out"
        yield ChainStep(
            name, f"{words}. {term_reason(term)}", icon, "overdue" if late else "vacating", Clause.R17
        )


def _closed(detail: BreachDetail) -> ChainStep:
    closed_on = detail.row.file.closed_on
    day = digits(closed_on) if closed_on else ""
    return ChainStep(_("Closed without a decision"), f"{day}: {detail.row.closed_reason}", "ban", "grey")
