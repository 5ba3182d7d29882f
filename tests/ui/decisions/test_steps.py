"""The steps of a file, taken in its panel: proposed, registered, decided, told, closed or taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.breaches import DecisionRequest, notify, propose
from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.models.stay_tables import Breach, Stay
from kandas_desktop.models.tables import AuditLine
from kandas_desktop.rules.breaches import BreachPaper, Outcome
from kandas_desktop.ui.decisions import acts, breach_panel
from kandas_desktop.ui.decisions.decision_question import DecisionQuestion
from kandas_desktop.ui.decisions.filter_row import Which
from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.kit.steps import Steps
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.questions import ReasonQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.stays import Family, left
from tests.ui.decisions.files import (
    FRIDAY,
    MONDAY,
    WEDNESDAY,
    a_breach,
    a_decided_file,
    a_proposal,
    a_registered_file,
    listed,
    printed,
)
from tests.ui.looking import button_in, filled_buttons_in, words_in


def test_the_chain_is_taken_step_by_step(
    page: DecisionsPage,
    workplace: Workplace,
    family: Family,
    led: list[tuple[str, int]],
    said: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    breach_id = a_breach(workplace, family)
    page.go_to(Place.BREACH, breach_id)
    panel = page.breach_panel
    assert filled_buttons_in(page) == ["Make the proposal"]
    page.take_main_action()
    assert (panel.state, filled_buttons_in(page)) == ("Proposed", ["Print the proposal"])
    page.take_main_action()
    assert led == [(Place.PROPOSAL_PAPER, breach_id)]
    printed(workplace, breach_id, BreachPaper.PROPOSAL)
    assert filled_buttons_in(page) == ["Registered by the body"]
    assert panel.form is not None
    panel.form.number.control.set_value("№ К-17")
    page.take_main_action()
    assert Breach.get_by_id(breach_id).registered_number == "К-17"
    assert (panel.state, filled_buttons_in(page)) == ("Decision awaited", ["Record the decision…"])
    monkeypatch.setattr(
        DecisionQuestion,
        "ask",
        lambda *_args, **_kinds: DecisionRequest(breach_id, Outcome.EVICT, "12", WEDNESDAY, family.stay_ids),
    )
    page.take_main_action()
    assert (panel.state, filled_buttons_in(page)) == ("Decided: must leave", ["Print the notice"])
    button_in(panel, "The family was told").click()
    assert (panel.state, filled_buttons_in(page)) == ("Moving out", ["Record the leaving…"])
    asked: list[object] = []
    monkeypatch.setattr(
        breach_panel, "record_leaving", lambda _workplace, _parent, stays, **_kinds: asked.append(stays)
    )
    page.take_main_action()
    assert asked == [family.stay_ids]
    assert [kind for _text, kind in said] == ["done"] * 4


def test_when_all_are_out_nothing_is_left_to_do(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    breach_id = a_decided_file(workplace, family)
    page.go_to(Place.BREACH, breach_id)
    for stay_id in family.stay_ids:
        left(stay_id, WEDNESDAY)
    workplace.changes.committed.emit()
    assert page.breach_panel.state == "Moved out"
    assert filled_buttons_in(page) == []
    page.take_main_action()
    page.filters.choose(Which.FINISHED)
    assert "18.03.2026, everybody is out" in listed(page)[0]
    assert "left on 18.03.2026" in words_in(page.breach_panel)


def test_those_who_may_stay_are_told_too(page: DecisionsPage, workplace: Workplace, family: Family) -> None:
    breach_id = a_decided_file(workplace, family, Outcome.KEEP)
    printed(workplace, breach_id, BreachPaper.DECISION)
    page.go_to(Place.BREACH, breach_id)
    assert page.breach_panel.state == "Decided: may stay"
    steps = page.breach_panel.findChild(Steps)
    assert isinstance(steps, Steps)
    assert steps.accessibleName() == "Proposal → Decision → Told"
    page.take_main_action()
    assert page.breach_panel.state == "May stay"
    assert "Decision: may stay" in words_in(page.breach_panel)


def test_a_decision_that_is_late_says_so(page: DecisionsPage, workplace: Workplace, family: Family) -> None:
    due_today = a_registered_file(workplace, family, on=date(2026, 3, 17))
    late = a_registered_file(workplace, family, on=FRIDAY)
    page.go_to(Place.BREACH, late)
    assert page.breach_panel.state == "No decision · 2 days late"
    assert any(text.startswith("16.03.2026, 2 days over. Proposal registered") for text in words_in(page))
    page.go_to(Place.BREACH, due_today)
    assert page.breach_panel.state == "Decision due today"


def test_a_wrong_day_is_told_beside_its_field(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    breach_id = a_proposal(workplace, family)
    printed(workplace, breach_id, BreachPaper.PROPOSAL)
    page.go_to(Place.BREACH, breach_id)
    form = page.breach_panel.form
    assert form is not None
    form.day.control.setText("12.03.2026")
    page.take_main_action()
    assert form.day.message == "Not before 13.03.2026: the step before (r.14)."
    form.day.control.setText("19.03.2026")
    assert form.day.message == ""
    page.take_main_action()
    assert form.day.message == "This day is still to come: 19.03.2026."
    assert Breach.get_by_id(breach_id).registered_on is None


def test_a_proposal_before_the_one_with_the_number_before_is_told_beside_its_day(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    other = a_breach(workplace, family)
    propose(workplace.desk, other, proposed_on=WEDNESDAY)
    breach_id = a_breach(workplace, family)
    page.go_to(Place.BREACH, breach_id)
    form = page.breach_panel.form
    assert form is not None
    form.day.control.setText("17.03.2026")
    page.take_main_action()
    assert form.day.message == "Not before 18.03.2026: the day of entry 1/26 (r.13)."
    form.day.control.setText("18.03.2026")
    page.take_main_action()
    assert Breach.get_by_id(breach_id).sequence == 2


def test_what_is_written_stays_when_something_else_was_committed(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    page.go_to(Place.BREACH, a_breach(workplace, family))
    form = page.breach_panel.form
    assert form is not None
    form.day.control.setText("16.03.2026")
    workplace.changes.committed.emit()
    assert page.breach_panel.form is form
    assert form.chosen_day == MONDAY


def test_a_step_that_the_order_refuses_is_told_in_the_foot_strip(
    page: DecisionsPage, workplace: Workplace, family: Family, said: list[tuple[str, str]]
) -> None:
    page.go_to(Place.BREACH, a_breach(workplace, family))
    left(family.stay_ids[0], WEDNESDAY)
    workplace.changes.committed.emit()
    page.take_main_action()
    assert said == [("Left already: Үлгібаев Дәурен (r.13).", "note")]


def test_a_file_is_closed_with_a_reason_from_its_menu(
    page: DecisionsPage, workplace: Workplace, family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.go_to(Place.BREACH, a_proposal(workplace, family))
    menu = dict(page.breach_panel.menu_entries())
    assert list(menu) == ["Go to the resident", "Print the proposal", "Close the file without a decision…"]
    reasons = [None, "Қате жазылды"]
    monkeypatch.setattr(ReasonQuestion, "ask", lambda *_args: reasons.pop(0))
    for _ in range(2):
        menu["Close the file without a decision…"]()
    assert page.breach_panel.state == "Closed"
    again = dict(page.breach_panel.menu_entries())
    assert "Open the file again" in again
    again["Open the file again"]()
    assert page.breach_panel.state == "Proposed"


def test_the_menu_leads_to_the_resident_and_takes_the_decision_back(
    page: DecisionsPage, workplace: Workplace, family: Family, led: list[tuple[str, int]]
) -> None:
    page.go_to(Place.BREACH, a_decided_file(workplace, family))
    menu = dict(page.breach_panel.menu_entries())
    menu["Go to the resident"]()
    assert led == [(Place.RESIDENT, family.stay_ids[0])]
    menu["Take back the decision"]()
    assert page.breach_panel.state == "No decision · 1 day late"
    assert Stay.get_by_id(family.stay_ids[0]).ended_on is None


def test_a_file_whose_recording_is_taken_back_closes(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    page.go_to(Place.BREACH, a_breach(workplace, family))
    undo(workplace.desk, AuditLine.select().where(AuditLine.verb == "record").get().id)
    assert page.panel.isHidden()
    assert listed(page) == []


def test_the_papers_of_a_file_are_printed_from_its_chain(
    page: DecisionsPage, workplace: Workplace, family: Family, led: list[tuple[str, int]]
) -> None:
    from kandas_desktop.ui.kit.buttons import IconButton

    breach_id = a_decided_file(workplace, family)
    page.go_to(Place.BREACH, breach_id)
    for button in page.breach_panel.findChildren(IconButton):
        if button.accessibleName().startswith("Print"):
            button.click()
    assert led == [(Place.PROPOSAL_PAPER, breach_id), (Place.DECISION_NOTICE_PAPER, breach_id)]


def test_what_cannot_be_taken_back_has_no_way_back(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    petition_id = file_petition(workplace.desk, family.stay_ids[0], filed_on=MONDAY, request="Бөлме")
    acts.take_back(workplace, "petition", petition_id)
    assert acts.way_back("petition", petition_id) == ""
    breach_id = a_decided_file(workplace, family)
    notify(workplace.desk, breach_id, notified_on=WEDNESDAY)
    assert acts.way_back("breach", breach_id) == "Take back that the family was told"


def test_the_bodys_number_is_written_in_letters_that_papers_have(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    breach_id = a_proposal(workplace, family)
    page.go_to(Place.BREACH, breach_id)
    form = page.breach_panel.form
    assert form is not None
    form.number.control.setText("编-3")
    assert not form.may_go_on(())
    assert "«编»" in form.number.message
    form.number.control.setText("К-3")
    assert form.number.message == ""
    assert form.may_go_on(())


def test_ctrl_p_leads_to_the_latest_paper_of_the_chosen_file(
    page: DecisionsPage,
    workplace: Workplace,
    family: Family,
    led: list[tuple[str, int]],
    said: list[tuple[str, str]],
    qtbot: QtBot,
) -> None:
    def press() -> None:
        qtbot.keyClick(page.table.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press()
    breach_id = a_breach(workplace, family)
    press()
    assert said == [("There is no paper of this line yet.", "note")] * 2
    propose(workplace.desk, breach_id, proposed_on=WEDNESDAY)
    press()
    assert led == [(Place.PROPOSAL_PAPER, breach_id)]


def test_the_menu_of_a_file_has_its_papers(
    page: DecisionsPage, workplace: Workplace, family: Family, led: list[tuple[str, int]]
) -> None:
    breach_id = a_proposal(workplace, family)
    page.go_to(Place.BREACH, breach_id)
    entries = dict(page.breach_panel.menu_entries())
    entries["Print the proposal"]()
    assert led == [(Place.PROPOSAL_PAPER, breach_id)]
