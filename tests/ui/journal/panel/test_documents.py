from collections.abc import Sequence
from datetime import date

import pytest

from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.rules.household import HouseholdPerson, ResidenceDocument
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.questions import DocumentQuestion
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_person, a_slip, an_application
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import TODAY, blocked, due, issued
from tests.ui.looking import filled_buttons_in


def test_the_missing_slip_is_asked_for_and_written_down(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(blocked(workplace.desk))
    asked = []
    wordings: list[Wording] = []
    workplace.notices.said.connect(lambda _text, _kind, _action, wording: wordings.append(wording))

    def answer(
        _parent: object, person: HouseholdPerson, *, today: date, issuers: Sequence[str], whom: str
    ) -> ResidenceDocument:
        asked.append((person.name.given_name, today, list(issuers), whom))
        return a_slip("20-118")

    monkeypatch.setattr(DocumentQuestion, "ask", answer)
    panel.take_main_action()
    assert asked == [("Ерасыл", TODAY, ["Мысал қаласының ПБ"], "Мысалов Ерасыл, 18 years old")]
    assert ApplicationPerson.get_by_id(2).document_number == "20-118"
    assert said == [("done", "The document of Мысалов Ерасыл is written down.")]
    assert wordings == [
        Wording(
            "The document of Мысалов Ерасыл is written down.", "The document of Ө-1/26 · son is written down."
        )
    ]
    assert filled_buttons_in(panel) == ["Enter the date"]
    panel.take_main_action()
    assert filled_buttons_in(panel) == ["Issue the referral"]


@pytest.mark.parametrize(
    ("document", "button"),
    [
        (None, "Enter the slip"),
        (a_slip(number=""), "Enter the number"),
        (a_slip(issued_on=None), "Enter the date"),
        (a_slip(issued_by=""), "Enter the body"),
    ],
)
def test_the_button_of_an_obstacle_says_what_is_to_be_entered(
    workplace: Workplace, show: Show, document: ResidenceDocument | None, button: str
) -> None:
    panel = show(an_application(workplace.desk, a_person(document=document)))
    assert filled_buttons_in(panel) == [button]


def test_a_written_document_can_be_corrected_with_the_pencil(
    workplace: Workplace, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(due(workplace.desk))
    monkeypatch.setattr(DocumentQuestion, "ask", lambda *_arguments, **_named: a_slip("20-999"))
    pencils = [button for button in panel.findChildren(IconButton) if "handed in" in button.accessibleName()]
    pencils[1].click()
    assert ApplicationPerson.get_by_id(2).document_number == "20-999"


def test_a_referred_familys_documents_have_no_pencil(workplace: Workplace, show: Show) -> None:
    panel = show(issued(workplace.desk))
    assert not [button for button in panel.findChildren(IconButton) if "handed in" in button.accessibleName()]


def test_nothing_is_written_when_no_document_is_given(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(blocked(workplace.desk))
    monkeypatch.setattr(DocumentQuestion, "ask", lambda *_arguments, **_named: None)
    panel.take_main_action()
    assert said == []
    assert filled_buttons_in(panel) == ["Enter the slip"]
