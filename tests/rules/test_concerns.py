"""What is to be weighed before a referral, though nothing of it refuses one (r.3, r.15)."""

from datetime import date

import pytest

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.concerns import (
    Concern,
    ConcernKind,
    Considered,
    EarlierStay,
    StatusKnown,
    concerns_about,
    slips_twice,
)
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, PersonName, ResidenceDocument
from kandas_desktop.rules.status import KandasStatus

TODAY = date(2026, 3, 18)
NAME = PersonName("Мысалов", "Дәурен")
WHOLE = EarlierStay(date(2025, 8, 31), date(2026, 2, 28), "Ө-1/25")
SHORT = EarlierStay(date(2025, 8, 31), date(2026, 2, 27), "Ө-1/25")


def a_person(position: int = 0, slip: str = "", kind: DocumentKind = DocumentKind.SLIP) -> HouseholdPerson:
    document = ResidenceDocument(kind, slip) if slip else None
    return HouseholdPerson(position, NAME, None, "", document)


def status(given_on: date | None, *, is_written_down: bool = True) -> StatusKnown:
    return StatusKnown(7, NAME, KandasStatus(given_on=given_on), is_written_down)


def test_a_status_that_is_over_is_said_once_of_all_who_follow_it() -> None:
    over = status(date(2024, 1, 10))
    people = [Considered(a_person(), over), Considered(a_person(1), over)]
    expected = Concern(
        ConcernKind.STATUS_OVER,
        Clause.R15,
        (a_person(), a_person(1)),
        status=over,
        status_ended_on=date(2025, 1, 10),
    )
    assert concerns_about(people, on=TODAY) == [expected]


def test_what_only_a_certificate_tells_is_a_doubt() -> None:
    [concern] = concerns_about(
        [Considered(a_person(), status(date(2024, 1, 10), is_written_down=False))], on=TODAY
    )
    assert (concern.kind, concern.status_ended_on) == (ConcernKind.STATUS_DOUBTED, date(2025, 1, 10))


@pytest.mark.parametrize("known", [None, status(None), status(date(2025, 3, 18))])
def test_nothing_is_said_of_a_status_that_lasts_or_is_not_known(known: StatusKnown | None) -> None:
    assert concerns_about([Considered(a_person(), known)], on=TODAY) == []


def test_the_last_day_of_a_status_counts_whole() -> None:
    people = [Considered(a_person(), status(date(2025, 3, 18)))]
    assert concerns_about(people, on=TODAY) == []
    assert len(concerns_about(people, on=date(2026, 3, 19))) == 1


@pytest.mark.parametrize(
    ("earlier", "kind"),
    [
        ((SHORT,), ConcernKind.STAYED_BEFORE),
        ((WHOLE,), ConcernKind.TERM_USED),
        ((SHORT, WHOLE), ConcernKind.TERM_USED),
    ],
)
def test_whoever_stayed_before_is_named_with_their_stays(
    earlier: tuple[EarlierStay, ...], kind: ConcernKind
) -> None:
    people = [Considered(a_person()), Considered(a_person(1), earlier=earlier)]
    expected = Concern(kind, Clause.R15, (a_person(1),), earlier=earlier)
    assert concerns_about(people, on=TODAY) == [expected]


def test_one_slip_for_two_adults_is_said_once_with_both() -> None:
    first, second, other = a_person(0, "20-117а"), a_person(1, "20-117А"), a_person(2, "20-118")
    expected = Concern(ConcernKind.SLIP_TWICE, Clause.R3, (first, second), slip_number="20-117а")
    assert slips_twice([first, second, other]) == [expected]
    assert concerns_about([Considered(first), Considered(second)], on=TODAY) == [expected]


def test_permits_and_papers_without_a_number_are_not_compared() -> None:
    permits = [a_person(position, "1", DocumentKind.PERMIT) for position in (0, 1)]
    without = [
        HouseholdPerson(position, NAME, None, "", ResidenceDocument(DocumentKind.SLIP, ""))
        for position in (2, 3)
    ]
    assert slips_twice([*permits, *without, a_person(4), a_person(5)]) == []
