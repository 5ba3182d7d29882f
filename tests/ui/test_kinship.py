"""Words of kinship on screen."""

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.rules.kinship import KINSHIPS
from kandas_desktop.ui.intake.choices import kinship_field
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.words import spoken_in


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_word_of_the_list_has_one_in_the_users_language(language: str) -> None:
    with spoken_in(language):
        shown = [kinship_words(kinship.word) for kinship in KINSHIPS]
    assert not {kinship.word for kinship in KINSHIPS} & set(shown)
    assert len(set(shown)) == len(shown)


def test_kazakh_shows_what_is_stored() -> None:
    with spoken_in("kk"):
        assert kinship_words("Қызы") == "Қызы"


def test_a_word_of_the_desks_own_stays() -> None:
    with spoken_in("ru"):
        assert kinship_words("бажасы") == "бажасы"


def test_the_list_shows_the_users_word_finds_the_kazakh_one_and_stores_it(qtbot: QtBot) -> None:
    with spoken_in("ru"):
        field = kinship_field()
    qtbot.addWidget(field)
    assert field.matches("қызы")[0] == field.matches("доч")[0] == "дочь"
    field.set_choice("қайын енесі")
    assert (field.text(), field.choice()) == ("свекровь, тёща", "қайын енесі")
