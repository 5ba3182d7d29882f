from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.consideration import return_application
from kandas_desktop.actions.referrals import strike_out_referral
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.models.tables import Office
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.ui.journal.panel_people import PeopleSection
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import Clock, a_person, a_waiting_application, an_application
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import (
    TODAY,
    again,
    blocked,
    due,
    handed_over,
    issued,
    returned,
    struck_out,
    waiting,
    waiting_for_beds,
)
from tests.ui.looking import button_in, filled_buttons_in, shown_in, words_in


def test_the_head_says_number_outcome_name_and_where_from(workplace: Workplace, show: Show) -> None:
    seen = words_in(show(blocked(workplace.desk)))
    for text in ("Ө-1/26", "To consider today", "Мысалов Дәурен Аңызұлы"):
        assert text in seen
    assert "3 people · Mongolia · registered on 18.03.2026" in seen


def test_every_obstacle_is_shown_with_its_person_reason_and_clause(
    workplace: Workplace, clock: Clock, show: Show
) -> None:
    clock.set(date(2026, 3, 16))
    application_id = blocked(workplace.desk)
    clock.set(TODAY)
    seen = words_in(show(application_id))
    assert "Slip not handed in" in seen
    assert "Мысалов Ерасыл, 18 years old" in seen
    assert "Came of age on 17.03.2026" in seen
    assert "Slip date not written" in seen
    assert "Мысалова Бибі, born in 1952" in seen
    assert seen.count("clause 3") == 2


def test_who_was_of_age_already_when_applying_needs_no_word_about_it(
    workplace: Workplace, show: Show
) -> None:
    seen = words_in(show(blocked(workplace.desk)))
    assert not [text for text in seen if text.startswith("Came of age")]


def test_what_is_met_is_told_with_its_clause_and_what_will_be_issued(
    workplace: Workplace, show: Show
) -> None:
    seen = words_in(show(due(workplace.desk)))
    assert "Nothing stands in the way of the referral" in seen
    assert "The slips of 2 people are there" in seen
    assert "2 needed, 7 free: next to each other in rooms 101, 102" in seen
    assert "Ж-1/26, 18.03.2026" in seen
    assert {"clause 3", "clause 5", "clause 6", "clause 7", "clause 8"} <= set(seen)


@pytest.mark.parametrize(
    ("arrives", "looks", "title"),
    [
        (TODAY, TODAY, "To be considered today"),
        (date(2026, 3, 17), TODAY, "Its day of consideration has passed"),
        (date(2026, 3, 14), date(2026, 3, 14), "To be considered on 16.03.2026"),
    ],
)
def test_when_an_application_is_considered_is_said_with_clause_6(
    workplace: Workplace, clock: Clock, show: Show, arrives: date, looks: date, title: str
) -> None:
    clock.set(arrives)
    application_id = due(workplace.desk)
    clock.set(looks)
    seen = words_in(show(application_id))
    assert title in seen
    assert "clause 6" in seen


def test_the_first_of_the_reserve_is_told_that_its_turn_has_come(workplace: Workplace, show: Show) -> None:
    assert "Its turn has come: first in the reserve" in words_in(show(waiting_for_beds(workplace.desk)))


def test_whose_turn_a_decision_made_is_not_told_to_be_first(workplace: Workplace, show: Show) -> None:
    preferred = waiting(workplace.desk)
    pass_over(workplace.desk, PassingOverRequest(preferred, (1,), "Ш-1", TODAY, "Ауыр науқас"))
    assert "Its turn has come by decision: place 2 in the reserve" in words_in(show(preferred))


def test_who_waits_sees_who_is_first_and_can_go_there(workplace: Workplace, show: Show, qtbot: QtBot) -> None:
    panel = show(waiting(workplace.desk))
    assert "In reserve · place 2" in words_in(panel)
    with qtbot.waitSignal(panel.application_shown) as shown:
        button_in(panel, "Show Ө-1/26").click()
    assert shown.args == [1]
    assert panel.application_id == 1


def test_several_households_ahead_are_counted(workplace: Workplace, show: Show) -> None:
    a_waiting_application(workplace.desk, size=8)
    a_waiting_application(workplace.desk, size=8)
    seen = words_in(show(due(workplace.desk)))
    assert "2 households wait first, the first is Ө-1/26" in seen


def test_why_a_line_was_struck_out_or_returned_is_shown(workplace: Workplace, show: Show) -> None:
    assert "Struck out on 18.03.2026" in words_in(show(struck_out(workplace.desk)))
    assert "Екі рет тіркелген. The line and its number stay." in words_in(show(1))
    seen = words_in(show(returned(workplace.desk)))
    assert "Returned on 18.03.2026" in seen
    assert "Нысан толық толтырылмаған" in seen


def test_a_return_out_of_the_reserve_bears_its_own_day(
    workplace: Workplace, clock: Clock, show: Show
) -> None:
    application_id = a_waiting_application(workplace.desk, size=8)
    clock.set(date(2026, 3, 20))
    return_application(workplace.desk, application_id, reason="Бас тартты")
    assert "Returned on 20.03.2026" in words_in(show(application_id))


def test_a_struck_out_referral_is_listed_with_its_reason_and_opens(
    workplace: Workplace, show: Show, qtbot: QtBot
) -> None:
    panel = show(again(workplace.desk))
    seen = words_in(panel)
    assert "Struck out on 18.03.2026: Жолдамада қате кетті" in seen
    assert "To be considered again" in seen
    (eye,) = [button for button in panel.findChildren(IconButton) if button.accessibleName() == "Open Ж-1/26"]
    with qtbot.waitSignal(panel.leads_to) as opened:
        eye.click()
    assert opened.args == [Place.REFERRAL_PAPER, 1]


def test_an_application_to_consider_again_counts_its_days_from_then_on(
    workplace: Workplace, clock: Clock, show: Show
) -> None:
    application_id = issued(workplace.desk)
    clock.set(date(2026, 3, 26))
    strike_out_referral(workplace.desk, 1, reason="Жолдамада қате кетті")
    seen = words_in(show(application_id))
    assert {"To consider again", "To be considered again"} <= set(seen)
    assert "Since 26.03.2026: the referral Ж-1/26 was struck out" in seen
    clock.set(date(2026, 3, 28))
    seen = words_in(show(application_id))
    assert {"Overdue · 2 days", "Its day of consideration has passed"} <= set(seen)


def test_the_application_before_and_the_one_filed_anew_are_linked(workplace: Workplace, show: Show) -> None:
    first = due(workplace.desk)
    an_application(workplace.desk, previous_id=first)
    panel = show(first)
    assert "Applied anew:" in words_in(panel)
    next(link for link in panel.findChildren(LinkButton) if link.words == "Ө-2/26").click()
    assert "Applied before:" in words_in(panel)
    assert panel.application_id == 2


def test_the_term_to_move_in_is_shown_with_its_reason(workplace: Workplace, clock: Clock, show: Show) -> None:
    application_id = handed_over(workplace.desk)
    seen = words_in(show(application_id))
    assert "Move in by 21.03.2026" in seen
    assert "Handed over on 18.03.2026 + 3 calendar days" in seen
    assert "clause 9" in seen
    clock.set(date(2026, 3, 22))
    assert "Move-in term ended 21.03.2026" in words_in(show(application_id))


def test_days_off_that_move_the_term_are_named(workplace: Workplace, show: Show) -> None:
    Office.update(last_day_moves=True).execute()
    seen = words_in(show(handed_over(workplace.desk)))
    assert any("Nauryz, 21–25.03: the term moves to the next working day" in text for text in seen)


def test_everybody_is_listed_with_what_they_handed_in(workplace: Workplace, show: Show) -> None:
    seen = words_in(shown_in(show(blocked(workplace.desk)), PeopleSection))
    assert "Мысалов Дәурен Аңызұлы" in seen
    assert "22.06.1984 · applicant" in seen
    assert "slip 20-117, 10.03.2026" in seen
    assert "year 1952 · mother" in seen
    assert "slip not handed in" in seen


def test_a_minor_is_listed_as_needing_no_slip(workplace: Workplace, show: Show) -> None:
    child = a_person("Аяла", born=BirthDate(2014, 10, 30), document=None)
    seen = words_in(show(an_application(workplace.desk, a_person(), child)))
    assert "a minor: no slip needed" in seen


def test_an_applicant_who_is_a_minor_is_asked_for_the_slip(workplace: Workplace, show: Show) -> None:
    orphan = a_person("Аяла", born=BirthDate(2009, 10, 30), document=None)
    panel = show(an_application(workplace.desk, orphan))
    assert "slip not handed in" in words_in(panel)
    assert filled_buttons_in(panel) == ["Enter the slip"]
