import pytest

from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.ui.workplace import Workplace
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import STATES, State, due
from tests.ui.looking import hints_in, words_in


@pytest.mark.parametrize("state", STATES)
def test_no_name_and_no_birth_date_is_left_while_names_are_hidden(
    workplace: Workplace, show: Show, state: State
) -> None:
    panel = show(state(workplace.desk))
    panel.set_names_hidden(True)
    panel.repaint()
    read = " ".join(words_in(panel) + hints_in(panel))
    for secret in (
        "Мысалов",
        "Дәурен",
        "Ерасыл",
        "Бибі",
        "Үлгібаев",
        "Аңызұлы",
        "1984",
        "2008",
        "1952",
        "20-117",
    ):
        assert secret not in read
    assert "Ө-" in read
    panel.set_names_hidden(False)
    assert any(name in " ".join(words_in(panel)) for name in ("Мысалов", "Үлгібаев"))


def test_a_refusal_names_nobody_while_names_are_hidden(
    workplace: Workplace, show: Show, said: list[tuple[str, str]]
) -> None:
    panel = show(due(workplace.desk))
    panel.set_names_hidden(True)
    workplace.names_hidden = True
    ApplicationPerson.update(document_kind=None, document_number="").where(
        ApplicationPerson.id == 2
    ).execute()
    ApplicationPerson.update(document_number="").where(ApplicationPerson.id == 1).execute()
    panel.take_main_action()
    assert said == [
        ("note", "Slip number not written: Ө-1/26 (r.3). Slip not handed in: Ө-1/26 · spouse (r.3).")
    ]
