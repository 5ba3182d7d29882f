"""The card of what is due: by which clause, and why."""

from collections.abc import Callable

from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.ui.board.due_card import DueCard
from tests.ui.board.conftest import Board
from tests.ui.board.houses import TODAY, AHouse
from tests.ui.looking import words_in

Open = Callable[[], Board]


def card_words(board: Board, label: str) -> list[str]:
    board.choose(label)
    card = board.page.frame.panel.bed.findChild(DueCard)
    assert card is not None
    return words_in(card)


def test_a_stay_that_a_decision_ends_names_the_decisions_clause(filled: AHouse, open_board: Open) -> None:
    (stay,) = filled.lives(filled.family("Үлгібаев Ғани"), "101-2")
    Stay.update(ended_on=TODAY, ended_because="freely").where(Stay.id == stay.id).execute()
    told = card_words(open_board(), "101-2")
    assert "Put out by a decision" in told
    assert "clause 14" in told


def test_a_stay_that_runs_names_its_term(filled: AHouse, open_board: Open) -> None:
    assert "clause 15" in card_words(open_board(), "101-1")
