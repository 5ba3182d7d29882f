"""The words on the screen: gettext catalogues in Kazakh, Russian and English."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager

from kandas_desktop.paths import translations_folder

LANGUAGES = ("kk", "ru", "en")
DEFAULT_LANGUAGE = "kk"
DOMAIN = "kandas"

_catalogues: dict[str, gettext.NullTranslations] = {}
_active: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def _catalogue(language: str) -> gettext.NullTranslations:
    if language not in _catalogues:
        # gettext's own search for the file would load the locale module.
        path = translations_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if language == "en" and not path.exists():
            return gettext.NullTranslations()
        with path.open("rb") as file:
            _catalogues[language] = gettext.GNUTranslations(file)
    return _catalogues[language]


def use_language(language: str) -> None:
    """Speak ``language`` from now on; ``LookupError`` for one the program does not have."""
    global _active, _language
    if language not in LANGUAGES:
        raise LookupError(language)
    _active = _catalogue(language)
    _language = language


def language() -> str:
    """The language of the screen: ``kk``, ``ru`` or ``en``."""
    return _language


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """Speak ``language`` inside the block, and the earlier one after it."""
    before = _language
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def _(message: str) -> str:
    """``message`` in the language of the screen."""
    return _active.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form that ``count`` asks for, with ``{count}`` already filled in."""
    return _active.ngettext(singular, plural, count).format(count=count)


def pgettext(context: str, message: str) -> str:
    """``message`` in the language of the screen, where the same English word has two meanings."""
    return _active.pgettext(context, message)
