"""Keeping what was printed, and counting its copies."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.rules.breaches import BreachPaper


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


def keep_breach_paper(desk: Desk, breach_id: int, kind: BreachPaper, content: bytes) -> int:
    """Keep a paper of a breach and return its id; it is made anew until it has left once, then it stays."""
    with desk.transaction(is_told=False):
        kept = Paper.get_or_none(Paper.breach == breach_id, Paper.kind == kind.value)
        if kept is None:
            kept = Paper.create(breach=breach_id, kind=kind.value, content=content, made_at=desk.now())
        elif not PaperIssue.select().where(PaperIssue.paper == kept.id).exists():
            kept.content, kept.made_at = content, desk.now()
            kept.save(only=[Paper.content, Paper.made_at])
    return int(kept.id)


def issue_papers(
    desk: Desk,
    paper_ids: Sequence[int],
    *,
    left_by: LeftBy,
    hand_out: Callable[[Sequence[int]], None] = lambda copy_numbers: None,
) -> list[int]:
    """Count that papers leave the program, a paper as often as it is named; return their copy numbers.

    0 is the original, 1, 2 … are its copies. ``hand_out`` is told these numbers inside the transaction and
    lets the papers leave; what it raises is raised here, and nothing was counted.
    """
    with desk.transaction():
        copy_numbers = [_count(desk, paper_id, left_by) for paper_id in paper_ids]
        hand_out(copy_numbers)
    return copy_numbers


def _count(desk: Desk, paper_id: int, left_by: LeftBy) -> int:
    copy_number = PaperIssue.select().where(PaperIssue.paper == paper_id).count()
    PaperIssue.create(paper=paper_id, copy_number=copy_number, left_by=left_by, left_at=desk.now())
    desk.record("issue", "paper", paper_id, copy_number=copy_number, left_by=left_by)
    return int(copy_number)
