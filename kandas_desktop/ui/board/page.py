"""The bed board: the house at a glance as tiles or as a list, what is due, one next step for each bed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.board import BoardView
from kandas_desktop.queries.office import office_set_up_on
from kandas_desktop.ui.bed_looks import beds_words, floors_words, rooms_words
from kandas_desktop.ui.board.board_desk import BoardDesk
from kandas_desktop.ui.board.filters import Filter
from kandas_desktop.ui.board.foot_keys import foot_keys
from kandas_desktop.ui.board.frame import BoardFrame
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.menus import waiting_menu
from kandas_desktop.ui.board.tape.desk import TapeDesk
from kandas_desktop.ui.clock_warning import warn_of_clock
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.nothing_for_keys import nothing_to_print
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


class BoardPage(Page):
    """Three views of one house; a bed is chosen, moved and settled by mouse, keys and menu alike."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.frame = BoardFrame(lambda: self.today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.desk = BoardDesk(workplace, self.frame, self)
        self.tape = TapeDesk(workplace, self.frame, self.desk)
        self._remember()
        self._connect_views()
        self._connect_parts()
        self.setFocusProxy(self.frame.view)
        self.answer_keys(
            (
                ("Ctrl+F", self.focus_search),
                ("F6", lambda: self._change(self.desk.begin_move)),
                ("Ctrl+PgDown", lambda: self._step_views(1)),
                ("Ctrl+PgUp", lambda: self._step_views(-1)),
                ("Ctrl+Enter", lambda: self._change(self.desk.act)),
            )
        )
        self.say_on_keys(nothing_to_print())
        self._keys_told = self.keys()

    def reload(self) -> None:
        self.desk.read()
        view = self.desk.view
        self.frame.head.show_counts(_counts(view) if view.floors else ())
        self.frame.head.days.set_day(view.on)
        self.frame.set_empty(not view.floors)
        self._tell_keys()
        warn_of_clock(self.workplace)

    def keys(self) -> Sequence[KeyHint]:
        return foot_keys(self.frame, self.desk)

    def go_to(self, place: str, subject_id: int) -> None:
        """Choose a bed on the board of today, or seek another one for a resident."""
        if self.desk.day is not None:
            self.show_day(self.today)
        self._freshen()
        if place == Place.BED and subject_id in self.desk.view.tiles:
            self.frame.counters.set_filters(())
            self.frame.head.search.clear()
            self.frame.view.choose(subject_id)
        self.frame.view.setFocus()
        if place == Place.MOVE:
            self.frame.counters.set_filters(())
            self.frame.head.search.clear()
            self.desk.moves.begin_resident(subject_id)

    def set_names_hidden(self, hidden: bool) -> None:
        self.desk.names = Names(hidden)
        for view in self.frame.views.values():
            view.set_names(self.desk.names)
        self.frame.panel.set_names(self.desk.names)
        if not self._is_stale:
            self.desk.show()

    def set_compact(self, compact: bool) -> None:
        self.frame.head.set_compact(compact)
        if not self._is_stale:
            self.desk.show()

    def focus_search(self) -> None:
        """Go to the search field, with what stands in it selected."""
        search = self.frame.head.search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def show_as(self, name: str) -> None:
        """Show the house as tiles, as a list or as a tape chart, and remember it."""
        self.desk.moves.session.cancel()
        self.frame.show_as(name)
        if name == "tape" and self.desk.day is not None:
            self.show_day(self.today)  # the chart shows the days gone by themselves
        self.workplace.settings.board_view = self.frame.shown
        self.setFocusProxy(self.frame.view)
        self._tell_keys()
        self.desk.show()
        if self.desk.chosen is not None:
            self.frame.view.bring_into_sight(self.desk.chosen)

    def _step_views(self, by: int) -> None:
        names = list(self.frame.views)
        self.show_as(names[(names.index(self.frame.shown) + by) % len(names)])
        self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(self, day: date) -> None:
        """Show the house as it was at the end of a day, read-only; as it is now for today."""
        self.desk.day = None if day >= self.today else day
        self.frame.past.words.setText(_("As of {day}: nothing can be changed here.").format(day=digits(day)))
        self.frame.past.setVisible(self.desk.is_read_only)
        self.reload()
        self.desk.fit_dragging()
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Let the foot strip say what the keys do now, where that is something else than before."""
        if self.keys() != self._keys_told:
            self._keys_told = self.keys()
            self.keys_changed.emit()

    def _change(self, do: Callable[[], object]) -> None:
        """Do something, or say that nothing is changed as of another day."""
        if self.desk.is_read_only:
            self.workplace.notices.note(self.frame.past.words.text())
        else:
            do()

    def _remember(self) -> None:
        """Take up what this computer was left with."""
        settings, frame = self.workplace.settings, self.frame
        known = {filter_.value: filter_ for filter_ in Filter}
        frame.counters.set_filters([known[name] for name in settings.board_filters if name in known])
        frame.tiles.set_folded(settings.board_folded)
        column, falling = settings.board_order
        frame.list.set_order(column, falling=falling)
        frame.show_as(settings.board_view)
        frame.head.days.set_first(office_set_up_on() or date.min)
        self.desk.moves.drags.set_allowed(settings.board_dragging)

    def _connect_views(self) -> None:
        desk, frame, settings = self.desk, self.frame, self.workplace.settings
        for view in frame.views.values():
            view.chosen.connect(desk.choose)
            view.clicked.connect(desk.click)
            view.acted.connect(lambda: self._change(desk.act))
            view.menu_asked.connect(desk.open_menu)
            desk.moves.drags.watch(view.drag, desk.moves.begin_drag)
        frame.tiles.folded.connect(lambda floors: setattr(settings, "board_folded", floors))
        frame.list.sorted_by.connect(
            lambda column, falling: setattr(settings, "board_order", (column, falling))
        )
        waiting = frame.panel.waiting
        desk.moves.drags.watch(waiting.drag, desk.moves.begin_waiting)
        waiting.acted.connect(desk.moves.take_waiting)
        frame.panel.waiting_menu_asked.connect(self._open_waiting_menu)
        desk.fit_dragging()

    def _connect_parts(self) -> None:
        desk, frame = self.desk, self.frame
        desk.acts.leads_to.connect(self.leads_to)
        frame.head.searched.connect(desk.search)
        frame.head.search.beds_asked.connect(desk.go_to_found)
        frame.head.day_chosen.connect(self.show_day)
        frame.head.days.refused.connect(self.workplace.notices.note)
        frame.head.view_chosen.connect(self.show_as)
        frame.head.rooms_asked.connect(lambda: self.leads_to.emit(Place.ROOMS, 0))
        frame.counters.filters_changed.connect(self._filter)
        frame.counters.reserve_asked.connect(lambda: self.leads_to.emit(Place.RESERVE, 0))
        frame.past.pressed.connect(lambda: self.show_day(self.today))
        frame.bedless.pressed.connect(desk.moves.begin_bedless)
        frame.empty.pressed.connect(lambda: self.leads_to.emit(Place.ROOMS, 0))
        for turn in (
            desk.moves.session.changed,
            frame.tape.opened,
            frame.tape.closed,
            frame.panel.bed.closed,
        ):
            turn.connect(self._tell_keys)
        frame.panel.bed.asked.connect(desk.take)
        frame.panel.bed.closed.connect(desk.unchoose)
        frame.panel.move_part.confirmed.connect(desk.moves.confirm)
        frame.panel.move_part.cancelled.connect(desk.cancel)
        frame.panel.move_part.scope_chosen.connect(desk.moves.session.set_scope)

    def _filter(self, filters: frozenset[Filter]) -> None:
        self.workplace.settings.board_filters = tuple(sorted(filter_.value for filter_ in filters))
        self.desk.look()

    def _open_waiting_menu(self, referral_id: int, at: QPoint) -> None:
        referral = next(each for each in self.desk.view.waiting if each.id == referral_id)
        seek = None if self.desk.is_read_only else lambda: self.desk.moves.begin_waiting(referral_id)
        waiting_menu(self, referral, seek=seek, lead=self.leads_to.emit).popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and self.desk.is_read_only:
            self.show_day(self.today)
            self.frame.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not is_escape or not self.desk.cancel():
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        # Whoever comes back would wonder why nearly every bed stands back.
        self.frame.head.search.clear()
        super().hideEvent(event)


def _counts(view: BoardView) -> tuple[str, ...]:
    """«3 қабат», «24 бөлме», «90 төсек»."""
    floors = floors_words(len(view.floors))
    rooms = rooms_words(sum(len(floor.rooms) for floor in view.floors))
    return floors, rooms, beds_words(view.counts.in_all)
