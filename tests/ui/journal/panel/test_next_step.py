from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Referral
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import Clock, a_waiting_application, named_on
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import (
    TODAY,
    State,
    again,
    blocked,
    due,
    handed_over,
    issued,
    printed,
    returned,
    struck_out,
    waiting,
    waiting_for_beds,
    without_beds,
)
from tests.ui.looking import button_in, filled_buttons_in, words_in


@pytest.mark.parametrize(
    ("state", "filled"),
    [
        (due, ["Issue the referral"]),
        (blocked, ["Enter the slip"]),
        (without_beds, ["Enter in the reserve"]),
        (waiting, []),
        (waiting_for_beds, []),
        (issued, ["Print the referral"]),
        (printed, ["Handed over"]),
        (handed_over, ["Move the family in"]),
        (returned, ["Apply anew"]),
        (struck_out, ["Apply anew"]),
        (again, ["Issue the referral"]),
    ],
)
def test_the_next_lawful_step_is_the_only_filled_button(
    workplace: Workplace, show: Show, state: State, filled: list[str]
) -> None:
    panel = show(state(workplace.desk))
    assert filled_buttons_in(panel) == filled
    assert [panel.filled_button.words] if panel.filled_button else filled == []


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (blocked, "First deal with 2 obstacles"),
        (without_beds, "Not enough beds: first enter it in the reserve"),
        (waiting, "Waits for its turn in the reserve"),
        (waiting_for_beds, "Waits for beds to become free"),
    ],
)
def test_a_blocked_referral_says_why_under_its_button(
    workplace: Workplace, show: Show, state: State, reason: str
) -> None:
    panel = show(state(workplace.desk))
    button = button_in(panel, "Issue the referral")
    assert not button.isEnabled()
    assert button.blocked_reason == reason
    assert reason in words_in(panel)


def test_who_comes_after_others_is_told_to_wait_in_the_reserve(workplace: Workplace, show: Show) -> None:
    a_waiting_application(workplace.desk, size=8)
    panel = show(due(workplace.desk))
    reason = button_in(panel, "Issue the referral").blocked_reason
    assert reason == "Others are ahead: first enter it in the reserve"


def test_the_key_of_a_step_that_cannot_be_taken_says_why(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    show(waiting(workplace.desk)).take_main_action()
    assert said == [("note", "Waits for its turn in the reserve")]


def test_after_a_closed_application_the_family_applies_anew(
    workplace: Workplace, show: Show, qtbot: QtBot
) -> None:
    panel = show(struck_out(workplace.desk))
    with qtbot.waitSignal(panel.leads_to) as anew:
        panel.take_main_action()
    assert anew.args == [Place.INTAKE_AGAIN, 1]


def test_the_family_of_a_referral_that_was_handed_over_is_moved_in(
    workplace: Workplace, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(handed_over(workplace.desk))
    asked: list[tuple[int, bool]] = []

    def ask(_workplace: Workplace, _parent: object, referral_id: int, *, names_hidden: bool) -> None:
        asked.append((referral_id, names_hidden))

    monkeypatch.setattr("kandas_desktop.ui.journal.panel_acts.move_in_family", ask)
    panel.take_main_action()
    panel.set_names_hidden(True)
    panel.take_main_action()
    assert asked == [(Referral.get().id, False), (Referral.get().id, True)]


def test_who_lives_here_is_shown_among_the_residents(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    application_id = handed_over(workplace.desk)
    referral_id = Referral.get().id
    move_in(workplace.desk, referral_id, people=named_on(referral_id), moved_in_on=TODAY)
    panel = show(application_id)
    with qtbot.waitSignal(panel.leads_to) as asked:
        panel.take_main_action()
    assert asked.args == [Place.RESIDENT, min(stay.id for stay in Stay.select())]


def test_a_family_that_is_late_is_not_moved_in_by_the_main_key(
    workplace: Workplace, clock: Clock, show: Show
) -> None:
    application_id = handed_over(workplace.desk)
    clock.set(TODAY + timedelta(days=9))
    assert filled_buttons_in(show(application_id)) == []
