from dataclasses import replace
from datetime import date

import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.fitting import FitReason, Proposal
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import (
    Condition,
    ConditionKind,
    Obstacle,
    ObstacleKind,
    ReferralCase,
    conditions_met,
    obstacle_in_clock,
    obstacle_in_document,
    obstacles_to_document,
    obstacles_to_recording_document,
    obstacles_to_referral,
    obstacles_to_reserve,
    obstacles_to_return,
    obstacles_to_striking_out_application,
    obstacles_to_striking_out_referral,
)
from kandas_desktop.rules.standing import Standing
from kandas_desktop.rules.volumes import obstacles_to_next_volume
from tests.rules.reading import kinds

TODAY = date(2026, 3, 18)
SLIP = ResidenceDocument(DocumentKind.SLIP, "20-117", date(2026, 3, 10), "Мысал қаласының ПБ")
PERMIT = ResidenceDocument(DocumentKind.PERMIT, "Ы-0001")
CLOSED = (
    (Standing.STRUCK_OUT, ObstacleKind.STRUCK_OUT, Clause.R5),
    (Standing.RETURNED, ObstacleKind.RETURNED, Clause.R6),
    (Standing.REFERRED, ObstacleKind.REFERRAL_LIVE, Clause.R3),
    (Standing.SETTLED, ObstacleKind.LIVES_HERE, Clause.R3),
    (Standing.LEFT, ObstacleKind.LEFT, Clause.R3),
    (Standing.LAPSED, ObstacleKind.REFERRAL_LAPSED, Clause.R9),
)

FATHER = HouseholdPerson(0, PersonName("Мысалов", "Дәурен"), BirthDate(1984, 6, 22), document=SLIP)
MOTHER = HouseholdPerson(1, PersonName("Мысалова", "Сәуле"), BirthDate(1986, 1, 9), "жұбайы", SLIP)
DAUGHTER = HouseholdPerson(2, PersonName("Мысалова", "Аяла"), BirthDate(2014, 10, 30), "қызы")
FAMILY = (FATHER, MOTHER, DAUGHTER)
FIT = Proposal({0: 1, 1: 2, 2: 3}, FitReason.ONE_ROOM, (), 0)


def a_case(
    standing: Standing = Standing.DUE,
    *,
    people: tuple[HouseholdPerson, ...] = FAMILY,
    free: int = 7,
    ahead: int = 0,
    proposal: Proposal | None = FIT,
) -> ReferralCase:
    first = "Ө-140/26" if ahead else ""
    return ReferralCase(standing, people, len(people), free, proposal, ahead=ahead, first_ahead=first)


# --- the slips of the applicant and of each adult in the family (r.3)


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (None, ObstacleKind.SLIP_MISSING),
        (SLIP._replace(number=""), ObstacleKind.SLIP_NUMBER_MISSING),
        (SLIP._replace(issued_on=None), ObstacleKind.SLIP_DATE_MISSING),
        (SLIP._replace(issued_by=""), ObstacleKind.SLIP_ISSUER_MISSING),
        (PERMIT._replace(number=""), ObstacleKind.SLIP_NUMBER_MISSING),
    ],
)
def test_what_an_adults_document_lacks_is_said(
    document: ResidenceDocument | None, kind: ObstacleKind
) -> None:
    adult = replace(MOTHER, document=document)
    assert obstacle_in_document(adult, on=TODAY) == Obstacle(kind, Clause.R3, adult)


@pytest.mark.parametrize("document", [SLIP, PERMIT])
def test_a_whole_slip_or_the_permit_itself_is_enough(document: ResidenceDocument | None) -> None:
    assert obstacle_in_document(replace(MOTHER, document=document), on=TODAY) is None


def test_a_minor_of_the_family_needs_no_slip() -> None:
    assert obstacle_in_document(DAUGHTER, on=TODAY) is None


def test_the_applicant_needs_a_slip_whatever_the_age() -> None:
    applicant = replace(DAUGHTER, position=0, kinship="")
    assert obstacle_in_document(applicant, on=TODAY) == Obstacle(
        ObstacleKind.SLIP_MISSING, Clause.R3, applicant
    )
    assert obstacle_in_document(replace(applicant, document=SLIP), on=TODAY) is None


@pytest.mark.parametrize(
    ("issued_on", "needs_slip"),
    [(date(2026, 3, 16), False), (date(2026, 3, 17), True), (date(2026, 3, 18), True)],
)
def test_somebody_is_adult_from_the_eighteenth_birthday_on(issued_on: date, needs_slip: bool) -> None:
    son = HouseholdPerson(1, PersonName("Мысалов", "Ерасыл"), BirthDate(2008, 3, 17), "ұлы")
    assert (obstacle_in_document(son, on=issued_on) is not None) is needs_slip


@pytest.mark.parametrize(("on", "needs_slip"), [(date(2026, 12, 30), False), (date(2026, 12, 31), True)])
def test_somebody_known_by_year_only_is_adult_from_its_last_day_on(on: date, needs_slip: bool) -> None:
    son = HouseholdPerson(1, PersonName("Мысалов", "Ерасыл"), BirthDate(2008), "ұлы")
    assert (obstacle_in_document(son, on=on) is not None) is needs_slip


@pytest.mark.parametrize("person", [FATHER, MOTHER])
def test_a_person_without_a_birth_date_is_asked_for_it_first_not_for_a_slip(person: HouseholdPerson) -> None:
    assert obstacle_in_document(replace(person, born=None, document=None), on=TODAY) is None


@pytest.mark.parametrize(("issued_on", "count"), [(TODAY, 0), (date(2026, 3, 19), 1), (None, 0)])
def test_a_document_cannot_be_issued_after_today(issued_on: date | None, count: int) -> None:
    found = obstacles_to_document(SLIP._replace(issued_on=issued_on), on=TODAY, person=MOTHER)
    assert found == [Obstacle(ObstacleKind.DOCUMENT_IN_FUTURE, Clause.R3, MOTHER)] * count


@pytest.mark.parametrize("standing", [Standing.DUE, Standing.RESERVE])
def test_a_document_is_taken_while_the_application_is_open(standing: Standing) -> None:
    assert obstacles_to_recording_document(standing, SLIP, on=TODAY) == []


@pytest.mark.parametrize(("standing", "kind", "clause"), CLOSED)
def test_a_document_stays_once_the_application_is_closed_or_referred(
    standing: Standing, kind: ObstacleKind, clause: Clause
) -> None:
    assert obstacles_to_recording_document(standing, SLIP, on=TODAY) == [Obstacle(kind, clause)]


def test_a_closed_application_and_a_future_date_are_both_said() -> None:
    document = SLIP._replace(issued_on=date(2026, 3, 19))
    assert kinds(obstacles_to_recording_document(Standing.RETURNED, document, on=TODAY)) == [
        ObstacleKind.RETURNED,
        ObstacleKind.DOCUMENT_IN_FUTURE,
    ]


# --- the referral (r.3, r.7, r.8)


@pytest.mark.parametrize("standing", [Standing.DUE, Standing.RESERVE])
def test_a_family_with_slips_and_beds_and_nobody_ahead_is_referred(standing: Standing) -> None:
    assert obstacles_to_referral(a_case(standing), on=TODAY) == []


@pytest.mark.parametrize(("standing", "kind", "clause"), CLOSED)
def test_where_the_application_stands_is_the_only_answer_once_it_is_settled(
    standing: Standing, kind: ObstacleKind, clause: Clause
) -> None:
    case = a_case(standing, free=0, ahead=2, people=(replace(FATHER, document=None),))
    assert obstacles_to_referral(case, on=TODAY) == [Obstacle(kind, clause)]


def test_every_obstacle_to_a_referral_is_said_at_once() -> None:
    people = (replace(FATHER, document=None), replace(MOTHER, document=SLIP._replace(number="")), DAUGHTER)
    assert obstacles_to_referral(a_case(people=people, free=2, ahead=3), on=TODAY) == [
        Obstacle(ObstacleKind.SLIP_MISSING, Clause.R3, people[0]),
        Obstacle(ObstacleKind.SLIP_NUMBER_MISSING, Clause.R3, people[1]),
        Obstacle(ObstacleKind.OTHERS_AHEAD, Clause.R8, ahead=3, number="Ө-140/26"),
        Obstacle(ObstacleKind.BEDS_MISSING, Clause.R7, needed=3, free=2),
    ]


def test_beds_enough_do_not_do_where_no_lawful_room_is_left_for_all() -> None:
    case = a_case(proposal=None)
    missing = Obstacle(ObstacleKind.NO_ROOM_FITS, Clause.R7, needed=3, free=7)
    assert obstacles_to_referral(case, on=TODAY) == [missing]
    assert obstacles_to_reserve(case) == []
    assert ConditionKind.BEDS_SUFFICE not in [condition.kind for condition in conditions_met(case, on=TODAY)]


@pytest.mark.parametrize(
    ("standing", "kind"),
    [
        (Standing.SETTLED, ObstacleKind.LIVES_HERE),
        (Standing.LEFT, ObstacleKind.LIVES_HERE),
        (Standing.LAPSED, ObstacleKind.REFERRAL_LAPSED),
    ],
)
def test_a_referral_on_which_somebody_moved_in_or_that_lapsed_is_not_struck_out(
    standing: Standing, kind: ObstacleKind
) -> None:
    found = obstacles_to_striking_out_referral(is_struck_out=False, reason="Қате", standing=standing)
    assert kinds(found) == [kind]
    found = obstacles_to_striking_out_referral(is_struck_out=True, reason="Қате", standing=standing)
    assert kinds(found) == [ObstacleKind.REFERRAL_STRUCK_OUT]


def test_who_waits_first_goes_first_even_when_beds_are_free() -> None:
    assert kinds(obstacles_to_referral(a_case(free=7, ahead=1), on=TODAY)) == [ObstacleKind.OTHERS_AHEAD]


@pytest.mark.parametrize(("free", "is_enough"), [(2, False), (3, True)])
def test_everybody_named_needs_a_bed(free: int, is_enough: bool) -> None:
    assert (obstacles_to_referral(a_case(free=free), on=TODAY) == []) is is_enough


def test_the_conditions_of_a_referral_are_told_with_their_clauses() -> None:
    assert conditions_met(a_case(), on=TODAY) == [
        Condition(ConditionKind.SLIPS_HANDED_IN, Clause.R3, count=2),
        Condition(ConditionKind.TURN_HAS_COME, Clause.R8),
        Condition(ConditionKind.BEDS_SUFFICE, Clause.R7, count=3, free=7, proposal=FIT),
        Condition(ConditionKind.REGISTERED, Clause.R5),
    ]


def test_the_slip_of_an_applicant_who_is_a_minor_counts() -> None:
    applicant = replace(DAUGHTER, position=0, kinship="", document=SLIP)
    met = conditions_met(a_case(people=(applicant, MOTHER, replace(DAUGHTER, position=2))), on=TODAY)
    assert met[0] == Condition(ConditionKind.SLIPS_HANDED_IN, Clause.R3, count=2)


def test_a_condition_that_is_not_met_is_not_told() -> None:
    case = a_case(people=(replace(FATHER, document=None), MOTHER), free=1, ahead=1)
    assert conditions_met(case, on=TODAY) == [Condition(ConditionKind.REGISTERED, Clause.R5)]


def test_somebody_without_a_birth_date_does_not_count() -> None:
    met = conditions_met(a_case(people=(FATHER, replace(MOTHER, born=None))), on=TODAY)
    assert met[0] == Condition(ConditionKind.SLIPS_HANDED_IN, Clause.R3, count=1)


# --- the reserve (r.7)


@pytest.mark.parametrize("case", [a_case(free=2), a_case(free=7, ahead=1), a_case(free=0, ahead=1)])
def test_the_reserve_is_for_whom_there_is_no_bed_or_who_comes_after_others(case: ReferralCase) -> None:
    assert obstacles_to_reserve(case) == []


def test_nobody_waits_while_beds_are_free() -> None:
    assert obstacles_to_reserve(a_case(free=3)) == [
        Obstacle(ObstacleKind.BEDS_ARE_FREE, Clause.R7, needed=3, free=3)
    ]


def test_nobody_waits_twice() -> None:
    assert obstacles_to_reserve(a_case(Standing.RESERVE, free=0)) == [
        Obstacle(ObstacleKind.IN_RESERVE, Clause.R7)
    ]


@pytest.mark.parametrize(("standing", "kind", "clause"), CLOSED)
def test_a_settled_application_does_not_go_to_the_reserve(
    standing: Standing, kind: ObstacleKind, clause: Clause
) -> None:
    assert obstacles_to_reserve(a_case(standing, free=0)) == [Obstacle(kind, clause)]


# --- returning and striking out (r.5, r.6)


@pytest.mark.parametrize("standing", [Standing.DUE, Standing.RESERVE])
def test_an_open_application_is_returned_with_a_reason(standing: Standing) -> None:
    assert obstacles_to_return(standing, "Нысан толтырылмаған") == []


@pytest.mark.parametrize(("standing", "kind", "clause"), CLOSED)
def test_a_settled_application_is_not_returned(
    standing: Standing, kind: ObstacleKind, clause: Clause
) -> None:
    assert obstacles_to_return(standing, "себеп") == [Obstacle(kind, clause)]


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_returning_needs_a_reason(reason: str) -> None:
    assert obstacles_to_return(Standing.DUE, reason) == [Obstacle(ObstacleKind.REASON_MISSING)]


@pytest.mark.parametrize("standing", [Standing.DUE, Standing.RESERVE, Standing.RETURNED])
def test_a_line_without_a_referral_is_struck_out_with_a_reason(standing: Standing) -> None:
    assert obstacles_to_striking_out_application(standing, "Екі рет тіркелген") == []


def test_a_line_is_struck_out_once() -> None:
    assert obstacles_to_striking_out_application(Standing.STRUCK_OUT, "себеп") == [
        Obstacle(ObstacleKind.STRUCK_OUT, Clause.R5)
    ]


def test_a_line_stays_while_its_referral_is_in_force() -> None:
    assert obstacles_to_striking_out_application(Standing.REFERRED, " ") == [
        Obstacle(ObstacleKind.REFERRAL_LIVE, Clause.R3),
        Obstacle(ObstacleKind.REASON_MISSING),
    ]


@pytest.mark.parametrize(
    ("is_struck_out", "reason", "found"),
    [
        (False, "Қате кетті", []),
        (False, "", [ObstacleKind.REASON_MISSING]),
        (True, "Қате кетті", [ObstacleKind.REFERRAL_STRUCK_OUT]),
        (True, "", [ObstacleKind.REFERRAL_STRUCK_OUT, ObstacleKind.REASON_MISSING]),
    ],
)
def test_a_referral_is_struck_out_once_and_with_a_reason(
    is_struck_out: bool, reason: str, found: list[ObstacleKind]
) -> None:
    assert kinds(obstacles_to_striking_out_referral(is_struck_out=is_struck_out, reason=reason)) == found


# --- the journal's next volume (r.5, appendix 3)


def test_a_volume_is_followed_by_the_next_once_it_has_an_entry() -> None:
    assert obstacles_to_next_volume(entries=1) == []
    assert obstacles_to_next_volume(entries=0) == [Obstacle(ObstacleKind.VOLUME_EMPTY, Clause.R5)]


# --- a clock that was set back

BEHIND = Obstacle(ObstacleKind.CLOCK_BEHIND, Clause.R5, today=TODAY, last_on=date(2026, 3, 19))


@pytest.mark.parametrize(
    ("last_on", "found"),
    [(None, None), (TODAY, None), (date(2026, 3, 19), BEHIND), (date(2026, 3, 17), None)],
)
def test_a_clock_is_behind_when_something_bears_a_later_day(
    last_on: date | None, found: Obstacle | None
) -> None:
    assert obstacle_in_clock(today=TODAY, last_on=last_on) == found


def test_by_a_clock_that_is_behind_no_referral_is_issued_and_nobody_enters_the_reserve() -> None:
    case = replace(a_case(free=0), clock_behind=BEHIND)
    assert kinds(obstacles_to_referral(case, on=TODAY)) == [
        ObstacleKind.CLOCK_BEHIND,
        ObstacleKind.BEDS_MISSING,
    ]
    assert obstacles_to_reserve(case) == [BEHIND]


@pytest.mark.parametrize("standing", [Standing.STRUCK_OUT, Standing.RETURNED, Standing.REFERRED])
def test_where_nothing_is_to_be_done_the_clock_does_not_matter(standing: Standing) -> None:
    case = replace(a_case(standing), clock_behind=BEHIND)
    assert BEHIND not in [*obstacles_to_referral(case, on=TODAY), *obstacles_to_reserve(case)]
