"""The words of the screen as the compiled catalogues give them."""

import gettext
from pathlib import Path

import pytest

from kandas_desktop import words
from kandas_desktop.words import LANGUAGES, Catalogue
from translations.catalogues import FOLDER, catalogue_path, read_catalogue


def compiled(language: str) -> Path:
    return catalogue_path(FOLDER, language).with_suffix(".mo")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_said_as_gettext_says_it(language: str) -> None:
    with compiled(language).open("rb") as file:
        usual = gettext.GNUTranslations(file)
    ours = Catalogue(compiled(language).read_bytes())
    for message in read_catalogue(catalogue_path(FOLDER, language)):
        if isinstance(message.id, str) and message.context:
            assert ours.pgettext(message.context, message.id) == usual.pgettext(message.context, message.id)
        elif isinstance(message.id, str) and message.id:
            assert ours.gettext(message.id) == usual.gettext(message.id)
        elif message.id:
            one, many = message.id[0], message.id[1]
            for count in range(120):
                assert ours.ngettext(one, many, count) == usual.ngettext(one, many, count)


def test_what_no_catalogue_has_is_said_in_english() -> None:
    kazakh = Catalogue(compiled("kk").read_bytes())
    for catalogue in (kazakh, Catalogue()):
        assert catalogue.gettext("Nobody wrote this") == "Nobody wrote this"
        assert catalogue.pgettext("nowhere", "Settings") == "Settings"
        assert catalogue.ngettext("{count} nobody", "{count} nobodies", 1) == "{count} nobody"
        assert catalogue.ngettext("{count} nobody", "{count} nobodies", 2) == "{count} nobodies"


def test_a_language_that_the_program_has_not_is_an_error() -> None:
    with pytest.raises(LookupError):
        words.use_language("tlh")
