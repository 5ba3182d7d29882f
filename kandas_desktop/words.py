"""The words on the screen: gettext catalogues in Kazakh, Russian and English."""

import gettext
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from kandas_desktop.paths import translations_folder

LANGUAGES = ("kk", "ru", "en")
DEFAULT_LANGUAGE = "kk"
DOMAIN = "kandas"

_COUNT_AT = 8  # in a compiled catalogue: how many messages, where their keys are listed, where their texts


class Catalogue:
    """One language's words, each read from the compiled catalogue when it is first asked for.

    What it does not have is said in English. ``gettext.GNUTranslations`` would read all of them at once, for
    which the start would have to wait.
    """

    def __init__(self, compiled: bytes = b"") -> None:
        self._compiled = compiled
        self._texts: dict[bytes, tuple[int, int]] = {}
        if compiled:
            count, keys_at, texts_at = struct.unpack_from("<3I", compiled, _COUNT_AT)
            keys, texts = (struct.unpack_from(f"<{2 * count}I", compiled, at) for at in (keys_at, texts_at))
            places = zip(keys[::2], keys[1::2], texts[::2], texts[1::2], strict=True)
            self._texts = {
                compiled[key : key + key_length]: (text, text + text_length)
                for key_length, key, text_length, text in places
            }
        self._read: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """``message`` in this language."""
        return self._text(message) or message

    def pgettext(self, context: str, message: str) -> str:
        """``message`` in this language, in the meaning that it has there."""
        return self._text(f"{context}\x04{message}") or message

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form that ``count`` asks for."""
        forms = self._text(f"{singular}\x00{plural}")
        if forms:
            said, form = forms.split("\x00"), self._form(count)
            if form < len(said):  # one that is not translated yet stands in English, with two forms
                return said[form]
        return singular if count == 1 else plural

    @cached_property
    def _form(self) -> Callable[[int], int]:
        rule = self._text("").partition("plural=")[2].partition(";")[0].partition("\n")[0]
        return gettext.c2py(rule)

    def _text(self, key: str) -> str:
        if key not in self._read:
            begin, end = self._texts.get(key.encode(), (0, 0))
            self._read[key] = self._compiled[begin:end].decode()
        return self._read[key]


_catalogues: dict[str, Catalogue] = {}
_active = Catalogue()
_language = "en"


def _catalogue(language: str) -> Catalogue:
    if language not in _catalogues:
        path = translations_folder() / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if language == "en" and not path.exists():
            return Catalogue()
        _catalogues[language] = Catalogue(path.read_bytes())
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
