from datetime import date

import pytest

from kandas_desktop.reports.faults import Cancelled
from kandas_desktop.reports.forms import JournalForm, JournalLine, JournalReferral
from kandas_desktop.reports.journal import render_journal
from tests.reports import order_words
from tests.reports.people import LONG_NAME
from tests.reports.reading import is_drawn_through, letter_boxes, metadata, sizes, text, texts, where

MILLIMETRE = 72 / 25.4
TITLES = (
    "№ р/с Өтініш иесінің тегі, аты және болған жағдайда әкесінің аты Туған жері және күні Шыққан елі "
    "Өтінішті тіркеген күн және нөмірі Жолдаманың нөмірі және берілген күні"
)


def a_line(
    number: int,
    *family: str,
    applicant: str = "Мысалов Дәурен",
    referrals: tuple[JournalReferral, ...] | None = None,
    struck_out: bool = False,
    notes: tuple[str, ...] = (),
) -> JournalLine:
    if referrals is None:
        referrals = (JournalReferral(f"Ж-{number}/26, 18.03.2026"),)
    return JournalLine(
        number=str(number),
        applicant=applicant,
        birth="Нөкіс, 22.06.1984",
        country="Өзбекстан",
        registered=f"16.03.2026, Ө-{number}/26",
        referrals=referrals,
        struck_out=struck_out,
        family=family,
        notes=notes,
    )


def a_volume(*lines: JournalLine, ended_on: date | None = None) -> JournalForm:
    return JournalForm(date(2026, 1, 5), ended_on, lines)


def test_the_journal_holds_the_orders_words_and_what_was_filled_in_and_nothing_else() -> None:
    line = a_line(
        7,
        "Мысалова Бибі, 1952 ж., анасы",
        referrals=(
            JournalReferral("Ж-1/26, 02.03.2026", struck_out=True),
            JournalReferral("Ж-2/26, 04.05.2026", struck_out=True),
        ),
        struck_out=True,
        notes=("18.05.2026 қайтарылды: Толық емес", "19.05.2026 күші жойылды: Екі рет тіркелген"),
    )
    printed = text(render_journal(a_volume(line, ended_on=date(2026, 12, 30))))
    for filled in (
        "1-бет",
        "7 Мысалов Дәурен 18.05.2026 қайтарылды: Толық емес 19.05.2026 күші жойылды: Екі рет тіркелген "
        "Мысалова Бибі, 1952 ж., анасы Нөкіс, 22.06.1984 Өзбекстан 16.03.2026, Ө-7/26 "
        "Ж-1/26, 02.03.2026 Ж-2/26, 04.05.2026",
        "2026 жылғы 5 қаңтар",
        "2026 жылғы 30 желтоқсан",
    ):
        assert printed.count(filled) == 1
        printed = printed.replace(filled, "")
    assert order_words.flat(printed) == order_words.JOURNAL


def test_every_page_repeats_the_head_and_only_the_first_has_the_caption() -> None:
    pages = texts(render_journal(a_volume(*map(a_line, range(1, 101)))))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert page.count(TITLES) == 1
        assert f"{number}-бет" in page
        assert ("3-қосымша" in page) is (number == 1)
        assert ("Басталды" in page) is (number == len(pages))


def test_every_line_is_there_once_in_its_order() -> None:
    printed = text(render_journal(a_volume(*map(a_line, range(1, 101)))))
    places = [printed.index(f" {number} Мысалов Дәурен ") for number in range(1, 101)]
    assert places == sorted(places)


def test_the_sheets_lie_broadside_and_say_what_they_are_in_kazakh() -> None:
    pdf = render_journal(a_volume(a_line(1)))
    assert sizes(pdf) == [(297, 210)]
    assert metadata(pdf)["Title"].endswith("тіркеу ЖУРНАЛЫ")
    assert metadata(pdf)["Author"] == "Халықтың көші-қоны саласындағы жергілікті атқарушы орган"


def test_a_volume_still_open_has_not_ended() -> None:
    printed = text(render_journal(a_volume(a_line(1))))
    assert printed.endswith("Басталды 2026 жылғы 5 қаңтар Аяқталды")


def test_an_empty_volume_has_its_head_and_an_empty_line() -> None:
    (page,) = texts(render_journal(a_volume()))
    assert TITLES in page
    assert page.endswith("Басталды 2026 жылғы 5 қаңтар Аяқталды")


def test_the_family_stands_beneath_without_numbers_a_little_to_the_right() -> None:
    pdf = render_journal(a_volume(a_line(1, "Болжамова Сәуле, 09.01.1986, жұбайы")))
    applicant, wife = where(pdf, "Мысалов"), where(pdf, "Болжамова")
    assert wife.left - applicant.left == pytest.approx(4 * MILLIMETRE, abs=1)
    assert wife.top < applicant.bottom


def test_a_struck_out_line_is_drawn_through_with_its_family_and_stays_readable() -> None:
    family = "Болжамова Сәуле, 09.01.1986, жұбайы"
    pdf = render_journal(a_volume(a_line(1), a_line(2, family, applicant="Нобаев Арман", struck_out=True)))
    for words in ("2 Нобаев", "Нобаев", "Болжамова", "Ө-2/26", "Ж-2/26"):
        assert is_drawn_through(pdf, words)
    for words in ("1 Мысалов", "Мысалов", "Ө-1/26", "Ж-1/26"):
        assert not is_drawn_through(pdf, words)


def test_every_referral_of_a_line_stands_in_its_column_and_only_those_struck_out_are_drawn_through() -> None:
    referrals = (
        JournalReferral("Ж-1/26, 02.03.2026", struck_out=True),
        JournalReferral("Ж-5/26, 18.03.2026", struck_out=True),
        JournalReferral("Ж-9/26, 04.05.2026"),
    )
    pdf = render_journal(a_volume(a_line(1, referrals=referrals)))
    column = where(pdf, "Жолдаманың нөмірі")
    first, second, third = (where(pdf, referral.text) for referral in referrals)
    assert column.bottom > first.top > second.top > third.top
    assert first.left == second.left == third.left
    for referral in referrals:
        assert is_drawn_through(pdf, referral.text) is referral.struck_out
    assert not is_drawn_through(pdf, "Ө-1/26")


def test_a_struck_out_line_strikes_its_referrals_too_whatever_they_are() -> None:
    referrals = (JournalReferral("Ж-1/26"), JournalReferral("Ж-2/26", struck_out=True))
    pdf = render_journal(a_volume(a_line(1, referrals=referrals, struck_out=True)))
    assert is_drawn_through(pdf, "Ж-1/26")
    assert is_drawn_through(pdf, "Ж-2/26")


def test_a_line_without_a_referral_leaves_its_column_empty() -> None:
    assert "Ж-" not in text(render_journal(a_volume(a_line(1, referrals=()))))


def test_the_reason_of_striking_out_stands_small_below_the_name_and_is_not_drawn_through() -> None:
    line = a_line(
        1,
        "Болжамова Сәуле, 09.01.1986, жұбайы",
        struck_out=True,
        notes=("23.11.2026 күші жойылды: Екі рет тіркелген",),
    )
    pdf = render_journal(a_volume(line))
    name, note, wife = (where(pdf, words) for words in ("Мысалов", "23.11.2026", "Болжамова"))
    assert name.bottom > note.top
    assert note.bottom > wife.top
    assert note.left == pytest.approx(name.left, abs=1)
    assert note.top - note.bottom < name.top - name.bottom
    for words in ("күші жойылды", "23.11.2026", "Екі рет"):
        assert not is_drawn_through(pdf, words)


def test_a_long_reason_wraps_inside_its_column_and_moves_the_family_down() -> None:
    reason = "18.03.2026 қайтарылды: " + "құжаттары толық емес, " * 30
    pdf = render_journal(a_volume(a_line(1, "Болжамова Сәуле", notes=(reason,)), a_line(2)))
    _assert_inside(pdf)
    assert text(pdf).count("құжаттары толық емес,") == 30
    assert where(pdf, "Болжамова").top < where(pdf, "қайтарылды").bottom - 5 * 3.6 * MILLIMETRE


def test_a_family_stays_together_on_one_page() -> None:
    lines = [a_line(number, *("Болжамов Бала, 2014, ұлы",) * 7) for number in range(1, 30)]
    pages = texts(render_journal(a_volume(*lines)))
    assert len(pages) > 5
    for page in pages:
        assert page.count("Болжамов Бала") == 7 * page.count("Мысалов Дәурен")


@pytest.mark.parametrize("count", [24, 60, 150])
def test_a_family_longer_than_a_page_goes_on_overleaf(count: int) -> None:
    family = [f"Болжамов Нөмір-{number:03}, 2014, ұлы" for number in range(count)]
    pdf = render_journal(a_volume(a_line(1), a_line(2, *family)))
    assert text(pdf).count("Болжамов Нөмір-") == count
    assert text(pdf).count(TITLES) == len(sizes(pdf))
    _assert_inside(pdf)


@pytest.mark.parametrize("count", range(1, 60))
def test_the_closing_words_always_stand_below_a_line_inside_the_page(count: int) -> None:
    pdf = render_journal(a_volume(*map(a_line, range(1, count + 1))))
    assert f" {count} Мысалов Дәурен " in texts(pdf)[-1]
    assert "Басталды" in texts(pdf)[-1]
    _assert_inside(pdf)


@pytest.mark.parametrize("name", ["Ү" * 300, "Ү" * 3000])
def test_a_long_name_wraps_inside_its_column(name: str) -> None:
    pdf = render_journal(a_volume(a_line(1, name, applicant=name)))
    _assert_inside(pdf)
    assert text(pdf).count("Ү") == 2 * len(name)


def test_a_name_of_many_words_wraps_and_is_all_there() -> None:
    pdf = render_journal(a_volume(a_line(1, applicant=LONG_NAME)))
    _assert_inside(pdf)
    assert LONG_NAME.replace(" ", "") in text(pdf).replace(" ", "")


def test_typed_signs_are_printed_as_they_are() -> None:
    assert "<i>Мысалов & Co</i>" in text(render_journal(a_volume(a_line(1, applicant="<i>Мысалов & Co</i>"))))


def test_the_same_form_gives_the_same_bytes() -> None:
    form = a_volume(*map(a_line, range(1, 31)))
    assert render_journal(form) == render_journal(form)


def test_progress_is_told_with_the_lines_done_up_to_the_last() -> None:
    told: list[int] = []

    def progress(done: int) -> bool:
        told.append(done)
        return True

    render_journal(a_volume(*map(a_line, range(1, 121))), progress)
    assert told == [50, 100, 120]


def test_a_journal_can_be_cancelled_while_it_is_drawn() -> None:
    with pytest.raises(Cancelled):
        render_journal(a_volume(*map(a_line, range(1, 121))), lambda done: done < 100)


def _assert_inside(pdf: bytes) -> None:
    for page, (width, height) in zip(letter_boxes(pdf), sizes(pdf), strict=True):
        assert min(box.left for box in page) > 24 * MILLIMETRE
        assert max(box.right for box in page) < (width - 9) * MILLIMETRE
        assert min(box.bottom for box in page) > 6 * MILLIMETRE
        assert max(box.top for box in page) < (height - 14) * MILLIMETRE
