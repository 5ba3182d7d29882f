"""Handing over: from the day of receipt the three calendar days of r.9 run."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.office import change_office
from kandas_desktop.errors import Trouble
from kandas_desktop.models.tables import Referral
from kandas_desktop.queries.office import office
from kandas_desktop.ui.paper import next_step
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral
from tests.ui.looking import filled_buttons_in


@pytest.fixture
def referral_id(workplace: Workplace, page: PaperPage) -> int:
    referral_id = a_referral(workplace.desk)
    page.open_referral(referral_id)
    return referral_id


def received_on(referral_id: int) -> date | None:
    day = Referral.get_by_id(referral_id).received_on
    assert day is None or isinstance(day, date)
    return day


def type_day(page: PaperPage, typed: str) -> None:
    page.side.next_step.received_field.control.setText(typed)


def test_today_stands_in_the_field_and_the_term_is_told_before_handing_over(
    page: PaperPage, referral_id: int
) -> None:
    assert page.side.next_step.received_field.control.text() == "18.03.2026"
    assert page.side.next_step.term_words == (
        "To move in by 21.03.2026\n"
        "Handed over on 18.03.2026 + 3 calendar days. Saturday, Nauryz: the term does not move."
    )


def test_handing_over_records_the_day_and_keeps_saying_the_term(
    page: PaperPage, referral_id: int, said: list[tuple[str, str]]
) -> None:
    page.side.next_step.button.click()
    assert received_on(referral_id) == date(2026, 3, 18)
    assert not page.side.next_step.button.isVisible()
    assert page.side.next_step.term_words.startswith("To move in by 21.03.2026")
    assert said == [("Referral Ж-1/26 was handed over on 18.03.2026", "done")]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("17.3.2026", "Received before it was issued: 18.03.2026 – the day of issue (r.9)"),
        ("19.3.2026", "The day of receipt is in the future (r.9)"),
        ("30.02.2026", "There is no such day."),
        ("кеше", "Write the date like 05.03.1987."),
        ("", "Write the day of receipt"),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_the_field_and_stays_typed(
    page: PaperPage, referral_id: int, typed: str, sentence: str
) -> None:
    type_day(page, typed)
    page.side.next_step.button.click()
    assert page.side.next_step.received_field.message == sentence
    assert page.side.next_step.received_field.control.typed == typed
    assert received_on(referral_id) is None


def test_what_cannot_be_the_day_is_said_while_it_is_typed_and_leads_to_no_term(
    page: PaperPage, referral_id: int
) -> None:
    step = page.side.next_step
    type_day(page, "19.3.2026")
    assert (step.received_field.message, step.term_words) == ("The day of receipt is in the future (r.9)", "")
    type_day(page, "30.02.2026")
    assert (step.received_field.message, step.term_words) == ("There is no such day.", "")
    type_day(page, "1")
    assert step.received_field.message == ""
    type_day(page, "18.3.2026")
    assert step.received_field.message == ""
    assert step.term_words.startswith("To move in by 21.03.2026")


def test_a_referral_of_the_coming_working_day_waits_for_that_day(
    page: PaperPage, referral_id: int, said: list[tuple[str, str]]
) -> None:
    Referral.update(issued_on=date(2026, 3, 19)).execute()
    page.open_referral(referral_id)
    step = page.side.next_step
    assert step.term_words == "Handed over from 19.03.2026 on\nThe referral is dated and signed on that day"
    assert step.button.blocked_reason == "Handed over from 19.03.2026 on"
    assert step.received_field.control.text() == ""
    assert not step.received_field.control.isEnabled()
    step.hand_over()
    assert said == [("Handed over from 19.03.2026 on", "note")]
    assert received_on(referral_id) is None


def test_once_that_day_has_come_it_is_handed_over(page: PaperPage, referral_id: int) -> None:
    Referral.update(issued_on=date(2026, 3, 19)).execute()
    page.reload()
    Referral.update(issued_on=date(2026, 3, 18)).execute()
    page.workplace.changes.day_turned.emit()
    assert page.side.next_step.received_field.control.text() == "18.03.2026"
    page.side.next_step.button.click()
    assert received_on(referral_id) == date(2026, 3, 18)


def test_a_mended_day_takes_the_error_away(page: PaperPage, referral_id: int) -> None:
    type_day(page, "19.3.2026")
    page.side.next_step.button.click()
    type_day(page, "18.3.2026")
    page.side.next_step.button.click()
    assert page.side.next_step.received_field.message == ""
    assert received_on(referral_id) == date(2026, 3, 18)


def test_without_a_readable_day_there_is_no_term(page: PaperPage, referral_id: int) -> None:
    type_day(page, "кеше")
    assert page.side.next_step.term_words == ""


def test_the_button_is_filled_once_the_original_left(qtbot: QtBot, page: PaperPage, referral_id: int) -> None:
    assert (page.side.panel.print_button.role, page.side.next_step.button.role) == ("big", "plain")
    with qtbot.waitSignal(page.side.outgoing.ended):
        qtbot.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (page.side.panel.print_button.role, page.side.next_step.button.role) == ("tinted", "filled")
    qtbot.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert received_on(referral_id) == date(2026, 3, 18)
    assert page.side.panel.print_button.role == "tinted"
    assert filled_buttons_in(page) == ["Move the family in"]


def test_a_term_that_ended_is_said_as_ended(page: PaperPage, workplace: Workplace, referral_id: int) -> None:
    Referral.update(issued_on=date(2026, 3, 2), received_on=date(2026, 3, 2)).execute()
    page.reload()
    assert page.side.next_step.term_words.startswith("The term to move in ended on 05.03.2026")


def test_with_article_175_a_day_off_moves_the_term(page: PaperPage, referral_id: int) -> None:
    row = office()
    assert row is not None
    change_office(page.workplace.desk, replace(row, last_day_moves=True))
    assert page.side.next_step.term_words == (
        "To move in by 26.03.2026\n"
        "Handed over on 18.03.2026 + 3 calendar days. "
        "Nauryz, 21–25.03: the term moves to the next working day."
    )


def test_a_fault_of_the_disk_is_said_and_nothing_is_recorded(
    page: PaperPage, referral_id: int, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_anything: object, **_named: object) -> None:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(next_step, "hand_over_referral", fail)
    page.side.next_step.hand_over()
    assert said == [("The disk is full.", "fault")]
    assert received_on(referral_id) is None


def test_handing_over_asks_nothing_of_a_paper_without_a_referral(
    page: PaperPage, referral_id: int, said: list[tuple[str, str]]
) -> None:
    page.side.next_step.show_referral(None)
    page.side.next_step.hand_over()
    assert said == []
