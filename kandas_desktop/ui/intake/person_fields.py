"""The inputs of one person, tied to what is written down about them."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from kandas_desktop.rules.birth import DateFault, read_date
from kandas_desktop.ui.intake.person_form import (
    Part,
    PersonForm,
    join_number_and_date,
    split_number_and_date,
    told_kind,
)
from kandas_desktop.ui.intake.remarks import Level, Remark
from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.toggles import Segmented

TYPED_LENGTH = 2000
"""What a field takes, in characters: more than any name, so that a name that is too long is said, not cut."""

_NAMES = (Part.SURNAME, Part.GIVEN_NAME, Part.PATRONYMIC)
_PRIVATE = frozenset(
    {
        *_NAMES,
        Part.BORN,
        Part.LATIN_NAME,
        Part.NATIVE_NAME,
        Part.IIN,
        Part.CERTIFICATE_NUMBER,
        Part.CERTIFICATE_DATE,
        Part.DOCUMENT_NUMBER,
        Part.DOCUMENT_DATE,
    }
)
"""What a visitor does not read while names are hidden (F9)."""

Control = TextField | Segmented


class NumberAndDateField(TextField):
    """A document's number and date in one field: «20-117, 10.03.2026»."""

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(max_length=TYPED_LENGTH, parent=parent)
        self._today = today

    def halves(self) -> tuple[str, str]:
        """Number and date as typed."""
        return split_number_and_date(self.value())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        number, typed = self.halves()
        try:
            if typed:
                written = f"{read_date(typed, today=self._today()):%d.%m.%Y}"
                self.setText(join_number_and_date(number, written))
        except DateFault:
            pass  # what was typed stays, and the page says what is wrong with it
        super().focusOutEvent(event)


class PersonFields(QObject):
    """Writes what is typed into a ``PersonForm`` and knows which of its fields were visited."""

    edited = Signal()
    left = Signal()
    kind_told = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._person = PersonForm()
        self._controls: dict[Part, Control] = {}
        self._visited: set[Part] = set()
        self._is_showing = False
        self._said: set[tuple[Part, str]] = set()
        self._proposed: Part | None = None
        self._names_hidden = False

    @property
    def person(self) -> PersonForm:
        return self._person

    def bind(self, part: Part, control: Control) -> None:
        """``control`` holds ``part`` from now on."""
        self._controls[part] = control
        self._mask(part, control)
        if isinstance(control, Segmented):
            control.chosen.connect(self._take)
            return
        control.is_for_names = part in _NAMES
        control.textChanged.connect(self._take)
        control.left.connect(self._leave)

    def bind_pair(self, number: Part, day: Part, control: NumberAndDateField) -> None:
        """``control`` holds a document's number and date from now on."""
        self._controls[number] = self._controls[day] = control
        self._mask(number, control)
        control.textChanged.connect(self._take)
        control.left.connect(self._leave)

    def control(self, part: Part) -> Control | None:
        """The input that holds ``part``; ``None`` where nobody is asked for it."""
        return self._controls.get(part)

    def part_of(self, control: QObject | None) -> Part | None:
        """What an input holds; a pair is called by its number."""
        return next((part for part, held in self._controls.items() if held is control), None)

    def set_names_hidden(self, hidden: bool) -> None:
        """Show dots in the fields that say who somebody is, but for the one in which somebody types."""
        self._names_hidden = hidden
        for part, control in self._controls.items():
            self._mask(part, control)

    def _mask(self, part: Part, control: Control) -> None:
        if part in _PRIVATE and isinstance(control, TextField):
            control.set_masked(self._names_hidden)

    def show_person(self, person: PersonForm) -> None:
        """Show somebody; whoever was written down before counts as visited from head to foot."""
        self._person = person
        self._said.clear()
        self._visited = set() if person.is_empty else set(Part)
        self.refresh()

    def refresh(self) -> None:
        """Show again what is written down, after something else changed it."""
        self._is_showing = True
        self._proposed = None
        for part, control in self._controls.items():
            self._show(part, control)
        self._is_showing = False

    def propose(self, part: Part, text: str) -> None:
        """Let ``text`` stand in a field: typing replaces it, typing into another field accepts it."""
        control = self._controls[part]
        if isinstance(control, TextField):
            self._is_showing = True
            control.setText(text)
            control.selectAll()
            self._is_showing = False
            self._proposed = part

    def withdraw(self) -> None:
        """Take a proposal back that nobody accepted."""
        if self._proposed is not None:
            self.refresh()

    def visit_all(self) -> None:
        """Let everything that is missing be said: somebody wants to register."""
        self._visited = set(Part)

    def mark_wrong(self, parts: Collection[Part]) -> None:
        """Let the fields of these parts have a red edge, and no others."""
        wrong = [self._controls.get(part) for part in parts]
        for control in self._controls.values():
            if isinstance(control, TextField):
                control.set_state("error" if control in wrong else "plain")

    def to_say(self, remark: Remark) -> bool:
        """Whether a remark is due now: not while somebody is still typing there for the first time."""
        key = (remark.part, remark.text)
        control = self._controls.get(remark.part)
        if control is not None and control.hasFocus() and key not in self._said:
            return False
        # One of surname and given name is enough: wait until both were passed.
        waits_for = Part.GIVEN_NAME if _lacks_name(remark) else remark.part
        if waits_for not in self._visited:
            return False
        self._said.add(key)
        return True

    def _show(self, part: Part, control: Control) -> None:
        typed = self._person.get(part)
        if isinstance(control, Segmented):
            control.set_value(typed or None)
        elif isinstance(control, NumberAndDateField):
            number, day = self._pair_of(control)
            control.set_value(join_number_and_date(self._person.get(number), self._person.get(day)))
        elif isinstance(control, ChoiceField):
            control.set_choice(typed or None)
            if typed and not control.value():
                control.set_value(typed)
        elif control.text() != typed:
            control.setText(typed)
            control.setCursorPosition(0)

    def _pair_of(self, control: NumberAndDateField) -> tuple[Part, Part]:
        number, day = (part for part, held in self._controls.items() if held is control)
        return number, day

    def _take(self) -> None:
        part = self.part_of(self.sender())
        if self._is_showing or part is None:
            return
        self._accept(part)
        control = self._controls[part]
        if isinstance(control, NumberAndDateField):
            for half, typed in zip(self._pair_of(control), control.halves(), strict=True):
                self._person.put(half, typed)
        elif isinstance(control, ChoiceField):
            self._person.put(part, control.choice() or control.value())
        elif isinstance(control, Segmented):
            self._person.put(part, control.value() or "")
        else:
            self._person.put(part, control.text())
        self.edited.emit()

    def _accept(self, typed_into: Part) -> None:
        proposed, self._proposed = self._proposed, None
        control = self._controls.get(proposed) if proposed else None
        if proposed and proposed is not typed_into and isinstance(control, TextField):
            self._person.put(proposed, control.text())

    def _leave(self) -> None:
        control = self.sender()
        parts = {part for part, held in self._controls.items() if held is control}
        self._visited |= parts
        if Part.DOCUMENT_NUMBER in parts:
            self._take_kind()
        self.left.emit()

    def _take_kind(self) -> None:
        """«Ықтиярхат 031-77»: the word says the kind of document, the rest is its number."""
        kind, number = told_kind(self._person.document_number)
        if kind is not None:
            self._person.document_kind = kind.value
            self._person.document_number = number
            self.refresh()
            self.kind_told.emit()
            self.edited.emit()


def _lacks_name(remark: Remark) -> bool:
    return remark.part is Part.SURNAME and remark.level is Level.MISSING
