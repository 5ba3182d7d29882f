import unicodedata

import pytest

from kandas_desktop.reports.paper import (
    BOLD,
    CAPTION,
    LIST,
    REGULAR,
    TEXT,
    TITLE,
    Style,
    can_show,
    fitted,
    fonts,
    printable,
    width_of,
    wrapped,
)

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"


@pytest.mark.parametrize(
    "letters", [KAZAKH, KAZAKH.lower(), "0123456789", '№«»"–—.,-()/:&<>', "ÄäÖöŞşĞğIıİi"]
)
def test_the_paper_shows_every_letter_an_office_writes(letters: str) -> None:
    assert [letter for letter in letters if not can_show(letter)] == []


@pytest.mark.parametrize("letter", ["م", "א", "中", "🙂", "\ue000"])
def test_letters_without_a_shape_or_set_from_right_to_left_cannot_be_shown(letter: str) -> None:
    assert not can_show(letter)


def test_the_fonts_are_read_once() -> None:
    assert fonts() is fonts()
    assert set(fonts()) == {REGULAR, BOLD}


@pytest.mark.parametrize(
    ("typed", "on_paper"),
    [
        ("Мысалов Дәурен", "Мысалов Дәурен"),
        ("  Мысалов\r\n\tДәурен ", "Мысалов Дәурен"),
        ("Мысалов\x00Дәурен", "Мысалов Дәурен"),
        ("Мысалов\u00a0Дәурен", "Мысалов Дәурен"),
        (unicodedata.normalize("NFD", "Сейілхан Ёлқы"), "Сейілхан Ёлқы"),
        ("\u202eМыса\u200bлов\u2066", "Мысалов"),
        ("А\ufe0fБ", "АБ"),
        ("", ""),
    ],
)
def test_what_was_typed_goes_on_paper_composed_and_on_one_line(typed: str, on_paper: str) -> None:
    assert printable(typed) == on_paper


def test_a_short_text_stays_on_one_line() -> None:
    assert wrapped("Мысалов Дәурен", TEXT, 100) == ["Мысалов Дәурен"]


def test_no_text_is_one_empty_line() -> None:
    assert wrapped("", TEXT, 100) == [""]


def test_lines_break_between_words() -> None:
    lines = wrapped("бір екі үш төрт бес алты жеті сегіз тоғыз он", TEXT, 40)
    assert " ".join(lines) == "бір екі үш төрт бес алты жеті сегіз тоғыз он"
    assert len(lines) > 1
    assert all(width_of(line, TEXT) <= 40 for line in lines)


def test_a_number_stays_with_its_sign() -> None:
    for width in range(20, 60):
        assert not any(line.endswith("№") for line in wrapped("жолдама № Ж-3/26 берілді", TEXT, width))
    assert wrapped("№ р/с", TEXT, width_of("№ р/", TEXT)) == ["№", "р/с"]  # the head of a column


def test_a_word_wider_than_a_line_is_broken_and_nothing_of_it_is_lost() -> None:
    lines = wrapped("аса " + "ұзақ" * 40 + " сөз", TEXT, 50)
    assert lines[0] == "аса"
    assert "".join(lines[1:]) == "ұзақ" * 40 + " сөз"
    assert all(width_of(line, TEXT) <= 50 for line in lines)


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Үлгібайұлы-Сынақбайтегі", ["Үлгібайұлы-", "Сынақбайтегі"]),
        ("ҮЛГІ/ЖОЛДАМА-000151/2026", ["ҮЛГІ/", "ЖОЛДАМА-", "000151/2026"]),
        ("Ү-лгібайұлыСынақбайтегі", ["Ү-", "лгібайұлыСын", "ақбайтегі"]),
    ],
)
def test_a_word_wider_than_a_line_is_broken_after_a_hyphen_or_a_stroke(word: str, lines: list[str]) -> None:
    assert wrapped(word, TEXT, 31) == lines


def test_the_first_line_of_a_paragraph_is_shorter() -> None:
    lines = wrapped("сөз " * 40, TEXT, 60, indent=30)
    assert width_of(lines[0], TEXT) <= 30 < width_of(lines[1], TEXT) <= 60


def test_a_broken_word_heeds_the_shorter_first_line() -> None:
    lines = wrapped("ұзақ" * 40, TEXT, 60, indent=30)
    assert width_of(lines[0], TEXT) <= 30


@pytest.mark.parametrize(("words", "style"), [(2, TEXT), (20, LIST), (22, CAPTION), (400, CAPTION)])
def test_a_text_too_long_for_its_lines_is_set_smaller(words: int, style: Style) -> None:
    chosen, lines = fitted("сөздер " * words, 100, most=3)
    assert chosen == style
    assert " ".join(lines).split() == ["сөздер"] * words


def test_a_letter_wider_than_the_line_still_gets_printed() -> None:
    assert wrapped("ЖЖ", TITLE, 1) == ["Ж", "Ж"]
