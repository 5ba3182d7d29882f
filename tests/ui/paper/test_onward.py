"""After handing over the paper's page leads on: the family moves in (r.9), and then lives here."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import hand_over_referral
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Referral
from kandas_desktop.ui.paper.onward import Way
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.stay_questions import MoveInQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.factories import WEDNESDAY, a_person, a_referral, named_on
from tests.ui.looking import filled_buttons_in, words_in

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def referral_id(workplace: Workplace, page: PaperPage) -> int:
    """A referral that was handed over today."""
    referral_id = a_referral(workplace.desk, a_person(), a_person("Сәуле"))
    hand_over_referral(workplace.desk, referral_id, received_on=WEDNESDAY)
    page.open_referral(referral_id)
    return referral_id


@pytest.fixture
def led(page: PaperPage) -> list[tuple[str, int]]:
    ways: list[tuple[str, int]] = []
    page.leads_to.connect(lambda place, subject_id: ways.append((place, subject_id)))
    return ways


def way(page: PaperPage) -> Way:
    return page.side.next_step.onward.way


def accept(monkeypatch: pytest.MonkeyPatch, look: Callable[[MoveInQuestion], object]) -> None:
    """Answer the question who moved in with yes, having looked at it."""

    def answer(question: MoveInQuestion) -> bool:
        look(question)
        return True

    monkeypatch.setattr(MoveInQuestion, "was_accepted", answer)


def test_the_family_moves_in_by_one_key_and_is_shown_among_the_residents_by_another(
    qtbot: QtBot,
    page: PaperPage,
    referral_id: int,
    led: list[tuple[str, int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    accept(monkeypatch, lambda question: None)
    assert filled_buttons_in(page) == ["Move the family in"]
    qtbot.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    assert Stay.select().count() == len(named_on(referral_id))
    onward = page.side.next_step.onward
    assert onward.button.words == "Go to the residents"
    assert filled_buttons_in(page) == ["Print"]
    onward.button.click()
    assert led == [(Place.RESIDENT, Stay.get().id)]


def test_before_handing_over_nothing_follows(page: PaperPage, workplace: Workplace) -> None:
    page.open_referral(a_referral(workplace.desk))
    assert way(page) is Way.NOTHING
    assert page.side.next_step.onward.isHidden()
    page.side.next_step.onward.take()
    page.side.next_step.show_referral(None)
    page.side.next_step.onward.take()
    assert Stay.select().count() == 0


def test_after_the_last_day_nobody_is_moved_in_from_here(page: PaperPage, referral_id: int) -> None:
    long_ago = WEDNESDAY - timedelta(days=4)
    Referral.update(issued_on=long_ago, received_on=long_ago).execute()
    page.reload()
    assert way(page) is Way.NOTHING
    assert filled_buttons_in(page) == ["Print"]


def test_on_the_last_day_the_family_still_moves_in(page: PaperPage, referral_id: int) -> None:
    days_ago = WEDNESDAY - timedelta(days=3)
    Referral.update(issued_on=days_ago, received_on=days_ago).execute()
    page.reload()
    assert way(page) is Way.MOVE_IN


def test_whoever_is_still_expected_moves_in_later(
    page: PaperPage, workplace: Workplace, referral_id: int
) -> None:
    first, second = named_on(referral_id)
    move_in(workplace.desk, referral_id, people=[first], moved_in_on=WEDNESDAY)
    assert way(page) is Way.MOVE_IN
    move_in(workplace.desk, referral_id, people=[second], moved_in_on=WEDNESDAY)
    assert way(page) is Way.SHOW_RESIDENT


def test_those_who_moved_in_are_not_told_that_their_term_ended(
    page: PaperPage, workplace: Workplace, referral_id: int
) -> None:
    move_in(workplace.desk, referral_id, people=named_on(referral_id), moved_in_on=WEDNESDAY)
    assert page.side.next_step.term_words.startswith("To move in by 21.03.2026")
    Referral.update(issued_on=date(2026, 3, 2), received_on=date(2026, 3, 2)).execute()
    page.reload()
    assert page.side.next_step.term_words == ""


def test_a_struck_out_referral_leads_nowhere(page: PaperPage, referral_id: int) -> None:
    Referral.update(struck_out_on=date(2026, 3, 18), struck_out_reason="Қате").execute()
    page.reload()
    assert way(page) is Way.NOTHING


def test_the_question_names_nobody_while_names_are_hidden(
    page: PaperPage, workplace: Workplace, referral_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    accept(monkeypatch, lambda question: seen.extend(words_in(question)))
    workplace.names_hidden = True
    page.side.next_step.take()
    assert seen
    assert not [words for words in seen if "Мысалов" in words or "Үлгібаев" in words]


def test_beside_the_house_rules_stands_who_signs_them_and_the_paper_comes_first(
    page: PaperPage, workplace: Workplace, referral_id: int, led: list[tuple[str, int]]
) -> None:
    move_in(workplace.desk, referral_id, people=named_on(referral_id), moved_in_on=WEDNESDAY)
    page.open_paper(Place.HOUSE_RULES_PAPER, referral_id)
    onward = page.side.next_step.onward
    assert onward.isVisible()
    assert onward.button.words == "Go to the residents"
    assert filled_buttons_in(page) == ["Print"]
    onward.button.click()
    assert led == [(Place.RESIDENT, Stay.get().id)]


def test_beside_the_house_rules_whoever_is_expected_can_move_in(
    page: PaperPage, workplace: Workplace, referral_id: int
) -> None:
    page.open_paper(Place.HOUSE_RULES_PAPER, referral_id)
    assert way(page) is Way.MOVE_IN
    assert filled_buttons_in(page) in (["Print"], [])
