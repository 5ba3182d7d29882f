"""The finished applicant in one line: what a small window shows while the family is written."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.queries.countries import country_name
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson
from kandas_desktop.ui.intake.words import document_words, masked
from kandas_desktop.ui.kit.chips import cap_size, paint_cap
from kandas_desktop.ui.kit.icons import paint_icon
from kandas_desktop.ui.kit.painting import Run, paint_box, paint_runs, runs_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.need_line import need_words
from kandas_desktop.ui.wording import age_words, born_words
from kandas_desktop.words import _, language

_HEIGHT = 48
_INSET = 16
_KEYS = "Ctrl+↑"


class ApplicantLine(QWidget):
    """Name, birth, country and slip of the applicant; a press unfolds the card again."""

    pressed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._second = ""
        self._lacking = False
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_applicant(
        self, person: HouseholdPerson, country: str, today: date, *, names_hidden: bool = False
    ) -> None:
        """Show this person, with dots for name, birth date and number while names are hidden."""
        shown = masked if names_hidden else str
        self._lacking = document_words(person, today).look == "lacking"
        self._name = shown(person.name.full)
        born = person.born
        birth = f"{shown(born_words(born))}, {age_words(born, today)}" if born else ""
        need = need_words() if person.needs_accessible and not names_hidden else ""
        parts = (birth, country_name(country, language()), _document(person, shown), need)
        self._second = " · ".join(part for part in parts if part)
        self.setAccessibleName(f"{_('Applicant')}: {self._name}, {self._second}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        box = QRectF(self.rect())
        paint_box(painter, box, radius=theme().sizes.radius_card, fill=palette.surface, edge=palette.line)
        icon_top = (_HEIGHT - 16) / 2
        if self._lacking:
            paint_icon(painter, QPointF(_INSET, icon_top), "alert-triangle", 16, palette.held.solid)
        else:
            paint_icon(painter, QPointF(_INSET, icon_top), "check-circle", 16, palette.free.solid)
        right = self.width() - _INSET - 16
        paint_icon(painter, QPointF(right, icon_top), "chevron-down", 16, palette.text2)
        cap = cap_size(_KEYS)
        right -= cap.width() + 12
        paint_cap(painter, QRect(right, (_HEIGHT - cap.height()) // 2, cap.width(), cap.height()), _KEYS)
        self._paint_words(painter, QRectF(_INSET + 31, 0, right - _INSET - 31 - 12, _HEIGHT))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        palette, bold = theme().palette, theme().font("body", bold=True)
        head = [Run(_("Applicant"), bold, palette.text)]
        paint_runs(painter, room, head)
        room.setLeft(room.left() + runs_width(head) + 14)
        name = [Run(self._name, bold, palette.text)]
        paint_runs(painter, room, name)
        room.setLeft(room.left() + runs_width(name) + 14)
        paint_runs(painter, room, [Run(self._second, theme().font("body"), palette.text2)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


def _document(person: HouseholdPerson, shown: Callable[[str], str]) -> str:
    document = person.document
    if document is None or not document.number:
        return ""
    if document.kind is DocumentKind.PERMIT:
        return _("permit {number}").format(number=shown(document.number))
    return _("slip {number}").format(number=shown(document.number))
