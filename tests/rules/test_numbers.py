import pytest

from kandas_desktop.rules.numbers import (
    COMING_NUMBERS,
    PATTERN_LENGTH,
    NumberPattern,
    PatternFault,
    pattern_faults,
    repetition_faults,
)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("Ө-{n}/{yy}", "Ө-151/26"),
        ("{n}", "151"),
        ("{yyyy}-Ж-{n}", "2026-Ж-151"),
        ("{n}{n} {yy}", "151151 26"),
        ("№ {n} \\1 $2", "№ 151 \\1 $2"),
    ],
)
def test_a_pattern_gives_the_number(pattern: str, number: str) -> None:
    assert pattern_faults(pattern) == []
    assert NumberPattern(pattern).number(151, 2026) == number


def test_a_year_keeps_its_zeros() -> None:
    assert NumberPattern("{n}/{yy}").number(1, 2005) == "1/05"
    assert NumberPattern("{n}/{yy}").number(1, 2100) == "1/00"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [PatternFault.EMPTY]),
        (" \t", [PatternFault.EMPTY]),
        ("Ө-/{yy}", [PatternFault.NO_NUMBER]),
        ("{n:03}", [PatternFault.NO_NUMBER, PatternFault.UNKNOWN_FIELD]),
        ("{n}/{month}", [PatternFault.UNKNOWN_FIELD]),
        ("{n}/{}", [PatternFault.UNKNOWN_FIELD]),
        ("{n}/{N}", [PatternFault.UNKNOWN_FIELD]),
        ("{{n}}", [PatternFault.UNKNOWN_FIELD]),
        ("{n}}", [PatternFault.UNKNOWN_FIELD]),
        ("{n}/{yy", [PatternFault.UNKNOWN_FIELD]),
        ("{n.real}", [PatternFault.NO_NUMBER, PatternFault.UNKNOWN_FIELD]),
        ("{n}" + "Ө" * (PATTERN_LENGTH - 3), []),
        ("{n}" + "Ө" * (PATTERN_LENGTH - 2), [PatternFault.TOO_LONG]),
        (
            "{" + "Ө" * PATTERN_LENGTH,
            [PatternFault.NO_NUMBER, PatternFault.UNKNOWN_FIELD, PatternFault.TOO_LONG],
        ),
    ],
)
def test_every_fault_of_a_pattern_is_named(text: str, faults: list[PatternFault]) -> None:
    assert pattern_faults(text) == faults


def test_a_faulty_pattern_is_not_made() -> None:
    with pytest.raises(ValueError, match="no_number, unknown_field"):
        NumberPattern("{n:03}")


@pytest.mark.parametrize(
    ("pattern", "given", "repeats"),
    [
        ("Ө-{n}/{yy}", ["Ө-1/26", "Ө-7/26"], False),  # what was given comes before
        ("Ө-{n}/{yy}", ["Ө-8/26"], True),
        ("Ө-{n}/{yy}", ["Ө-08/26", "Ө-8/25", "Ө-8", "Ө-n/26", "Ө-8/26 "], False),
        ("{n}", ["1", "111"], True),  # of «1{n}», which gave the eleventh paper its number
        ("{n}{yy}", ["126"], False),  # read as the first paper of the year
        ("{n}{yy}", ["1226"], True),
        ("{yyyy}{n}", ["20269"], True),
        ("{n}/{n}", ["8/9"], False),
        ("{n}/{n}", ["8/8"], True),
        ("№ {n}.", ["№ 8."], True),
        ("№ {n}.", ["№ 8-"], False),
        ("{n}", [str(8 + COMING_NUMBERS - 1)], True),
        ("{n}", [str(8 + COMING_NUMBERS)], False),
        ("{n}", [], False),
    ],
)
def test_no_coming_number_may_have_been_given(pattern: str, given: list[str], repeats: bool) -> None:
    faults = repetition_faults(pattern, given, following=8, year=2026)
    assert faults == [PatternFault.REPEATS] * repeats


@pytest.mark.parametrize("pattern", ["Ө-{n}/{yy}", "{n}{yy}", "{yyyy}-{n}-{n}", "({n})+", "{n}0"])
def test_a_number_is_read_as_it_was_written(pattern: str) -> None:
    number = NumberPattern(pattern).number(151, 2026)
    assert repetition_faults(pattern, [number], following=151, year=2026) == [PatternFault.REPEATS]
    assert repetition_faults(pattern, [number], following=152, year=2026) == []
