from datetime import date, timedelta

import pytest

from kandas_desktop.queries.journal import FamilyRow, JournalRow
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.columns import COLUMNS, FamilyStatus, Sight, family_status
from kandas_desktop.ui.journal.outcomes import outcome, rare_outcomes, usual_outcomes
from kandas_desktop.ui.journal.speaking import spoken_cell

TODAY = date(2026, 3, 18)
ROW = JournalRow(
    id=7,
    sequence=145,
    number="Ө-145/26",
    registered_on=TODAY,
    name=PersonName("Мысалов", "Дәурен", "Аңызұлы"),
    birth_place="Баян-Өлгий аймағы",
    born=BirthDate(1984, 6, 22),
    origin_country="MN",
    people=5,
    referral_number="",
    referral_issued_on=None,
    referral_is_struck_out=False,
    standing=Standing.DUE,
    reserve_place=0,
)
SON = FamilyRow(
    id=1,
    name=PersonName("Мысалов", "Ерасыл"),
    born=BirthDate(2008, 3, 17),
    kinship="ұлы",
    is_adult=True,
    turned_adult_on=date(2026, 3, 17),
    document_kind=None,
    obstacle=None,
)


def lacks(kind: ObstacleKind) -> Obstacle:
    return Obstacle(kind, person=HouseholdPerson(1, SON.name, SON.born))


@pytest.mark.parametrize(
    ("days_ago", "words", "family"),
    [
        (0, "To consider today", "accent"),
        (1, "Overdue · 1 day", "overdue"),
        (2, "Overdue · 2 days", "overdue"),
        (-3, "Due 21.03.2026", "grey"),
    ],
)
def test_a_pending_line_is_due_on_the_day_it_is_registered(days_ago: int, words: str, family: str) -> None:
    shown = outcome(ROW._replace(registered_on=TODAY - timedelta(days=days_ago)), TODAY)
    assert (shown.text, shown.family) == (words, family)
    assert shown.reason.startswith("r.6: considered on the day it is registered, ")


@pytest.mark.parametrize(
    ("days_ago", "words", "family"),
    [
        (0, "To consider again", "accent"),
        (1, "Overdue · 1 day", "overdue"),
        (-3, "Due 21.03.2026", "grey"),
    ],
)
def test_a_line_whose_referral_was_struck_out_is_due_from_that_day(
    days_ago: int, words: str, family: str
) -> None:
    again = ROW._replace(registered_on=date(2026, 3, 2), reopened_on=TODAY - timedelta(days=days_ago))
    shown = outcome(again, TODAY)
    assert (shown.text, shown.family) == (words, family)
    assert shown.reason.startswith("r.6: considered again since its referral was struck out, ")


@pytest.mark.parametrize(
    ("standing", "words", "family"),
    [
        (Standing.RESERVE, "In reserve · 3", "held"),
        (Standing.REFERRED, "Referral issued", "free"),
        (Standing.RETURNED, "Returned", "grey"),
        (Standing.STRUCK_OUT, "Struck out", "grey"),
    ],
)
def test_an_outcome_has_its_word_and_its_colours(standing: Standing, words: str, family: str) -> None:
    shown = outcome(ROW._replace(standing=standing, reserve_place=3), TODAY)
    assert (shown.text, shown.family) == (words, family)
    assert bool(shown.reason) is (standing is Standing.RESERVE)


def test_the_chips_to_make_room_for_are_those_that_can_be_seen() -> None:
    texts = [chip.text for chip in (*usual_outcomes(), *rare_outcomes(TODAY))]
    assert "In reserve · 88" in texts
    assert "Overdue · 9 days" in texts
    assert "Due 18.03.2026" in texts
    assert "To consider again" in texts


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ObstacleKind.SLIP_NUMBER_MISSING, "slip number not written"),
        (ObstacleKind.SLIP_DATE_MISSING, "slip date not written"),
        (ObstacleKind.SLIP_ISSUER_MISSING, "slip's issuing body not written"),
        (ObstacleKind.SLIP_MISSING, "no slip, turned 18 on 17.03.2026"),
    ],
)
def test_a_missing_slip_is_said_on_the_family_line(kind: ObstacleKind, words: str) -> None:
    row = ROW._replace(registered_on=date(2026, 3, 16))
    status = family_status(SON._replace(obstacle=lacks(kind)), row, Sight(TODAY))
    assert status == FamilyStatus(words, is_missing=True)


def test_who_was_of_age_before_the_application_just_lacks_the_slip() -> None:
    son = SON._replace(obstacle=lacks(ObstacleKind.SLIP_MISSING))
    assert family_status(son, ROW, Sight(TODAY)) == FamilyStatus("no slip", is_missing=True)


def test_the_day_of_coming_of_age_is_hidden_with_the_names() -> None:
    son = SON._replace(obstacle=lacks(ObstacleKind.SLIP_MISSING))
    row = ROW._replace(registered_on=date(2026, 3, 16))
    assert family_status(son, row, Sight(TODAY, names_hidden=True)).text == "no slip, turned 18 on ••.••.••••"


@pytest.mark.parametrize("standing", [Standing.REFERRED, Standing.RETURNED, Standing.STRUCK_OUT])
def test_nothing_is_missing_once_all_is_decided(standing: Standing) -> None:
    son = SON._replace(obstacle=lacks(ObstacleKind.SLIP_MISSING))
    row = ROW._replace(standing=standing, registered_on=date(2026, 3, 18))
    assert family_status(son, row, Sight(TODAY)) == FamilyStatus("—")
    # On the day of the referral he was seventeen.
    earlier = ROW._replace(standing=standing, referral_issued_on=date(2026, 3, 16))
    assert family_status(son, earlier, Sight(TODAY)) == FamilyStatus("minor")


@pytest.mark.parametrize(
    ("kind", "words"), [(DocumentKind.SLIP, "slip handed in"), (DocumentKind.PERMIT, "permit handed in")]
)
def test_what_was_handed_in_is_named(kind: DocumentKind, words: str) -> None:
    son = SON._replace(document_kind=kind)
    assert family_status(son, ROW, Sight(TODAY)) == FamilyStatus(words, is_there=True)


def test_a_minor_needs_nothing() -> None:
    assert family_status(SON._replace(is_adult=False), ROW, Sight(TODAY)) == FamilyStatus("minor")


@pytest.mark.parametrize(
    ("name", "main", "second"),
    [
        (PersonName("Мысалов", "Дәурен", "Аңызұлы"), "Мысалов Дәурен", "Аңызұлы"),
        (PersonName("Мысалов", "Дәурен"), "Мысалов Дәурен", ""),
        (PersonName("", "Дәурен", "Аңызұлы"), "Дәурен", "Аңызұлы"),
        (PersonName("Мысалов"), "Мысалов", ""),
    ],
)
def test_a_name_lies_on_two_lines_with_whatever_parts_it_has(
    name: PersonName, main: str, second: str
) -> None:
    cell = COLUMNS[1].cell(ROW._replace(name=name), Sight(TODAY))
    assert (cell.main, cell.second) == (main, second)


@pytest.mark.parametrize(
    ("place", "compact"),
    [
        ("Баян-Өлгий аймағы", "Баян-Өлгий"),
        ("Нөкіс қаласы", "Нөкіс"),
        ("Қоңырат", "Қоңырат"),
        ("аймағы", "аймағы"),
        ("", "—"),
    ],
)
def test_a_small_window_leaves_out_what_kind_of_place_it_is(place: str, compact: str) -> None:
    row = ROW._replace(birth_place=place)
    assert COLUMNS[2].cell(row, Sight(TODAY, is_compact=True)).main == compact
    assert COLUMNS[2].cell(row, Sight(TODAY)).main == (place or "—")


def test_a_birth_year_alone_is_shown_as_a_year() -> None:
    assert COLUMNS[2].cell(ROW._replace(born=BirthDate(1952)), Sight(TODAY)).second == "year 1952"


def test_a_screen_reader_is_told_what_only_a_line_through_it_shows() -> None:
    row = ROW._replace(referral_number="Ж-9/26", referral_issued_on=TODAY, referral_is_struck_out=True)
    assert spoken_cell(row, COLUMNS[5], Sight(TODAY)).endswith("Ж-9/26 18.03.2026, struck out")
    assert not spoken_cell(row, COLUMNS[4], Sight(TODAY)).endswith("struck out")


@pytest.mark.parametrize(
    ("due", "words", "family"),
    [
        (None, "Referral issued", "free"),
        (TODAY, "Referral issued", "free"),
        (TODAY - timedelta(days=1), "Term over", "overdue"),
    ],
)
def test_a_family_that_did_not_come_in_time_is_pointed_out(due: date | None, words: str, family: str) -> None:
    shown = outcome(ROW._replace(standing=Standing.REFERRED, move_in_due=due), TODAY)
    assert (shown.text, shown.family) == (words, family)
    assert bool(shown.reason) is (family == "overdue")


@pytest.mark.parametrize(
    ("standing", "words", "family"),
    [
        (Standing.SETTLED, "Moved in", "occupied"),
        (Standing.LEFT, "Left", "grey"),
        (Standing.LAPSED, "Did not move in", "grey"),
    ],
)
def test_what_became_of_a_referral_is_told(standing: Standing, words: str, family: str) -> None:
    shown = outcome(ROW._replace(standing=standing), TODAY)
    assert (shown.text, shown.family) == (words, family)
