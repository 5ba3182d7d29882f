import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.errors import Trouble
from kandas_desktop.models.tables import Referral
from kandas_desktop.ui.journal import panel_acts
from kandas_desktop.ui.workplace import Workplace
from tests.factories import leave_no_bed_free
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import due
from tests.ui.looking import button_in, filled_buttons_in, words_in


def test_the_referral_is_issued_and_said(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], qtbot: QtBot
) -> None:
    panel = show(due(workplace.desk))
    panel.take_main_action()
    assert Referral.get().number == "Ж-1/26"
    assert said == [("done", "Referral Ж-1/26 issued.")]
    assert "Referral issued" in words_in(panel)
    assert filled_buttons_in(panel) == ["Print the referral"]


def test_a_double_click_issues_once_and_does_nothing_else(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], qtbot: QtBot
) -> None:
    panel = show(due(workplace.desk))
    opened: list[tuple[str, int]] = []
    panel.leads_to.connect(lambda place, id_: opened.append((place, id_)))
    button = button_in(panel, "Issue the referral")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert Referral.select().count() == 1
    assert said == [("done", "Referral Ж-1/26 issued.")]
    assert opened == []


def test_a_step_is_not_taken_while_another_is(
    workplace: Workplace, show: Show, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))

    def issue_and_press_again(desk: Desk, request: ReferralRequest) -> int:
        panel.take_main_action()
        button_in(panel, "Issue the referral").click()
        return issue_referral(desk, request)

    monkeypatch.setattr(panel_acts, "issue_referral", issue_and_press_again)
    panel.take_main_action()
    assert Referral.select().count() == 1
    assert said == [("done", "Referral Ж-1/26 issued.")]


def test_a_refusal_is_said_in_the_foot_strip_and_the_panel_shows_the_reason(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))
    leave_no_bed_free(workplace.desk)
    panel.take_main_action()
    assert said == [("note", "Not enough free beds: 2 needed, 0 free (r.7).")]
    assert Referral.select().count() == 0
    assert "Not enough free beds" in words_in(panel)
    assert filled_buttons_in(panel) == ["Enter in the reserve"]


def test_a_second_referral_is_refused_in_words(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))
    issue_referral(workplace.desk, ReferralRequest(1))
    panel.take_main_action()
    assert said == [("note", "A referral is in force (r.3).")]
    assert filled_buttons_in(panel) == ["Print the referral"]


def test_a_fault_of_the_world_is_said_and_the_panel_stays(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(due(workplace.desk))

    def fail(*_arguments: object) -> int:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(panel_acts, "issue_referral", fail)
    panel.take_main_action()
    assert said == [("fault", "The disk is full.")]
    assert filled_buttons_in(panel) == ["Issue the referral"]


def test_the_application_enters_the_reserve(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    leave_no_bed_free(workplace.desk)
    panel = show(due(workplace.desk))
    panel.take_main_action()
    assert said == [("done", "Ө-1/26 is in the reserve.")]
    assert "In reserve · place 1" in words_in(panel)
