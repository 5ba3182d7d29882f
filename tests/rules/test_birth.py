import random
from collections import Counter
from datetime import date

import pytest

from kandas_desktop.rules.birth import BirthDate, DateFault, DateFaultKind, read_birth_date, read_date

TODAY = date(2026, 7, 26)


def the_fault_in_birth(typed: str, *, today: date = TODAY) -> DateFaultKind:
    with pytest.raises(DateFault) as caught:
        read_birth_date(typed, today=today)
    return caught.value.kind


def the_fault_in(typed: str) -> DateFaultKind:
    with pytest.raises(DateFault) as caught:
        read_date(typed, today=TODAY)
    return caught.value.kind


@pytest.mark.parametrize(
    "typed",
    [
        "5.3.1987",
        "05.03.1987",
        "5/3/87",
        "5-3-1987",
        "5,3,1987",
        "050387",
        "05031987",
        "5 3 1987",
        "5. 3. 1987",
        " 05.03.1987\n",
        "5.3.1987.",
        "5..3.1987",
        "5–3–1987",
        "1987-03-05",
        "1987.3.5",
        "\u200e05.03.1987\u200f",
        "\ufeff0503\u200b1987",
        "٠٥/٠٣/١٩٨٧",
        "۰۵٫۰۳٫۱۹۸۷",
        "０５．０３．１９８７",
    ],
)
def test_a_date_is_read_as_desks_type_it(typed: str) -> None:
    assert read_birth_date(typed, today=TODAY) == BirthDate(1987, 3, 5)
    assert read_date(typed, today=TODAY) == date(1987, 3, 5)


@pytest.mark.parametrize("typed", ["1952", " 1952 ", "1952.", "١٩٥٢", "00.00.1952", "00/00/52", "1952-00-00"])
def test_a_birth_year_alone_is_enough(typed: str) -> None:
    assert read_birth_date(typed, today=TODAY) == BirthDate(1952)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        ".",
        "кеше",
        "5.3",
        "52",
        "952",
        "19520",
        "1.1.195",
        "5.3.1.987",
        "1987.3",
        "1987-03-0005",
        "5.3.1987 ж.",
        "123.1.1987",
        "1.123.1987",
        "-5.3.1987",
        "5²3²1987",
        "5.3.\x001987",
        "9" * 10_000,
        "😀",
        "\ud800",
    ],
)
def test_what_is_no_date_is_unreadable(typed: str) -> None:
    assert the_fault_in_birth(typed) is DateFaultKind.UNREADABLE
    assert the_fault_in(typed) is DateFaultKind.UNREADABLE


@pytest.mark.parametrize(
    "typed",
    ["30.02.2000", "29.02.2001", "32.01.2000", "1.13.2000", "0.1.2000", "1.0.2000", "1.1.0000", "310687"],
)
def test_a_day_that_never_was_is_impossible(typed: str) -> None:
    assert the_fault_in_birth(typed) is DateFaultKind.IMPOSSIBLE
    assert the_fault_in(typed) is DateFaultKind.IMPOSSIBLE


def test_a_year_that_never_was_is_impossible() -> None:
    assert the_fault_in_birth("0000") is DateFaultKind.IMPOSSIBLE
    assert the_fault_in_birth("00.00.0000") is DateFaultKind.IMPOSSIBLE


def test_nobody_is_born_in_the_future() -> None:
    assert read_birth_date("26.07.2026", today=TODAY) == BirthDate(2026, 7, 26)
    assert the_fault_in_birth("27.07.2026") is DateFaultKind.FUTURE
    assert read_birth_date("2026", today=TODAY) == BirthDate(2026)
    assert the_fault_in_birth("2027") is DateFaultKind.FUTURE


def test_nobody_is_older_than_130() -> None:
    assert read_birth_date("27.07.1895", today=TODAY) == BirthDate(1895, 7, 27)
    assert the_fault_in_birth("26.07.1895") is DateFaultKind.TOO_OLD
    assert read_birth_date("1895", today=TODAY) == BirthDate(1895)
    assert the_fault_in_birth("1894") is DateFaultKind.TOO_OLD
    assert the_fault_in_birth("١٣٦٥/٣/٥") is DateFaultKind.TOO_OLD  # a year of the Persian calendar


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("26.07.26", BirthDate(2026, 7, 26)),
        ("27.07.26", BirthDate(1926, 7, 27)),
        ("01.01.27", BirthDate(1927, 1, 1)),
        ("31.12.25", BirthDate(2025, 12, 31)),
        ("010100", BirthDate(2000, 1, 1)),
        ("290200", BirthDate(2000, 2, 29)),
    ],
)
def test_a_two_digit_birth_year_is_the_latest_that_is_not_in_the_future(typed: str, born: BirthDate) -> None:
    assert read_birth_date(typed, today=TODAY) == born


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10.12.27", date(2027, 12, 10)),
        ("10.12.46", date(2046, 12, 10)),
        ("10.12.47", date(1947, 12, 10)),
        ("10.12.99", date(1999, 12, 10)),
        ("01.01.1900", date(1900, 1, 1)),
        ("31.12.2099", date(2099, 12, 31)),
    ],
)
def test_a_document_may_be_dated_ahead(typed: str, day: date) -> None:
    assert read_date(typed, today=TODAY) == day


@pytest.mark.parametrize("typed", ["31.12.1899", "01.01.2100", "01.01.9999"])
def test_no_document_is_from_another_age(typed: str) -> None:
    assert the_fault_in(typed) is DateFaultKind.IMPOSSIBLE


@pytest.mark.parametrize("typed", ["1952", "00.00.1952"])
def test_a_year_alone_is_no_day(typed: str) -> None:
    assert the_fault_in(typed) in (DateFaultKind.UNREADABLE, DateFaultKind.IMPOSSIBLE)


def test_no_typing_breaks_the_reading() -> None:
    typing = random.Random(331)
    alphabets = [
        "0123456789",
        "0123456789.,/- ",
        "٠١٢٣٤٥٦٧٨٩/۰۱۲۳",
        "０１２３４５６７８９．",
        "абвгқ.1",
        "\u200e\u2067\x00\t9",
    ]
    read = 0
    refused: Counter[DateFaultKind] = Counter()
    for _ in range(2000):
        alphabet = typing.choice(alphabets)
        pieces = [
            typing.choice(alphabet) if typing.random() < 0.97 else chr(typing.randrange(0x110000))
            for _ in range(typing.randrange(12))
        ]
        try:
            born = read_birth_date("".join(pieces), today=TODAY)
        except DateFault as fault:
            refused[fault.kind] += 1
        else:
            assert read_birth_date(born.digits, today=TODAY) == born
            read += 1
    assert read
    assert set(refused) == set(DateFaultKind)


@pytest.mark.parametrize(
    ("born", "day", "ages"),
    [
        (BirthDate(1984, 6, 22), date(2026, 6, 21), (41, 41)),
        (BirthDate(1984, 6, 22), date(2026, 6, 22), (42, 42)),
        (BirthDate(1951), date(2026, 1, 1), (74, 75)),
        (BirthDate(1951), date(2026, 12, 30), (74, 75)),
        (BirthDate(1951), date(2026, 12, 31), (75, 75)),
        (BirthDate(2008, 2, 29), date(2026, 2, 28), (17, 17)),
        (BirthDate(2008, 2, 29), date(2026, 3, 1), (18, 18)),
        (BirthDate(2008, 2, 29), date(2028, 2, 28), (19, 19)),
        (BirthDate(2008, 2, 29), date(2028, 2, 29), (20, 20)),
        (BirthDate(2026), date(2026, 7, 26), (0, 0)),
        (BirthDate(2027, 1, 1), date(2026, 7, 26), (0, 0)),
    ],
)
def test_ages_are_whole_years_and_a_year_alone_leaves_two(
    born: BirthDate, day: date, ages: tuple[int, int]
) -> None:
    assert born.ages_on(day) == ages
    assert born.age_on(day) == ages[0]


@pytest.mark.parametrize(
    ("born", "day", "months"),
    [
        (BirthDate(2025, 6, 18), date(2026, 3, 17), 8),
        (BirthDate(2025, 6, 18), date(2026, 3, 18), 9),
        (BirthDate(2025, 12, 31), date(2026, 1, 30), 0),
        (BirthDate(2025, 12, 31), date(2026, 1, 31), 1),
        (BirthDate(2026, 1, 31), date(2026, 2, 28), 0),
        (BirthDate(2026, 1, 31), date(2026, 3, 1), 1),
        (BirthDate(2026, 5, 1), date(2026, 3, 18), 0),
    ],
)
def test_months_are_whole_and_none_before_the_birth(born: BirthDate, day: date, months: int) -> None:
    assert born.months_on(day) == months


@pytest.mark.parametrize(
    ("born", "adult_from"),
    [
        (BirthDate(2008, 7, 26), date(2026, 7, 26)),
        (BirthDate(2008, 2, 29), date(2026, 3, 1)),
        (BirthDate(2008, 2, 28), date(2026, 2, 28)),
        (BirthDate(2006, 3, 1), date(2024, 3, 1)),
        (BirthDate(2008), date(2026, 12, 31)),
    ],
)
def test_somebody_is_adult_from_the_eighteenth_birthday_on(born: BirthDate, adult_from: date) -> None:
    assert born.turns_adult_on() == adult_from
    assert born.is_adult_on(adult_from)
    assert not born.is_adult_on(date.fromordinal(adult_from.toordinal() - 1))


def test_a_birth_date_shows_its_digits() -> None:
    assert BirthDate(1984, 6, 2).digits == "02.06.1984"
    assert BirthDate(1952).digits == "1952"


def test_a_year_alone_lies_between_its_first_and_its_last_day() -> None:
    assert (BirthDate(1952).earliest, BirthDate(1952).latest) == (date(1952, 1, 1), date(1952, 12, 31))
    exact = BirthDate(1984, 6, 22)
    assert exact.earliest == exact.latest == date(1984, 6, 22)
    assert exact.is_exact
    assert not BirthDate(1952).is_exact


@pytest.mark.parametrize("parts", [(1984, 6, None), (1984, None, 22), (1984, 2, 30), (0, None, None)])
def test_a_birth_date_that_cannot_be_is_not_made(parts: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        BirthDate(*parts)
