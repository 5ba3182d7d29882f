"""The clauses of order № 331-ө-м that the program answers for."""

from enum import IntEnum


class Clause(IntEnum):
    """A rule of annex 1 (the terms and rules of residence); its value is the number printed in the order."""

    R3 = 3  # the referral is the only ground for moving in, and what it needs
    R4 = 4  # the application
    R5 = 5  # the registration journal
    R6 = 6  # considered the same day
    R7 = 7  # the reserve journal
    R8 = 8  # a bed frees, the next in order
    R9 = 9  # three calendar days to move in
    R10 = 10  # what residents may and must do
    R11 = 11  # bedding
    R12 = 12  # nobody but kandas and their families
    R13 = 13  # the proposal to end a stay
    R14 = 14  # the decision, within one working day
    R15 = 15  # the term of stay
    R16 = 16  # a decision is the only ground for eviction
    R17 = 17  # three calendar days to vacate
