"""Where an application stands, computed from what happened to it and never stored."""

from enum import StrEnum
from typing import NamedTuple


class Standing(StrEnum):
    """The outcome of an application (r.6): due, one of the three outcomes, or struck out (r.5).

    A referral goes on: somebody moved in and lives here, all have left again, or its term lapsed (r.9).
    """

    DUE = "due"
    RESERVE = "reserve"
    REFERRED = "referred"
    SETTLED = "settled"
    LEFT = "left"
    LAPSED = "lapsed"
    RETURNED = "returned"
    STRUCK_OUT = "struck out"


class ReferralFacts(NamedTuple):
    """What became of a referral in force; ``is_lived_on`` is ``None`` while nobody moved in on it."""

    is_lived_on: bool | None = None
    has_lapsed: bool = False


def standing(
    *, is_struck_out: bool, is_returned: bool, live_referral: ReferralFacts | None, waits_in_reserve: bool
) -> Standing:
    """Where an application stands; the weightier fact wins where several are true."""
    if is_struck_out:
        return Standing.STRUCK_OUT
    if is_returned:
        return Standing.RETURNED
    if live_referral is not None:
        return _after_referral(live_referral)
    return Standing.RESERVE if waits_in_reserve else Standing.DUE


def _after_referral(referral: ReferralFacts) -> Standing:
    if referral.is_lived_on is not None:
        return Standing.SETTLED if referral.is_lived_on else Standing.LEFT
    return Standing.LAPSED if referral.has_lapsed else Standing.REFERRED
