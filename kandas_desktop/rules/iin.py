"""What looks wrong about an individual identification number (IIN): warnings, never a refusal."""

import re
from enum import StrEnum

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex

_DIGITS = re.compile(r"[0-9]{12}")
_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}


class IinFault(StrEnum):
    """What looks wrong about an IIN."""

    LENGTH = "length"
    CHECK_DIGIT = "check_digit"
    BIRTH_DATE = "birth_date"
    SEX = "sex"


def iin_faults(iin: str, *, born: BirthDate | None, sex: Sex | None) -> list[IinFault]:
    """Return everything that looks wrong about `iin`; an empty one is in order, for it is optional.

    Government decree of 22.05.2007 № 406: year, month and day of birth, then the century and sex (odd is
    male), a running number, and the check digit. Since 26.08.2013 (decree № 853) a number need not agree with
    the birth date and sex, so each fault asks somebody to look again and none may stop the work.
    """
    if not iin:
        return []
    if not _DIGITS.fullmatch(iin):
        return [IinFault.LENGTH]
    faults = []
    if check_digit(iin[:11]) != int(iin[11]):
        faults.append(IinFault.CHECK_DIGIT)
    if born is not None and not _agrees_with_birth(iin, born):
        faults.append(IinFault.BIRTH_DATE)
    if sex is not None and iin[6] in _CENTURIES and sex is not _sex(iin):
        faults.append(IinFault.SEX)
    return faults


def check_digit(first_eleven: str) -> int | None:
    """Return the check digit of an IIN's first eleven digits, `None` where no such number is ever given.

    The weighted sum modulo 11; where that is 10, once more with the weights moved on by two.
    """
    for weights in (_WEIGHTS, _SECOND_WEIGHTS):
        remainder = sum(weight * int(digit) for weight, digit in zip(weights, first_eleven, strict=True)) % 11
        if remainder < 10:
            return remainder
    return None


def _agrees_with_birth(iin: str, born: BirthDate) -> bool:
    two_digits = f"{born.year % 100:02}"
    expected = f"{two_digits}{born.month:02}{born.day:02}" if born.is_exact else two_digits
    century = _CENTURIES.get(iin[6])
    return iin.startswith(expected) and century in (None, born.year // 100 * 100)


def _sex(iin: str) -> Sex:
    return Sex.MALE if int(iin[6]) % 2 else Sex.FEMALE
