"""What the question of leaving says of the beds: each is called what the board calls it on that day."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.stays import household_facts
from kandas_desktop.ui.leaving_question import LeavingQuestion
from kandas_desktop.ui.naming import Naming
from tests.ui.looking import words_in
from tests.ui.residents.conftest import Desk


@pytest.mark.parametrize(
    ("today", "before"), [(date(2026, 3, 18), "occupied"), (date(2027, 3, 18), "vacating")]
)
def test_a_bed_is_vacating_once_the_stay_of_whoever_has_it_is_over(
    desk: Desk, qtbot: QtBot, today: date, before: str
) -> None:
    family = desk.a_family(with_son=False)
    facts = household_facts(family.application_id, today)
    question = LeavingQuestion(facts, family.stays, today=today, naming=Naming(facts.number))
    qtbot.addWidget(question)
    said = next(words for words in words_in(question) if "101-1" in words and ":" in words)
    assert said.endswith(f": {before}")
