"""What the day is that another day may not precede, or may not follow."""

from enum import StrEnum


class Milestone(StrEnum):
    """The event on the day that an obstacle names as ``last_on``."""

    # a referral (r.8, r.9)
    REGISTERED = "application registered"
    ISSUED = "referral issued"
    RECEIVED = "referral handed over"
    CAME = "somebody moved in on it"
    CAME_AFTER_TERM = "somebody would have moved in after the term"
    # a stay (r.10, r.15 to r.17)
    MOVED_IN = "moved in"
    CHANGED_BED = "given the bed they sleep in"
    RULES_SIGNED = "house rules signed"
    PETITION_FILED = "petition filed"
    BREACH_HAPPENED = "breach of the rules"
    DECIDED = "decision that puts them out"
    TERM_ENDS = "last day of the term"
    ENDED = "stay ended"
    LEFT = "left"
    BEDDING_CHANGED = "bedding changed last"
    # a status (Law on migration, art. 25)
    STATUS_GIVEN = "status given"
    STATUS_YEAR_ENDS = "year of the status over"
    STATUS_LONGEST = "longest extension over"
    STATUS_ENDS = "status over"
    # a file or a register
    STEP_BEFORE = "step before"
    ENTRY_BEFORE = "entry with the number before"
