"""The board at work: the house as it was read, the chosen bed, what stands out, and the move under way."""

from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.board import BoardView, Tile, board_view
from kandas_desktop.queries.board_household import HolderDetail, holder_detail
from kandas_desktop.ui.board.acts import BoardActs
from kandas_desktop.ui.board.bed_view import Sight
from kandas_desktop.ui.board.bed_words import empty_sentence
from kandas_desktop.ui.board.filters import Finder, standing_back
from kandas_desktop.ui.board.frame import BoardFrame
from kandas_desktop.ui.board.looks import Names, tool_tip
from kandas_desktop.ui.board.menus import add_dragging_entry, add_rooms_entry, add_view_entries
from kandas_desktop.ui.board.move_desk import MoveDesk
from kandas_desktop.ui.board.moving import Scope
from kandas_desktop.ui.board.steps import Step, offers
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace


class BoardDesk(QObject):
    """Everything that happens on the page; it reads once after each write, then paints from memory."""

    def __init__(self, workplace: Workplace, frame: BoardFrame, page: QWidget) -> None:
        super().__init__(page)
        self.workplace = workplace
        self.frame = frame
        self.names = Names()
        self.day: date | None = None
        """The day as of which the house is shown; ``None`` for today."""
        self.chosen: int | None = None
        self.acts = BoardActs(workplace, page)
        self.moves = MoveDesk(self.acts, frame, page, reading=lambda: self.view, names=lambda: self.names)
        self._view: BoardView | None = None
        self._detail: HolderDetail | None = None
        self._finder: Finder | None = None
        self._found: frozenset[int] | None = None
        self.moves.session.changed.connect(self._follow_moves)

    @property
    def view(self) -> BoardView:
        """The house as it was read; once the page is shown there is one."""
        assert self._view is not None
        return self._view

    @property
    def is_read_only(self) -> bool:
        return self.day is not None

    @property
    def tile(self) -> Tile | None:
        """The chosen bed."""
        return self.view.tiles.get(self.chosen) if self.chosen is not None else None

    # --- reading and showing

    def read(self) -> None:
        """Read the house afresh, and show it."""
        desk = self.workplace.desk
        self._view = board_view(desk.database, desk.today, day=self.day)
        self._finder, self._found = Finder(self._view), None
        self.moves.session.end()
        chosen = self.chosen if self.moves.arriving_at is None else self.moves.arriving_at
        self.chosen = chosen if chosen in self._view.tiles else None
        self.moves.keep_settling(self.chosen)
        self.show()

    def show(self) -> None:
        """Show what was read in the view that is seen, the counters and the panel."""
        frame, view = self.frame, self.view
        self.search(frame.head.search.value(), is_shown=False)
        frame.view.show_view(view)
        frame.counters.show_view(view)
        frame.bedless.show_people(view.house.without_bed, self.names)
        frame.panel.show_waiting(view, is_read_only=self.is_read_only)
        self._follow_moves()

    def search(self, typed: str, *, is_shown: bool = True) -> None:
        """Let stand out what was typed; the others stand back."""
        self._found = self._finder.found(typed) if self._finder else None
        if is_shown:
            self.look()
            if self._found:
                self.frame.view.bring_into_sight(next(bed for bed in self.view.tiles if bed in self._found))

    def go_to_found(self) -> None:
        """Leave the search for the beds: the first that was found is chosen, unless one of them is."""
        if self._found and self.chosen not in self._found:
            self.frame.view.choose(next(bed for bed in self.view.tiles if bed in self._found))
        self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Show anew what is chosen and what stands back."""
        session, frame = self.moves.session, self.frame
        faded = (
            session.is_refused if session.is_seeking else standing_back(self._found, frame.counters.filters)
        )
        moving = session.moving_beds
        frame.view.set_sight(Sight(chosen=self.chosen, target=session.target, moving=moving, is_faded=faded))

    def show_chosen(self) -> None:
        """Show the chosen bed in the panel, and on the board."""
        panel, tile = self.frame.panel, self.tile
        self._detail = None
        if tile is None:
            panel.show_nothing()
        else:
            if tile.holder is not None:
                database, is_past = self.workplace.desk.database, self.is_read_only
                self._detail = holder_detail(database, tile.holder, self.view.on, is_past=is_past)
            found = offers(self.view, tile, self._detail, is_read_only=self.is_read_only)
            panel.show_bed(self.view, tile, self._detail, found, self.names)
        self.frame.view.setAccessibleDescription(tool_tip(tile, self.names) if tile else "")
        holder = tile.holder if tile else None
        panel.waiting.set_current(holder.referral_id if holder and holder.stay_id is None else None)
        self.look()

    # --- choosing and doing

    def choose(self, bed_id: int) -> None:
        """A bed was chosen by an arrow or a click; while somebody is moved, it is meant as the target."""
        if self.moves.point_at(bed_id):
            return
        self.moves.session.cancel()
        if bed_id != self.chosen:
            self.chosen = bed_id
            self.moves.keep_settling(bed_id)
            self.show_chosen()

    def click(self, bed_id: int) -> None:
        """A click on a bed takes it as the target at once."""
        if self.moves.session.is_seeking and not self.moves.drags.is_on:
            self.act()

    def unchoose(self) -> None:
        """No bed is looked at any more."""
        self.chosen = None
        self.moves.keep_settling(None)
        self.show_chosen()

    def act(self) -> None:
        """Enter: confirm the move, take the target, or do the chosen bed's next step."""
        if not self.moves.act() and self.tile is not None:
            self.frame.panel.bed.take_main()

    def begin_move(self, scope: Scope | None = None) -> None:
        """Seek another bed for whoever has the chosen one, or say that nobody has it."""
        holder = self.tile.holder if self.tile else None
        if holder is not None and not self.is_read_only:
            self.moves.begin_holder(holder, scope)
        elif holder is None and self.tile is not None:
            self.acts.note(empty_sentence(self.tile))

    def take(self, step: Step) -> None:
        """Do a step of the chosen bed."""
        tile = self.tile
        if tile is None:
            return
        people = self.frame.panel.bed.people()
        # The button that was pressed may go: the keyboard would fall to the navigation.
        self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if step is Step.SETTLE:
            self.moves.settle(tile.bed.id)
        elif step in (Step.MOVE, Step.MOVE_ONE):
            self.begin_move(Scope.PERSON if step is Step.MOVE_ONE else None)
        else:
            self.acts.take(step, self.view, tile, self._detail, people=people, names=self.names)

    def cancel(self) -> bool:
        """Esc: take back the move, or let the bed go; whether there was anything."""
        if self.moves.cancel():
            return True
        if self.chosen is not None:
            self.unchoose()
            return True
        return False

    def _follow_moves(self) -> None:
        if self._view is None:
            return
        if not self.moves.session.is_on:
            self.show_chosen()
            return
        if not self.moves.drags.is_on:
            self.frame.panel.show_move(self.moves.session, self.names)
        self.look()

    # --- menus

    def fill_menu(self, menu: QMenu) -> None:
        """Everything that may be done with the chosen bed, and how the board is shown."""
        bed = self.frame.panel.bed
        bed.fill_menu(menu, bed.offers.all)
        room = self.view.house.room_of(self.chosen) if self.chosen is not None else None
        add_view_entries(menu, self.frame.view, room.floor if room else None)
        add_dragging_entry(menu, is_on=self.workplace.settings.board_dragging, turn=self.allow_dragging)
        add_rooms_entry(menu, lambda: self.acts.leads_to.emit(Place.ROOMS, 0))

    def open_menu(self, bed_id: int, at: QPoint) -> None:
        """Show the menu of a bed."""
        menu = QMenu(self.frame)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(at)

    def allow_dragging(self, allowed: bool) -> None:
        """Switch dragging on or off, and remember it."""
        self.workplace.settings.board_dragging = allowed
        self.fit_dragging()

    def fit_dragging(self) -> None:
        """Dragging goes on as this computer has it, and never as of another day."""
        self.moves.drags.set_allowed(self.workplace.settings.board_dragging and not self.is_read_only)
        if self._view is not None:
            self.frame.panel.show_waiting(self._view, is_read_only=self.is_read_only)
