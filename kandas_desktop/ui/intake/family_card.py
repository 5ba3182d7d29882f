"""The family's table: a row for each person, and an empty one that waits for the next."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.ui.intake.columns import NUMBER_LEFT, Columns, columns_for
from kandas_desktop.ui.intake.content_area import ContentArea
from kandas_desktop.ui.intake.family_row import FamilyRow, Issuers
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.intake.remarks import Remark
from kandas_desktop.ui.intake.row_line import column_titles
from kandas_desktop.ui.kit.chips import badge_size, paint_badge
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.painting import hairline, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

_HEAD = 56
_INSET = 16
_TITLE_GAP = 8
_COLUMN_GAP = 14
_LEAST = 76


class _Head(QWidget):
    """Title, count, the remark on countries, and the titles of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = columns_for(818)
        self._count = 0
        self.setFixedHeight(_HEAD)

    def set_columns(self, columns: Columns) -> None:
        self._columns = columns
        self.update()

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{_('Family members')}: {count}")
        self.update()

    def needs(self) -> tuple[int, ...]:
        font = theme().font("second")
        return tuple(text_width(font, title) + _COLUMN_GAP for title in column_titles())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        left = self._paint_title(painter)
        words = _("country of origin and citizenship are taken from the applicant")
        room = QRectF(left + _INSET, 9, self.width() - left - 2 * _INSET, 16)
        paint_text(
            painter,
            room,
            words,
            font=theme().font("second"),
            color=palette.text2,
            align=Qt.AlignmentFlag.AlignRight,
        )
        titles = zip((NUMBER_LEFT, *self._columns.lefts), (_("№"), *column_titles()), strict=True)
        for x, title in titles:
            place = QRectF(x, 32, self.width() - x, 16)
            paint_text(painter, place, title, font=theme().font("second"), color=palette.text2)
        hairline(painter, QPointF(0, _HEAD - 1), QPointF(self.width(), _HEAD - 1), palette.line)

    def _paint_title(self, painter: QPainter) -> int:
        font, title = theme().font("body", bold=True), _("Family members")
        room = QRectF(_INSET, 8, self.width(), 18)
        paint_text(painter, room, title, font=font, color=theme().palette.text)
        left = _INSET + text_width(font, title) + _TITLE_GAP
        size = badge_size(str(self._count))
        if self._count:
            paint_badge(painter, QRect(left, 8, size.width(), size.height()), str(self._count), kind="grey")
        return left + size.width()


class FamilyCard(Card):
    """Rows that are written in place; ``finished`` is Enter in the empty last one.

    ``removed(person)`` is whom the clerk has just taken off.
    """

    edited = Signal()
    left = Signal()
    finished = Signal()
    menu_asked = Signal(object)
    removed = Signal(object)

    def __init__(self, *, today: Callable[[], date], issuers: Issuers, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._today = today
        self._issuers = issuers
        self._rows: list[FamilyRow] = []
        self._removed: list[tuple[int, PersonForm]] = []
        self._applicant = PersonForm()
        self.names_hidden = False
        self._head = _Head()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = ContentArea(content, least=_LEAST)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self._head)
        self.column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.show_family([])
        theme().changed.connect(self.fit_columns)

    @property
    def rows(self) -> Sequence[FamilyRow]:
        """Every row, the empty last one too."""
        return self._rows

    def people(self) -> list[PersonForm]:
        """Whom the rows hold, in their order, empty rows too."""
        return [row.person for row in self._rows]

    def show_family(self, people: Sequence[PersonForm]) -> None:
        """Show these people and an empty row after them."""
        while self._rows:
            self._drop(self._rows[-1])
        self._removed.clear()
        for person in (*people, PersonForm()):
            self._append(person)
        self._renumber()

    def show_state(
        self, remarks: Sequence[Remark], household: Sequence[HouseholdPerson], applicant: PersonForm
    ) -> None:
        """Let every row say what there is to say; ``household`` counts only the people who are somebody."""
        self._applicant = applicant
        if not self._rows[-1].person.is_empty:
            self._append(PersonForm())
        self._renumber()
        people = iter(household[1:])
        for number, row in enumerate(self._rows, 1):
            person = household[0] if row.person.is_empty else next(people)
            row.show_state([remark for remark in remarks if remark.row == number], person, applicant)
        self._head.set_count(len(household) - 1)

    def set_names_hidden(self, hidden: bool) -> None:
        """Show dots for names, dates and numbers (F9)."""
        self.names_hidden = hidden
        for row in self._rows:
            row.set_names_hidden(hidden)

    def row_of(self, widget: QWidget | None) -> FamilyRow | None:
        """The row in which a field stands; ``None`` for what is not in the table."""
        return next((row for row in self._rows if widget is not None and row.isAncestorOf(widget)), None)

    def set_current(self, current: FamilyRow | None) -> None:
        """Unfold this row; rows that were left empty go."""
        for row in list(self._rows):
            row.set_current(row is current)
            if row is not current and row.person.is_empty and row is not self._rows[-1]:
                self._drop(row)
        self._renumber()
        self.fit_columns()
        self._area.keep_in_sight(current)

    def remove(self, row: FamilyRow) -> None:
        """Take a person off; ``bring_back`` undoes it."""
        if row.person.is_empty:
            return
        person, place = row.person, self._rows.index(row)
        self._removed.append((place, person))
        after = self._rows[place + 1]
        self._drop(row)
        self._renumber()
        next(iter(after.line.fields.values())).setFocus()
        self.edited.emit()
        self.removed.emit(person)

    @property
    def can_bring_back(self) -> bool:
        """Whether somebody was taken off."""
        return bool(self._removed)

    def bring_back(self, person: PersonForm | None = None) -> None:
        """Put somebody who was taken off back where they stood; without a name the last one."""
        found = next((at for at in reversed(self._removed) if person is None or at[1] is person), None)
        if found is None:
            return
        self._removed.remove(found)
        row = self._insert(min(found[0], len(self._rows) - 1), found[1])
        self._renumber()
        self.fit_columns()
        row.line.fields[Part.SURNAME].setFocus()
        self.edited.emit()

    def fit_columns(self) -> None:
        """Make the columns as wide as the names need, as long as there is room."""
        needs = [self._head.needs(), *(row.line.needs() for row in self._rows)]
        columns = columns_for(
            self._area.viewport().width(), [max(column) for column in zip(*needs, strict=True)]
        )
        self._head.set_columns(columns)
        for row in self._rows:
            row.set_columns(columns)

    def _append(self, person: PersonForm) -> None:
        self._insert(len(self._rows), person)

    def _insert(self, at: int, person: PersonForm) -> FamilyRow:
        row = FamilyRow(today=self._today, issuers=self._issuers)
        self._rows.insert(at, row)
        self._column.insertWidget(at, row)
        row.show_person(person)
        row.set_names_hidden(self.names_hidden)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.finished.connect(self.finished)
        row.remove_asked.connect(lambda: self.remove(row))
        row.menu_asked.connect(lambda: self.menu_asked.emit(row))
        return row

    def _drop(self, row: FamilyRow) -> None:
        self._area.keep_in_sight(None)
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _renumber(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.set_place(number, is_last=row is self._rows[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
