import unicodedata
from datetime import date

import pytest

from kandas_desktop.reports.application import render_application
from kandas_desktop.reports.faults import LettersMissing
from kandas_desktop.reports.forms import FormPerson, JournalForm, JournalLine, JournalReferral
from kandas_desktop.reports.journal import render_journal
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.paper import can_show
from kandas_desktop.reports.referral import render_referral
from tests.reports.people import WIFE, a_referral, an_application
from tests.reports.reading import text

ARABIC, CHINESE, SMILING = "قازاق", "哈萨克", "🙂"


def test_kazakh_and_latin_names_lack_no_letter() -> None:
    require_letters(a_referral(WIFE, FormPerson("Үлгібай Ğanïbek", "1952")))


def test_each_missing_letter_is_named_once_in_the_order_met() -> None:
    form = a_referral(FormPerson(f"{CHINESE} Мысалов {SMILING}", "1952"), FormPerson(CHINESE, ""))
    with pytest.raises(LettersMissing) as caught:
        require_letters(form)
    assert caught.value.letters == ("哈", "萨", "克", SMILING)


def test_invisible_marks_and_composable_letters_are_not_missing() -> None:
    name = unicodedata.normalize("NFD", "Сейілхан Ёлқыбай") + "\u200d\ufe0f\r\n"
    form = a_referral(FormPerson(name, "1952"))
    require_letters(form)
    assert "Сейілхан Ёлқыбай, 1952" in text(render_referral(form))


def test_no_referral_is_drawn_with_letters_missing() -> None:
    name = f"Мысалова {ARABIC}"
    with pytest.raises(LettersMissing) as caught:
        render_referral(a_referral(FormPerson(name, "1952")))
    assert caught.value.letters == ("ق", "ا", "ز")
    assert caught.value.where == (name,)


def test_no_application_is_drawn_with_letters_missing() -> None:
    with pytest.raises(LettersMissing) as caught:
        render_application(an_application(local_body=CHINESE))
    assert caught.value.letters == tuple(CHINESE)


def test_every_place_in_the_journal_that_lacks_a_letter_is_named() -> None:
    lines = (
        JournalLine("1", f"Мысалов {SMILING}", "1952", "Моңғолия", ""),
        JournalLine("2", "Мысалов", "1952", "Моңғолия", "", family=("Мысалова Бибі", f"Болжамов {SMILING}")),
        JournalLine(
            "3",
            "Мысалов",
            "1952",
            "Моңғолия",
            "",
            referrals=(JournalReferral(f"Ж-{SMILING}"),),
            notes=(f"Қайтарылды: {SMILING}",),
        ),
    )
    with pytest.raises(LettersMissing) as caught:
        render_journal(JournalForm(date(2026, 1, 5), None, lines))
    assert caught.value.letters == (SMILING,)
    assert caught.value.where == (
        f"Мысалов {SMILING}",
        f"Болжамов {SMILING}",
        f"Ж-{SMILING}",
        f"Қайтарылды: {SMILING}",
    )


def test_more_letters_than_one_font_table_holds_are_all_printed() -> None:
    letters = "".join(
        letter for letter in map(chr, range(0xC0, 0x250)) if letter.isalpha() and can_show(letter)
    )
    assert len(letters) > 300
    name = " ".join(letters[start : start + 20] for start in range(0, len(letters), 20))
    assert name in text(render_referral(a_referral(FormPerson(name, "1952"))))
