"""The beds that somebody waits for, each with its day in a dashed box: an estimate, no promise."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.rules.reserve import FreeingBed
from kandas_desktop.ui.bed_looks import beds_words
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.painting import paint_box
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.reserve.words import more_words
from kandas_desktop.ui.terms import days_left_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _

MOST_DAYS = 5
_MOST_BEDS = 4


class Estimate(QWidget):
    """A dashed box: the day, how far off it is, and below which beds are free by then."""

    def __init__(self, beds: Sequence[FreeingBed], *, on: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("calendar", family="grey", size=16))
        last = beds[-1].on
        day = _("today") if last <= on else digits(last)
        head.addWidget(Label(_("Beds enough: {day}").format(day=day), bold=True))
        head.addStretch(1)
        head.addWidget(Label(_("estimate"), role="second", ink="text2"))
        column.addLayout(head)
        by_day: dict[date, list[FreeingBed]] = {}
        for bed in beds:
            by_day.setdefault(bed.on, []).append(bed)
        for when, freed in list(by_day.items())[:MOST_DAYS]:
            column.addLayout(_day_line(when, freed, on))
        if len(by_day) > MOST_DAYS:
            left = sum(len(freed) for freed in list(by_day.values())[MOST_DAYS:])
            column.addWidget(Label(more_words(left), role="second", ink="text2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        box, palette = QRectF(self.rect()), theme().palette
        paint_box(QPainter(self), box, radius=theme().sizes.radius_card, edge=palette.field, dashed=True)


def _day_line(when: date, beds: Sequence[FreeingBed], on: date) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    labels = ", ".join(bed.label for bed in beds[:_MOST_BEDS])
    if len(beds) > _MOST_BEDS:
        labels = f"{labels}, {more_words(len(beds) - _MOST_BEDS)}"
    named = Label(labels, role="second", wrap=True)
    named.setToolTip(beds_words(len(beds)))
    across.addWidget(named, 1)
    far = f"{when:%d.%m} · {days_left_words(when, on)}" if when > on else _("at any time")
    across.addWidget(Label(far, role="second", ink="text2"))
    return across
