"""The side panel's sentences: who stands where and why, with names hidden when a visitor looks on."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.queries.application import ApplicationDetail, PersonRow, ReferralRow
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.obstacles import (
    NOTHING_TO_PROPOSE,
    Condition,
    ConditionKind,
    Obstacle,
    ObstacleKind,
)
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.wording import (
    age_words,
    clause_words,
    condition_words,
    digits,
    obstacle_detail,
    obstacle_sentence,
    obstacle_title,
)
from kandas_desktop.words import _, ngettext

HIDDEN_DATE = "••.••.••••"
HIDDEN_YEAR = "••••"


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """How the people of one application are named: in full, or by its number while names are hidden (F9)."""

    number: str
    hidden: bool
    on: date

    def full(self, person: HouseholdPerson) -> str:
        """The whole name."""
        return self.number if self.hidden else person.name.full

    def short(self, person: HouseholdPerson) -> str:
        """Surname and given name."""
        return self._mark(person) if self.hidden else person.name.short

    def born(self, born: BirthDate | None) -> str:
        """The birth date, or its year."""
        if born is None:
            return "—"
        if self.hidden:
            return HIDDEN_DATE if born.is_exact else HIDDEN_YEAR
        return born.digits if born.is_exact else _("year {year}").format(year=born.digits)

    def with_age(self, person: HouseholdPerson) -> str:
        """«Мысалов Ерасыл, 18 жаста», or by the birth year where only that is known."""
        if person.born is None:
            return self.short(person)
        if person.born.is_exact:
            return _("{name}, {age}").format(name=self.short(person), age=age_words(person.born, self.on))
        year = HIDDEN_YEAR if self.hidden else person.born.digits
        return _("{name}, born in {year}").format(name=self.short(person), year=year)

    def came_of_age(self, person: HouseholdPerson, *, since: date) -> str:
        """Why somebody needs a slip who needed none on the day ``since``; empty where that is not so."""
        if person.is_applicant or person.born is None:
            return ""  # the applicant needed it from the first
        if not since < person.born.turns_adult_on() <= self.on:
            return ""
        day = HIDDEN_DATE if self.hidden else digits(person.born.turns_adult_on())
        return _("Came of age on {day}").format(day=day)

    def sentence(self, obstacle: Obstacle) -> str:
        """An obstacle in one line, for the foot strip."""
        if obstacle.person is None or not self.hidden:
            return obstacle_sentence(obstacle, self.on)
        line = f"{obstacle_title(obstacle)}: {self.short(obstacle.person)}"
        return f"{line} ({clause_words(obstacle.clause)})" if obstacle.clause else line

    def _mark(self, person: HouseholdPerson) -> str:
        return self.number if person.is_applicant else f"{self.number} · {kinship_words(person.kinship)}"


def step_names(detail: ApplicationDetail) -> tuple[list[str], int]:
    """The steps of an application's way and where it stands; the reserve only where it is on the way."""
    by_reserve = detail.reserve_entered_on is not None or (
        detail.referral is None and not detail.obstacles_to_reserve
    )
    names = [_("Registered"), _("Reserve"), _("Referral"), _("Move-in")]
    at = 2
    if by_reserve and detail.reserve_entered_on is None:
        at = 1
    elif detail.referral is not None and detail.referral.received_on is not None:
        is_done = detail.standing in (Standing.SETTLED, Standing.LEFT) and not detail.referral.awaited
        at = 4 if is_done else 3
    if not by_reserve:
        names.pop(1)
        at -= 1
    return names, at


def obstacle_button_words(kind: ObstacleKind) -> str:
    """What the button says that deals with an obstacle of a person."""
    return {
        ObstacleKind.SLIP_NUMBER_MISSING: _("Enter the number"),
        ObstacleKind.SLIP_DATE_MISSING: _("Enter the date"),
        ObstacleKind.SLIP_ISSUER_MISSING: _("Enter the body"),
    }.get(kind, _("Enter the slip"))


def obstacle_whom(obstacle: Obstacle, people: PeopleWords) -> str:
    """Whom or what an obstacle concerns."""
    if obstacle.person:
        return people.with_age(obstacle.person)
    if obstacle.kind is ObstacleKind.OTHERS_AHEAD:
        if obstacle.ahead == 1:
            return _("{number} waits first").format(number=obstacle.number)
        count = ngettext("{count} household waits first", "{count} households wait first", obstacle.ahead)
        return _("{count}, the first is {number}").format(count=count, number=obstacle.number)
    return obstacle_detail(obstacle, people.on)


def blocked_words(detail: ApplicationDetail) -> str:
    """Why the referral cannot be issued now, in one line under its button."""
    slips = sum(obstacle.person is not None for obstacle in detail.obstacles)
    kinds = {obstacle.kind for obstacle in detail.obstacles}
    if ObstacleKind.CLOCK_BEHIND in kinds:
        return _("First set the computer's clock right")
    if not detail.obstacles_to_reserve:
        if ObstacleKind.BEDS_MISSING in kinds:
            return _("Not enough beds: first enter it in the reserve")
        if kinds & NOTHING_TO_PROPOSE:
            return _("No room fits: first enter it in the reserve")
        return _("Others are ahead: first enter it in the reserve")
    if slips:
        count = len(detail.obstacles)
        return ngettext("First deal with {count} obstacle", "First deal with {count} obstacles", count)
    if ObstacleKind.OTHERS_AHEAD in kinds:
        return _("Waits for its turn in the reserve")
    return _("Waits for beds to become free")


def condition_line(condition: Condition, detail: ApplicationDetail) -> str:
    """A condition that is met; the turn with the place in the reserve, and whether a decision made it."""
    if condition.kind is ConditionKind.TURN_HAS_COME and detail.reserve_place > 1:
        return _("Its turn has come by decision: place {place} in the reserve").format(
            place=detail.reserve_place
        )
    if condition.kind is ConditionKind.TURN_HAS_COME and detail.reserve_place:
        return _("Its turn has come: first in the reserve")
    return condition_words(condition)


def document_words(person: PersonRow) -> str:
    """What a person handed in: «талон 20-117, 10.03.2026», or why nothing is asked."""
    document = person.household.document
    if document is None:
        return _("slip not handed in") if person.needs_document else _("a minor: no slip needed")
    day = digits(document.issued_on) if document.issued_on else ""
    known = ", ".join(part for part in (document.number, day) if part)
    return f"{document_kind_words(document)} {known}".rstrip()


def document_kind_words(document: ResidenceDocument) -> str:
    """«талон» or «ықтиярхат»."""
    return _("permit") if document.kind is DocumentKind.PERMIT else _("slip")


def referral_title(referral: ReferralRow) -> str:
    """A referral by number and date: «Ж-99/26, 18.03.2026»."""
    return f"{referral.number}, {digits(referral.issued_on)}"
