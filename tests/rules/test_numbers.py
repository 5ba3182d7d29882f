import pytest

from kandas_desktop.rules.numbers import PATTERN_LENGTH, NumberPattern, PatternFault, pattern_faults


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
