"""What a row of the first page says: its title, whom it concerns, why that day, and its button."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kandas_desktop.rules.agenda_facts import Household
from kandas_desktop.rules.agenda_items import AgendaItem, Group, ItemKind
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.terms import Term, stay_ends_on
from kandas_desktop.ui.bed_looks import beds_words
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.terms import term_reason
from kandas_desktop.ui.wording import coming_words, digits, people_words
from kandas_desktop.words import _, ngettext

Kind = ItemKind
_ICONS: dict[ItemKind, IconName] = {
    Kind.LAPSE: "log-in",
    Kind.VACATE: "log-out",
    Kind.DECISION: "scale",
    Kind.CONSIDER: "book-open",
    Kind.STAY_ENDS: "clock",
    Kind.MOVE_IN: "log-in",
    Kind.OFFER: "list-ordered",
    Kind.HAND_OVER: "arrow-right",
    Kind.SIGN_RULES: "pencil",
    Kind.NOTIFY: "scale",
    Kind.REGISTER: "scale",
    Kind.PROPOSE: "scale",
    Kind.STATUS: "file-text",
    Kind.LINEN: "layers",
    Kind.PETITION: "help-circle",
    Kind.MAKE_READY: "broom",
    Kind.REPAIR: "wrench",
    Kind.CALENDAR: "calendar",
    Kind.ROOMS: "bed",
    Kind.FIRST: "user-plus",
}
_TITLES: dict[ItemKind, Callable[[], str]] = {
    Kind.LAPSE: lambda: _("The term to move in is over"),
    Kind.VACATE: lambda: _("Room to be vacated"),
    Kind.DECISION: lambda: _("Decision of the local executive body"),
    Kind.CONSIDER: lambda: _("Consider the application"),
    Kind.STAY_ENDS: lambda: _("The stay ends"),
    Kind.MOVE_IN: lambda: _("Move-in due"),
    Kind.OFFER: lambda: _("A place for the reserve's next"),
    Kind.HAND_OVER: lambda: _("Referral not handed over"),
    Kind.SIGN_RULES: lambda: _("House rules not signed"),
    Kind.NOTIFY: lambda: _("Decision not made known"),
    Kind.REGISTER: lambda: _("Proposal not registered"),
    Kind.PROPOSE: lambda: _("Breach without a proposal"),
    Kind.STATUS: lambda: _("The kandas status ends"),
    Kind.LINEN: lambda: _("Change the bedding"),
    Kind.PETITION: lambda: _("Petition unanswered"),
    Kind.MAKE_READY: lambda: _("Make beds ready"),
    Kind.REPAIR: lambda: _("Repair should be over"),
    Kind.CALENDAR: lambda: _("Work calendar not confirmed"),
    Kind.ROOMS: lambda: _("Enter the rooms and beds"),
    Kind.FIRST: lambda: _("Take in the first application"),
}
_BUTTONS: dict[ItemKind, Callable[[], str]] = {
    Kind.LAPSE: lambda: _("Confirm the lapse…"),
    Kind.VACATE: lambda: _("Record leaving"),
    Kind.DECISION: lambda: _("Enter the decision"),
    Kind.CONSIDER: lambda: _("Consider"),
    Kind.STAY_ENDS: lambda: _("Arrange leaving"),
    Kind.MOVE_IN: lambda: _("Move in"),
    Kind.OFFER: lambda: _("Offer the place"),
    Kind.HAND_OVER: lambda: _("Hand over"),
    Kind.SIGN_RULES: lambda: _("Record signing"),
    Kind.NOTIFY: lambda: _("Open the decision"),
    Kind.REGISTER: lambda: _("Enter the number"),
    Kind.PROPOSE: lambda: _("Make the proposal"),
    Kind.STATUS: lambda: _("Open the status"),
    Kind.LINEN: lambda: _("Open the list"),
    Kind.PETITION: lambda: _("Answer"),
    Kind.MAKE_READY: lambda: _("Made ready"),
    Kind.REPAIR: lambda: _("Back in service"),
    Kind.CALENDAR: lambda: _("Open the calendar"),
    Kind.ROOMS: lambda: _("Open the rooms"),
    Kind.FIRST: lambda: _("New application"),
}
_NOT_MOVED_IN = (Kind.LAPSE, Kind.MOVE_IN, Kind.CONSIDER, Kind.OFFER, Kind.HAND_OVER)


class Sight(NamedTuple):
    """By which day and calendar a page is read, whether names are hidden, the office's bedding interval."""

    on: date
    names_hidden: bool = False
    bedding_days: int = 14
    calendar: WorkCalendar | None = None


def icon_of(item: AgendaItem) -> IconName:
    """The icon of what is to be done."""
    return _ICONS[item.kind]


def title_of(item: AgendaItem) -> str:
    """What is to be done, or was not: «Орналасу мерзімі өтті»."""
    if item.kind is Kind.VACATE and item.group is Group.OVERDUE:
        return _("Room not vacated")
    return _TITLES[item.kind]()


def button_of(item: AgendaItem, on: date) -> str:
    """The words of the one button that deals with it."""
    return _("Print the notice") if asks_for_notice(item, on) else _BUTTONS[item.kind]()


def asks_for_notice(item: AgendaItem, on: date) -> bool:
    """Whether the next step is the notice of the stay's end; on its last day it is the leaving itself."""
    return item.kind is Kind.STAY_ENDS and item.notice_due and item.due != on


def name_of(household: Household, sight: Sight) -> str:
    """A household by whom it is named after; by its number in the journal while names are hidden."""
    return household.number if sight.names_hidden else household.name.short or household.number


def names_of(household: Household, sight: Sight) -> tuple[str, ...]:
    """What a household is called, the fullest first: «Сынақбаев Дәурен», «Сынақбаев Д.»."""
    name, full = household.name, name_of(household, sight)
    if sight.names_hidden or not (name.surname and name.given_name):
        return (full,)
    return full, f"{name.surname} {name.given_name[0]}."


def subjects_of(item: AgendaItem, sight: Sight) -> tuple[str, ...]:
    """Whom or what it concerns, the fullest first: «Сынақбаев Дәурен, 3 адам», «12 төсек, 1-қабат»."""
    if item.household is not None:
        further = _further(item, item.household)
        return tuple(", ".join([name, *further]) for name in names_of(item.household, sight))
    if item.kind is Kind.CALENDAR:
        return (_("year {year}").format(year=item.subject_id),)
    if item.kind is Kind.REPAIR:
        return (item.labels[0],)
    if item.kind is Kind.ROOMS:
        return (_("there are none yet"),)
    if item.kind is Kind.FIRST:
        return (_("the journal is empty"),)
    beds = beds_words(len(item.ids))
    return (", ".join([beds, _("floor {number}").format(number=item.floor)]),)


def _further(item: AgendaItem, household: Household) -> list[str]:
    """How many people, and where they live; one person's bed says it all."""
    if item.kind in _NOT_MOVED_IN:
        return [coming_words(household.people, is_joining=household.is_joining)]
    people = [people_words(household.people)] if household.people > 1 else []
    return people + ([places] if (places := places_of(household)) else [])


def places_of(household: Household) -> str:
    """The bed of one person, the rooms of several: «103-3», «107-бөлме»."""
    if len(household.beds) == 1:
        return household.beds[0]
    if not household.rooms:
        return ""
    rooms = ", ".join(household.rooms)
    words = _("room {rooms}") if len(household.rooms) == 1 else _("rooms {rooms}")
    return words.format(rooms=rooms)


def reason_of(item: AgendaItem, sight: Sight) -> str:
    """From which day it runs and how long: «Ж-97/26 · 13.03.2026 қолға берілді + күнтізбелік 3 күн»."""
    base = digits(item.base) if item.base else ""
    match item.kind:
        case Kind.CONSIDER:
            return _considering(item, sight)
        case Kind.HAND_OVER:
            since = _("issued on {day}; the term runs from the day of receipt").format(day=base)
            return f"{item.number} · {since}"
        case Kind.OFFER:
            return _("Registered on {day}; beds are free and nothing stands in the way").format(day=base)
        case Kind.SIGN_RULES:
            return _("Moved in on {day}; every adult signs").format(day=base)
        case Kind.NOTIFY:
            return _("Decided on {day}").format(day=base)
        case Kind.REGISTER:
            return _("Proposal № {number} of {day}").format(number=item.number, day=base)
        case Kind.PROPOSE:
            return _("Breach recorded on {day}").format(day=base)
        case Kind.PETITION:
            return _("№ {number}, filed on {day}").format(number=item.number, day=base)
        case Kind.STATUS:
            return _status(item, base)
        case Kind.LINEN:
            days = ngettext("{count} day of the office", "{count} days of the office", sight.bedding_days)
            return _("Changed on {day} + {days}").format(day=base, days=days)
        case Kind.MAKE_READY:
            return f"{', '.join(item.labels)} · " + _("left since {day}").format(day=base)
        case Kind.REPAIR:
            return f"{item.reason} · " + _("out of service since {day}").format(day=base)
        case Kind.CALENDAR:
            return _("Moved days off and Kurban Ait are announced late; r.6 and r.14 count by it")
        case Kind.ROOMS:
            return _("Without beds no referral can be issued")
        case Kind.FIRST:
            return _("Every application is a line of the registration journal")
    return _counted(item, sight)


def _considering(item: AgendaItem, sight: Sight) -> str:
    number = item.household.number if item.household else ""
    if item.term is None:
        words = _("its referral was struck out on {day}").format(day=digits(item.base or sight.on))
    elif item.term.base == item.term.due:
        words = (
            _("registered today at {time}, considered the same day").format(time=f"{item.arrived_at:%H:%M}")
            if item.term.due == sight.on
            else _("registered on {day}, considered the same day").format(day=digits(item.term.due))
        )
    else:
        words = _("came on {day}, a day off").format(day=digits(item.term.base))
    return f"{number} · {words}"


def _status(item: AgendaItem, given: str) -> str:
    status = item.status
    if status is not None and status.ended_on is not None and status.ended_on == item.due:
        return _("The status was ended; the stay ends with it")
    if status is not None and status.extended_until is not None:
        return _("Given on {day}, extended once; the stay ends that day too").format(day=given)
    return _("Given on {day} + 1 year; the stay ends that day too").format(day=given)


def _counted(item: AgendaItem, sight: Sight) -> str:
    """The order's days, in the numbers of the edition in force, with what follows for the room."""
    assert item.term is not None
    words = term_reason(item.term._replace(skipped=()))
    if item.kind is Kind.STAY_ENDS and item.vacate is not None:
        if item.clause is Clause.R14:
            words = _("Put out by a decision")
        elif item.term.ended_by_status:
            words = _("The kandas status ends that day")
        is_off = sight.calendar is not None and not sight.calendar.is_working(item.term.due)
        words += "; " + (
            _("never moves for a day off")
            if is_off and item.term.due != sight.on
            else _("to be vacated by {day}").format(day=digits(item.vacate.due))
        )
    if not item.number:
        return words
    number = f"№ {item.number}" if item.kind is Kind.DECISION else item.number
    return f"{number} · {words}"


def ends_early(term: Term) -> bool:
    """Whether a stay ends before both the order's months and the status (r.15): somebody ended it."""
    return not term.ended_by_status and term.due < stay_ends_on(term.base)


def group_title(group: Group) -> str:
    """«Мерзімі өткен», «Бүгін», «Таяуда»."""
    return {
        Group.OVERDUE: _("Past its day"),
        Group.TODAY: _("Today"),
        Group.SOON: _("Soon"),
    }[group]
