"""The numbers of order № 331-ө-м, dated: which of them was law on which day."""

from datetime import date
from typing import NamedTuple


class Edition(NamedTuple):
    """One edition of the order: the numbers that apply from `in_force_from` until the next edition."""

    in_force_from: date
    move_in_days: int = 3  # r.9, calendar days after the referral was received
    decision_working_days: int = 1  # r.14, working days after the proposal was registered
    stay_months: int = 6  # r.15, months after moving in
    vacate_days: int = 3  # r.17, calendar days after the stay ended
    adult_age: int = 18  # r.3; the age itself is Civil Code art. 17


EDITIONS: tuple[Edition, ...] = (
    # Order № 331-ө-м of 22.07.2013 in the wording of order № 78 of 16.03.2021.
    Edition(in_force_from=date(2021, 3, 16)),
)
"""Every edition known to the program, in the order in which they came into force."""


def edition_on(day: date) -> Edition:
    """Return the edition in force on `day`; an earlier day is judged by the first one."""
    return next((edition for edition in reversed(EDITIONS) if edition.in_force_from <= day), EDITIONS[0])
