"""The fields inside a row of the family's table: without an edge until they are focused."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.intake.words import DocumentWords, masked, short_age
from kandas_desktop.ui.kit.date_field import BirthDateField
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.painting import Run, paint_runs, paint_text, runs_width, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.wording import born_words

_GAP = 6
_ICON = 16
_CHEVRON_ROOM = 24


class RowBirthField(BirthDateField):
    """A birth date with the age right behind it, while nobody is typing."""

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(today=today, parent=parent)
        self._day = today

    def age(self) -> str:
        """The age in short words; empty while the date is missing or cannot be read."""
        born = self.date_value()
        return short_age(born, self._day()) if born else ""

    def needed_width(self) -> int:
        """What the date and the words behind it take, in logical pixels."""
        age = self.age()
        behind = _GAP + text_width(theme().font("second"), age) if age else 0
        return text_width(self.font(), f"{self.text()}{self._year_word()}") + behind

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        age = self.age()
        if not age:
            return
        palette, painter = theme().palette, QPainter(self)
        year = Run(self._year_word(), self.font(), palette.text)
        left = theme().sizes.input_padding + QFontMetricsF(self.font()).horizontalAdvance(self.text())
        room = QRectF(left, 0, self.width() - left, self.height())
        paint_runs(painter, room, [year])
        room.setLeft(left + runs_width([year]) + _GAP)
        if text_width(theme().font("second"), age) <= room.width() + 1:
            paint_runs(painter, room, [Run(age, theme().font("second"), palette.text2)])

    def _year_word(self) -> str:
        """« жыл» behind a year alone, while nobody is typing; nothing where the word goes before it."""
        born = self.date_value()
        if born is None or self.hasFocus() or not born_words(born).startswith(self.text()):
            return ""
        return born_words(born)[len(self.text()) :]


def fit_in_row(field: TextField, *, focused: bool) -> None:
    """Give the words the whole field; a list's arrow takes its room only while it is seen."""
    from kandas_desktop.ui.kit.choice_field import ChoiceField

    shows_arrow = focused and isinstance(field, ChoiceField)
    # The line edit keeps 2 px of its own on each side.
    field.setTextMargins(theme().sizes.input_padding - 2, 0, _CHEVRON_ROOM if shows_arrow else 0, 0)
    if not focused:
        field.home(False)
        needed = text_width(field.font(), field.text()) + theme().sizes.input_padding + 4
        field.setToolTip(field.text() if needed > field.width() else "")


class DocumentCell(QWidget):
    """The slip or permit of a row in a few words; a press unfolds its fields."""

    pressed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = DocumentWords("", "none")
        self._is_masked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def words(self) -> DocumentWords:
        return self._words

    def show_words(self, words: DocumentWords) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words.text)
            self.update()

    def set_masked(self, masked: bool) -> None:
        """Show dots for the number and the date of a document."""
        self._is_masked = masked
        self.update()

    def needed_width(self) -> int:
        """What the icon and the words take, in logical pixels."""
        icon = 0 if self._words.look == "none" else _ICON + 5
        return icon + text_width(theme().font("body", bold=self._words.look == "lacking"), self._words.text)

    def sizeHint(self) -> QSize:
        return QSize(self.needed_width(), theme().sizes.input)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = theme().palette, QPainter(self)
        left, ink = 0, palette.text2
        font = theme().font("body")
        if self._words.look == "fine":
            self._paint_icon(painter, "check", palette.free.solid)
            left, ink = _ICON + 5, palette.text
        elif self._words.look == "lacking":
            self._paint_icon(painter, "alert-triangle", palette.held.solid)
            left, ink, font = _ICON + 5, palette.held.ink, theme().font("body", bold=True)
        elif self._words.look == "hint":
            font = theme().font("second")
        room = QRectF(left, 0, self.width() - left, self.height())
        is_masked = self._is_masked and self._words.look == "fine"
        text = masked(self._words.text) if is_masked else self._words.text
        paint_text(painter, room, text, font=font, color=ink)

    def _paint_icon(self, painter: QPainter, name: str, color: str) -> None:
        where = QPointF(0, (self.height() - _ICON) / 2)
        if name == "check":
            paint_icon(painter, where, "check", _ICON, color)
        else:
            paint_icon(painter, where, "alert-triangle", _ICON, color)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
