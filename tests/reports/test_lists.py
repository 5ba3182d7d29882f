"""The reserve journal and the list of the linen round, read back."""

from dataclasses import replace
from datetime import date

from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports.linen import render_linen
from kandas_desktop.reports.reserve_journal import render_reserve_journal
from kandas_desktop.reports.stay_forms import (
    LinenForm,
    LinenLine,
    ReserveJournalForm,
    ReserveLine,
)
from tests.reports.reading import metadata, sizes, text, texts, where

WEDNESDAY = date(2026, 3, 18)
CENTER = "Үлгі орталығы"


def a_reserve(count: int, **columns: object) -> ReserveJournalForm:
    lines = [
        ReserveLine(
            number,
            f"18.03.2026, 10:42, Ө-{number}/26",
            f"Мысалов Нөмір-{number:02}",
            3,
            "18.03.2026",
            "1-орын",
        )
        for number in range(1, count + 1)
    ]
    if columns:
        lines[0] = replace(lines[0], **columns)  # type: ignore[arg-type]
    return ReserveJournalForm(2026, WEDNESDAY, "Үлгі облысының көші-қон басқармасы", lines)


def test_the_reserve_journal_proves_its_order() -> None:
    passed = ("№ 7, 19.03.2026; Ө-9/26 өтініші бойынша: қолжетімді бөлме",)
    pdf = render_reserve_journal(
        a_reserve(2, standing="20.03.2026, жолдама № Ж-9/26 берілді", passed_over=passed)
    )
    said = text(pdf)
    assert sizes(pdf) == [(297, 210)]
    for wanted in (
        "РЕЗЕРВТІК ЖУРНАЛ, 2026 жыл",
        "Үлгі облысының көші-қон басқармасы",
        "№ 331-ө-м бұйрықпен бекітілген Қағидалардың 7 және 8-тармақтары",
        "Журналды жүргізуге жауапты адам",
        "2026 жылғы 18 наурыздағы жағдай бойынша",
        "18.03.2026, 10:42, Ө-1/26",
        "жолдама № Ж-9/26 берілді",
        "№ 7, 19.03.2026; Ө-9/26",
        "1-орын",
    ):
        assert wanted in said


def test_those_who_wait_to_join_a_household_stand_below_whoever_applied() -> None:
    pdf = render_reserve_journal(a_reserve(2, family=("Мысалова Айсұлу, 16.03.2026, қызы",)))
    assert "Мысалов Нөмір-01 3 18.03.2026" not in text(pdf)
    applicant, joiner, following = (
        where(pdf, words) for words in ("Нөмір-01", "Мысалова Айсұлу, 16.03.2026, қызы", "Нөмір-02")
    )
    assert applicant.bottom > joiner.top > joiner.bottom > following.top
    assert joiner.left > where(pdf, "Мысалов Нөмір-02").left + 4 / 25.4 * 72 - 1


def test_the_reserve_journals_head_stands_on_every_sheet() -> None:
    pages = texts(render_reserve_journal(a_reserve(40)))
    assert len(pages) == 4
    assert all("Резервке енгізілген" in page for page in pages)
    name = "РЕЗЕРВТІК ЖУРНАЛ, 2026 жыл, 2026 жылғы 18 наурыздағы жағдай бойынша"
    for number, page in enumerate(pages, start=1):
        assert page.startswith(f"{name} {number}-парақ, барлығы 4")


def test_the_reserve_journal_is_signed_below_its_last_line() -> None:
    for count in range(1, 30):
        pages = texts(render_reserve_journal(a_reserve(count)))
        assert f"Нөмір-{count:02}" in pages[-1]
        assert [words.RESERVE_KEEPER in page for page in pages] == [False] * (len(pages) - 1) + [True]
        assert len(pages) == 1 or words.RESERVE_COLUMNS[3] in pages[-1]


def test_an_empty_reserve_says_so() -> None:
    assert words.RESERVE_EMPTY in text(render_reserve_journal(replace(a_reserve(1), lines=())))


def test_the_linen_list_has_a_line_for_every_bed_and_its_head_on_every_sheet() -> None:
    rows = [
        LinenLine(1, f"1{number:02}", "1", date(2026, 3, 4), WEDNESDAY, number % 2 == 0)
        for number in range(50)
    ]
    pages = texts(render_linen(LinenForm(CENTER, WEDNESDAY, rows)))
    assert len(pages) == 2
    assert all("Белгі" in page for page in pages)
    assert "1 100 1 04.03.2026 18.03.2026" in pages[0]
    assert "1 149 1" in pages[1]


def test_the_linen_list_says_how_many_beds_are_due_and_that_they_are_bold() -> None:
    line = LinenLine(1, "101", "1", date(2026, 3, 4), WEDNESDAY, is_due=True)
    said = words.LINEN_DUE.format(count=2)
    assert said in text(render_linen(LinenForm(CENTER, WEDNESDAY, [line, line, replace(line, is_due=False)])))
    none_due = LinenForm(CENTER, WEDNESDAY, [replace(line, is_due=False)])
    assert "қою қаріппен" not in text(render_linen(none_due))


def test_where_nobody_sleeps_the_linen_list_says_so() -> None:
    assert words.LINEN_EMPTY in text(render_linen(LinenForm("", WEDNESDAY, ())))


def test_the_linen_list_is_the_centers_own() -> None:
    pdf = render_linen(LinenForm(CENTER, WEDNESDAY, ()))
    assert text(pdf).startswith(f"{CENTER} {words.LINEN_TITLE}")
    assert metadata(pdf)["Author"] == CENTER
