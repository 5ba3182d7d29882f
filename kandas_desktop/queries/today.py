"""The page with which the day begins: what is due, the beds, who comes and goes, and the reserve's next."""

from datetime import date
from typing import NamedTuple

from kandas_desktop.models.engine import in_use
from kandas_desktop.models.house import house
from kandas_desktop.queries.agenda_facts import read_facts
from kandas_desktop.queries.due_families import due_families
from kandas_desktop.queries.reserve import ReserveRow, reserve_view
from kandas_desktop.rules.agenda import agenda, departures
from kandas_desktop.rules.agenda_facts import Household, Offer
from kandas_desktop.rules.agenda_items import AgendaItem, Group, ItemKind
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.days_off import DaysOff, next_days_off, next_worked_weekend
from kandas_desktop.rules.rooms import BedCounts

_ARRIVALS = (ItemKind.LAPSE, ItemKind.MOVE_IN)


class TodayView(NamedTuple):
    """What the first page shows on a day."""

    on: date
    items: tuple[AgendaItem, ...]
    """By group and day."""
    beds: BedCounts
    families_overdue: int
    """How many families have beds beyond the last day: as many as the board counts."""
    arrivals: tuple[AgendaItem, ...]
    departures: tuple[AgendaItem, ...]
    reserve: tuple[ReserveRow, ...]
    """Who waits, first who is served first."""
    fits: tuple[str, ...] | None
    """The rooms in which the reserve's next would fit; ``None`` where there are none, or nobody waits."""
    days_off: DaysOff | None
    worked_weekend: date | None
    calendar: WorkCalendar
    moves_last_days: bool
    """Whether art. 175 of the Civil Code is on."""
    bedding_days: int

    def of(self, group: Group) -> tuple[AgendaItem, ...]:
        """The items of a group."""
        return tuple(item for item in self.items if item.group is group)


def today_view(on: date) -> TodayView:
    """Everything that the first page shows on a day, computed from dates alone."""
    beds = house(in_use(), on)
    waiting = reserve_view(on, standing=beds).rows
    facts = read_facts(in_use(), on, offers=_offers(waiting))
    items = tuple(agenda(facts, on))
    return TodayView(
        on=on,
        items=items,
        beds=beds.counts(),
        families_overdue=len(due_families(beds).overdue),
        arrivals=tuple(item for item in items if item.kind in _ARRIVALS),
        departures=tuple(departures(facts, on)),
        reserve=waiting,
        fits=_rooms_for(waiting, beds.counts().free),
        days_off=next_days_off(facts.calendar, on),
        worked_weekend=next_worked_weekend(facts.calendar, on),
        calendar=facts.calendar,
        moves_last_days=facts.moves_last_days,
        bedding_days=facts.bedding_days,
    )


def overdue_count(on: date) -> int:
    """How many things are overdue: the red number beside the page's name."""
    return sum(item.group is Group.OVERDUE for item in agenda(read_facts(in_use(), on), on))


def _offers(waiting: tuple[ReserveRow, ...]) -> list[Offer]:
    """Whom the desk can offer a place now: whose turn it is, with nothing in the way (r.8)."""
    return [
        Offer(
            row.application_id,
            Household(
                row.application_id, row.number, row.applicant, row.people, is_joining=bool(row.joining)
            ),
            row.registered_on,
        )
        for row in waiting
        if row.is_next and not row.obstacles
    ]


def _rooms_for(waiting: tuple[ReserveRow, ...], free: int) -> tuple[str, ...] | None:
    """In which rooms whoever is next would fit."""
    chosen = next((row for row in waiting if row.is_next), None)
    return None if chosen is None or chosen.needed > free else chosen.fits
