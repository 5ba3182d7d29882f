"""What stands on the day's agenda: one thing to be done, with its clause, its term and whom it concerns."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kandas_desktop.rules.agenda_facts import Household
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.rules.terms import Term


class Group(StrEnum):
    """How pressing something is."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"


class ItemKind(StrEnum):
    """What is to be done; the order in which things of one day are listed."""

    ROOMS = "house has no beds"
    LAPSE = "lapse to confirm"
    VACATE = "room to be vacated"
    DECISION = "decision due"
    CONSIDER = "application to consider"
    STAY_ENDS = "stay ends"
    MOVE_IN = "move-in due"
    OFFER = "reserve's next can be offered"
    HAND_OVER = "referral not handed over"
    SIGN_RULES = "house rules not signed"
    NOTIFY = "decision to be made known"
    REGISTER = "proposal not registered"
    PROPOSE = "breach without proposal"
    STATUS = "status ends"
    LINEN = "bedding to be changed"
    PETITION = "petition unanswered"
    MAKE_READY = "beds to be made ready"
    REPAIR = "repair expected to be over"
    CALENDAR = "work calendar not confirmed"
    FIRST = "journal has no line"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One thing to be done; a family is one item.

    It has a day on which it is ``due``, or, where the order sets no term, the day ``since`` which it is open.
    """

    kind: ItemKind
    group: Group
    subject_id: int = 0
    """The application, referral, household, breach, petition, stay or year that it is about."""
    due: date | None = None
    since: date | None = None
    clause: Clause | None = None
    term: Term | None = None
    base: date | None = None
    """The day from which it runs, where there is no term of the order."""
    arrived_at: datetime | None = None
    """When the application to consider came in."""
    household: Household | None = None
    ids: tuple[int, ...] = ()
    """The stays or beds that it concerns."""
    number: str = ""
    """That of the referral, the proposal or the petition."""
    labels: tuple[str, ...] = ()
    floor: int | None = None
    reason: str = ""
    status: KandasStatus | None = None
    notice_due: bool = False
    """Whether the notice of the stay's end is to be given now."""
    vacate: Term | None = None
    """Until when the room is to be vacated after the stay (r.17)."""

    @property
    def day(self) -> date:
        """The day by which it is listed."""
        return self.due or self.since or date.max


def group_of(due: date, on: date) -> Group:
    """Return how pressing something is on a day; a last day counts whole."""
    if due < on:
        return Group.OVERDUE
    return Group.TODAY if due == on else Group.SOON
