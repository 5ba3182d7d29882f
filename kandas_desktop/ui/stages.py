"""How far a breach's file has come, as a chip says it."""

from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.breaches import BreachRow
from kandas_desktop.rules.breaches import Outcome, Stage
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.words import _, ngettext


class StageLook(NamedTuple):
    """A chip: where a file stands."""

    text: str
    family: FamilyName
    icon: IconName


def stage_look(row: BreachRow, today: date) -> StageLook:
    """The chip of a file; that a decision is due or overdue is said with its day (r.14)."""
    match row.stage:
        case Stage.RECORDED:
            return StageLook(_("Recorded"), "held", "pencil")
        case Stage.PROPOSED:
            return StageLook(_("Proposed"), "held", "upload")
        case Stage.REGISTERED:
            return _waiting(row, today)
        case Stage.DECIDED_KEEP:
            return StageLook(_("Decided: may stay"), "free", "scale")
        case Stage.DECIDED_EVICT:
            return StageLook(_("Decided: must leave"), "vacating", "scale")
        case Stage.NOTIFIED:
            may_stay = row.file.outcome is Outcome.KEEP
            return (
                StageLook(_("May stay"), "grey", "check")
                if may_stay
                else StageLook(_("Moving out"), "vacating", "log-out")
            )
        case Stage.OUT:
            return StageLook(_("Moved out"), "grey", "check")
        case Stage.CLOSED:
            return StageLook(_("Closed"), "grey", "ban")


def _waiting(row: BreachRow, today: date) -> StageLook:
    due = row.decision_due
    if due is None or due > today:
        return StageLook(_("Decision awaited"), "held", "hourglass")
    if due == today:
        return StageLook(_("Decision due today"), "held", "hourglass")
    late = (today - due).days
    words = ngettext("No decision · {count} day late", "No decision · {count} days late", late)
    return StageLook(words, "overdue", "alert-circle")
