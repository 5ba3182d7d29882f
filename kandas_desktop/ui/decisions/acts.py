"""What can be done on the page of decisions: each act said in the foot strip, with the way back if any."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions import breaches, petitions
from kandas_desktop.actions.breaches import BreachRequest
from kandas_desktop.queries.acts import last_act
from kandas_desktop.queries.breaches import BreachDetail
from kandas_desktop.queries.petitions import PetitionRow, dwellers, petition_row
from kandas_desktop.ui.attempt import attempt
from kandas_desktop.ui.decisions.decision_question import DecisionQuestion
from kandas_desktop.ui.decisions.questions import BreachQuestion, PetitionQuestion
from kandas_desktop.ui.kit.dialog import Change
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.questions import ReasonQuestion
from kandas_desktop.ui.reasons import ReasonWords
from kandas_desktop.ui.stages import stage_look
from kandas_desktop.ui.undoing import attempt_act, undo_act
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, pgettext

TAKEN_BACK = {
    "record": lambda: _("Take back what was written down"),
    "register proposal": lambda: _("Take back the registration"),
    "decide": lambda: _("Take back the decision"),
    "notify": lambda: _("Take back that the family was told"),
    "close": lambda: _("Open the file again"),
    "answer": lambda: _("Take back the answer"),
}
"""What taking back the last act is called, by its verb in the audit."""


def begin_breach(
    workplace: Workplace, parent: QWidget | None, *, stay_id: int | None, hidden: bool
) -> int | None:
    """Ask what happened, of a resident if one is named, and write it down (r.13).

    Returns the id of the file, or ``None`` where none was begun.
    """
    today = workplace.desk.today
    request = BreachQuestion.ask(parent, dwellers(), today=today, stay_id=stay_id, hidden=hidden)
    return _record_breach(workplace, request) if request else None


def begin_petition(
    workplace: Workplace, parent: QWidget | None, *, stay_id: int | None, hidden: bool
) -> int | None:
    """Ask for a petition, of a resident if one is named, and register it (r.10).

    Returns its id, or ``None`` where none was begun.
    """
    today = workplace.desk.today
    asked = PetitionQuestion.ask(parent, dwellers(), today=today, stay_id=stay_id, hidden=hidden)
    return _file_petition(workplace, *asked) if asked else None


def _record_breach(workplace: Workplace, request: BreachRequest) -> int | None:
    """Write a breach down; return its id, or ``None`` where it was refused."""
    made: list[int] = []

    def act() -> int:
        made.append(breaches.record_breach(workplace.desk, request))
        recorded = last_act("breach", made[0])
        assert recorded is not None, "what was just recorded is there"
        return recorded.id

    attempt_act(workplace, act, done=_("The breach is written down."))
    return made[0] if made else None


def propose(workplace: Workplace, breach_id: int, day: date) -> bool:
    """Give the proposal its number (r.13)."""
    return attempt(
        workplace,
        lambda: breaches.propose(workplace.desk, breach_id, proposed_on=day),
        done=lambda: _("The proposal has its number. Print it and send it to the body."),
    )


def register(workplace: Workplace, breach_id: int, day: date, number: str) -> bool:
    """Record that the body registered the proposal (r.14)."""
    act = attempt_act(
        workplace,
        lambda: breaches.register_proposal(workplace.desk, breach_id, registered_on=day, number=number),
        done=_("Registered by the body on {day}.").format(day=digits(day)),
    )
    return act is not None


def decide(workplace: Workplace, parent: QWidget | None, detail: BreachDetail, naming: Naming) -> bool:
    """Ask for the decision and record it (r.14, r.16)."""
    request = DecisionQuestion.ask(parent, detail, today=workplace.desk.today, naming=naming)
    if request is None:
        return False
    act = attempt_act(
        workplace,
        lambda: breaches.record_decision(workplace.desk, request),
        done=_("Decision {number} is recorded.").format(number=request.number),
    )
    return act is not None


def tell(workplace: Workplace, breach_id: int, day: date) -> bool:
    """Record that the family was told (r.14)."""
    act = attempt_act(
        workplace,
        lambda: breaches.notify(workplace.desk, breach_id, notified_on=day),
        done=_("The family was told on {day}.").format(day=digits(day)),
    )
    return act is not None


def close(workplace: Workplace, parent: QWidget | None, detail: BreachDetail) -> bool:
    """Ask why, and close the file without a decision."""
    words = ReasonWords(
        title=_("Close the file without a decision?"),
        verb=_("Close the file"),
        explanation=_("The proposal keeps its number; printed again, it is marked as struck out.")
        if detail.row.number
        else _("The file stays in the list of those that are finished."),
        changes=(
            Change(
                pgettext("breach", "File"), stage_look(detail.row, workplace.desk.today).text, _("Closed")
            ),
        ),
        reasons=(
            _("Written down by mistake"),
            _("Settled within the Center"),
            _("The Center takes its proposal back"),
        ),
    )
    reason = ReasonQuestion.ask(parent, words)
    if reason is None:
        return False
    act = attempt_act(
        workplace,
        lambda: breaches.close_breach(workplace.desk, detail.row.id, reason=reason),
        done=_("The file is closed."),
    )
    return act is not None


def _file_petition(workplace: Workplace, stay_id: int, day: date, request: str) -> int | None:
    """Register a petition; return its id, or ``None`` where it was refused (r.10)."""
    made: list[int] = []

    def act() -> None:
        made.append(petitions.file_petition(workplace.desk, stay_id, filed_on=day, request=request))

    def done() -> str:
        row = petition_row(made[0])
        return _("Petition {number} is registered.").format(number=row.number if row else "")

    attempt(workplace, act, done=done)
    return made[0] if made else None


def answer(workplace: Workplace, row: PetitionRow, day: date, text: str) -> bool:
    """Write the answer to a petition down (r.10)."""
    act = attempt_act(
        workplace,
        lambda: petitions.answer_petition(workplace.desk, row.id, answered_on=day, answer=text),
        done=_("Petition {number} is answered.").format(number=row.number),
    )
    return act is not None


def way_back(subject: str, subject_id: int) -> str:
    """What taking back the last act of a file or a petition is called; empty where there is none."""
    act = last_act(subject, subject_id)
    words = TAKEN_BACK.get(act.verb) if act else None
    return words() if words else ""


def take_back(workplace: Workplace, subject: str, subject_id: int) -> None:
    """Take the last act of a file or a petition back, or say why it stays."""
    act = last_act(subject, subject_id)
    if act is not None:
        undo_act(workplace, act.id)
