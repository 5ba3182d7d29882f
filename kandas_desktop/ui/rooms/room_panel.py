"""One room: its number, floor and purpose, its beds, and what can be done with each."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.rules.rooms import Bed, Room, RoomKind
from kandas_desktop.ui.bed_looks import STATE_FAMILIES, STATE_ICONS, beds_words, kind_words, state_words
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.frame import Rule
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.line_panel import LinePanel
from kandas_desktop.words import _

_MOST_FLOORS, _NAME_LENGTH = 99, 20


class RoomPanel(LinePanel):
    """Asks for what is done with the room or one of its beds; each signal carries the id."""

    change_asked = Signal(int)
    bed_asked = Signal(int)
    renaming_asked = Signal(int)
    retiring_bed_asked = Signal(int)
    retiring_asked = Signal(int)
    board_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(closable=False)
        self._room: Room | None = None
        self.name = Field(_("Room's number"), TextField(max_length=_NAME_LENGTH))
        self.floor = Field(_("Floor"), NumberField(1, _MOST_FLOORS, value=1))
        self.kind = Field(_("For whom"), ChoiceField([(kind.value, kind_words(kind)) for kind in RoomKind]))
        self.save_button = Button(_("Save"), icon="check")
        self.add_bed_button = Button(_("Add a bed"), icon="plus")
        self.retire_button = Button(_("Retire the room…"), icon="trash")
        self.beds = QVBoxLayout()
        self.beds.setSpacing(2)
        self._lay_out()
        self._connect()

    @property
    def room(self) -> Room | None:
        """The room that is shown."""
        return self._room

    def show_room(self, room: Room) -> None:
        """Show a room; what was typed for another one is gone."""
        self._room = room
        beds = beds_words(len(room.beds))
        self.set_top(Label(room.name, role="panel_title"), Label(beds, ink="text2"))
        self.name.control.set_value(room.name)
        self.name.clear_message()
        self.floor.control.set_number(room.floor)
        self.kind.control.set_choice(room.kind.value)
        while (item := self.beds.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for bed in room.beds:
            self.beds.addWidget(self._bed_row(bed))
        self._look()

    def begin(self) -> None:
        """Go to the first field, with what stands in it selected."""
        self.name.control.setFocus()
        self.name.control.selectAll()

    def say_wrong(self, words: str) -> None:
        """Say beside the number why the room cannot be changed so."""
        self.name.set_error(words)
        self.name.control.setFocus()

    def _lay_out(self) -> None:
        self.middle.addWidget(self.name)
        self.middle.addWidget(self.floor)
        self.middle.addWidget(self.kind)
        self.middle.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.middle.addSpacing(4)
        self.middle.addWidget(Rule())
        self.middle.addWidget(Label(_("Beds"), bold=True))
        self.middle.addLayout(self.beds)
        self.middle.addStretch(1)
        self.foot.addWidget(self.add_bed_button)
        self.foot.addWidget(self.retire_button)

    def _connect(self) -> None:
        self.name.control.textChanged.connect(self._look)
        self.floor.control.number_changed.connect(self._look)
        self.kind.control.chosen.connect(self._look)
        self.save_button.clicked.connect(self._tell(self.change_asked))
        self.add_bed_button.clicked.connect(self._tell(self.bed_asked))
        self.retire_button.clicked.connect(self._tell(self.retiring_asked))

    def _tell(self, signal: object) -> Callable[[], None]:
        def tell() -> None:
            if self._room is not None:
                signal.emit(self._room.id)  # type: ignore[attr-defined]

        return tell

    def _bed_row(self, bed: Bed) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        across.addWidget(Label(bed.label, bold=True))
        chip = Chip(state_words(bed.state), family=STATE_FAMILIES[bed.state], icon=STATE_ICONS[bed.state])
        across.addWidget(chip)
        across.addStretch(1)
        for icon, words, signal in (
            ("bed", _("Show bed {label} on the board"), self.board_asked),
            ("pencil", _("Give bed {label} another number"), self.renaming_asked),
            ("trash", _("Retire bed {label}"), self.retiring_bed_asked),
        ):
            button = IconButton(icon, words.format(label=bed.label), size=28)  # type: ignore[arg-type]
            button.clicked.connect(lambda _checked=False, to=signal: to.emit(bed.id))
            across.addWidget(button)
        return row

    def _look(self) -> None:
        """The button waits until something is other than it is written down."""
        room = self._room
        if room is None:
            return
        is_same = (self.name.control.value(), self.floor.control.number(), self.kind.control.choice()) == (
            room.name,
            room.floor,
            room.kind.value,
        )
        self.name.clear_message()
        self.save_button.set_blocked(_("Nothing was changed") if is_same else "")
