"""The sentences of the reserve's page: whose turn it is, what is waited for, and from when on."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.reserve import PassedBy, Preferred, ReserveRow
from kandas_desktop.queries.reserve_history import LeftRow
from kandas_desktop.rules.obstacles import (
    NOTHING_TO_PROPOSE,
    Condition,
    ConditionKind,
    Obstacle,
    ObstacleKind,
)
from kandas_desktop.rules.reserve import FreeingBed
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.wording import (
    age_words,
    coming_words,
    condition_words,
    digits,
    households_words,
    obstacle_detail,
    obstacle_title,
    people_words,
)
from kandas_desktop.words import _, ngettext

ABOUT_BEDS = (ObstacleKind.BEDS_MISSING, *NOTHING_TO_PROPOSE)


def free_beds_words(count: int) -> str:
    """«7 бос төсек»."""
    return ngettext("{count} bed free", "{count} beds free", count)


def waiting_words(households: int, people: int) -> str:
    """«3 отбасы, 12 адам кезекте»."""
    return _("{households}, {people} waiting").format(
        households=households_words(households), people=people_words(people)
    )


def ahead_words(count: int) -> str:
    """«алдында 1 отбасы»."""
    return ngettext("{count} household before", "{count} households before", count)


def row_naming(row: ReserveRow, hidden: bool) -> Naming:
    """How the people of a line are named."""
    return Naming(row.number, hidden)


def told_of(row: ReserveRow | LeftRow) -> tuple[str, ...]:
    """By what a household is found: everybody's names, its number, the day of registration."""
    return (*row.names, row.number, digits(row.registered_on))


def arrived_words(row: ReserveRow | LeftRow) -> str:
    """The time of the day, with the day where it came in on a day off and was registered later (r.6)."""
    at = f"{row.arrived_at:%H:%M}"
    return at if row.arrived_at.date() == row.registered_on else f"{row.arrived_at:%d.%m}, {at}"


def household_line(row: ReserveRow | LeftRow) -> str:
    """«Ө-145/26 · 5 адам»; of those who wait to join a household «Ө-152/26 · 1 адам қосылады»."""
    return f"{row.number} · {coming_words(row.people, is_joining=bool(row.joining))}"


def passed_words(passed_by: Sequence[PassedBy]) -> str:
    """That somebody was passed over, and by which decision."""
    numbers = _unique(decision.number for decision in passed_by)
    if len(numbers) > 1:
        return ngettext("passed over · {count} decision", "passed over · {count} decisions", len(numbers))
    return _("passed over · No. {number}").format(number=numbers[0])


def preferred_words(preferred: Sequence[Preferred]) -> str:
    """By which decision somebody's turn has come."""
    return _("by decision No. {number}").format(
        number=", ".join(_unique(decision.number for decision in preferred))
    )


def lacks_beds(row: ReserveRow) -> bool:
    """Whether beds, or a room that fits, are among what is in the way."""
    return any(obstacle.kind in ABOUT_BEDS for obstacle in row.obstacles)


def needs_words(row: ReserveRow, free: int) -> str:
    """How many beds a household needs, and how many there are for whoever is served next."""
    needed = ngettext("{count} bed needed", "{count} beds needed", row.needed)
    there = _("free: {count}").format(count=free)
    return f"{needed}, {there}" if row.is_next else needed


def waits_words(row: ReserveRow) -> str:
    """For which beds a household waits, or what else is in the way."""
    others = _not_about_beds(row)
    if others:
        return obstacle_title(others[0]) + others_words(row)
    if row.waits_for:
        return freeing_words(row.waits_for)
    if row.forecast_on is None:
        return _("no end in sight")
    return _("a referral can be issued") if row.is_next else _("after those before")


def others_words(row: ReserveRow) -> str:
    """« · +1»: how much more is in the way than what is named; empty for nothing."""
    more = len(_not_about_beds(row)) - 1
    return f" · +{more}" if more > 0 else ""


def _not_about_beds(row: ReserveRow) -> list[Obstacle]:
    return [obstacle for obstacle in row.obstacles if obstacle.kind is not ObstacleKind.BEDS_MISSING]


def freeing_words(beds: Sequence[FreeingBed]) -> str:
    """«12-3 — 14.03, тағы 2»: the bed that is free first, and how many follow."""
    first = beds[0]
    words = f"{first.label} — {first.on:%d.%m}"
    more = len(beds) - 1
    return f"{words}, {more_words(more)}" if more else words


def more_words(count: int) -> str:
    """«тағы 2»."""
    return _("{count} more").format(count=count)


def estimate_day(row: ReserveRow, on: date) -> str:
    """From which day on there should be beds enough; empty where that cannot be told."""
    no_room = any(obstacle.kind in NOTHING_TO_PROPOSE for obstacle in row.obstacles)
    if row.forecast_on is None or no_room:
        return ""
    return _("today") if row.forecast_on <= on else digits(row.forecast_on)


def has_beds_now(row: ReserveRow) -> bool:
    """Whether the beds are there for whoever is next: a fact, no estimate."""
    return row.is_next and not row.waits_for and row.forecast_on is not None and not lacks_beds(row)


def whom_words(obstacle: Obstacle, naming: Naming, on: date) -> str:
    """Whom or what an obstacle concerns."""
    person = obstacle.person
    if person is None:
        return obstacle_detail(obstacle, on)
    name = naming.short(person.name, person.kinship)
    if person.born is None or (naming.hidden and not person.born.is_exact):
        return name
    return _("{name}, {age}").format(name=name, age=age_words(person.born, on))


def condition_line(condition: Condition, row: ReserveRow) -> str:
    """A condition that is met; the turn with the place, or with the decision that made it."""
    if condition.kind is not ConditionKind.TURN_HAS_COME:
        return condition_words(condition)
    if row.place == 1 or not row.preferred:
        return _("Its turn has come: first in the reserve")
    return _("Its turn has come: {decision}").format(decision=preferred_words(row.preferred))


class Decision(NamedTuple):
    """A decision of the local executive body, with everybody whom it concerns beside one household."""

    number: str
    decided_on: date
    reason: str
    others: tuple[str, ...]
    """The numbers of those passed over, or of the one preferred."""
    is_in_favour: bool


def decisions_of(passed_by: Sequence[PassedBy], preferred: Sequence[Preferred]) -> list[Decision]:
    """The decisions that concern a household, those in its favour first; one paper is told once."""
    found: dict[tuple[bool, str, date, str], list[str]] = {}
    for favour in preferred:
        key = (True, favour.number, favour.decided_on, favour.reason)
        found.setdefault(key, []).append(favour.passed_number)
    for passing in passed_by:
        key = (False, passing.number, passing.decided_on, passing.reason)
        found.setdefault(key, []).append(passing.preferred_number)
    return [
        Decision(number, decided_on, reason, tuple(others), in_favour)
        for (in_favour, number, decided_on, reason), others in found.items()
    ]


def decision_title(decision: Decision) -> str:
    """«№ 12, 10.03.2026: кезегі аттап өтілді»."""
    preferred, passed = _("No. {number}, {day}: preferred"), _("No. {number}, {day}: passed over")
    words = preferred if decision.is_in_favour else passed
    return words.format(number=decision.number, day=digits(decision.decided_on))


def decision_text(decision: Decision) -> str:
    """Whom else a decision concerns, and its reason."""
    others = ", ".join(decision.others)
    words = _("Passed over: {numbers}.") if decision.is_in_favour else _("In favour of {numbers}.")
    reason = _("Reason: {reason}.").format(reason=decision.reason.rstrip("."))
    return f"{words.format(numbers=others)} {reason}"


def _unique(numbers: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(numbers))
