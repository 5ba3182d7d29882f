"""What the panel says once a referral was handed over: who came, lives here, left, or did not come."""

from datetime import date, timedelta

import pytest

from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.moving_in import confirm_lapse, move_in
from kandas_desktop.actions.referrals import hand_over_referral
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Referral
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.ui.journal.panel_foot import PanelFoot
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.steps import Steps
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral, named_on
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import TODAY
from tests.ui.looking import shown_in, words_in

LONG_AGO = TODAY - timedelta(days=9)


def handed_over(desk: Desk, on: date) -> int:
    """A referral for two that the family received on a day."""
    referral_id = a_referral(desk, size=2)
    if on < TODAY:
        Referral.update(issued_on=on).execute()
    hand_over_referral(desk, referral_id, received_on=on)
    return referral_id


def application_of(referral_id: int) -> int:
    return int(Referral.get_by_id(referral_id).application_id)


def test_a_family_is_awaited_with_its_beds(workplace: Workplace, show: Show) -> None:
    panel = show(application_of(handed_over(workplace.desk, TODAY)))
    seen = words_in(panel)
    assert "Move in by 21.03.2026" in seen
    assert {"101-1, 102-1", "beds that it holds"} <= set(seen)
    assert shown_in(panel, Chip).text == "Referral issued"


def test_the_term_that_is_over_is_shouted_about(workplace: Workplace, show: Show) -> None:
    panel = show(application_of(handed_over(workplace.desk, LONG_AGO)))
    assert "Move-in term ended 12.03.2026" in words_in(panel)
    assert shown_in(panel, Chip).text == "Term over"


def test_those_who_came_live_here_and_the_others_are_awaited(workplace: Workplace, show: Show) -> None:
    referral_id = handed_over(workplace.desk, TODAY)
    one, two = named_on(referral_id)
    move_in(workplace.desk, referral_id, people=[one], moved_in_on=TODAY)
    panel = show(application_of(referral_id))
    seen = words_in(panel)
    assert {"Moved in on 18.03.2026", "1 person lives here", "Move in by 21.03.2026"} <= set(seen)
    assert "beds that they have, and that wait for the others" in seen
    assert any(words.startswith("1 person is awaited · ") for words in seen)
    assert panel.main_words == "Move the others in"
    assert shown_in(panel, Steps).accessibleDescription() == "Move-in"
    move_in(workplace.desk, referral_id, people=[two], moved_in_on=TODAY)
    seen = words_in(show(application_of(referral_id)))
    assert {"2 people live here", "101-1, 102-1", "beds that they have"} <= set(seen)
    assert "Move in by 21.03.2026" not in seen


def test_who_has_left_is_told_with_the_day(workplace: Workplace, show: Show) -> None:
    referral_id = handed_over(workplace.desk, TODAY)
    move_in(workplace.desk, referral_id, people=named_on(referral_id), moved_in_on=TODAY)
    stays = tuple(stay.id for stay in Stay.select())
    record_leaving(workplace.desk, LeavingRequest(stays, TODAY, EndReason.FREELY))
    panel = show(application_of(referral_id))
    assert {"Left on 18.03.2026", "Moved in on 18.03.2026"} <= set(words_in(panel))
    assert shown_in(panel, Chip).text == "Left"


def test_who_did_not_come_is_told_with_the_way_to_apply_anew(workplace: Workplace, show: Show) -> None:
    referral_id = handed_over(workplace.desk, LONG_AGO)
    confirm_lapse(workplace.desk, referral_id)
    panel = show(application_of(referral_id))
    seen = words_in(panel)
    assert {"Did not move in by 12.03.2026", "Confirmed on 18.03.2026: the beds are free again"} <= set(seen)
    assert shown_in(panel, PanelFoot).main.text() == "Apply anew"


@pytest.mark.parametrize("lapses", [True, False])
def test_a_referral_that_is_settled_or_lapsed_is_not_struck_out(
    workplace: Workplace, show: Show, lapses: bool
) -> None:
    referral_id = handed_over(workplace.desk, LONG_AGO)
    if lapses:
        confirm_lapse(workplace.desk, referral_id)
    else:
        move_in(workplace.desk, referral_id, people=named_on(referral_id), moved_in_on=LONG_AGO)
    menu = shown_in(show(application_of(referral_id)), PanelFoot).menu()
    strike = next(action for action in menu.actions() if action.text().startswith("Strike out the referral"))
    assert not strike.isEnabled()
    assert strike.toolTip() == (
        "The term to move in was not kept" if lapses else "The family already lives here on this referral"
    )
