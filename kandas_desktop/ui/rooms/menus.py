"""The menu of a room in the list: what its panel offers for the room and for each of its beds."""

from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.rules.rooms import Room
from kandas_desktop.ui.rooms.room_panel import RoomPanel
from kandas_desktop.words import _


def room_menu(parent: QWidget, room: Room, panel: RoomPanel) -> QMenu:
    """Ask for what the panel's buttons ask for."""
    menu = QMenu(parent)
    change = _("Change the room")
    menu.addAction(f"{change}\tEnter", panel.begin)
    menu.addAction(_("Add a bed"), lambda: panel.bed_asked.emit(room.id))
    menu.addSeparator()
    for bed in room.beds:
        of_bed = menu.addMenu(bed.label)
        for words, asked in (
            (_("Show bed {label} on the board"), panel.board_asked),
            (_("Give bed {label} another number"), panel.renaming_asked),
            (_("Retire bed {label}"), panel.retiring_bed_asked),
        ):
            ask = of_bed.addAction(words.format(label=bed.label))
            ask.triggered.connect(lambda _on=False, to=asked, bed_id=bed.id: to.emit(bed_id))
    menu.addSeparator()
    menu.addAction(_("Retire the room…"), lambda: panel.retiring_asked.emit(room.id))
    return menu
