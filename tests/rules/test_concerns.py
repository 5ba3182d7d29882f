"""What is to be weighed before a referral, though nothing of it refuses one (r.3, r.15)."""

from datetime import date

import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.concerns import (
    Concern,
    ConcernKind,
    Considered,
    EarlierStay,
    Elsewhere,
    StatusKnown,
    concerns_about,
    is_same_person,
    slips_twice,
)
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson, ResidenceDocument
from kandas_desktop.rules.names import PersonName
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


IIN, OTHER_IIN = "840622300017", "840622300027"
BORN = BirthDate(1984, 6, 22)


def named(name: str = "Дәурен", born: BirthDate | None = BORN, iin: str = "") -> HouseholdPerson:
    return HouseholdPerson(0, PersonName("Мысалов", name), born, "", iin=iin)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (named(iin=IIN), named("Бекзат", iin=IIN), True),
        (named(iin=IIN), named(iin=OTHER_IIN), False),
        (named(iin=IIN), named(), True),
        (named(), named("ДӘУРЕН"), True),
        (named(), named("Бекзат"), False),
        (named(), named(born=BirthDate(1984, 6, 23)), False),
        (named(born=BirthDate(1984)), named(born=BirthDate(1984)), False),
        (named(born=None), named(born=None), False),
    ],
)
def test_somebody_is_known_again_by_the_iin_else_by_name_and_whole_birth_date(
    one: HouseholdPerson, other: HouseholdPerson, is_same: bool
) -> None:
    assert is_same_person(one, other) is is_same
    assert is_same_person(other, one) is is_same


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Elsewhere(named(), "Ө-1/26", lives_here=True), [(ConcernKind.PERHAPS_HERE, Clause.R15)]),
        (Elsewhere(named(), "Ө-2/26", lives_here=False), [(ConcernKind.APPLIED_TWICE, Clause.R7)]),
        (Elsewhere(named("Бекзат"), "Ө-1/26", lives_here=True), []),
    ],
)
def test_whoever_is_here_perhaps_or_applied_twice_is_named_with_the_number(
    other: Elsewhere, expected: list[tuple[ConcernKind, Clause]]
) -> None:
    found = concerns_about([Considered(named(iin=IIN), elsewhere=(other,))], on=TODAY)
    assert [(concern.kind, concern.clause) for concern in found] == expected
    assert all((concern.people, concern.number) == ((named(iin=IIN),), other.number) for concern in found)


def test_of_whom_the_iin_tells_that_they_live_here_nothing_is_weighed_because_it_is_refused() -> None:
    here = Elsewhere(named(iin=IIN), "Ө-1/26", lives_here=True)
    assert concerns_about([Considered(named(iin=IIN), elsewhere=(here,))], on=TODAY) == []
    waits = here._replace(lives_here=False)
    assert len(concerns_about([Considered(named(iin=IIN), elsewhere=(waits,))], on=TODAY)) == 1


def test_one_slip_for_two_adults_is_said_once_with_both() -> None:
    first, second, other = a_person(0, "20-117а"), a_person(1, "20-117А"), a_person(2, "20-118")
    expected = Concern(ConcernKind.SLIP_TWICE, Clause.R3, (first, second), number="20-117а")
    assert slips_twice([first, second, other]) == [expected]
    assert concerns_about([Considered(first), Considered(second)], on=TODAY) == [expected]


def test_permits_and_papers_without_a_number_are_not_compared() -> None:
    permits = [a_person(position, "1", DocumentKind.PERMIT) for position in (0, 1)]
    without = [
        HouseholdPerson(position, NAME, None, "", ResidenceDocument(DocumentKind.SLIP, ""))
        for position in (2, 3)
    ]
    assert slips_twice([*permits, *without, a_person(4), a_person(5)]) == []
