"""Every term of the order gives its reason in every language, and says how far off it is."""

from datetime import date

import pytest

from kandas_desktop.rules import editions
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.editions import Edition
from kandas_desktop.rules.terms import (
    Term,
    explain_decision_due,
    explain_move_in_due,
    explain_registered_on,
    explain_stay_ends_on,
    explain_vacate_due,
)
from kandas_desktop.ui.terms import day_off_words, days_left_words, term_reason
from kandas_desktop.words import spoken_in

CALENDAR = kazakhstan()
TERMS = (
    explain_registered_on(date(2026, 3, 18), CALENDAR),
    explain_registered_on(date(2026, 3, 21), CALENDAR),
    explain_move_in_due(date(2026, 3, 13)),
    explain_move_in_due(date(2026, 3, 18), CALENDAR),
    explain_decision_due(date(2026, 3, 17), CALENDAR),
    explain_decision_due(date(2026, 3, 13), CALENDAR),
    explain_stay_ends_on(date(2025, 9, 18)),
    explain_stay_ends_on(date(2025, 9, 18), date(2025, 12, 10)),
    explain_vacate_due(date(2026, 3, 14)),
    explain_vacate_due(date(2026, 3, 18), CALENDAR),
)


@pytest.mark.parametrize(
    ("language", "reasons"),
    [
        (
            "kk",
            (
                "18.03.2026 берілді, берілген күні қаралады",
                "21.03.2026 берілді. Наурыз мейрамы, 21–25.03: келесі жұмыс күні тіркеледі.",
                "13.03.2026 қолға берілді + күнтізбелік 3 күн",
                "18.03.2026 қолға берілді + күнтізбелік 3 күн. "
                "Наурыз мейрамы, 21–25.03: мерзім келесі жұмыс күніне жылжиды.",
                "Ұсыныс 17.03.2026 тіркелді + 1 жұмыс күні",
                "Ұсыныс 13.03.2026 тіркелді + 1 жұмыс күні. Демалыс күндері, 14–15.03: есепке кірмейді.",
                "18.09.2025 орналасты + 6 ай",
                "18.09.2025 орналасты; қандас мәртебесі 6 ай толмай аяқталады: 10.12.2025",
                "Тұру мерзімі 14.03.2026 аяқталды + күнтізбелік 3 күн",
                "Тұру мерзімі 18.03.2026 аяқталды + күнтізбелік 3 күн. "
                "Наурыз мейрамы, 21–25.03: мерзім келесі жұмыс күніне жылжиды.",
            ),
        ),
        (
            "ru",
            (
                "Подано 18.03.2026, рассматривается в день подачи",
                "Подано 21.03.2026. Наурыз мейрамы, 21–25.03: регистрируется в следующий рабочий день.",
                "Вручено 13.03.2026 + 3 календарных дня",
                "Вручено 18.03.2026 + 3 календарных дня. "
                "Наурыз мейрамы, 21–25.03: срок переносится на следующий рабочий день.",
                "Представление зарегистрировано 17.03.2026 + 1 рабочий день",
                "Представление зарегистрировано 13.03.2026 + 1 рабочий день. Выходные, 14–15.03: не в счёт.",
                "Заселение 18.09.2025 + 6 месяцев",
                "Заселение 18.09.2025; статус кандаса заканчивается раньше, чем через 6 месяцев: 10.12.2025",
                "Срок проживания истёк 14.03.2026 + 3 календарных дня",
                "Срок проживания истёк 18.03.2026 + 3 календарных дня. "
                "Наурыз мейрамы, 21–25.03: срок переносится на следующий рабочий день.",
            ),
        ),
        (
            "en",
            (
                "Filed on 18.03.2026, considered the same day",
                "Filed on 21.03.2026. Nauryz, 21–25.03: registered on the next working day.",
                "Handed over on 13.03.2026 + 3 calendar days",
                "Handed over on 18.03.2026 + 3 calendar days. "
                "Nauryz, 21–25.03: the term moves to the next working day.",
                "Proposal registered on 17.03.2026 + 1 working day",
                "Proposal registered on 13.03.2026 + 1 working day. Days off, 14–15.03: not counted.",
                "Moved in on 18.09.2025 + 6 months",
                "Moved in on 18.09.2025; the kandas status ends sooner than in 6 months: 10.12.2025",
                "The stay ended on 14.03.2026 + 3 calendar days",
                "The stay ended on 18.03.2026 + 3 calendar days. "
                "Nauryz, 21–25.03: the term moves to the next working day.",
            ),
        ),
    ],
)
def test_every_term_of_the_order_says_what_it_runs_from_and_how_long(
    language: str, reasons: tuple[str, ...]
) -> None:
    with spoken_in(language):
        assert tuple(map(term_reason, TERMS)) == reasons


def test_the_days_are_those_of_the_edition_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    later = Edition(in_force_from=date(2026, 3, 1), move_in_days=5)
    monkeypatch.setattr(editions, "EDITIONS", (*editions.EDITIONS, later))
    assert term_reason(explain_move_in_due(date(2026, 3, 2))) == "Handed over on 02.03.2026 + 5 calendar days"


@pytest.mark.parametrize(
    ("received", "reason"),
    [
        (date(2026, 3, 2), "02.03.2026 қолға берілді + күнтізбелік 3 күн"),
        (
            date(2026, 3, 18),
            "18.03.2026 қолға берілді + күнтізбелік 3 күн. Сенбі, Наурыз мейрамы: мерзім жылжымайды.",
        ),
        (
            date(2026, 2, 12),
            "12.02.2026 қолға берілді + күнтізбелік 3 күн. Жексенбі, демалыс күні: мерзім жылжымайды.",
        ),
    ],
)
def test_with_a_calendar_a_last_day_that_is_a_day_off_is_said_not_to_move(
    received: date, reason: str
) -> None:
    with spoken_in("kk"):
        assert term_reason(explain_move_in_due(received), CALENDAR) == reason


def test_the_six_months_do_not_move_for_a_holiday() -> None:
    term = explain_stay_ends_on(date(2025, 9, 21))
    assert term_reason(term, CALENDAR).endswith("6 months. Saturday, Nauryz: the term does not move.")


def test_days_off_in_two_months_and_in_two_stretches_are_written_out() -> None:
    days = (date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 9))
    term = Term(base=date(2026, 4, 27), due=date(2026, 5, 11), clause=Clause.R9, skipped=days)
    assert "Unity Day, Victory Day, 30.04–01.05, 09.05: the term moves" in term_reason(term)


def test_one_day_off_is_named_by_its_weekday() -> None:
    term = Term(
        base=date(2026, 12, 13), due=date(2026, 12, 17), clause=Clause.R9, skipped=(date(2026, 12, 16),)
    )
    assert "Wednesday, Independence Day: the term moves" in term_reason(term)


def test_every_fixed_holiday_has_its_name_in_every_language() -> None:
    for language in ("kk", "ru", "en"):
        with spoken_in(language):
            names = [day_off_words(date(2026, month, day)) for month in range(1, 13) for day in range(1, 29)]
            assert all(names)
    assert day_off_words(date(2026, 12, 16)) == "Wednesday, Independence Day"


def test_a_clause_without_a_term_has_no_reason() -> None:
    with pytest.raises(ValueError, match="3"):
        term_reason(Term(base=date(2026, 3, 2), due=date(2026, 3, 2), clause=Clause.R3))


@pytest.mark.parametrize(
    ("day", "kazakh", "russian", "english"),
    [
        (17, "1 күн өтті", "прошёл 1 день", "1 day over"),
        (16, "2 күн өтті", "прошло 2 дня", "2 days over"),
        (13, "5 күн өтті", "прошло 5 дней", "5 days over"),
        (18, "бүгін", "сегодня", "today"),
        (19, "1 күн қалды", "остался 1 день", "1 day left"),
        (21, "3 күн қалды", "осталось 3 дня", "3 days left"),
        (23, "5 күн қалды", "осталось 5 дней", "5 days left"),
    ],
)
def test_how_far_off_a_term_is(day: int, kazakh: str, russian: str, english: str) -> None:
    for language, words in (("kk", kazakh), ("ru", russian), ("en", english)):
        with spoken_in(language):
            assert days_left_words(date(2026, 3, day), date(2026, 3, 18)) == words
