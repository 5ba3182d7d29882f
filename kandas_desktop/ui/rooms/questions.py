"""The questions of the page of rooms: another number for a bed, and whether something is retired for good."""

from PySide6.QtWidgets import QWidget

from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.rooms import Bed, Room
from kandas_desktop.ui.bed_looks import beds_words
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.words import _

_NAME_LENGTH = 20


class BedNameQuestion(Question):
    """Asks for another number of a bed within its room."""

    def __init__(self, bed: Bed, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Another number for bed {label}").format(label=bed.label), _("Rename"), parent=parent
        )
        self.name = Field(_("Bed's number in the room"), TextField(max_length=_NAME_LENGTH))
        self.name.control.set_value(bed.name)
        self.fields.addWidget(self.name)
        self.name.control.setFocus()
        self.name.control.selectAll()

    @classmethod
    def ask(cls, parent: QWidget | None, bed: Bed) -> str | None:
        """The number; ``None`` when the bed keeps its own."""
        question = cls(bed, parent)
        return clean(question.name.control.value()) if question.was_accepted() else None

    def may_accept(self) -> bool:
        if not clean(self.name.control.value()):
            self.name.set_error(_("Write the bed's number."))
            self.name.control.setFocus()
            return False
        is_printable = may_be_printed(self.name)
        self.make_room()
        return is_printable


def retires_room(parent: QWidget | None, room: Room) -> bool:
    """Whether a room is retired with its beds after all."""
    beds = beds_words(len(room.beds))
    return Question(
        _("Retire room {name}?").format(name=room.name),
        _("Retire"),
        explanation=_("The room leaves the board; what happened in it stays in every record."),
        changes=(Change(_("Room"), _("in use, {beds}").format(beds=beds), _("retired")),),
        parent=parent,
    ).was_accepted()
