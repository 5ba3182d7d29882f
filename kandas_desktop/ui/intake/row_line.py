"""The line of one family member: five fields, the document in words, the menu."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.ui.intake.choices import kinship_field
from kandas_desktop.ui.intake.columns import MENU_MIDDLE, NUMBER_LEFT, Columns, columns_for
from kandas_desktop.ui.intake.person_fields import TYPED_LENGTH
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.intake.row_fields import DocumentCell, RowBirthField, fit_in_row
from kandas_desktop.ui.intake.words import part_hint, part_title
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.inputs import TextField, is_plain_enter
from kandas_desktop.ui.kit.painting import paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

PARTS = (Part.SURNAME, Part.GIVEN_NAME, Part.PATRONYMIC, Part.BORN, Part.KINSHIP)

_MENU_SIZE = 28
_COLUMN_GAP = 14


class RowLine(QWidget):
    """The fields of a row in their columns; keys that belong to the row are told, not done."""

    enter_pressed = Signal()
    remove_pressed = Signal()
    menu_pressed = Signal()
    surname_entered = Signal()

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._columns = columns_for(818)
        self.takes_enter = False
        self.fields: dict[Part, TextField] = {
            Part.SURNAME: TextField(max_length=TYPED_LENGTH, parent=self),
            Part.GIVEN_NAME: TextField(max_length=TYPED_LENGTH, parent=self),
            Part.PATRONYMIC: TextField(max_length=TYPED_LENGTH, parent=self),
            Part.BORN: RowBirthField(today=today, parent=self),
            Part.KINSHIP: kinship_field(self),
        }
        self.document = DocumentCell(parent=self)
        self.menu = IconButton("ellipsis", _("More about this person"), size=_MENU_SIZE, parent=self)
        self.menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu.clicked.connect(self.menu_pressed)
        for part, field in self.fields.items():
            field.set_quiet(True)
            field.setAccessibleName(column_titles()[PARTS.index(part)])
            field.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        theme().changed.connect(self._dress)

    def set_number(self, number: int) -> None:
        """The row's number in the table, from 1."""
        self._number = number
        self.update()

    def set_columns(self, columns: Columns) -> None:
        """Stand in these columns."""
        self._columns = columns
        self._place()

    def set_waiting(self, waiting: bool) -> None:
        """Say in grey what belongs where: the last, empty row."""
        for part, field in self.fields.items():
            field.setPlaceholderText(part_hint(part) if waiting else "")
        if not waiting:
            self.fields[Part.PATRONYMIC].setPlaceholderText("—")
        self.menu.setVisible(not waiting)

    def needs(self) -> tuple[int, ...]:
        """How wide each column would have to be for this row to be read whole, in logical pixels."""
        born = self.fields[Part.BORN]
        widths = [text_width(field.font(), field.text()) + _COLUMN_GAP for field in self.fields.values()]
        if isinstance(born, RowBirthField):
            widths[PARTS.index(Part.BORN)] = born.needed_width() + _COLUMN_GAP
        menu = MENU_MIDDLE + _MENU_SIZE // 2 + 4
        return (*widths, 0 if self.menu.isHidden() else self.document.needed_width() + menu)

    def _dress(self) -> None:
        self.setFixedHeight(theme().sizes.intake_row - 1)
        for field in self.fields.values():
            fit_in_row(field, focused=field.hasFocus())

    def _place(self) -> None:
        height, padding = self.height(), theme().sizes.input_padding
        top = (height - theme().sizes.input) // 2
        lefts, widths = self._columns
        for left, width, field in zip(lefts, widths, self.fields.values(), strict=False):
            field.setGeometry(left - padding, top, width - 4, theme().sizes.input)
            fit_in_row(field, focused=field.hasFocus())
        menu_left = self.width() - MENU_MIDDLE - _MENU_SIZE // 2
        self.menu.move(menu_left, (height - _MENU_SIZE) // 2)
        self.document.setGeometry(lefts[5], 0, menu_left - lefts[5], height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, TextField):
            return False
        if isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.PopupFocusReason:
            return False  # a list opened beneath the field: the clerk is still in it
        if event.type() == QEvent.Type.FocusIn:
            fit_in_row(watched, focused=True)
            if watched is self.fields[Part.SURNAME]:
                self.surname_entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            fit_in_row(watched, focused=False)
        elif isinstance(event, QContextMenuEvent):
            return self._ask_for_menu(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(watched, event)
        return False

    def _ask_for_menu(self, event: QContextMenuEvent) -> bool:
        # The mouse gets the field's own menu: cut, copy, paste.
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            return False
        self.menu_pressed.emit()
        return True

    def _take_key(self, field: TextField, event: QKeyEvent) -> bool:
        # Enter on the surname that is offered goes on to the given name: the next person may bear it too.
        is_offer_taken = field is self.fields[Part.SURNAME] and bool(field.text())
        if self.takes_enter and is_plain_enter(event) and not is_offer_taken:
            self.enter_pressed.emit()
            return True
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Delete:
            self.remove_pressed.emit()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        room = QRectF(NUMBER_LEFT, 0, 24, self.height())
        paint_text(
            QPainter(self),
            room,
            str(self._number),
            font=theme().font("body"),
            color=theme().palette.text2,
        )


def column_titles() -> Sequence[str]:
    """The titles of the six columns."""
    return [part_title(part) for part in (*PARTS, Part.DOCUMENT_KIND)]
