"""The paper all forms are drawn on: its fonts, styles and measures, in millimetres unless said otherwise."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kandas_desktop.paths import resource

MILLIMETRE: Final = 72 / 25.4  # in points

A4_SHORT: Final = 210.0
A4_LONG: Final = 297.0

# An upright form: its text lies between LEFT and RIGHT, its right-hand head begins at HEAD_LEFT.
LEFT: Final = 25.0
RIGHT: Final = A4_SHORT - 15.0
MIDDLE: Final = (LEFT + RIGHT) / 2
TOP: Final = 20.0
HEAD_LEFT: Final = 109.0
INDENT: Final = 11.0
FOOT_LINE: Final = 289.5

REGULAR: Final = "LiberationSerif"
BOLD: Final = "LiberationSerif-Bold"
_FILES: Final = {REGULAR: "LiberationSerif-Regular.ttf", BOLD: "LiberationSerif-Bold.ttf"}

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_BREAK_AFTER: Final = "-/"
_NUMBER_SIGN: Final = "№"
_VARIATION_SELECTOR: Final = re.compile("[\ufe00-\ufe0f]")


class Style(NamedTuple):
    """A face with its size in points, and the distance of two base lines in millimetres."""

    font: str
    size: float
    leading: float


# The order's forms are customarily set in 14 point Times; Liberation Serif has its metrics.
TEXT: Final = Style(REGULAR, 14, 6.0)
TITLE: Final = Style(BOLD, 14, 6.0)
CAPTION: Final = Style(REGULAR, 9, 3.6)
LIST: Final = Style(REGULAR, 12, 5.2)
TABLE: Final = Style(REGULAR, 11, 4.6)
NOTE: Final = Style(REGULAR, 9, 4.0)  # small, between lines of a table
FOOT: Final = Style(REGULAR, 9, 3.6)


@cache
def fonts() -> dict[str, TTFont]:
    """The paper's fonts by name; read and registered with ReportLab at the first call."""
    rl_config.useA85 = 0  # streams made safe for text channels cost time and a quarter more bytes
    faces = {
        name: TTFont(name, str(resource(f"fonts/{file}")), asciiReadable=0) for name, file in _FILES.items()
    }
    for face in faces.values():
        pdfmetrics.registerFont(face)
    return faces


def printable(text: str) -> str:
    """The text as it goes on paper: composed letters, single spaces, no line breaks, nothing invisible."""
    if not text.isprintable() or _VARIATION_SELECTOR.search(text):
        text = "".join(map(_seen, text))
    return " ".join(unicodedata.normalize("NFC", text).split())


def _seen(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Cf" or _VARIATION_SELECTOR.match(letter):
        return ""
    return " " if category == "Cc" else letter


def can_show(letter: str) -> bool:
    """Whether both faces have the letter, and it runs from left to right as the paper's lines do."""
    if unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT:
        return False
    return all(ord(letter) in face.face.charToGlyph for face in fonts().values())


@lru_cache(maxsize=4096)
def width_of(text: str, style: Style) -> float:
    """The width of the text, set in one line, in millimetres."""
    return float(fonts()[style.font].stringWidth(text, style.size)) / MILLIMETRE


def wrapped(text: str, style: Style, width: float, *, indent: float = 0.0) -> list[str]:
    """The text, made printable, in lines no wider than ``width``; at least one, which may be empty.

    The first line is shorter by ``indent``. Lines break between words, and inside a word only when it alone
    is wider than a line: after a hyphen or a stroke where it has one.
    """
    text = printable(text)
    if width_of(text, style) <= width - indent:
        return [text]
    lines: list[str] = []
    line = ""
    for word in _words(text):
        longer = f"{line} {word}" if line else word
        if width_of(longer, style) <= (width if lines else width - indent):
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, style, width if lines else width - indent)
        lines += full
    return [*lines, line]


def _words(text: str) -> list[str]:
    """What a line may break between: «№» stays with its number."""
    if _NUMBER_SIGN not in text:
        return text.split(" ")
    words: list[str] = []
    for word in text.split(" "):
        if words and words[-1] == _NUMBER_SIGN and any(letter.isdigit() for letter in word):
            words[-1] = f"{_NUMBER_SIGN} {word}"
        else:
            words.append(word)
    return words


def fitted(text: str, width: float, *, most: int) -> tuple[Style, list[str]]:
    """The text in at most ``most`` lines of the largest style that allows it; else in the smallest style."""
    for style in (TEXT, LIST):
        lines = wrapped(text, style, width)
        if len(lines) <= most:
            return style, lines
    return CAPTION, wrapped(text, CAPTION, width)


def _broken(word: str, style: Style, width: float) -> list[str]:
    parts = []
    while word:
        count = _fitting(word, style, width)
        if count < len(word):
            count = max(word.rfind(sign, 0, count) for sign in _BREAK_AFTER) + 1 or count
        parts.append(word[:count])
        word = word[count:]
    return parts


def _fitting(word: str, style: Style, width: float) -> int:
    """How many letters of the word fit, at least one."""
    used = 0.0
    for place, letter in enumerate(word):
        used += width_of(letter, style)
        if used > width and place:
            return place
    return len(word)
