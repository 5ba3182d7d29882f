"""The words of a row fitted to its width: shortened where nothing is lost, else wrapped, never cut."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from kandas_desktop.ui.kit.painting import part_of, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.today.rows import AgendaRow

_BETWEEN = " · "
_NO_BREAK = "\u00a0"
_COUNTED = re.compile(r"\+ \d+[^;.,]*$")


class TitleLine(NamedTuple):
    """A line of what is to be done, and of whom it concerns; either may stand on its own."""

    title: str
    subject: str = ""


class Fitted(NamedTuple):
    """What is painted of a row: a line each, or more where one has no room for the words."""

    first: tuple[TitleLine, ...]
    second: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    """In full what the row says in fewer words: left to the tooltip and to Space."""

    @property
    def extra_lines(self) -> int:
        """How many lines there are beyond the two."""
        return len(self.first) + len(self.second) - 2


def fitted(row: AgendaRow, room: int, chip: int) -> Fitted:
    """Return a row's words for a width; a ``chip`` so wide stands before its reason."""
    bold, plain, small = theme().font("body", bold=True), theme().font("body"), theme().font("second")
    first, subject = _first(row.title, row.subjects, room, (bold.key(), plain.key()))
    second, reason = _second(row.reason, room - (chip if row.clause else 0), small.key())
    pairs = ((row.subject, subject), (row.reason, reason))
    return Fitted(first, second, tuple(full for full, shown in pairs if full != shown))


def wrapped(sentences: Sequence[str], width: int, font: QFont | None = None) -> tuple[str, ...]:
    """Sentences broken into lines that fit a width, each sentence on a line of its own."""
    lines = []
    for sentence in sentences:
        # What a day is counted on by stays together: «+ 3 calendar days».
        glued = _COUNTED.sub(lambda found: found[0].replace(" ", _NO_BREAK), sentence)
        layout = QTextLayout(glued, font or theme().font("second"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(80, width))
            lines.append(part_of(sentence, line.textStart(), line.textLength()).rstrip())
        layout.endLayout()
    return tuple(lines)


def first_that_fits(candidates: Sequence[str], room: float, font: QFont) -> str | None:
    """Return the fullest words for which there is room, ``None`` where even the shortest has none."""
    return next((words for words in candidates if text_width(font, words) <= room), None)


# The page is fitted anew after every write, and nearly all of its rows are as they were.
@lru_cache(maxsize=512)
def _first(
    title: str, subjects: tuple[str, ...], room: int, _fonts: tuple[str, str]
) -> tuple[tuple[TitleLine, ...], str]:
    """The title and whom it concerns on one line, or the latter below; and how it was named."""
    bold, plain = theme().font("body", bold=True), theme().font("body")
    beside = room - text_width(bold, title) - text_width(plain, _BETWEEN)
    subject = first_that_fits(subjects, beside, plain)
    if subject is not None:
        return (TitleLine(title, subject),), subject
    titles = [TitleLine(line) for line in wrapped([title], room, bold)]
    below = wrapped([subjects[0]], room, plain)
    return (*titles, *(TitleLine("", line) for line in below)), subjects[0]


@lru_cache(maxsize=512)
def _second(reason: str, room: int, _font: str) -> tuple[tuple[str, ...], str]:
    """As many of a reason's parts as there is room for; the first of them whole, on two lines if need be."""
    parts = reason.split("; ")
    while len(parts) > 1 and text_width(theme().font("second"), "; ".join(parts)) > room:
        parts.pop()
    shown = "; ".join(parts)
    return wrapped([shown], room) or ("",), shown
