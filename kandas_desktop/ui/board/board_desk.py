"""The board at work: the house as it was read, the chosen bed, what stands out, and the move under way."""

from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.board import BoardView, Tile, board_view
from kandas_desktop.queries.board_household import HolderDetail, holder_detail
from kandas_desktop.ui.board.acts import BoardActs
from kandas_desktop.ui.board.bed_view import Sight
from kandas_desktop.ui.board.drag_desk import DragDesk
from kandas_desktop.ui.board.filters import Filter, Finder, matches
from kandas_desktop.ui.board.frame import BoardFrame
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.menus import add_dragging_entry, add_list_entries, add_tiles_entries
from kandas_desktop.ui.board.move_part import why_not
from kandas_desktop.ui.board.move_session import MoveSession
from kandas_desktop.ui.board.moving import Scope, party_of_holder, party_of_referral
from kandas_desktop.ui.board.steps import Step, offers
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
        self.settling: int | None = None
        """The free bed for which somebody who waits is being chosen."""
        self.session = MoveSession(self)
        self.acts = BoardActs(workplace, page)
        self.drags = DragDesk(page, self.session, lambda: self.frame.view, lambda: self.names)
        self._view: BoardView | None = None
        self._detail: HolderDetail | None = None
        self._finder: Finder | None = None
        self._found: frozenset[int] | None = None
        self.session.changed.connect(self._follow_session)

    @property
    def view(self) -> BoardView:
        """The house as it was read; once the page is shown there is one."""
        assert self._view is not None
        return self._view

    @property
    def is_read_only(self) -> bool:
        return self.day is not None

    @property
    def filters(self) -> frozenset[Filter]:
        return self.frame.counters.filters

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
        self.session.end()
        if self.chosen not in self._view.tiles:
            self.chosen = None
        self.settling = self.settling if self.settling == self.chosen else None
        self.show()

    def show(self) -> None:
        """Show what was read in the view that is seen, the counters and the panel."""
        frame, view = self.frame, self.view
        self.search(frame.head.search.value(), is_shown=False)
        frame.view.show_view(view)
        frame.counters.show_view(view)
        frame.bedless.show_people(view.house.without_bed, self.names)
        frame.panel.show_waiting(view, is_read_only=self.is_read_only)
        self.show_chosen()

    def search(self, typed: str, *, is_shown: bool = True) -> None:
        """Let stand out what was typed; the others stand back."""
        self._found = self._finder.found(typed) if self._finder else None
        if is_shown:
            self.look()

    def look(self) -> None:
        """Show anew what is chosen and what stands back."""
        session = self.session
        self.frame.view.set_sight(
            Sight(
                chosen=self.chosen,
                target=session.target,
                moving=session.moving_beds,
                is_faded=self._is_refused if session.is_seeking else self._stands_back,
            )
        )

    def show_chosen(self) -> None:
        """Show the chosen bed in the panel, and on the board."""
        panel, tile = self.frame.panel, self.tile
        self._detail = None
        if tile is None:
            panel.show_nothing()
        else:
            if tile.holder is not None:
                self._detail = holder_detail(self.workplace.desk.database, tile.holder, self.view.on)
            found = offers(self.view, tile, self._detail, is_read_only=self.is_read_only)
            panel.show_bed(self.view, tile, self._detail, found, self.names)
        holder = tile.holder if tile else None
        panel.waiting.set_current(holder.referral_id if holder and holder.stay_id is None else None)
        self.look()

    def _stands_back(self, tile: Tile) -> bool:
        is_found = self._found is None or tile.bed.id in self._found
        return not (is_found and matches(tile, self.filters))

    def _is_refused(self, tile: Tile) -> bool:
        return self.session.is_refused(tile)

    # --- choosing and doing

    def choose(self, bed_id: int) -> None:
        """A bed was chosen by an arrow or a click; while somebody is moved, it is meant as the target."""
        if self.session.is_seeking and not self.drags.is_on:
            self.session.point_at(bed_id)
            return
        self.session.cancel()
        if bed_id != self.chosen:
            self.settling = None
            self.chosen = bed_id
            self.show_chosen()

    def click(self, bed_id: int) -> None:
        """A click on a bed takes it as the target at once."""
        if self.session.is_seeking and not self.drags.is_on:
            self.act()

    def unchoose(self) -> None:
        """No bed is looked at any more."""
        self.chosen = self.settling = None
        self.show_chosen()

    def act(self) -> None:
        """Enter: confirm the move, take the target, or do the chosen bed's next step."""
        session = self.session
        if session.plan is not None:
            self.confirm()
        elif session.is_seeking:
            if session.target is not None and not session.choose(session.target):
                plans = session.plans(session.target)
                self.workplace.notices.note(f"{why_not(plans[0])}." if plans else "")
        elif self.tile is not None:
            self.frame.panel.bed.take_main()

    def take(self, step: Step) -> None:
        """Do a step of the chosen bed."""
        tile = self.tile
        if tile is None:
            return
        if step is Step.SETTLE:
            self.settle(tile.bed.id)
        elif step in (Step.MOVE, Step.MOVE_ONE):
            self.begin_move(Scope.PERSON if step is Step.MOVE_ONE else None)
        else:
            people = self.frame.panel.bed.people()
            self.acts.take(step, self.view, tile, self._detail, people=people, names=self.names)

    def settle(self, bed_id: int) -> None:
        """Let one of those who wait be chosen for a free bed; the only one is chosen already."""
        self.settling = bed_id
        waiting = self.frame.panel.waiting
        if len(waiting.referrals) == 1:
            self.take_waiting(waiting.referrals[0].id)
        else:
            waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_waiting(self, referral_id: int) -> None:
        """Enter on somebody who waits: into the free bed, to their own beds, or to any bed."""
        referral = next(each for each in self.view.waiting if each.id == referral_id)
        held = next((person.bed_id for person in referral.people if person.bed_id is not None), None)
        if self.settling is not None:
            bed_id, self.settling = self.settling, None
            self.session.begin(self.view, party_of_referral(self.view, referral))
            if not self.session.choose(bed_id):
                plans = self.session.plans(bed_id)
                self.session.cancel()
                if plans:
                    self.workplace.notices.note(f"{why_not(plans[0])}.")
        elif held is not None:
            self.frame.view.choose(held)
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin_waiting(referral_id)

    # --- moving

    def begin_move(self, scope: Scope | None = None) -> None:
        """Seek another bed for whoever has the chosen one."""
        tile = self.tile
        if tile is not None and tile.holder is not None and not self.is_read_only:
            self.session.begin(self.view, party_of_holder(self.view, tile.holder), scope=scope)
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_drag(self, bed_id: int) -> None:
        """A drag begins on a bed."""
        holder = self.view.tiles[bed_id].holder
        if holder is not None:
            self.session.begin(self.view, party_of_holder(self.view, holder))

    def begin_waiting(self, referral_id: int) -> None:
        """Seek beds for those of a referral."""
        referral = next(each for each in self.view.waiting if each.id == referral_id)
        self.session.begin(self.view, party_of_referral(self.view, referral))
        if not self.drags.is_on:
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_bedless(self) -> None:
        """Seek a bed for the first resident who has none."""
        holder = self.frame.bedless.first
        if holder is not None:
            self.session.begin(self.view, party_of_holder(self.view, holder), scope=Scope.PERSON)
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Do the move that was chosen."""
        plan = self.session.plan
        if plan is not None:
            if not self.acts.move(plan, self.names):
                self.session.cancel()
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> bool:
        """Esc: take back the drag, the move, the choice, the bed; whether there was anything."""
        if self.drags.cancel() or self.session.cancel():
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.settling is not None:
            self.settling = None
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.chosen is not None:
            self.unchoose()
            return True
        return False

    def _follow_session(self) -> None:
        if self._view is None:
            return
        if not self.session.is_on:
            self.show_chosen()
            return
        if not self.drags.is_on:
            self.frame.panel.show_move(self.session, self.names)
        self.look()

    # --- menus

    def fill_menu(self, menu: QMenu) -> None:
        """Everything that may be done with the chosen bed, and how the board is shown."""
        bed = self.frame.panel.bed
        bed.fill_menu(menu, bed.offers.all)
        room = self.view.house.room_of(self.chosen) if self.chosen is not None else None
        if self.frame.view is self.frame.list:
            add_list_entries(menu, self.frame.list)
        elif room is not None:
            add_tiles_entries(menu, self.frame.tiles, room.floor)
        add_dragging_entry(menu, is_on=self.workplace.settings.board_dragging, turn=self.allow_dragging)

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
        self.drags.set_allowed(self.workplace.settings.board_dragging and not self.is_read_only)
        if self._view is not None:
            self.frame.panel.show_waiting(self._view, is_read_only=self.is_read_only)
