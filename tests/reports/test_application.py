import pytest

from kandas_desktop.reports.application import render_application
from kandas_desktop.reports.forms import FormPerson
from tests.reports import order_words
from tests.reports.people import LONG_NAME, MOTHER, WIFE, a_family, an_application
from tests.reports.reading import letter_boxes, level_lines, metadata, sizes, text, texts, where

MILLIMETRE = 72 / 25.4
LIST = "Өтінішке қоса берілетін отбасы мүшелерінің тізімі"
TITLES = "№ р/с Тегі, аты және болған жағдайда әкесінің аты Туған күні Туыстық дәрежесі"


def test_the_first_sheet_holds_the_orders_words_and_what_was_filled_in_and_nothing_else() -> None:
    form, _family = texts(render_application(an_application(WIFE, MOTHER)))
    form = form.replace('"2"', '""')
    for filled in (
        "1-парақ, барлығы 2",
        "Сынақ облысының жұмыспен қамту басқармасы",
        "Мысалов Дәурен Аңызұлы",
        "2026 жылғы 16 наурыз",
    ):
        assert form.count(filled) == 1
        form = form.replace(filled, "")
    assert order_words.flat(form) == order_words.APPLICATION


def test_somebody_alone_asks_for_nobody_else_and_brings_no_list() -> None:
    (form,) = texts(render_application(an_application()))
    assert 'Сізден мені және саны "0" адамнан тұратын менің отбасы мүшелерімді' in form
    assert "парақ" not in form


def test_the_number_stands_on_a_line_between_its_quotation_marks() -> None:
    pdf = render_application(an_application(*a_family(15)))
    number = where(pdf, '15" адамнан')
    beneath = [
        line
        for line in level_lines(pdf)
        if line.left - 1 <= number.left
        and line.right < number.right + 15
        and 0 < number.bottom - line.top < 6
    ]
    assert len(beneath) == 1


def test_the_second_sheet_names_the_family_for_date_and_signature() -> None:
    _form, family = texts(render_application(an_application(WIFE, MOTHER)))
    assert family == (
        f"{LIST} Үміткер: Мысалов Дәурен Аңызұлы, 22.06.1984 {TITLES} "
        "1 Мысалова Сәуле Қалыпқызы 09.01.1986 жұбайы 2 Мысалова Бибі 1952 ж. анасы "
        "2026 жылғы 16 наурыз (Күні) (Қолы) 2-парақ, барлығы 2"
    )


def test_the_day_is_left_to_be_written_by_hand_where_it_is_not_known() -> None:
    assert "жылғы" not in text(render_application(an_application(WIFE, filed_on=None)))


@pytest.mark.parametrize("count", [25, 26, 27, 28, 29, 30, 31, 70])
def test_a_list_over_several_sheets_repeats_its_head_and_is_signed_beneath_a_name(count: int) -> None:
    pdf = render_application(an_application(*a_family(count)))
    _form, *family = texts(pdf)
    assert all(TITLES in sheet and "Мысалов Нөмір-" in sheet for sheet in family)
    assert ["(Қолы)" in sheet for sheet in family] == [False] * (len(family) - 1) + [True]
    assert " ".join(family).count("17.03.2008 ұлы") == count
    _assert_numbered(pdf)
    _assert_inside(pdf)


@pytest.mark.parametrize("length", [300, 4000])
def test_a_long_name_wraps_inside_the_margins_and_is_all_there(length: int) -> None:
    wife, applicant = FormPerson("Һ" * length, "1952", "жұбайы"), FormPerson(LONG_NAME, "22.06.1984")
    pdf = render_application(an_application(wife, applicant=applicant))
    _assert_inside(pdf)
    assert text(pdf).count("Һ") == length


def test_a_long_addressee_and_a_long_name_leave_the_request_to_the_next_sheet() -> None:
    pdf = render_application(an_application(local_body=LONG_NAME, applicant=FormPerson(LONG_NAME, "1952")))
    head, request = texts(pdf)
    assert head.endswith("(үміткердің тегі, аты және болған жағдайда әкесінің аты) 1-парақ, барлығы 2")
    assert request.startswith("Өтініш Сізден мені")
    _assert_inside(pdf)


@pytest.mark.parametrize("count", [0, 1, 7, 15])
def test_with_long_names_everywhere_each_of_the_sheets_is_numbered(count: int) -> None:
    family = [FormPerson(LONG_NAME, "1952", "ұлы")] * count
    applicant = FormPerson(LONG_NAME, "22.06.1984")
    pdf = render_application(an_application(*family, local_body=LONG_NAME, applicant=applicant))
    assert len(sizes(pdf)) > 1
    _assert_numbered(pdf)
    _assert_inside(pdf)


def test_a_struck_out_application_says_so_across_each_sheet() -> None:
    assert all(
        "КҮШІ ЖОЙЫЛДЫ" in sheet for sheet in texts(render_application(an_application(WIFE, struck_out=True)))
    )


def test_the_same_form_gives_the_same_bytes() -> None:
    assert render_application(an_application(WIFE)) == render_application(an_application(WIFE))


def test_the_paper_says_what_it_is_and_whose_in_kazakh() -> None:
    pdf = render_application(an_application(WIFE))
    assert sizes(pdf) == [(210, 297), (210, 297)]
    assert metadata(pdf)["Title"] == "Өтініш: Мысалов Дәурен Аңызұлы"
    assert metadata(pdf)["Author"] == "Мысалов Дәурен Аңызұлы"


def _assert_numbered(pdf: bytes) -> None:
    sheets = texts(pdf)
    for number, sheet in enumerate(sheets, start=1):
        assert sheet.count("-парақ, барлығы ") == 1
        assert f"{number}-парақ, барлығы {len(sheets)}" in sheet


def _assert_inside(pdf: bytes) -> None:
    for page, (width, height) in zip(letter_boxes(pdf), sizes(pdf), strict=True):
        assert min(box.left for box in page) > 24 * MILLIMETRE
        assert max(box.right for box in page) < (width - 14) * MILLIMETRE
        assert min(box.bottom for box in page) > 6 * MILLIMETRE
        assert max(box.top for box in page) < (height - 15) * MILLIMETRE
