"""What is asked before a stay changes, answered by the keyboard, and what came of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.actions.stays import LeavingRequest, change_status, record_leaving
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.models.stays import contact_of, kandas_status
from kandas_desktop.models.tables import Referral
from kandas_desktop.queries.stays import household_facts, lapse_facts, move_in_facts
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.leaving_question import LeavingQuestion
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.residents.page import ResidentsPage
from kandas_desktop.ui.signing_question import SigningQuestion
from kandas_desktop.ui.status_question import StatusQuestion
from kandas_desktop.ui.stay_questions import LapseQuestion, MoveInQuestion
from tests.factories import WEDNESDAY, a_person, a_referral, a_waiting_application
from tests.residents import a_family_with_beds
from tests.ui.looking import words_in
from tests.ui.residents.conftest import AnswerWhenOpen, Desk

PageOf = Callable[[Desk], ResidentsPage]
CTRL = Qt.KeyboardModifier.ControlModifier


def accept(qtbot: QtBot) -> Callable[[Any], None]:
    return lambda question: qtbot.keyClick(question, Qt.Key.Key_Return, CTRL)


def entry(page: ResidentsPage, text: str) -> None:
    """Choose something from the menu of the panel."""
    (action,) = [each for each in page.panel.steps.menu().actions() if each.text() == text]
    action.trigger()


# --- moving in


def test_the_whole_family_moves_in_with_one_key(
    desk: Desk, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = a_family_with_beds(desk.office.desk, a_person(), a_person("Сәуле"))
    answer_when_open(accept(qtbot))
    stay_acts.move_in_family(desk.workplace, None, family.referral_id)
    assert len(family.stays) == 2
    assert desk.said == ["Ө-1/26: 2 people moved in on 18.03.2026."]


def test_those_who_came_are_ticked_and_a_wrong_day_is_said_at_its_field(
    desk: Desk, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = a_family_with_beds(desk.office.desk, a_person(), a_person("Сәуле"))

    def answer(question: MoveInQuestion) -> None:
        for tick in question.people.ticks.values():
            tick.click()
        assert not question.may_accept()
        assert question.people.remark.text == "Choose at least one person."
        question.people.ticks[family.people[1]].click()
        question.day.control.setText("19.03.2026")
        question.accept_now()
        assert question.day.message == "This day is still to come: 19.03.2026."
        question.day.control.setText("кеше")
        assert not question.may_accept()
        question.day.control.clear()
        assert not question.may_accept()
        assert question.day.message == "Write the date."
        question.day.control.setText("18.03.2026")
        question.accept_now()

    answer_when_open(answer)
    stay_acts.move_in_family(desk.workplace, None, family.referral_id)
    assert [row.referral_person_id for row in Stay.select()] == [family.people[1]]


def test_nothing_is_asked_before_the_referral_was_received(desk: Desk) -> None:
    referral_id = a_referral(desk.office.desk)
    stay_acts.move_in_family(desk.workplace, None, referral_id)
    assert desk.said == ["The referral was not handed over yet (r.9)."]


def test_escape_moves_nobody_in(desk: Desk, qtbot: QtBot, answer_when_open: AnswerWhenOpen) -> None:
    family = a_family_with_beds(desk.office.desk)
    answer_when_open(lambda question: qtbot.keyClick(question, Qt.Key.Key_Escape))
    stay_acts.move_in_family(desk.workplace, None, family.referral_id)
    assert family.stays == ()
    assert desk.said == []


# --- a lapse


def test_a_lapse_shows_the_beds_and_who_is_next(
    desk: Desk, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = a_family_with_beds(desk.office.desk, a_person(), a_person("Сәуле"))
    stay_acts.confirm_lapse(desk.workplace, None, family.referral_id)
    assert desk.said == [
        "The term to move in still runs: 21.03.2026 – the referral was handed over on 18.03.2026 (r.9)."
    ]
    desk.office.clock.set(date(2026, 3, 23))
    facts = lapse_facts(family.referral_id, date(2026, 3, 23))
    assert len(facts.beds) == 2
    answer_when_open(accept(qtbot))
    stay_acts.confirm_lapse(desk.workplace, None, family.referral_id)
    assert Referral.get().lapsed_on == date(2026, 3, 23)
    assert desk.said[-1] == "Referral Ж-1/26 lapsed; its beds are free."


def test_the_question_of_a_lapse_names_the_next_in_the_reserve(desk: Desk, qtbot: QtBot) -> None:
    family = a_family_with_beds(desk.office.desk)
    a_family_with_beds(desk.office.desk, size=10)
    a_waiting_application(desk.office.desk, size=10)
    desk.office.clock.set(date(2026, 3, 23))
    question = LapseQuestion(lapse_facts(family.referral_id, date(2026, 3, 23)), naming=Naming("Ө-1/26"))
    qtbot.addWidget(question)
    assert "Next in the reserve (r.8): Ө-3/26: 10 needed, 10 free." in words_in(question)


# --- leaving


def test_when_the_contact_leaves_another_is_proposed(
    desk: Desk, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()

    def answer(question: LeavingQuestion) -> None:
        assert question.contact.isVisible()
        assert question.contact.control.choice() == str(family.stays[1])
        question.reason.chips[EndReason.EVICTED].click()
        assert not question.may_accept()
        assert "no decision" in question.reason.remark.text
        question.reason.chips[EndReason.DIED].click()
        qtbot.keyClick(question, Qt.Key.Key_Return, CTRL)

    answer_when_open(answer)
    stay_acts.record_leaving(desk.workplace, None, family.stays[:1])
    assert contact_of(family.application_id) == family.stays[1]
    assert Stay.get_by_id(family.stays[0]).ended_because == "died"


def test_who_left_already_or_never_came_is_not_asked_about(desk: Desk) -> None:
    family = desk.a_family()
    record_leaving(desk.office.desk, LeavingRequest(family.stays, WEDNESDAY, EndReason.FREELY))
    stay_acts.record_leaving(desk.workplace, None, family.stays)
    stay_acts.record_leaving(desk.workplace, None, [999])
    stay_acts.record_leaving(desk.workplace, None, [])
    assert desk.said == ["Left already.", "Not moved in yet.", "Not moved in yet."]


def test_hidden_names_are_hidden_in_the_questions(desk: Desk, qtbot: QtBot) -> None:
    family = desk.a_family()
    facts = household_facts(family.application_id, WEDNESDAY)
    naming = Naming(facts.number, hidden=True)
    question = LeavingQuestion(facts, family.stays, today=WEDNESDAY, naming=naming)
    qtbot.addWidget(question)
    question.reason.chips[EndReason.EVICTED].click()
    question.may_accept()
    assert "Мысалов" not in " ".join(words_in(question))
    assert "Ө-1/26 · son" in " ".join(tick.accessibleName() for tick in question.people.ticks.values())


def test_beds_are_made_ready(desk: Desk) -> None:
    family = desk.a_family(with_son=False)
    record_leaving(desk.office.desk, LeavingRequest(family.stays, WEDNESDAY, EndReason.FREELY))
    stay_acts.make_ready(desk.workplace, family.beds)
    assert desk.said == ["2 beds are ready."]
    now = house(desk.office.desk.database, WEDNESDAY)
    assert {bed.state for bed in now.beds() if bed.id in family.beds} == {BedState.FREE}


# --- the residents page's own questions


def test_a_status_is_written_down_and_its_end_shown(
    desk: Desk, page_of: PageOf, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    wordings: list[Wording] = []
    family = desk.a_family()
    page = page_of(desk)
    page.show_stay(family.stays[0])

    def answer(question: StatusQuestion) -> None:
        question.given.control.setText("01.10.2025")
        QApplication.processEvents()
        assert "01.10.2026" in " ".join(words_in(question))
        question.extended.control.setText("02.04.2027")
        assert not question.may_accept()
        assert question.extended.message.startswith("Not after")
        question.extended.control.setText("01.04.2027")
        question.accept_now()

    answer_when_open(answer)
    desk.workplace.notices.said.connect(lambda _text, _kind, _action, wording: wordings.append(wording))
    entry(page, "Kandas status…")
    assert "Kandas status until 01.04.2027" in words_in(page.panel)
    status = kandas_status(Stay.get_by_id(family.stays[0]).person)
    assert status == KandasStatus(date(2025, 10, 1), date(2027, 4, 1))
    assert wordings == [
        Wording("The status of Мысалов Дәурен is written down.", "The status of Ө-1/26 is written down.")
    ]


@pytest.mark.parametrize(
    ("typed", "field", "words_said"),
    [
        ({"given": "кеше"}, "given", "Write the date like"),
        ({"given": "19.03.2026"}, "given", "This day is still to come"),
        ({"given": "", "extended": "01.01.2027"}, "given", "It is not known when"),
        ({"ended": "17.03.2026"}, "because", "Write the reason"),
        ({"ended": "01.09.2025"}, "ended", "Not before"),
        ({"given": "02.10.2025"}, "reason", "Write the reason"),
    ],
)
def test_what_is_wrong_with_a_status_is_said_at_its_field(
    qtbot: QtBot, typed: dict[str, str], field: str, words_said: str
) -> None:
    question = StatusQuestion(KandasStatus(date(2025, 10, 1)), "Мысалов", today=WEDNESDAY)
    qtbot.addWidget(question)
    for name, text in typed.items():
        getattr(question, name).control.setText(text)
    if typed.get("ended") == "01.09.2025":
        question.because.control.set_choice(StatusEnd.CITIZENSHIP.value)
    assert not question.may_accept()
    assert words_said in getattr(question, field).message


def test_another_contact_is_chosen(
    desk: Desk, page_of: PageOf, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    page = page_of(desk)
    page.show_stay(family.stays[0])

    def answer(question: Any) -> None:
        question.contact.control.clear()
        assert not question.may_accept()
        question.contact.control.set_choice(str(family.stays[1]))
        question.accept_now()

    answer_when_open(answer)
    entry(page, "Choose the contact…")
    assert contact_of(family.application_id) == family.stays[1]


def test_a_day_of_moving_in_is_corrected_for_those_who_came_together(
    desk: Desk, page_of: PageOf, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    desk.office.clock.go_on(days=1)
    page = page_of(desk)
    page.show_stay(family.stays[0])

    def answer(question: Any) -> None:
        question.day.control.setText("19.03.2026")
        assert not question.may_accept()
        assert question.reason.message
        question.reason.control.set_value("Қате жазылды")
        question.people.ticks[family.stays[2]].click()
        question.accept_now()

    answer_when_open(answer)
    entry(page, "Correct the day of moving in…")
    assert [Stay.get_by_id(stay).moved_in_on.day for stay in family.stays] == [19, 19, 18]
    assert "18.03.2026 → 19.03.2026" in " ".join(words_in(page.panel))


def test_a_leaving_is_corrected_and_taken_back(
    desk: Desk, page_of: PageOf, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    desk.office.clock.go_on(days=2)
    today = desk.office.desk.today
    record_leaving(desk.office.desk, LeavingRequest(family.stays[2:], today, EndReason.FREELY))
    page = page_of(desk)
    page.show_stay(family.stays[2])

    def correct(question: Any) -> None:
        question.day.control.setText("19.03.2026")
        question.because.chips[EndReason.DIED].click()
        QApplication.processEvents()
        assert "of their own will" in " ".join(words_in(question))
        question.reason.control.set_value("Қате жазылды")
        question.accept_now()

    answer_when_open(correct)
    entry(page, "Correct the leaving…")
    stay = Stay.get_by_id(family.stays[2])
    assert (stay.left_on, stay.ended_because) == (date(2026, 3, 19), "died")

    def take_back(question: Any) -> None:
        question.ready["Written down by mistake"].click()
        question.accept_now()

    answer_when_open(take_back)
    entry(page, "They did not leave…")
    assert Stay.get_by_id(family.stays[2]).left_on is None
    assert BedUse.get(BedUse.stay == family.stays[2]).ended_on is None


def test_what_stays_as_it_was_is_not_written(
    desk: Desk, page_of: PageOf, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    change_status(
        desk.office.desk,
        Stay.get_by_id(family.stays[0]).person_id,
        KandasStatus(date(2025, 10, 1)),
        reason="",
    )
    page = page_of(desk)
    page.show_stay(family.stays[0])
    for text in ("Kandas status…", "Choose the contact…"):
        answer_when_open(accept(qtbot))
        entry(page, text)
    assert desk.said == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_question_fits_in_every_language(desk: Desk, qtbot: QtBot, language: str) -> None:
    words.use_language(language)
    coming = a_family_with_beds(desk.office.desk, a_person(), a_person("Сәуле"))
    facts = move_in_facts(coming.referral_id, WEDNESDAY)
    family = desk.a_family("Үлгібаев")
    household = household_facts(family.application_id, WEDNESDAY)
    naming = Naming("Ө-2/26")
    questions = [
        MoveInQuestion(facts, today=WEDNESDAY, naming=naming),
        LapseQuestion(lapse_facts(coming.referral_id, WEDNESDAY), naming=naming),
        LeavingQuestion(household, family.stays[:1], today=WEDNESDAY, naming=naming),
        StatusQuestion(KandasStatus(WEDNESDAY), "Үлгібаев", today=WEDNESDAY),
    ]
    for question in questions:
        qtbot.addWidget(question)
        question.show()
        QApplication.processEvents()
        assert question.width() == 480
        assert question.height() <= 560
        for button in question.findChildren(Button):
            assert button.width() >= button.sizeHint().width(), button.words
        if isinstance(question, LeavingQuestion):
            chips = question.reason.chips.values()
            assert sum(chip.sizeHint().width() for chip in chips) + 3 * 6 <= 432


def test_only_who_is_ticked_signed_the_house_rules_and_on_the_day_that_is_told(
    desk: Desk, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()

    def answer(question: SigningQuestion) -> None:
        assert list(question.people.ticks) == list(family.stays[:2])  # the child signs nothing
        for tick in question.people.ticks.values():
            tick.click()
        assert not question.may_accept()
        assert question.people.remark.text == "Choose at least one person."
        question.people.ticks[family.stays[1]].click()
        question.day.control.setText("19.03.2026")
        question.accept_now()
        assert question.day.message == "This day is still to come: 19.03.2026."
        question.day.control.setText("18.03.2026")
        question.accept_now()

    answer_when_open(answer)
    stay_acts.sign_rules(desk.workplace, None, family.stays[:2])
    assert desk.said == ["1 person signed the house rules."]
    assert [stay.rules_signed_on for stay in Stay.select().order_by(Stay.id)] == [None, WEDNESDAY, None]


def test_the_house_rules_of_a_family_that_did_not_come_are_not_signed(desk: Desk) -> None:
    stay_acts.sign_rules(desk.workplace, None, [])
    assert desk.said == ["Not moved in yet."]


def test_nobody_is_recorded_as_having_signed_after_escape(
    desk: Desk, qtbot: QtBot, answer_when_open: AnswerWhenOpen
) -> None:
    family = desk.a_family()
    answer_when_open(lambda question: qtbot.keyClick(question, Qt.Key.Key_Escape))
    stay_acts.sign_rules(desk.workplace, None, family.stays[:2])
    assert desk.said == []
