from datetime import date

import pytest

from kandas_desktop.actions.papers import LeftBy, issue_papers, keep_referral_paper
from kandas_desktop.models.tables import Referral
from kandas_desktop.ui.journal.panel_referral import HandOver
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.workplace import Workplace
from tests.factories import Clock
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import issued, printed
from tests.ui.looking import filled_buttons_in, shown_in, words_in


def test_a_referral_dated_on_a_coming_working_day_is_printed_now_and_handed_over_then(
    workplace: Workplace, clock: Clock, show: Show
) -> None:
    clock.set(date(2026, 3, 14))  # a Saturday
    application_id = issued(workplace.desk)
    panel = show(application_id)
    assert "Handed over from 16.03.2026 on" in words_in(panel)
    assert filled_buttons_in(panel) == ["Print the referral"]
    paper_id = keep_referral_paper(workplace.desk, 1, b"%PDF")
    issue_papers(workplace.desk, [paper_id], left_by=LeftBy.PRINTER)
    panel.reload()
    assert filled_buttons_in(panel) == []
    clock.set(date(2026, 3, 16))
    panel.reload()
    assert filled_buttons_in(panel) == ["Handed over"]


def test_the_referral_is_handed_over_on_the_day_written(
    workplace: Workplace, clock: Clock, show: Show, said: list[tuple[str, str]]
) -> None:
    application_id = printed(workplace.desk)
    clock.set(date(2026, 3, 20))
    panel = show(application_id)
    field = shown_in(panel, DateField)
    assert field.text() == "20.03.2026"
    assert "The family moves in by 23.03.2026, that day included." in words_in(panel)
    field.setText("19.3.26")
    assert "The family moves in by 22.03.2026, that day included." in words_in(panel)
    panel.take_main_action()
    assert Referral.get().received_on == date(2026, 3, 19)
    assert said == [("done", "Referral Ж-1/26 handed over on 19.03.2026.")]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("17.03.2026", "Received before it was issued: 18.03.2026 – the day of issue (r.9)"),
        ("19.03.2026", "The day of receipt is in the future (r.9)"),
        ("30.02.2026", "There is no such day."),
        ("кеше", "Write the date like 05.03.1987."),
        ("", "Write the day on which the family received it."),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_the_field_and_not_taken(
    workplace: Workplace, show: Show, said: list[tuple[str, str]], typed: str, words: str
) -> None:
    panel = show(printed(workplace.desk))
    shown_in(panel, DateField).setText(typed)
    assert words in words_in(shown_in(panel, HandOver))
    panel.take_main_action()
    assert Referral.get().received_on is None
    assert said == []


def test_the_day_that_was_typed_stays_when_the_panel_is_drawn_anew(workplace: Workplace, show: Show) -> None:
    panel = show(issued(workplace.desk))
    shown_in(panel, DateField).setText("1")
    panel.set_names_hidden(True)
    panel.reload()
    assert shown_in(panel, HandOver).typed == "1"


def test_the_day_that_is_offered_follows_the_clock(workplace: Workplace, clock: Clock, show: Show) -> None:
    panel = show(issued(workplace.desk))
    clock.set(date(2026, 3, 19))
    panel.reload()
    assert shown_in(panel, DateField).text() == "19.03.2026"
