"""How an office numbers its papers: a pattern such as «Ө-{n}/{yy}» and the number it gives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

PATTERN_LENGTH = 40
"""The longest pattern an office may set, in characters: a number must fit its journal column."""

COMING_NUMBERS = 100_000
"""So many of the numbers to come are looked at: more than any office gives in a year."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_KNOWN_FIELDS = frozenset({"n", "yy", "yyyy"})


class PatternFault(StrEnum):
    """Why a text cannot be a number pattern."""

    EMPTY = "empty"
    NO_NUMBER = "no_number"
    UNKNOWN_FIELD = "unknown_field"
    TOO_LONG = "too_long"
    REPEATS = "repeats"


def pattern_faults(text: str) -> list[PatternFault]:
    """Return every reason why `text` cannot be a number pattern; none means that it can.

    The fields are {n}, the running number of the year (without it numbers would repeat), {yy} and {yyyy}. Any
    other use of a brace, zero padding such as {n:03} included, is an unknown field.
    """
    if not text.strip():
        return [PatternFault.EMPTY]
    faults = []
    fields = set(_FIELD.findall(text))
    stray_braces = re.search(r"[{}]", _FIELD.sub("", text))
    if "n" not in fields:
        faults.append(PatternFault.NO_NUMBER)
    if stray_braces or fields - _KNOWN_FIELDS:
        faults.append(PatternFault.UNKNOWN_FIELD)
    if len(text) > PATTERN_LENGTH:
        faults.append(PatternFault.TOO_LONG)
    return faults


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A faultless pattern; `ValueError` for any other (ask `pattern_faults` first)."""

    text: str

    def __post_init__(self) -> None:
        faults = pattern_faults(self.text)
        if faults:
            raise ValueError(f"not a number pattern: {', '.join(faults)}")

    def number(self, sequence: int, year: int) -> str:
        """Return the number of paper `sequence` of `year`: 151 of 2026 by «Ө-{n}/{yy}» is «Ө-151/26»."""
        values = {"n": str(sequence), "yy": f"{year % 100:02}", "yyyy": f"{year:04}"}
        return _FIELD.sub(lambda field: values[field[1]], self.text)


def repetition_faults(text: str, given: Iterable[str], *, following: int, year: int) -> list[PatternFault]:
    """Return the fault of a faultless pattern by which a number of `year` would be given twice; else none.

    `given` are the numbers that papers of the year bear, by whatever pattern; `following` is the running
    number that comes next.
    """
    fields = {"yy": f"{year % 100:02}", "yyyy": f"{year:04}"}
    reading = ""
    for literal, field in _pieces(text):
        again = "(?P=n)" if "(?P<n>" in reading else "(?P<n>[1-9][0-9]*)"
        reading += re.escape(literal) + (again if field == "n" else fields.get(field, ""))
    found = (re.fullmatch(reading, number) for number in given)
    coming = range(following, following + COMING_NUMBERS)
    return [PatternFault.REPEATS] if any(match and int(match["n"]) in coming for match in found) else []


def _pieces(text: str) -> Iterable[tuple[str, str]]:
    """A pattern as its letters and the field behind them; the last has none."""
    parts = _FIELD.split(text)
    return zip(parts[::2], [*parts[1::2], ""], strict=True)
