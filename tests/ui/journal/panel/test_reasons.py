import pytest

from kandas_desktop.models.tables import Application, Referral
from kandas_desktop.ui.journal.panel import ApplicationPanel
from kandas_desktop.ui.questions import ReasonQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.ui.journal.panel.conftest import Show, menu_of
from tests.ui.journal.panel.states import State, due, issued
from tests.ui.looking import button_in


@pytest.mark.parametrize(
    ("press", "state", "told"),
    [
        ("return", due, "Ө-1/26 returned."),
        ("strike", due, "Ө-1/26 struck out; the line and its number stay."),
        ("strike referral", issued, "Referral Ж-1/26 struck out."),
    ],
)
def test_what_needs_a_reason_asks_for_it_and_is_done(
    workplace: Workplace,
    show: Show,
    said: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    press: str,
    state: State,
    told: str,
) -> None:
    panel = show(state(workplace.desk))
    monkeypatch.setattr(ReasonQuestion, "ask", lambda _parent, _words: "Себебі осы")
    _press(panel, press)
    assert said == [("done", told)]
    row = Application.get()
    reasons = (row.returned_reason, row.struck_out_reason, *[r.struck_out_reason for r in Referral.select()])
    assert "Себебі осы" in reasons


@pytest.mark.parametrize(("press", "state"), [("return", due), ("strike", due), ("strike referral", issued)])
def test_nothing_is_done_when_no_reason_is_given(
    workplace: Workplace,
    show: Show,
    said: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    press: str,
    state: State,
) -> None:
    panel = show(state(workplace.desk))
    monkeypatch.setattr(ReasonQuestion, "ask", lambda _parent, _words: None)
    _press(panel, press)
    assert said == []
    application = Application.get()
    assert (application.returned_reason, application.struck_out_reason) == (None, None)
    assert all(referral.struck_out_on is None for referral in Referral.select())


def _press(panel: ApplicationPanel, what: str) -> None:
    if what == "return":
        button_in(panel, "Return…").click()
        return
    starts = "Strike out the referral" if what == "strike referral" else "Strike out the line"
    menu = menu_of(panel)
    next(action for action in menu.actions() if action.text().startswith(starts)).trigger()
