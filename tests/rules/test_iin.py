import pytest

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.iin import IinFault, check_digit, iin_faults

BORN = BirthDate(1984, 6, 22)
# Made up: 22.06.1984, a man born in the twentieth century, running number 0012.
FIRST_ELEVEN = "84062230012"


def an_iin(first_eleven: str = FIRST_ELEVEN) -> str:
    return f"{first_eleven}{check_digit(first_eleven)}"


def test_a_number_that_agrees_with_the_person_has_no_fault() -> None:
    assert iin_faults(an_iin(), born=BORN, sex=Sex.MALE) == []
    assert iin_faults(an_iin(), born=None, sex=None) == []


def test_no_number_is_in_order() -> None:
    assert iin_faults("", born=BORN, sex=Sex.MALE) == []


@pytest.mark.parametrize(
    "iin", ["1", "8406223000", "8406223000120", "84062230001A", "٨٤٠٦٢٢٣٠٠٠١٢", "840622 30001", " "]
)
def test_anything_but_twelve_digits_has_the_wrong_length(iin: str) -> None:
    assert iin_faults(iin, born=BORN, sex=Sex.MALE) == [IinFault.LENGTH]


@pytest.mark.parametrize(
    ("first_eleven", "digit"),
    [
        ("00000000001", 0),  # 11 leaves 0
        ("10000000000", 1),
        ("00000000010", 1),  # 10 goes to the second weights, where it leaves 1
        ("00000001100", 6),  # 8 + 9 = 17
        ("33000200000", 4),  # 9 + 12 = 21 leaves 10; then 9 + 12 + 16 = 37 leaves 4
        ("90000000000", 9),
    ],
)
def test_the_check_digit_is_the_weighted_sum_modulo_eleven(first_eleven: str, digit: int) -> None:
    assert check_digit(first_eleven) == digit


def test_a_number_whose_second_sum_leaves_ten_too_is_never_given() -> None:
    never_given = next(
        text for text in (f"{number:011}" for number in range(100, 10_000)) if check_digit(text) is None
    )
    assert iin_faults(never_given + "0", born=None, sex=None) == [IinFault.CHECK_DIGIT]


def test_one_check_digit_only_is_right() -> None:
    right = [digit for digit in "0123456789" if iin_faults(FIRST_ELEVEN + digit, born=None, sex=None) == []]
    assert right == ["5"]  # 8 + 8 + 24 + 10 + 12 + 21 + 10 + 22 = 115 leaves 5


def test_two_digits_changed_round_are_seen() -> None:
    right = an_iin()
    assert iin_faults(right[1] + right[0] + right[2:], born=None, sex=None) == [IinFault.CHECK_DIGIT]


@pytest.mark.parametrize(
    ("seventh", "born", "agrees"),
    [
        ("3", BORN, True),
        ("3", BirthDate(1984), True),
        ("3", BirthDate(1984, 6, 23), False),
        ("3", BirthDate(1985), False),
        ("5", BORN, False),
        ("5", BirthDate(2084), True),
        ("1", BirthDate(1884, 6, 22), True),
        ("1", BORN, False),
        ("0", BORN, True),
        ("0", BirthDate(1984, 6, 23), False),
    ],
)
def test_the_birth_date_is_compared_as_far_as_both_know_it(
    seventh: str, born: BirthDate, agrees: bool
) -> None:
    faults = iin_faults(an_iin(f"840622{seventh}0012"), born=born, sex=None)
    assert faults == ([] if agrees else [IinFault.BIRTH_DATE])


@pytest.mark.parametrize(
    ("seventh", "sex", "agrees"),
    [
        ("3", Sex.MALE, True),
        ("3", Sex.FEMALE, False),
        ("4", Sex.FEMALE, True),
        ("4", Sex.MALE, False),
        ("5", Sex.MALE, True),
        ("6", Sex.FEMALE, True),
        ("0", Sex.FEMALE, True),
        ("9", Sex.FEMALE, True),
    ],
)
def test_the_sex_is_compared_where_the_number_tells_it(seventh: str, sex: Sex, agrees: bool) -> None:
    faults = iin_faults(an_iin(f"840622{seventh}0012"), born=None, sex=sex)
    assert faults == ([] if agrees else [IinFault.SEX])


def test_every_fault_is_named_at_once() -> None:
    wrong = FIRST_ELEVEN + str((int(an_iin()[11]) + 1) % 10)
    faults = iin_faults(wrong, born=BirthDate(1990), sex=Sex.FEMALE)
    assert faults == [IinFault.CHECK_DIGIT, IinFault.BIRTH_DATE, IinFault.SEX]
