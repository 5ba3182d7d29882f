"""Dates as they are typed at a desk, and ages that may hang on a birth year alone."""

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Self

OLDEST_AGE = 130
"""The age in years above which a birth date is taken for a slip of the hand."""

EARLIEST_YEAR = 1900
LATEST_YEAR = 2099
"""The years within which a paper at the desk can be dated; the calendar of days off ends here too."""

_YEARS_AHEAD = 20

_GAP = r"[\s./,\-\u2010-\u2015\u2212\u060C\u066B\u066C\u3002\uFF0C-\uFF0F]"
_PARTS = rf"\s*[0-9]{{1,8}}(?:{_GAP}+[0-9]{{1,4}})*{_GAP}*"  # compiled when first asked


class DateFaultKind(StrEnum):
    """What is wrong with a typed date."""

    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    FUTURE = "future"
    TOO_OLD = "too_old"


class DateFault(ValueError):
    """A typed date was refused for the reason `kind`."""

    def __init__(self, kind: DateFaultKind) -> None:
        super().__init__(kind)
        self.kind = kind


class _Parts(NamedTuple):
    year: int
    month: int | None
    day: int | None


class BirthDate(_Parts):
    """A birth date: exact, or a year only, as many papers of the older people have it.

    A year alone is counted from its last day, 31 December, as Kazakh courts do where only the year is known:
    so nobody is wrongly held to be adult. `ValueError` for a date that does not exist, or that has a month
    but no day.
    """

    __slots__ = ()

    def __new__(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        if (month is None) != (day is None):
            raise ValueError("a birth date has both a month and a day, or neither")
        made = super().__new__(cls, year, month, day)
        _ = made.latest
        return made

    @property
    def is_exact(self) -> bool:
        """Whether month and day are known."""
        return self.month is not None

    @property
    def latest(self) -> date:
        """The birthday itself, or 31 December where only the year is known."""
        if self.month is None or self.day is None:
            return date(self.year, 12, 31)
        return date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        """The birthday itself, or 1 January where only the year is known."""
        return self.latest if self.is_exact else date(self.year, 1, 1)

    @property
    def digits(self) -> str:
        """The date as papers show it in digits: «22.06.1984», or «1952» for a year only."""
        if self.month is None or self.day is None:
            return f"{self.year:04}"
        return f"{self.day:02}.{self.month:02}.{self.year:04}"

    def ages_on(self, day: date) -> tuple[int, int]:
        """Return the least and the most whole years the person can have on `day`: equal for an exact date."""
        return _whole_years(self.latest, day), _whole_years(self.earliest, day)

    def age_on(self, day: date) -> int:
        """Return the whole years the person has reached for certain on `day`; 0 before the birth.

        Somebody born on 29 February grows a year older on 1 March in a common year.
        """
        return _whole_years(self.latest, day)

    def months_on(self, day: date) -> int:
        """Return the whole months the person has reached for certain on `day`; 0 before the birth."""
        born = self.latest
        months = (day.year - born.year) * 12 + day.month - born.month
        return max(0, months - (day.day < born.day))

    def is_adult_on(self, day: date) -> bool:
        """Return whether the person is an adult on `day` (r.3: 18, by the edition in force on that day)."""
        return self.age_on(day) >= _adult_age_on(day)

    def turns_adult_on(self) -> date:
        """Return the first day on which the person is an adult (r.3).

        Born on 29 February: 1 March, for the eighteenth year after a leap year is a common one. Known by year
        only: 31 December of the eighteenth year.
        """
        born = self.latest
        year = born.year + _adult_age_on(born)
        if (born.month, born.day) == (2, 29):
            return date(year, 3, 1)
        return born.replace(year=year)


def _adult_age_on(day: date) -> int:
    # Imported with the first age that is asked for: the journal's lines show dates alone.
    from kandas_desktop.rules.editions import edition_on

    return edition_on(day).adult_age


def read_birth_date(typed: str, *, today: date) -> BirthDate:
    """Return the birth date somebody typed, year only included («1952», «00.00.1952» as passports print it).

    A two-digit year is the latest one that makes the date not later than `today`. Raises `DateFault`:
    unreadable, impossible (30.02), in the future, or more than 130 years ago.
    """
    parts = _parts(typed)
    if len(parts) == 1 and len(parts[0]) == 4:
        born = BirthDate(_existing(int(parts[0]), 12, 31).year)
    else:
        day, month, year_digits = _day_month_year(parts)
        born = _full_birth_date(day, month, year_digits, today=today)
    if born.earliest > today:
        raise DateFault(DateFaultKind.FUTURE)
    if born.age_on(today) > OLDEST_AGE:
        raise DateFault(DateFaultKind.TOO_OLD)
    return born


def read_date(typed: str, *, today: date) -> date:
    """Return the day somebody typed: that of a document, a move-in, a term.

    A two-digit year lies within the 80 years before and the 20 years from `today`'s: documents expire ahead.
    Raises `DateFault`: unreadable, or impossible (30.02, or a year outside 1900–2099).
    """
    day, month, year_digits = _day_month_year(_parts(typed))
    year = int(year_digits)
    if len(year_digits) == 2:
        year = _latest_year(year, at_most=today.year + _YEARS_AHEAD)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise DateFault(DateFaultKind.IMPOSSIBLE)
    return _existing(year, month, day)


def _parts(typed: str) -> list[str]:
    """Return the runs of digits in `typed`, digits of any script (full-width, Arabic, Persian) made ASCII."""
    plain = "".join(_plain(character) for character in typed)
    if not re.fullmatch(_PARTS, plain):
        raise DateFault(DateFaultKind.UNREADABLE)
    return re.findall(r"[0-9]+", plain)


def _plain(character: str) -> str:
    import unicodedata  # with the first date that is typed

    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    # Format characters are the invisible marks that come along when a date is pasted.
    return "" if unicodedata.category(character) == "Cf" else character


def _day_month_year(parts: list[str]) -> tuple[int, int, str]:
    """Return day, month and the year's two or four digits from 050387, 05031987, 5.3.1987 or 1987-03-05."""
    if len(parts) == 1 and len(parts[0]) in (6, 8):
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    elif len(parts) == 3 and len(parts[0]) == 4:
        parts = parts[::-1]
    if len(parts) != 3 or len(parts[0]) > 2 or len(parts[1]) > 2 or len(parts[2]) not in (2, 4):
        raise DateFault(DateFaultKind.UNREADABLE)
    return int(parts[0]), int(parts[1]), parts[2]


def _full_birth_date(day: int, month: int, year_digits: str, *, today: date) -> BirthDate:
    year = int(year_digits)
    if len(year_digits) == 2:
        year = _latest_year(year, at_most=today.year)
        if (year, month, day) > (today.year, today.month, today.day):
            year -= 100
    if day == month == 0:
        return BirthDate(_existing(year, 12, 31).year)
    known = _existing(year, month, day)
    return BirthDate(known.year, known.month, known.day)


def _latest_year(two_digits: int, *, at_most: int) -> int:
    """Return the latest year not after `at_most` that ends in `two_digits`."""
    return at_most - (at_most - two_digits) % 100


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateFault(DateFaultKind.IMPOSSIBLE) from None


def _whole_years(born: date, day: date) -> int:
    before_birthday = (day.month, day.day) < (born.month, born.day)
    return max(0, day.year - born.year - before_birthday)
