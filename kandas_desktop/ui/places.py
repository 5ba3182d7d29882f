"""Where a page can lead: a place and the id of what is shown there."""

from enum import StrEnum


class Place(StrEnum):
    """A page, or a paper on the paper page; beside each, what the id names."""

    TODAY = "today"  # none
    INTAKE = "intake"  # none
    INTAKE_AGAIN = "intake again"  # the application from which a new one is begun
    INTAKE_JOINING = "intake joining"  # the household's first application, which somebody joins
    APPLICATION = "application"  # in the journal: an application
    RESERVE = "reserve"  # an application, or 0
    BED = "bed"  # on the board: a bed, or 0
    MOVE = "move"  # on the board, another bed being sought: the stay of whoever moves
    RESIDENT = "resident"  # a stay, or 0
    BREACH = "breach"  # a breach, or 0
    PETITION = "petition"  # a petition, or 0
    NEW_BREACH = "new breach"  # the stay of whom it concerns, or 0
    NEW_PETITION = "new petition"  # the stay of whoever asks, or 0
    LINEN = "linen"  # none
    ROOMS = "rooms"  # none
    WORK_CALENDAR = "work calendar"  # in the settings: a year, or 0
    REFERRAL_PAPER = "referral paper"  # a referral
    APPLICATION_PAPER = "application paper"  # an application
    HOUSE_RULES_PAPER = "house rules paper"  # a referral, its people already moved in
    TERM_NOTICE_PAPER = "term notice paper"  # the household's first application
    PROPOSAL_PAPER = "proposal paper"  # a breach
    DECISION_NOTICE_PAPER = "decision notice paper"  # a breach
    RESERVE_PAPER = "reserve paper"  # a year, or 0 for today's
    LINEN_PAPER = "linen paper"  # none
    VOLUME_PAPER = "volume paper"  # a volume of the journal


PAGE_OF: dict[Place, str] = {
    Place.TODAY: "today",
    Place.INTAKE: "intake",
    Place.INTAKE_AGAIN: "intake",
    Place.INTAKE_JOINING: "intake",
    Place.APPLICATION: "journal",
    Place.RESERVE: "reserve",
    Place.BED: "beds",
    Place.MOVE: "beds",
    Place.RESIDENT: "residents",
    Place.BREACH: "decisions",
    Place.PETITION: "decisions",
    Place.NEW_BREACH: "decisions",
    Place.NEW_PETITION: "decisions",
    Place.LINEN: "linen",
    Place.ROOMS: "rooms",
    Place.WORK_CALENDAR: "settings",
    Place.REFERRAL_PAPER: "paper",
    Place.APPLICATION_PAPER: "paper",
    Place.HOUSE_RULES_PAPER: "paper",
    Place.TERM_NOTICE_PAPER: "paper",
    Place.PROPOSAL_PAPER: "paper",
    Place.DECISION_NOTICE_PAPER: "paper",
    Place.RESERVE_PAPER: "paper",
    Place.LINEN_PAPER: "paper",
    Place.VOLUME_PAPER: "paper",
}
"""The page on which each place stands."""
