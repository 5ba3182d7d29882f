"""The rules' answers in the user's words: obstacles, conditions, clauses, dates and ages."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from kandas_desktop.rules.birth import BirthDate, DateFaultKind
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.standing import Standing
from kandas_desktop.words import _, ngettext, pgettext

if TYPE_CHECKING:
    from kandas_desktop.rules.fitting import Proposal
    from kandas_desktop.rules.household import HouseholdPerson
    from kandas_desktop.rules.obstacles import Condition, Obstacle, ObstacleKind


def digits(day: date) -> str:
    """A day as screens write it: 16.03.2026."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"  # ten times as fast as strftime


def clause_words(clause: Clause) -> str:
    """How a clause is cited: «3-тармақ», «п. 3», «r.3»."""
    return _("r.{number}").format(number=int(clause))


def born_words(born: BirthDate) -> str:
    """A birth date on screen: 22.06.1984, or «1952 жыл» where only the year is known."""
    return born.digits if born.is_exact else _("year {year}").format(year=born.digits)


def age_words(born: BirthDate, on: date) -> str:
    """An age on a day: «39 жаста», «74–75 жаста» where only the year is known, of an infant «9 айлық»."""
    least, most = born.ages_on(on)
    if most == 0:
        return infant_age_words(born, on)
    if least == most:
        return ngettext("{count} year old", "{count} years old", least)
    return _("{least}–{most} years old").format(least=least, most=most)


def infant_age_words(born: BirthDate, on: date) -> str:
    """The age of somebody in the first year of life, in months as far as it is known: «9 айлық»."""
    if not born.is_exact:
        return _("under a year")
    months = born.months_on(on)
    return ngettext("{count} month old", "{count} months old", months) if months else _("under a month")


def people_words(count: int) -> str:
    """«5 адам», «5 человек», «5 people»."""
    return ngettext("{count} person", "{count} people", count)


def households_words(count: int) -> str:
    """«3 отбасы»."""
    return ngettext("{count} household", "{count} households", count)


def coming_words(count: int, *, is_joining: bool) -> str:
    """How many an application concerns: «5 адам», or «1 адам қосылады» of those who join a household."""
    if not is_joining:
        return people_words(count)
    return ngettext("{count} person joins", "{count} people join", count)


def obstacle_title(obstacle: "Obstacle") -> str:
    """What stands in the way, in three or four words; of a wrong clock the whole sentence."""
    if words := _beyond(obstacle):
        return words
    if obstacle.today is not None and obstacle.last_on is not None:
        return _(
            "The computer's clock shows {today}, but the journal has an entry of {day}. Set the clock right"
        ).format(today=digits(obstacle.today), day=digits(obstacle.last_on))
    return _obstacle_titles()[obstacle.kind]()


def _beyond(obstacle: "Obstacle") -> str:
    """The day before which, or after which, nothing may be dated; empty where it is not that day itself."""
    from kandas_desktop.rules.milestones import Milestone
    from kandas_desktop.rules.obstacles import ObstacleKind

    is_exact = obstacle.milestone not in (Milestone.STATUS_YEAR_ENDS, Milestone.CAME_AFTER_TERM)
    if obstacle.last_on is None or not is_exact:
        return ""
    if obstacle.kind is ObstacleKind.DATE_TOO_EARLY:
        return _("Not before {day}").format(day=digits(obstacle.last_on))
    if obstacle.kind is ObstacleKind.DATE_TOO_LATE:
        return _("Not after {day}").format(day=digits(obstacle.last_on))
    return ""


@cache
def _obstacle_titles() -> "dict[ObstacleKind, Callable[[], str]]":
    # Imported with the first obstacle, here and below: the journal comes up without these rules.
    from kandas_desktop.rules.obstacles import ObstacleKind
    from kandas_desktop.ui.house_titles import HOUSE_TITLES

    return HOUSE_TITLES | {
        ObstacleKind.NAME_MISSING: lambda: _("Write a surname or a given name"),
        ObstacleKind.NAME_UNFIT: lambda: _("The name has letters or signs that papers do not print"),
        ObstacleKind.BIRTH_DATE_MISSING: lambda: _("Write the birth date, or its year"),
        ObstacleKind.KINSHIP_MISSING: lambda: _("Write the kinship"),
        ObstacleKind.ORIGIN_MISSING: lambda: _("Choose the country of origin"),
        ObstacleKind.PERSON_TWICE: lambda: _("This person is already on the application"),
        ObstacleKind.DOCUMENT_IN_FUTURE: lambda: _("The document's date is in the future"),
        ObstacleKind.CLOCK_BEHIND: lambda: _("The computer's clock is behind the journal"),
        ObstacleKind.SLIP_MISSING: lambda: _("Slip not handed in"),
        ObstacleKind.SLIP_NUMBER_MISSING: lambda: _("Slip number not written"),
        ObstacleKind.SLIP_DATE_MISSING: lambda: _("Slip date not written"),
        ObstacleKind.SLIP_ISSUER_MISSING: lambda: _("Slip's issuing body not written"),
        ObstacleKind.OTHERS_AHEAD: lambda: _("Others are ahead in the reserve"),
        ObstacleKind.BEDS_MISSING: lambda: _("Not enough free beds"),
        ObstacleKind.STRUCK_OUT: lambda: _("The application is struck out"),
        ObstacleKind.RETURNED: lambda: _("The application was returned"),
        ObstacleKind.REFERRAL_LIVE: lambda: _("A referral is in force"),
        ObstacleKind.IN_RESERVE: lambda: _("Already in the reserve"),
        ObstacleKind.BEDS_ARE_FREE: lambda: _("Beds are free: the reserve is not needed"),
        ObstacleKind.REASON_MISSING: lambda: _("Write the reason"),
        ObstacleKind.REFERRAL_STRUCK_OUT: lambda: _("The referral is struck out"),
        ObstacleKind.HANDED_OVER: lambda: _("Already handed over"),
        ObstacleKind.RECEIVED_BEFORE_ISSUE: lambda: _("Received before it was issued"),
        ObstacleKind.RECEIVED_IN_FUTURE: lambda: _("The day of receipt is in the future"),
        ObstacleKind.VOLUME_EMPTY: lambda: _("The open volume has no entries yet"),
    }


def obstacle_detail(obstacle: "Obstacle", on: date) -> str:
    """Whom or what the obstacle concerns, with the numbers; empty where the title says it all."""
    from kandas_desktop.rules.obstacles import NOTHING_TO_PROPOSE, ObstacleKind

    if obstacle.kind is ObstacleKind.OTHERS_AHEAD:
        households = ngettext(
            "{count} household waits first", "{count} households wait first", obstacle.ahead
        )
        return f"{households}: {obstacle.number}"
    if obstacle.kind in (ObstacleKind.BEDS_MISSING, ObstacleKind.BEDS_ARE_FREE, *NOTHING_TO_PROPOSE):
        return _("{needed} needed, {free} free").format(needed=obstacle.needed, free=obstacle.free)
    if obstacle.person:
        return " · ".join(filter(None, (person_words(obstacle.person, on), obstacle.name)))
    if obstacle.kind is ObstacleKind.CLOCK_BEHIND:
        return ""  # the title says both days
    if obstacle.last_on is None:
        return obstacle.name
    from kandas_desktop.ui.milestones import milestone_words

    if _beyond(obstacle):  # the title says the day
        return " – ".join(filter(None, (obstacle.name, milestone_words(obstacle))))
    day = " – ".join(filter(None, (digits(obstacle.last_on), milestone_words(obstacle))))
    return ", ".join(filter(None, (obstacle.name, day)))


def person_words(person: "HouseholdPerson", on: date) -> str:
    """A person by name and age: «Мысалов Ерасыл, 18 жаста»."""
    if person.born is None:
        return person.name.full
    return _("{name}, {age}").format(name=person.name.full, age=age_words(person.born, on))


def obstacle_sentence(obstacle: "Obstacle", on: date) -> str:
    """The obstacle in one line: title, detail and clause."""
    line = obstacle_title(obstacle)
    detail = obstacle_detail(obstacle, on)
    if detail:
        line = f"{line}: {detail}"
    return f"{line} ({clause_words(obstacle.clause)})" if obstacle.clause else line


def condition_words(condition: "Condition") -> str:
    """A condition that is met, in one line."""
    from kandas_desktop.rules.obstacles import ConditionKind

    if condition.kind is ConditionKind.SLIPS_HANDED_IN:
        if not condition.count:
            return _("Nobody needs a slip")
        return ngettext(
            "The slip of {count} person is there", "The slips of {count} people are there", condition.count
        )
    if condition.kind is ConditionKind.BEDS_SUFFICE:
        if condition.proposal is None or not condition.count:
            return _("In one bed with a parent: no bed of their own is needed")
        words = _("{needed} needed, {free} free: {where}").format(
            needed=condition.count, free=condition.free, where=fit_words(condition.proposal)
        )
        return " · ".join((words, _("the infant shares a bed"))) if condition.sharing else words
    if condition.kind is ConditionKind.TURN_HAS_COME:
        return _("Nobody waits before")
    return _("The application is registered")


def fit_words(proposal: "Proposal") -> str:
    """Where a household fits, and how close together: «201-бөлмеге сыяды»."""
    from kandas_desktop.rules.fitting import FitReason

    if not proposal.rooms:
        return _("in one bed with a parent")
    rooms = ", ".join(room.name for room in proposal.rooms)
    where = {
        FitReason.ONE_ROOM: _("all in room {rooms}"),
        FitReason.NEXT_DOOR: _("next to each other in rooms {rooms}"),
        FitReason.ONE_FLOOR: _("on one floor in rooms {rooms}"),
        FitReason.SCATTERED: _("apart in rooms {rooms}"),
    }[proposal.reason].format(rooms=rooms)
    return " · ".join(filter(None, (where, access_words(proposal))))


def access_words(proposal: "Proposal") -> str:
    """Whether those have an accessible room who need one; empty where nobody does."""
    if not proposal.in_need:
        return ""
    if not proposal.without_accessible:
        return _("accessible, as is needed")
    if proposal.without_accessible < proposal.in_need:
        return _("a suitable accessible room is free for some only")
    return _("no suitable accessible room is free")


def standing_words(standing: Standing, place: int = 0) -> str:
    """The outcome as its chip says it; ``place`` is that in the reserve."""
    if standing is Standing.RESERVE:
        return _("In reserve · {place}").format(place=place)
    return _STANDINGS[standing]()


_STANDINGS = {
    Standing.DUE: lambda: _("To consider today"),
    Standing.REFERRED: lambda: _("Referral issued"),
    Standing.SETTLED: lambda: pgettext("standing", "Moved in"),
    Standing.LEFT: lambda: pgettext("standing", "Left"),
    Standing.LAPSED: lambda: pgettext("standing", "Did not move in"),
    Standing.RETURNED: lambda: _("Returned"),
    Standing.STRUCK_OUT: lambda: _("Struck out"),
}


def date_fault_words(kind: DateFaultKind) -> str:
    """Why a typed date was not taken, in one sentence."""
    return {
        DateFaultKind.UNREADABLE: _("Write the date like 05.03.1987."),
        DateFaultKind.IMPOSSIBLE: _("There is no such day."),
        DateFaultKind.FUTURE: _("This day has not come yet."),
        DateFaultKind.TOO_OLD: _("That is more than 130 years ago."),
    }[kind]
