"""What is done with one room or bed, asked for where a question is needed, and told in the foot strip."""

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions import rooms
from kandas_desktop.rules.rooms import Bed, Room
from kandas_desktop.ui.attempt import attempt
from kandas_desktop.ui.rooms.questions import BedNameQuestion, retires_room
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


def add_bed(workplace: Workplace, room_id: int) -> None:
    """Put one more bed into a room."""
    attempt(
        workplace,
        lambda: rooms.add_bed(workplace.desk, room_id),
        done=lambda: _("A bed is added."),
    )


def rename_bed(workplace: Workplace, parent: QWidget | None, bed: Bed) -> None:
    """Ask for a bed's other number, and give it."""
    name = BedNameQuestion.ask(parent, bed)
    if name is not None and name != bed.name:
        attempt_act(
            workplace,
            lambda: rooms.rename_bed(workplace.desk, bed.id, name=name),
            done=_("Bed {label} has another number.").format(label=bed.label),
        )


def retire_bed(workplace: Workplace, bed: Bed) -> None:
    """Take a bed out of the house for good."""
    attempt_act(
        workplace,
        lambda: rooms.retire_bed(workplace.desk, bed.id),
        done=_("Bed {label} is retired.").format(label=bed.label),
    )


def retire_room(workplace: Workplace, parent: QWidget | None, room: Room) -> None:
    """Ask whether a room is to go with its beds, and take it out of the house for good."""
    if retires_room(parent, room):
        attempt_act(
            workplace,
            lambda: rooms.retire_room(workplace.desk, room.id),
            done=_("Room {name} is retired.").format(name=room.name),
        )
