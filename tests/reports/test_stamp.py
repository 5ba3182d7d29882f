from collections.abc import Callable
from datetime import date

import pytest

from kandas_desktop.reports.forms import JournalForm, JournalLine
from kandas_desktop.reports.journal import render_journal
from kandas_desktop.reports.referral import render_referral
from kandas_desktop.reports.stamp import stamped_across, stamped_as_copy
from kandas_desktop.reports.wording import LAPSED, STRUCK_OUT
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


@pytest.mark.parametrize("words", [STRUCK_OUT, LAPSED])
def test_a_stored_paper_can_be_marked_as_no_longer_in_force_on_each_page(words: str) -> None:
    marked = stamped_across(REFERRAL, words)
    assert texts(marked) == [f"{page} {words}" for page in texts(REFERRAL)]
    for page, size in zip(letter_boxes(marked), sizes(marked), strict=True):
        assert 0 < min(box.left for box in page) < max(box.right for box in page) < size[0] / 25.4 * 72


def test_a_copy_of_a_struck_out_paper_bears_both_marks() -> None:
    marked = stamped_as_copy(stamped_across(REFERRAL, STRUCK_OUT), 3)
    assert all(page.endswith("КҮШІ ЖОЙЫЛДЫ КӨШІРМЕ № 3") for page in texts(marked))


def test_a_marked_paper_still_says_what_it_is() -> None:
    paper = render_referral(a_referral(WIFE))
    assert metadata(stamped_as_copy(paper, 1)) == metadata(paper)


@pytest.mark.parametrize(
    "mark", [lambda pdf: stamped_as_copy(pdf, 2), lambda pdf: stamped_across(pdf, LAPSED)]
)
def test_the_same_mark_gives_the_same_bytes(mark: Callable[[bytes], bytes]) -> None:
    assert mark(REFERRAL) == mark(REFERRAL)
