"""The page of rooms and beds: where they are added, renumbered and retired."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.rooms import RoomRequest, add_rooms, change_room
from kandas_desktop.errors import Trouble
from kandas_desktop.queries.rooms import rooms
from kandas_desktop.rules.rooms import Bed, Room, RoomKind
from kandas_desktop.ui.bed_looks import beds_words, floors_words, rooms_words
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.fields import all_fit
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import EmptyState, PageHead, Rule
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.nothing_for_keys import nothing_to_print, nothing_to_search
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.ui.rooms import acts
from kandas_desktop.ui.rooms.adding import AddingPanel
from kandas_desktop.ui.rooms.menus import room_menu
from kandas_desktop.ui.rooms.room_panel import RoomPanel
from kandas_desktop.ui.rooms.view import RoomsView
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, ngettext


class RoomsPage(Page):
    """The rooms at the left; at the right the one that is looked at, or those to be added."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._rooms: tuple[Room, ...] = ()
        self.view = RoomsView()
        self.panel = RoomPanel()
        self.adding = AddingPanel()
        self.empty = EmptyState("bed", _("No rooms are written down yet."), _("Add rooms"))
        self.add_button = Button(_("Add rooms"), icon="plus", role="tinted")
        self._lay_out()
        self._connect()

    # --- what is shown

    def reload(self) -> None:
        self._rooms = rooms(self.today)
        beds = sum(len(room.beds) for room in self._rooms)
        counts = (
            floors_words(len({room.floor for room in self._rooms})),
            rooms_words(len(self._rooms)),
            beds_words(beds),
        )
        self._head.set_subtitle(" · ".join(counts) if self._rooms else "")
        self.view.show_rooms(self._rooms)
        self._left.setCurrentWidget(self.view if self._rooms else self.empty)
        self._show_room()

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("↑ ↓", _("room by room")),
            KeyHint("Enter", _("to the room's fields")),
            KeyHint("Ctrl+Enter", _("save")),
            KeyHint("Esc", _("back")),
            KeyHint("F1", _("all keys")),
        )

    def set_compact(self, compact: bool) -> None:
        for panel in (self.panel, self.adding):
            panel.set_compact(compact)
        self._right.setFixedWidth(self.panel.width())

    def go_to(self, place: str, subject_id: int) -> None:
        self._freshen()
        if self._rooms:
            self.view.setFocus()
        else:
            self.begin_adding()

    # --- what is done

    def begin_adding(self) -> None:
        """Open the fields for new rooms, on from the last one."""
        last = self._rooms[-1] if self._rooms else None
        self._right.setCurrentWidget(self.adding)
        self._right.show()
        following = str(int(last.name) + 1) if last is not None and last.name.isdecimal() else ""
        self.adding.begin(floor=last.floor if last else 1, first=following or ("" if last else "101"))

    def _begin_changing(self) -> None:
        self._show_room()
        self.panel.begin()

    def _open_menu(self, where: QPoint) -> None:
        room = self._room(self.view.room_id)
        if room is not None:
            self._show_room()
            menu = room_menu(self, room, self.panel)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(where)

    def stop_adding(self) -> None:
        """Back to the room that is looked at."""
        self._show_room()
        (self.view if self._rooms else self.add_button).setFocus()

    def _add(self, requests: list[RoomRequest]) -> None:
        try:
            add_rooms(self.workplace.desk, requests)
        except Refused as refused:
            self.adding.say_taken(f"{obstacle_sentence(refused.obstacles[0], self.today)}.")
        except Trouble as trouble:
            self.workplace.notices.fault(trouble.text)
        else:
            self.workplace.notices.done(
                ngettext("{count} room is added.", "{count} rooms are added.", len(requests))
            )
            self.begin_adding()

    def _change(self, room_id: int) -> None:
        panel = self.panel
        if not (all_fit(panel) and may_be_printed(panel.name)):
            return
        name, floor = panel.name.control.value(), panel.floor.control.number()
        kind = RoomKind(panel.kind.control.choice() or RoomKind.FAMILY)
        try:
            change_room(self.workplace.desk, room_id, floor=floor, name=name, kind=kind)
        except Refused as refused:
            panel.say_wrong(f"{obstacle_sentence(refused.obstacles[0], self.today)}.")
        except Trouble as trouble:
            self.workplace.notices.fault(trouble.text)
        else:
            self.workplace.notices.done(_("Room {name} is saved.").format(name=name))

    def _rename_bed(self, bed_id: int) -> None:
        bed = self._bed(bed_id)
        if bed is not None:
            acts.rename_bed(self.workplace, self, bed)

    def _retire_bed(self, bed_id: int) -> None:
        bed = self._bed(bed_id)
        if bed is not None:
            acts.retire_bed(self.workplace, bed)

    def _retire_room(self, room_id: int) -> None:
        room = self._room(room_id)
        if room is not None:
            acts.retire_room(self.workplace, self, room)

    # --- inside

    def _bed(self, bed_id: int) -> Bed | None:
        return next((bed for room in self._rooms for bed in room.beds if bed.id == bed_id), None)

    def _room(self, room_id: int | None) -> Room | None:
        return next((room for room in self._rooms if room.id == room_id), None)

    def _show_room(self) -> None:
        room = self._room(self.view.room_id)
        if self._right.currentWidget() is self.adding and self._right.isVisibleTo(self) and room is None:
            return
        if room is not None:
            self.panel.show_room(room)
            self._right.setCurrentWidget(self.panel)
        self._right.setVisible(room is not None)

    def _lay_out(self) -> None:
        self._head = PageHead(_("Rooms and beds"))
        self._head.add(self.add_button)
        self._left = QStackedWidget()
        self._left.addWidget(self.view)
        self._left.addWidget(self.empty)
        self._right = QStackedWidget()
        self._right.addWidget(self.panel)
        self._right.addWidget(self.adding)
        self.set_compact(theme().is_compact)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._left, 1)
        across.addWidget(self._right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(Rule())
        whole.addLayout(across, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda room_id: self._show_room())
        self.view.opened.connect(self._begin_changing)
        self.view.menu_asked.connect(self._open_menu)
        self.add_button.clicked.connect(self.begin_adding)
        self.empty.pressed.connect(self.begin_adding)
        self.adding.asked.connect(self._add)
        self.adding.closed.connect(self.stop_adding)
        self.panel.change_asked.connect(self._change)
        self.panel.bed_asked.connect(lambda room_id: acts.add_bed(self.workplace, room_id))
        self.panel.renaming_asked.connect(self._rename_bed)
        self.panel.retiring_bed_asked.connect(self._retire_bed)
        self.panel.retiring_asked.connect(self._retire_room)
        self.panel.board_asked.connect(lambda bed_id: self.leads_to.emit(Place.BED, bed_id))
        self.answer_keys(
            (
                ("Ctrl+Enter", self._take_main_action),
                ("Esc", self._go_back),
            )
        )
        self.say_on_keys(nothing_to_search(), nothing_to_print())

    def _take_main_action(self) -> None:
        if self._right.currentWidget() is self.adding:
            self.adding.ask()
        else:
            self.panel.save_button.trigger()

    def _go_back(self) -> None:
        if self._right.currentWidget() is self.adding and self._rooms:
            self.stop_adding()
        elif self.panel.isAncestorOf(self.window().focusWidget() or self):
            self.view.setFocus()
        else:
            self.leads_to.emit(Place.BED, 0)
