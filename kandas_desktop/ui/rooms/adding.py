"""Rooms to be added: one, or a run of them with one number after the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kandas_desktop.actions.rooms import RoomRequest
from kandas_desktop.rules.house_changes import MOST_BEDS_OF_A_ROOM
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.bed_looks import beds_words, kind_words, rooms_words
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.fields import Field, all_fit
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.line_panel import LinePanel
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.words import _

_MOST_FLOORS, _MOST_ROOMS, _NAME_LENGTH = 99, 60, 20


class AddingPanel(LinePanel):
    """``asked(requests)``: the rooms that the fields tell."""

    asked = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.floor = Field(_("Floor"), NumberField(1, _MOST_FLOORS, value=1))
        self.first = Field(_("Number of the first room"), TextField(max_length=_NAME_LENGTH))
        self.rooms = Field(_("How many rooms"), NumberField(1, _MOST_ROOMS, value=1))
        self.beds = Field(_("Beds in each"), NumberField(1, MOST_BEDS_OF_A_ROOM, value=4))
        self.kind = Field(_("For whom"), ChoiceField([(kind.value, kind_words(kind)) for kind in RoomKind]))
        self.told = Label("", role="second", ink="text2", wrap=True)
        self.add_button = Button(_("Add"), icon="plus", keys="Ctrl+Enter", role="filled")
        self._lay_out()
        for control in (self.floor.control, self.rooms.control, self.beds.control):
            control.number_changed.connect(self._tell)
        self.first.control.textChanged.connect(self._tell)
        self.add_button.clicked.connect(self.ask)
        self.kind.control.set_choice(RoomKind.FAMILY.value)
        self._tell()

    def begin(self, *, floor: int, first: str) -> None:
        """Begin with the room that follows the last one."""
        self.floor.control.set_number(floor)
        self.first.control.set_value(first)
        self.first.control.setFocus()
        self.first.control.selectAll()

    def requests(self) -> list[RoomRequest]:
        """The rooms that the fields tell, each with the next number; one without a number has no next."""
        first = self.first.control.value()
        count = self.rooms.control.number()
        kind = RoomKind(self.kind.control.choice() or RoomKind.FAMILY)
        return [
            RoomRequest(self.floor.control.number(), name, kind, self.beds.control.number())
            for name in _run(first, count)
        ]

    def ask(self) -> None:
        """Ask for the rooms, or say beside the field what is missing."""
        if not self.first.control.value():
            self.first.set_error(_("Write the room's number."))
            self.first.control.setFocus()
        elif len(self.requests()) < self.rooms.control.number():
            self.first.set_error(_("End the number with a digit, so that the rooms can be counted on."))
            self.first.control.setFocus()
        elif all_fit(self) and may_be_printed(self.first):
            self.asked.emit(self.requests())

    def say_taken(self, words: str) -> None:
        """Say beside the number why the rooms cannot be added so."""
        self.first.set_error(words)
        self.first.control.setFocus()

    def _lay_out(self) -> None:
        self.set_top(Label(_("New rooms"), role="panel_title"))
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self.rooms)
        numbers.addWidget(self.beds)
        self.middle.addWidget(self.floor)
        self.middle.addWidget(self.first)
        self.middle.addLayout(numbers)
        self.middle.addWidget(self.kind)
        self.middle.addStretch(1)
        self.foot.addWidget(self.told)
        self.foot.addWidget(self.add_button)

    def _tell(self) -> None:
        self.first.clear_message()
        names = [request.name for request in self.requests()]
        rooms = rooms_words(len(names))
        beds = beds_words(len(names) * self.beds.control.number())
        run = "" if not names else names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"
        self.told.setText(" · ".join((run, rooms, beds)) if run else "")


def _run(first: str, count: int) -> list[str]:
    """The numbers of rooms from the first on: «101, 102, 103», «А-9, А-10»."""
    stem = first.rstrip("0123456789")
    digits = first[len(stem) :]
    if not first or (count > 1 and not digits):
        return [first] if first else []
    if not digits:
        return [first]
    return [f"{stem}{int(digits) + step:0{len(digits)}}" for step in range(count)]
