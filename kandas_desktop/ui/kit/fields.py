"""A field: its label above, the input, and one line below for what is missing, wrong or worth knowing."""

from typing import Generic, Protocol, TypeVar, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.inputs import InputState, TextField, is_plain_enter
from kandas_desktop.ui.kit.labels import Ink, Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.words import _

Control = TypeVar("Control", bound=QWidget)


class _HasState(Protocol):
    def set_state(self, state: InputState) -> None: ...


@runtime_checkable
class _CanGrow(Protocol):
    def make_room(self) -> None: ...


class Message(QWidget):
    """One line of icon, words and clause: what is missing (amber), wrong (red) or noted (grey)."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("alert-triangle", size=14)
        self._words = Label(role="second", wrap=True)
        self._clause: ClauseChip | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        return self._words.text()

    def show_message(
        self, text: str, *, ink: Ink, icon: IconName | None, family: FamilyName, clause: int | None
    ) -> None:
        """Show this line."""
        self._mark.setVisible(icon is not None)
        if icon:
            self._mark.show_icon(icon, family=family)
        self._words.setText(text)
        self._words.set_ink(ink)
        if self._clause:
            self._clause.hide()
            self._clause.deleteLater()
            self._clause = None
        if clause is not None:
            self._clause = ClauseChip(clause)
            self._row.addWidget(self._clause, 0, Qt.AlignmentFlag.AlignTop)


class Field(QWidget, Generic[Control]):
    """``Field("Тегі", TextField(), second="болса")``: the label, its input, the line below."""

    def __init__(
        self, label: str, control: Control, *, second: str = "", parent: QWidget | None = None
    ) -> None:
        """``second`` is a remark after the label: «міндетті емес»."""
        super().__init__(parent)
        self._control = control
        words = f"{label} · {second}" if second else label
        self._label = Label(words, role="second", ink="text2")
        self._label.setBuddy(control)
        self._message = Message()
        self._message.hide()
        control.setAccessibleName(words)
        self.setFocusProxy(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.label_gap)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addWidget(self._message)
        # What is more than needed stays below, so that labels and inputs of a row stand in line.
        column.addStretch(1)
        self._says_length = False
        self._watch_length()

    def _watch_length(self) -> None:
        control = self._control
        if isinstance(control, TextField):
            control.keep_whole()
            control.textChanged.connect(self._look_at_length)
        elif isinstance(control, TextAreaField):
            control.changed.connect(self._look_at_length)

    def _look_at_length(self) -> None:
        if self.is_too_long and not self._says_length:
            self.say_too_long()
            # The sentence takes room that a question has not reckoned with.
            if isinstance(window := self.window(), _CanGrow):
                window.make_room()
        elif self._says_length:
            self.clear_message()

    @property
    def is_too_long(self) -> bool:
        """Whether more letters stand in a field for text than it may have."""
        control: QWidget = self._control
        if isinstance(control, TextField | TextAreaField):
            return len(control.value()) > control.most_letters
        return False

    def say_too_long(self) -> None:
        """Red: how long the text may be."""
        control = cast(TextField | TextAreaField, self._control)
        self.set_error(_("Longer than {count} characters.").format(count=control.most_letters))
        self._says_length = True

    @property
    def control(self) -> Control:
        return self._control

    @property
    def message(self) -> str:
        """The words below the input; empty when there are none."""
        return self._message.text if not self._message.isHidden() else ""

    def set_label(self, label: str) -> None:
        """Other words above the input."""
        self._label.setText(label)
        self._control.setAccessibleName(label)

    def set_missing(self, text: str, clause: int | None = None) -> None:
        """Amber: something is still to be handed in. It never stops anybody."""
        self._show("missing", text, ink="held", icon="alert-triangle", family="held", clause=clause)

    def set_error(self, text: str) -> None:
        """Red: what was typed cannot be right. It stays where it is."""
        self._show("error", text, ink="overdue", icon="alert-circle", family="overdue", clause=None)

    def set_note(self, text: str) -> None:
        """Grey: worth knowing."""
        self._show("plain", text, ink="text2", icon=None, family="grey", clause=None)

    def clear_message(self) -> None:
        """Nothing below the input, unless its text is too long."""
        if self.is_too_long:
            self.say_too_long()
            return
        self._says_length = False
        self._set_state("plain")
        self._message.hide()
        self._control.setAccessibleDescription("")

    def _show(
        self,
        state: InputState,
        text: str,
        *,
        ink: Ink,
        icon: IconName | None,
        family: FamilyName,
        clause: int | None,
    ) -> None:
        if state != "error" and self.is_too_long:
            self.say_too_long()
            return
        self._says_length = False
        self._set_state(state)
        self._message.show_message(text, ink=ink, icon=icon, family=family, clause=clause)
        self._message.show()
        self._control.setAccessibleDescription(text)

    def _set_state(self, state: InputState) -> None:
        if hasattr(self._control, "set_state"):
            cast(_HasState, self._control).set_state(state)


def all_fit(place: QWidget) -> bool:
    """Whether no text that is shown in ``place`` is longer than its field allows.

    If one is, it is said below it, and the keyboard goes there.
    """
    fields: list[Field[QWidget]] = place.findChildren(Field)
    long = [field for field in fields if field.is_too_long and field.isVisibleTo(place)]
    for field in long:
        field.say_too_long()
    if long:
        long[0].control.setFocus()
    return not long


class _Advance(QObject):
    """Turns Enter into Tab for controls that do not do so themselves."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_plain_enter(event):
            if isinstance(watched, QWidget):
                watched.focusNextChild()
            return True
        return False


def advance_on_enter(widget: QWidget) -> None:
    """Make Enter move the focus on from ``widget`` too; the kit's inputs do it by themselves."""
    widget.installEventFilter(_Advance(widget))
