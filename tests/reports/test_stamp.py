from collections.abc import Callable
from datetime import date

import pytest

from kandas_desktop.reports.forms import JournalForm, JournalLine
from kandas_desktop.reports.journal import render_journal
from kandas_desktop.reports.referral import render_referral
from kandas_desktop.reports.stamp import stamped_as_copy, stamped_as_struck_out
from tests.reports.people import WIFE, a_family, a_referral
from tests.reports.reading import letter_boxes, metadata, sizes, texts

REFERRAL = render_referral(a_referral(*a_family(15)))
JOURNAL = render_journal(
    JournalForm(
        date(2026, 1, 5),
        None,
        tuple(JournalLine(str(number), "Мысалов", "1952", "Қытай", "") for number in range(60)),
    )
)


@pytest.mark.parametrize("paper", [REFERRAL, JOURNAL], ids=["upright", "broadside"])
@pytest.mark.parametrize("count", [1, 12])
def test_a_copy_has_its_number_on_each_page_beside_all_of_the_papers_own_words(
    paper: bytes, count: int
) -> None:
    copy = stamped_as_copy(paper, count)
    assert texts(copy) == [f"{page} КӨШІРМЕ № {count}" for page in texts(paper)]
    assert sizes(copy) == sizes(paper)


@pytest.mark.parametrize("paper", [REFERRAL, JOURNAL], ids=["upright", "broadside"])
def test_the_mark_of_a_copy_stands_above_the_form(paper: bytes) -> None:
    mark = len("КӨШІРМЕ№12")
    for page in letter_boxes(stamped_as_copy(paper, 12)):
        assert min(box.bottom for box in page[-mark:]) > max(box.top for box in page[:-mark])


def test_a_stored_paper_can_be_marked_as_struck_out_on_each_page() -> None:
    assert texts(stamped_as_struck_out(REFERRAL)) == [f"{page} КҮШІ ЖОЙЫЛДЫ" for page in texts(REFERRAL)]


def test_a_copy_of_a_struck_out_paper_bears_both_marks() -> None:
    marked = stamped_as_copy(stamped_as_struck_out(REFERRAL), 3)
    assert all(page.endswith("КҮШІ ЖОЙЫЛДЫ КӨШІРМЕ № 3") for page in texts(marked))


def test_a_marked_paper_still_says_what_it_is() -> None:
    paper = render_referral(a_referral(WIFE))
    assert metadata(stamped_as_copy(paper, 1)) == metadata(paper)


@pytest.mark.parametrize("mark", [lambda pdf: stamped_as_copy(pdf, 2), stamped_as_struck_out])
def test_the_same_mark_gives_the_same_bytes(mark: Callable[[bytes], bytes]) -> None:
    assert mark(REFERRAL) == mark(REFERRAL)
