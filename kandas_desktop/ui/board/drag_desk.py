"""Leads a drag from any list or view to a bed: what it moves, what it may not, and the drop."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from kandas_desktop.ui.board.bed_view import BedView
from kandas_desktop.ui.board.dragging import DragNote, DragWatch
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.move_part import why_not
from kandas_desktop.ui.board.move_session import MoveSession
from kandas_desktop.words import _

_SCROLL_EVERY = 40  # milliseconds


class DragDesk(QObject):
    """Connects the drags of a page with its one move session."""

    def __init__(
        self,
        page: QWidget,
        session: MoveSession,
        view: Callable[[], BedView | None],
        names: Callable[[], Names],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._view = view
        self._names = names
        self._say = say
        self._watches: list[DragWatch] = []
        self._point = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self.scroll_on)
        self.note = DragNote(page)

    @property
    def is_on(self) -> bool:
        """Whether something is being dragged."""
        return any(watch.is_on for watch in self._watches)

    def watch(self, watch: DragWatch, begin: Callable[[int], None]) -> None:
        """Follow the drags of one list or view; ``begin`` takes hold of whom it names."""
        self._watches.append(watch)
        watch.begun.connect(lambda subject_id, _point: begin(subject_id))
        watch.moved.connect(self._move)
        watch.dropped.connect(self._drop)
        watch.cancelled.connect(self._cancel)

    def set_allowed(self, allowed: bool) -> None:
        """Whether anything may be dragged; keys and menus go on."""
        for watch in self._watches:
            watch.is_allowed = allowed

    def cancel(self) -> bool:
        """Take a drag back; whether there was one."""
        cancelled = [watch.cancel() for watch in self._watches]
        return any(cancelled)

    def _move(self, point: QPoint) -> None:
        view, session = self._view(), self._session
        if view is None or session.party is None:
            return
        self._point = point
        if not view.is_near_edge(point):
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        bed_id = view.bed_at(point)
        session.point_at(bed_id)
        first = session.party.first
        plans = session.plans(bed_id) if bed_id is not None else []
        refused = bool(plans) and bool(plans[0].obstacles)
        words = ""
        if refused:
            words = why_not(plans[0])
        elif plans:
            after = next(step.after for step in plans[0].steps)
            swap = _("swap") if plans[0].is_swap else ""
            words = " · ".join(part for part in (f"→ {after}", swap) if part)
        who = self._names().holder(first)
        self.note.say(who, words, is_refused=refused)
        self.note.follow(self._page.mapFromGlobal(point))

    def scroll_on(self) -> None:
        """Scroll a little further while the pointer rests at an edge, and mean the bed that comes there."""
        view = self._view()
        if view is None or not self.is_on or not view.scroll_near(self._point):
            self._scrolling.stop()
        else:
            self._move(self._point)

    def _drop(self, point: QPoint) -> None:
        self._scrolling.stop()
        self.note.hide()
        view = self._view()
        bed_id = view.bed_at(point) if view is not None else None
        if bed_id is None and self._session.is_on:
            self._say(_("Nobody was moved: let go over a bed."))
        if bed_id is None or not self._session.is_on or not self._session.choose(bed_id):
            self._session.cancel()

    def _cancel(self) -> None:
        self._scrolling.stop()
        self.note.hide()
        self._session.cancel()
