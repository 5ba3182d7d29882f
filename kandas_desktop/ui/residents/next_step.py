"""The one next step with a household that lives here: what is due first (r.9, r.10, r.15, r.17)."""

from enum import Enum, auto

from kandas_desktop.queries.resident_household import HouseholdDetail


class Step(Enum):
    """What is to be done next."""

    RECORD_LEAVING = auto()
    GIVE_BED = auto()
    SIGN_RULES = auto()
    PRINT_NOTICE = auto()
    NOTHING = auto()


def next_step(household: HouseholdDetail) -> Step:
    """What comes next: rooms to be left, beds to be given, rules to be signed, a notice to be given."""
    here = household.here
    if any(person.vacating is not None for person in here):
        return Step.RECORD_LEAVING
    if any(person.lacks_bed for person in here):
        return Step.GIVE_BED
    if any(person.lacks_signature for person in here):
        return Step.SIGN_RULES
    if household.is_notice_due:
        return Step.PRINT_NOTICE
    return Step.NOTHING
