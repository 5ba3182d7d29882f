"""What is to be weighed before a referral stands in the panel, and refuses nothing (r.3, r.15)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.actions.stays import LeavingRequest, change_status, record_leaving
from kandas_desktop.models.tables import ApplicationPerson, Person
from kandas_desktop.rules.status import KandasStatus
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.ui.journal.panel import ApplicationPanel
from kandas_desktop.ui.journal.panel_concerns import ConcernSection
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.status_question import ChangedStatus, StatusQuestion
from tests.factories import TestOffice, a_person, a_slip, an_application
from tests.residents import a_resident_family
from tests.ui.looking import shown_in, words_in

Show = Callable[[int], ApplicationPanel]
WEDNESDAY = date(2026, 3, 18)
IIN = "840622300017"


def person_of(application_id: int) -> Person:
    return ApplicationPerson.get(ApplicationPerson.application == application_id).person


def asked(monkeypatch: pytest.MonkeyPatch, answer: ChangedStatus | None) -> list[tuple[KandasStatus, str]]:
    heard: list[tuple[KandasStatus, str]] = []

    def ask(_parent: object, before: KandasStatus, whom: str, *, today: date) -> ChangedStatus | None:
        heard.append((before, whom))
        return answer

    monkeypatch.setattr(StatusQuestion, "ask", ask)
    return heard


def test_an_ordinary_application_has_nothing_to_be_weighed(office: TestOffice, show: Show) -> None:
    panel = show(an_application(office.desk, a_person()))
    assert panel.findChildren(ConcernSection) == []


def test_a_status_that_is_over_is_written_down_anew_from_its_card(
    office: TestOffice, show: Show, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, str]]
) -> None:
    line = an_application(office.desk, a_person())
    over = KandasStatus(date(2024, 1, 10))
    change_status(office.desk, person_of(line).id, over, reason="")
    panel = show(line)
    told = words_in(panel)
    assert {"To be weighed before the referral", "The kandas status is over"} <= set(told)
    assert "Мысалов Дәурен, until 10.01.2025" in told
    assert "Whose stay follows it cannot move in until its extension is written down" in told
    assert "Nothing stands in the way of the referral" in told, "it refuses nothing"
    given = KandasStatus(date(2026, 1, 10))
    heard = asked(monkeypatch, ChangedStatus(given, "Қайта берілді"))
    shown_in(shown_in(panel, ConcernSection), Button).click()
    assert heard == [(over, "Мысалов Дәурен")]
    assert person_of(line).status_given_on == date(2026, 1, 10)
    assert said[-1][1] == "The status of Мысалов Дәурен is written down."
    assert "The kandas status is over" not in words_in(panel)


def test_after_the_referral_too_the_status_can_be_written_down(office: TestOffice, show: Show) -> None:
    line = an_application(office.desk, a_person())
    change_status(office.desk, person_of(line).id, KandasStatus(date(2024, 1, 10)), reason="")
    issue_referral(office.desk, ReferralRequest(line))
    panel = show(line)
    assert "To be weighed before moving in" in words_in(panel)
    assert shown_in(shown_in(panel, ConcernSection), Button).words == "The status…"


def test_nothing_is_written_down_where_nothing_was_answered(
    office: TestOffice, show: Show, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, str]]
) -> None:
    line = an_application(office.desk, replace(a_person(), certificate_issued_on=date(2024, 1, 10)))
    panel = show(line)
    assert "The kandas status may be over" in words_in(panel)
    assert "Мысалов Дәурен, by an earlier paper until 10.01.2025" in words_in(panel)
    for answer in (None, ChangedStatus(KandasStatus(), "")):
        assert asked(monkeypatch, answer) == []
        shown_in(shown_in(panel, ConcernSection), Button).click()
    assert person_of(line).status_given_on is None
    assert said == []


def test_earlier_stays_stand_with_their_days(office: TestOffice, show: Show) -> None:
    family = a_resident_family(office.desk, replace(a_person(), iin=IIN))
    september = date(2026, 9, 18)
    office.clock.set(september)
    record_leaving(office.desk, LeavingRequest(family.stays, september, EndReason.TERM))
    told = words_in(show(an_application(office.desk, replace(a_person(), iin=IIN))))
    assert {"The whole term of stay was used before", "18.03.2026 – 18.09.2026, Ө-1/26"} <= set(told)
    assert "The order names no second term: the local executive body decides" in told


def test_a_shorter_stay_is_only_told(office: TestOffice, show: Show) -> None:
    family = a_resident_family(office.desk, replace(a_person(), iin=IIN))
    office.clock.go_on(days=30)
    record_leaving(office.desk, LeavingRequest(family.stays, office.desk.today, EndReason.FREELY))
    told = words_in(show(an_application(office.desk, replace(a_person(), iin=IIN))))
    assert {"Stayed in the Center before", "18.03.2026 – 17.04.2026, Ө-1/26"} <= set(told)
    assert "The order names no second term: the local executive body decides" not in told


def test_one_slip_for_two_is_named_and_nobody_while_names_are_hidden(office: TestOffice, show: Show) -> None:
    wife = replace(a_person("Сәуле"), document=a_slip("20-117"))
    line = an_application(office.desk, a_person(), wife)
    change_status(office.desk, person_of(line).id, KandasStatus(date(2024, 1, 10)), reason="")
    panel = show(line)
    told = words_in(panel)
    assert "One slip number for several people" in told
    assert "20-117: Мысалов Дәурен, Мысалов Сәуле" in told
    panel.set_names_hidden(True)
    told = words_in(panel)
    assert "Ө-1/26, until 10.01.2025" in told
    assert not any("Мысалов" in words or "20-117" in words for words in told)


def test_whoever_perhaps_lives_here_or_applied_twice_stands_with_the_number(
    office: TestOffice, show: Show
) -> None:
    a_resident_family(office.desk, a_person())
    line = an_application(office.desk, a_person())
    told = words_in(show(line))
    assert {"Perhaps lives here already, or is awaited", "Ө-1/26: Мысалов Дәурен"} <= set(told)
    told = words_in(show(an_application(office.desk, a_person())))
    assert {"Another application of the same person is open", "Ө-2/26: Мысалов Дәурен"} <= set(told)
