"""Keeping what was printed, and counting its copies."""

from enum import StrEnum

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.tables import Paper, PaperIssue


class LeftBy(StrEnum):
    """How a paper left the program."""

    PRINTER = "printer"
    FILE = "file"


def keep_referral_paper(desk: Desk, referral_id: int, content: bytes) -> int:
    """Keep a referral's paper as it was first made and return its id; the first one kept stays."""
    with desk.transaction(is_told=False):
        kept = Paper.get_or_none(Paper.referral == referral_id)
        kept = kept or Paper.create(referral=referral_id, content=content, made_at=desk.now())
    return int(kept.id)


def keep_application_paper(desk: Desk, application_id: int, content: bytes) -> int:
    """Keep an application's paper as it was first made and return its id; the first one kept stays."""
    with desk.transaction(is_told=False):
        kept = Paper.get_or_none(Paper.application == application_id)
        kept = kept or Paper.create(application=application_id, content=content, made_at=desk.now())
    return int(kept.id)


def issue_paper(desk: Desk, paper_id: int, *, left_by: LeftBy) -> int:
    """Count that a paper leaves the program; return 0 for the original, then 1, 2 … for its copies."""
    with desk.transaction():
        copy_number = PaperIssue.select().where(PaperIssue.paper == paper_id).count()
        PaperIssue.create(paper=paper_id, copy_number=copy_number, left_by=left_by, left_at=desk.now())
        desk.record("issue", "paper", paper_id, copy_number=copy_number, left_by=left_by)
    return copy_number
