"""Who needs an accessible room, in the panel and in the question of the beds."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.intake import ApplicationRequest, register_application
from kandas_desktop.actions.referrals import ReferralRequest
from kandas_desktop.actions.rooms import RoomRequest, add_room
from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.queries.application import application_detail
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.journal.beds_question import BedsQuestion
from kandas_desktop.ui.journal.next_step import may_choose_beds
from kandas_desktop.ui.journal.panel_words import blocked_words
from kandas_desktop.ui.needs_question import NeedsQuestion
from kandas_desktop.ui.wording import fit_words
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person, a_waiting_application, an_application, beds_by_label, leave_no_bed_free
from tests.residents import a_resident_family
from tests.ui.journal.panel.conftest import Ask, Show, menu_of
from tests.ui.journal.panel.states import TODAY
from tests.ui.looking import words_in

NEED = "Needs an accessible room"


def rooms(workplace: Workplace, *rooms: tuple[str, RoomKind, int]) -> None:
    """The only rooms with free beds."""
    leave_no_bed_free(workplace.desk)
    for name, kind, beds in rooms:
        add_room(workplace.desk, RoomRequest(int(name[0]), name, kind, beds))


def mother_and_daughter(workplace: Workplace, *, in_need: bool = False) -> int:
    return an_application(
        workplace.desk,
        a_person("Сәуле", sex=Sex.FEMALE),
        a_person(
            "Аяла", born=BirthDate(2015, 10, 30), document=None, kinship="қызы", needs_accessible=in_need
        ),
    )


def messages(question: BedsQuestion) -> list[str]:
    return [row.field.message for row in question.rows]


# --- the panel


def test_the_panel_says_it_beside_the_person_but_not_while_names_are_hidden(
    workplace: Workplace, show: Show
) -> None:
    panel = show(mother_and_daughter(workplace, in_need=True))
    assert words_in(panel).count(NEED) == 1
    panel.set_names_hidden(True)
    assert NEED not in words_in(panel)


def test_it_is_corrected_from_the_menu(
    workplace: Workplace, show: Show, qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    panel = show(mother_and_daughter(workplace))
    (action,) = [one for one in menu_of(panel).actions() if one.text() == "Who needs an accessible room…"]

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, NeedsQuestion)
        list(question.ticks.values())[1].setChecked(True)
        qtbot.keyClick(question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(0, answer)
    action.trigger()
    assert [row.needs_accessible for row in ApplicationPerson.select()] == [False, True]
    assert said == [("done", "It is written down who needs an accessible room.")]


def test_the_question_can_be_left_without_an_answer(
    workplace: Workplace, show: Show, qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    panel = show(mother_and_daughter(workplace))
    (action,) = [one for one in menu_of(panel).actions() if one.text() == "Who needs an accessible room…"]
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    action.trigger()
    assert said == []


# --- the words of a proposal


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (RoomKind.ACCESSIBLE, "all in room 201 · accessible, as is needed"),
        (RoomKind.FAMILY, "all in room 201 · no suitable accessible room is free"),
    ],
)
def test_a_proposal_says_whether_the_room_is_accessible(
    workplace: Workplace, kind: RoomKind, words: str
) -> None:
    rooms(workplace, ("201", kind, 2))
    proposal = application_detail(mother_and_daughter(workplace, in_need=True), TODAY).proposal
    assert proposal is not None
    assert fit_words(proposal) == words


def test_a_proposal_says_that_only_some_have_an_accessible_room(workplace: Workplace) -> None:
    rooms(workplace, ("201", RoomKind.ACCESSIBLE, 1), ("202", RoomKind.FAMILY, 1))
    application_id = an_application(
        workplace.desk,
        a_person("Сәуле", needs_accessible=True),
        a_person("Бибі", kinship="анасы", needs_accessible=True),
    )
    proposal = application_detail(application_id, TODAY).proposal
    assert proposal is not None
    assert fit_words(proposal).endswith("a suitable accessible room is free for some only")


# --- the question of the beds


def test_the_question_names_the_need_and_points_out_another_room(workplace: Workplace, ask: Ask) -> None:
    rooms(workplace, ("201", RoomKind.ACCESSIBLE, 2), ("202", RoomKind.FAMILY, 2))
    question = ask(mother_and_daughter(workplace, in_need=True))
    assert NEED in words_in(question)
    assert "Proposed: all in room 201 · accessible, as is needed" in words_in(question)
    for row, label in zip(question.rows, ("202-1", "202-2"), strict=True):
        row.put(beds_by_label(workplace.desk)[label].id)
    assert messages(question) == ["", "Not an accessible room"]
    assert question.may_accept()


def test_hidden_names_hide_the_need(workplace: Workplace, ask: Callable[..., BedsQuestion]) -> None:
    assert NEED not in words_in(ask(mother_and_daughter(workplace, in_need=True), hidden=True))


def test_nothing_is_proposed_that_leaves_a_minor_alone_but_the_desk_may_choose_it(
    workplace: Workplace, ask: Ask
) -> None:
    rooms(workplace, ("201", RoomKind.FAMILY, 1), ("202", RoomKind.FAMILY, 1))
    application_id = mother_and_daughter(workplace)
    detail = application_detail(application_id, TODAY)
    assert detail.proposal is None
    assert may_choose_beds(detail)
    assert blocked_words(detail) == "No room fits: first enter it in the reserve"
    question = ask(application_id)
    words = "No free beds that keep every minor with an adult of the family. Choose by hand."
    assert words in words_in(question)
    for row, label in zip(question.rows, ("201-1", "202-1"), strict=True):
        row.put(beds_by_label(workplace.desk)[label].id)
    assert messages(question) == ["", "Without an adult of the family in the room"]
    assert question.may_accept()


# --- a newborn


def a_newborn(workplace: Workplace, *, others_wait: bool = False) -> int:
    family = a_resident_family(workplace.desk, a_person())
    if others_wait:
        a_waiting_application(workplace.desk, size=9)
    child = a_person("Айсұлу", born=BirthDate(2026, 3, 16), document=None, kinship="қызы")
    return register_application(workplace.desk, ApplicationRequest((child,), joins_id=family.application_id))


def test_a_newborn_shares_unless_a_bed_is_chosen_and_the_question_says_why(
    workplace: Workplace, ask: Ask
) -> None:
    newborn = a_newborn(workplace)
    question = ask(newborn)
    shares = question.rows[0].shares
    assert shares is not None
    assert shares.isChecked()
    why = "An infant in a parent's bed takes none from those who wait (r.7)."
    assert any(text.endswith(why) for text in words_in(question))
    assert question.value() == ReferralRequest(newborn, {}, frozenset({0}))
    shares.setChecked(False)
    assert not any(why in text for text in words_in(question))


def test_a_bed_of_its_own_follows_the_reserve(workplace: Workplace, ask: Ask) -> None:
    question = ask(a_newborn(workplace, others_wait=True))
    shares = question.rows[0].shares
    assert shares is not None
    shares.setChecked(False)
    why = "A bed of its own is waited for: others are ahead in the reserve (r.8)."
    assert any(text.endswith(why) for text in words_in(question))
