"""Kazakh letters: their order, a search key that all spellings of a name share, and what a name may hold."""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

ALPHABET = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
"""The 42 letters of the Kazakh Cyrillic alphabet, in its order."""

NAME_LENGTH = 120
"""The longest name, in characters: it must fit its line on the order's forms."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_APOSTROPHES = "'`\u00b4\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u2018\u2019\u201b\u2032"
_CONTROLS = frozenset({"Cc", "Zs", "Zl", "Zp"})
_INVISIBLE = frozenset({"Cf", "Cs"})

# Letters of the neighbours that stand on many kandas papers, as the Kazakh or Latin letters nearest to them.
_NEIGHBOURS = (
    dict(zip("ўҳҗҷӣӯїєґ", "ухжжиуіег", strict=True))
    | dict(zip("əıøđł", "aiodl", strict=True))
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)

# "y" is й and the Latin y until the pairs that begin with it have been read; then it is an i like the others.
_FOLDED_LETTERS = (
    dict(zip(_LATIN, _LATIN, strict=True))
    | {"j": "zh", "q": "k", "w": "u", "x": "h", "ç": "ch", "č": "ch", "ş": "sh", "š": "sh", "ž": "zh"}
    | dict(zip("абвгдезийклмнопрстуфх", "abvgdeziyklmnoprstufh", strict=True))
    | dict(zip("әғқңөұүһыіэё", "agknouuhiiee", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ю": "iu", "я": "ia"}
)
_O_AFTER_CONSONANT = re.compile(r"(?<=[bdfghklmnprstvz])yo")
_LOOSE_MARKS = re.compile(r"(?<![a-z0-9])[./-]|[./-](?![0-9])")
_DOUBLED = re.compile(r"([a-z])\1")
_PAIRS = (("ngh", "n"), ("ng", "n"), ("kh", "h"), ("gh", "g"), ("dzh", "zh"), ("shch", "sh"))

# One ASCII sign for each letter: the alphabet after the digits, the Latin letters after the alphabet.
_ORDERED_LETTERS = {letter: chr(ord("9") + 1 + rank) for rank, letter in enumerate(ALPHABET.lower() + _LATIN)}


class LetterFault(StrEnum):
    """Why a text cannot be a name as the forms print it."""

    RIGHT_TO_LEFT = "right_to_left"
    OTHER_SCRIPT = "other_script"
    SYMBOL = "symbol"
    TOO_LONG = "too_long"


def sort_key(text: str) -> str:
    """Return a key that sorts as the Kazakh alphabet does when compared by code point (SQLite's BINARY).

    Blanks and hyphens come first, then digits, the alphabet, Latin letters, any other script. Upper and lower
    case are one; apostrophes and other marks do not count.
    """
    return " ".join(_composed(text).translate(_ORDERED).split())


def fold(text: str) -> str:
    """Return the search key of `text`: lower-case ASCII that the spellings of one name share.

    Қасымова, Касымова, Qasymova, Kassymova and Kasimova are one. The key of a word's beginning is nearly
    always the beginning of the word's key, so a search can follow the typing. Full stops, slashes and hyphens
    stay only before a digit, as in numbers and dates («o-145/26»). Folding a key changes nothing.
    """
    key = _composed(text).translate(_FOLDED)
    if "y" in key:
        key = _O_AFTER_CONSONANT.sub("e", key).replace("ye", "e").replace("y", "i")
    if "-" in key or "." in key or "/" in key:
        key = _LOOSE_MARKS.sub(" ", key)
    before = ""
    while before != key:
        before, key = key, _without_pairs(key)
    return " ".join(key.split())


def clean(text: str) -> str:
    """Return `text` as it may be stored: composed (NFC), no invisible signs, single blanks, bare ends.

    Line breaks, tabs and controls become blanks; direction marks, zero-width signs and broken characters go.
    """
    if not text.isprintable():
        text = text.translate(_CLEANED)
    return _composed(" ".join(text.split()))


def clean_number(text: str) -> str:
    """Return the number of another body's paper as it may be stored: without the «№» before it."""
    return clean(text).lstrip("№ ")


def clean_lines(text: str) -> str:
    """Return `text` of several lines as it may be stored: each line cleaned, and no empty ones."""
    return "\n".join(filter(None, map(clean, text.splitlines())))


def letter_faults(text: str, *, native: bool = False) -> list[LetterFault]:
    """Return every reason why `text` cannot be a name; an empty text has none.

    A name as the forms print it is Cyrillic or Latin. A `native` spelling, kept beside it, may be in any
    script and direction, but holds no symbols and no emoji either.
    """
    faults = {fault for fault in map(_character_fault, text) if fault is not None}
    if native:
        faults -= {LetterFault.RIGHT_TO_LEFT, LetterFault.OTHER_SCRIPT}
    if len(text) > NAME_LENGTH:
        faults.add(LetterFault.TOO_LONG)
    return [fault for fault in LetterFault if fault in faults]


def has_letters(text: str) -> bool:
    """Whether a letter of any script stands in `text`."""
    return any(map(str.isalpha, text))


def is_doubtful_name(text: str) -> bool:
    """Whether `text` is hardly a name: a digit stands in it, or no letter. An empty text is not doubtful."""
    return bool(text) and (not has_letters(text) or any(map(str.isdigit, text)))


class _Table(dict[int, str]):
    """A table for `str.translate` that asks a function about each character once."""

    def __init__(self, answer: Callable[[str], str]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, code: int) -> str:
        answer = self[code] = self._answer(chr(code))
        return answer


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _without_pairs(key: str) -> str:
    """Return `key` with doubled letters and pairs for one sound made single, where they stand now."""
    key = _DOUBLED.sub(r"\1", key)
    for pair, single in _PAIRS:
        key = key.replace(pair, single)
    return key


def _fold_character(character: str) -> str:
    lower = character.lower()
    if lower in "./":
        return character
    if lower in _FOLDED_LETTERS:
        return _FOLDED_LETTERS[lower]
    return "-" if character in _DASHES else _by_nature(character, _fold_character, other=" ")


def _order_character(character: str) -> str:
    lower = character.lower()
    return _ORDERED_LETTERS.get(lower) or _by_nature(character, _order_character, other=lower)


def _by_nature(character: str, again: Callable[[str], str], *, other: str) -> str:
    """Return what stands for a character outside the alphabets; `other` for a letter of another script.

    A letter near one of ours, or made of one and a mark, is asked about `again` by its plain letters.
    """
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if character in _APOSTROPHES or category[0] == "M" or category in _INVISIBLE:
        return ""
    if category[0] not in "LN":
        return " "
    plain = _NEIGHBOURS.get(character.lower()) or unicodedata.normalize("NFKD", character)
    return other if plain == character else "".join(map(again, plain))


def _clean_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in _CONTROLS:
        return " "
    return "" if category in _INVISIBLE else character


def _character_fault(character: str) -> LetterFault | None:
    if character.isascii() and character.isalpha():
        return None
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return LetterFault.RIGHT_TO_LEFT
    category = unicodedata.category(character)
    if category[0] == "L":
        known = unicodedata.name(character, "").startswith(("CYRILLIC", "LATIN", "MODIFIER LETTER"))
        return None if known else LetterFault.OTHER_SCRIPT
    is_symbol = category[0] in "SC" and character not in _APOSTROPHES
    return LetterFault.SYMBOL if is_symbol else None


_FOLDED = _Table(_fold_character)
_ORDERED = _Table(_order_character)
_CLEANED = _Table(_clean_character)
