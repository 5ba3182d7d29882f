import pytest

from kandas_desktop.reports.forms import FormPerson
from kandas_desktop.reports.referral import render_referral
from tests.reports import order_words
from tests.reports.people import APPLICANT, LONG_NAME, MOTHER, WIFE, a_family, a_referral
from tests.reports.reading import fonts, letter_boxes, level_lines, metadata, sizes, text, texts, where

CAPTION = "(Тегі, аты және болған жағдайда әкесінің аты, туған күні, туыстық дәрежесі)"
SIGNING = "Халықтың көші-қоны саласындағы жергілікті атқарушы органның басшысы"
RECEIPT = "Жолдаманы алдым (қолы) (алған күні)"
MILLIMETRE = 72 / 25.4


def test_the_referral_holds_the_orders_words_and_what_was_filled_in_and_nothing_else() -> None:
    printed = text(render_referral(a_referral(WIFE, MOTHER)))
    for filled in (
        "№ Ж-99/26",
        "Мысалов Дәурен Аңызұлы, 22.06.1984",
        "Мысалова Сәуле Қалыпқызы, 09.01.1986, жұбайы",
        "Мысалова Бибі, 1952 ж., анасы",
        "Қ. Болжамов",
        "2026 жылғы 18 наурыз",
    ):
        assert printed.count(filled) == 1
        printed = printed.replace(filled, "")
    assert order_words.flat(printed) == f"{order_words.REFERRAL} {RECEIPT}"


def test_the_title_carries_the_number_that_the_journal_wants() -> None:
    assert "Нысан ЖОЛДАМА № Ж-99/26 Қандастарды" in text(render_referral(a_referral()))


@pytest.mark.parametrize("count", [0, 1, 6])
def test_there_are_six_lines_however_few_people_come(count: int) -> None:
    printed = text(render_referral(a_referral(*a_family(count))))
    assert printed.count(CAPTION) == 6
    assert "6. " in printed
    assert "7. " not in printed


def test_a_family_of_seven_gets_a_seventh_line_on_the_same_sheet() -> None:
    (sheet,) = texts(render_referral(a_referral(*a_family(7))))
    assert "7. Мысалов Нөмір-07, 17.03.2008, ұлы" in sheet


def test_a_family_of_fifteen_goes_over_to_a_second_sheet_signed_like_the_first() -> None:
    sheets = texts(render_referral(a_referral(*a_family(15))))
    assert len(sheets) == 2
    for number in range(1, 16):
        assert sum(f"{number}. Мысалов Нөмір-{number:02}, 17.03.2008, ұлы" in sheet for sheet in sheets) == 1
    for number, sheet in enumerate(sheets, start=1):
        assert f"{SIGNING} Қ. Болжамов 2026 жылғы 18 наурыз (берілген күні)" in sheet
        assert "ЖОЛДАМА № Ж-99/26" in sheet
        assert APPLICANT.line in sheet
        assert f"{number}-парақ, барлығы 2" in sheet
    assert [RECEIPT in sheet for sheet in sheets] == [False, True]


@pytest.mark.parametrize("count", range(6, 40))
def test_every_signed_sheet_names_somebody_and_nothing_overlaps(count: int) -> None:
    pdf = render_referral(a_referral(*a_family(count)))
    assert all("Мысалов Нөмір-" in sheet for sheet in texts(pdf))
    last = len(sizes(pdf)) - 1
    signed, received = (where(pdf, words, page=last) for words in ("(берілген", "Жолдаманы"))
    assert signed.bottom > received.top + 8 * MILLIMETRE


@pytest.mark.parametrize("count", range(1, 6))
@pytest.mark.parametrize("words", range(2, 50, 6))
def test_no_sheet_is_signed_with_nothing_but_empty_lines(count: int, words: int) -> None:
    family = [FormPerson("Мысалов " * words, "17.03.2008", "ұлы")] * count
    pdf = render_referral(a_referral(*family))
    assert all("Мысалов Мысалов" in sheet or "17.03.2008" in sheet for sheet in texts(pdf))
    assert text(pdf).count(CAPTION) == 6
    last = len(sizes(pdf)) - 1
    signed, received = (where(pdf, written, page=last) for written in ("(берілген", "Жолдаманы"))
    assert signed.bottom > received.top + 8 * MILLIMETRE
    _assert_inside(pdf)


def test_words_stand_on_their_line_above_the_caption() -> None:
    pdf = render_referral(a_referral(WIFE))
    name, caption = where(pdf, "Мысалова Сәуле"), where(pdf, CAPTION)
    between = [line for line in level_lines(pdf) if caption.top < line.bottom and line.top < name.bottom]
    assert len(between) == 1
    assert between[0].left < name.left < between[0].right


@pytest.mark.parametrize("name", [LONG_NAME, "Ұзақ" * 75, "Ө" * 300])
def test_a_long_name_wraps_inside_the_margins_and_is_all_there(name: str) -> None:
    pdf = render_referral(a_referral(FormPerson(name, "09.01.1986", "жұбайы")))
    _assert_inside(pdf)
    assert name.replace(" ", "") + ",09.01.1986,жұбайы" in text(pdf).replace(" ", "")


@pytest.mark.parametrize("name", [LONG_NAME, "Ө" * 300])
def test_long_names_everywhere_still_find_their_place(name: str) -> None:
    applicant = FormPerson(name, "22.06.1984")
    pdf = render_referral(
        a_referral(*[FormPerson(name, "1952", "ұлы")] * 15, applicant=applicant, head_name=name)
    )
    _assert_inside(pdf)
    assert text(pdf).count("1952, ұлы") == 15


def test_a_name_longer_than_any_is_parted_between_sheets_and_nothing_of_it_is_lost() -> None:
    pdf = render_referral(a_referral(FormPerson("Ө" * 1200, "1952")))
    _assert_inside(pdf)
    assert len(sizes(pdf)) > 1
    assert text(pdf).count("Ө") == 1200


def test_a_long_applicant_leaves_the_family_to_the_second_sheet() -> None:
    pdf = render_referral(a_referral(applicant=FormPerson("Ж" * 900, "1952")))
    _assert_inside(pdf)
    assert text(pdf).count(CAPTION) == 6


def test_a_long_number_wraps_too() -> None:
    pdf = render_referral(a_referral(*a_family(15), number="Ж-99/" + "26" * 60))
    _assert_inside(pdf)


def test_typed_signs_are_printed_as_they_are() -> None:
    name = "<b>Мысалов & Болжамов</b> &amp;"
    assert f"1. {name}, 1952" in text(render_referral(a_referral(FormPerson(name, "1952"))))


@pytest.mark.parametrize("count", [2, 15])
def test_a_struck_out_referral_says_so_across_each_sheet_and_stays_readable(count: int) -> None:
    valid, struck = (render_referral(a_referral(*a_family(count), struck_out=flag)) for flag in (False, True))
    assert "КҮШІ ЖОЙЫЛДЫ" not in text(valid)
    assert [sheet.replace("КҮШІ ЖОЙЫЛДЫ ", "", 1) for sheet in texts(struck)] == texts(valid)
    assert all("КҮШІ ЖОЙЫЛДЫ" in sheet for sheet in texts(struck))


def test_the_same_form_gives_the_same_bytes() -> None:
    assert render_referral(a_referral(WIFE)) == render_referral(a_referral(WIFE))


def test_the_paper_is_an_upright_a4_and_says_what_it_is_in_kazakh() -> None:
    pdf = render_referral(a_referral(WIFE))
    assert sizes(pdf) == [(210, 297)]
    assert metadata(pdf)["Title"] == "ЖОЛДАМА № Ж-99/26"
    assert metadata(pdf)["Author"] == "Халықтың көші-қоны саласындағы жергілікті атқарушы орган"


def test_the_paper_brings_its_fonts_along() -> None:
    assert fonts(render_referral(a_referral(WIFE))) == {"LiberationSerif", "LiberationSerif-Bold"}


def _assert_inside(pdf: bytes) -> None:
    for page, (width, height) in zip(letter_boxes(pdf), sizes(pdf), strict=True):
        assert min(box.left for box in page) > 24 * MILLIMETRE
        assert max(box.right for box in page) < (width - 14) * MILLIMETRE
        assert min(box.bottom for box in page) > 6 * MILLIMETRE
        assert max(box.top for box in page) < (height - 15) * MILLIMETRE
