from collections.abc import Sequence

import pytest

from kandas_desktop.actions.papers import LeftBy, issue_papers, keep_application_paper, keep_referral_paper
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.models.tables import AuditLine
from tests.factories import TestOffice, a_referral, an_application


def test_the_first_paper_kept_of_a_referral_stays(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    first = keep_referral_paper(office.desk, referral_id, b"as first made")
    office.clock.go_on(days=1)
    assert keep_referral_paper(office.desk, referral_id, b"made again") == first
    assert bytes(Paper.get_by_id(first).content) == b"as first made"


def test_the_first_paper_kept_of_an_application_stays(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    first = keep_application_paper(office.desk, application_id, b"as first made")
    assert keep_application_paper(office.desk, application_id, b"made again") == first
    assert bytes(Paper.get_by_id(first).content) == b"as first made"


def test_keeping_a_paper_changes_nobodys_screen(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    office.told.clear()
    keep_referral_paper(office.desk, referral_id, b"paper")
    assert office.told == []


@pytest.fixture
def paper_id(office: TestOffice) -> int:
    return keep_referral_paper(office.desk, a_referral(office.desk), b"paper")


def test_the_original_leaves_first_and_copies_are_numbered_after_it(
    office: TestOffice, paper_id: int
) -> None:
    assert issue_papers(office.desk, [paper_id], left_by=LeftBy.PRINTER) == [0]
    assert issue_papers(office.desk, [paper_id], left_by=LeftBy.FILE) == [1]
    assert issue_papers(office.desk, [paper_id, paper_id], left_by=LeftBy.PRINTER) == [2, 3]


def test_each_time_a_paper_leaves_is_written_down(office: TestOffice, paper_id: int) -> None:
    issue_papers(office.desk, [paper_id], left_by=LeftBy.PRINTER)
    issue_papers(office.desk, [paper_id], left_by=LeftBy.FILE)
    issues = [(row.copy_number, row.left_by) for row in PaperIssue.select().order_by(PaperIssue.id)]
    assert issues == [(0, "printer"), (1, "file")]
    assert AuditLine.select().where(AuditLine.verb == "issue", AuditLine.subject == "paper").count() == 2


def test_papers_that_leave_together_are_counted_apart(office: TestOffice, paper_id: int) -> None:
    other_id = keep_application_paper(office.desk, an_application(office.desk), b"other")
    issue_papers(office.desk, [paper_id], left_by=LeftBy.FILE)
    assert issue_papers(office.desk, [paper_id, other_id], left_by=LeftBy.FILE) == [1, 0]


def test_the_numbers_are_told_before_the_papers_leave(office: TestOffice, paper_id: int) -> None:
    told: list[Sequence[int]] = []
    issue_papers(office.desk, [paper_id, paper_id], left_by=LeftBy.FILE, hand_out=told.append)
    assert told == [[0, 1]]


def test_a_paper_that_could_not_leave_is_not_counted(office: TestOffice, paper_id: int) -> None:
    def refuse(_numbers: Sequence[int]) -> None:
        raise OSError("the disk is full")

    office.told.clear()
    with pytest.raises(OSError, match="full"):
        issue_papers(office.desk, [paper_id], left_by=LeftBy.FILE, hand_out=refuse)
    assert PaperIssue.select().count() == 0
    assert office.told == []


def test_screens_are_told_once_when_papers_leave(office: TestOffice, paper_id: int) -> None:
    office.told.clear()
    issue_papers(office.desk, [paper_id] * 3, left_by=LeftBy.PRINTER)
    assert len(office.told) == 1
