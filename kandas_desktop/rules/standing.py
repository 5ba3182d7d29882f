"""Where an application stands, computed from what happened to it and never stored."""

from enum import StrEnum


class Standing(StrEnum):
    """The outcome of an application (r.6): due, one of the three outcomes, or struck out (r.5)."""

    DUE = "due"
    RESERVE = "reserve"
    REFERRED = "referred"
    RETURNED = "returned"
    STRUCK_OUT = "struck out"


def standing(
    *, is_struck_out: bool, is_returned: bool, has_live_referral: bool, waits_in_reserve: bool
) -> Standing:
    """Where an application stands; the weightier fact wins where several are true."""
    if is_struck_out:
        return Standing.STRUCK_OUT
    if is_returned:
        return Standing.RETURNED
    if has_live_referral:
        return Standing.REFERRED
    return Standing.RESERVE if waits_in_reserve else Standing.DUE
