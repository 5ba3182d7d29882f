"""The menus of the board: what may be done with a bed or a referral, and how the board is shown."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.board import WaitingReferral
from kandas_desktop.ui.board.bed_view import BedView
from kandas_desktop.ui.board.list_columns import COLUMNS
from kandas_desktop.ui.board.list_view import BedList
from kandas_desktop.ui.places import Place
from kandas_desktop.words import _


@runtime_checkable
class HasFloors(Protocol):
    """A view whose floors can be folded."""

    def fold_floor(self, floor: int, *, is_folded: bool) -> None:
        """Fold or unfold one floor."""

    def unfold(self) -> None:
        """Unfold every floor."""


def add_view_entries(menu: QMenu, view: BedView, floor: int | None) -> None:
    """What can be done with the view itself: its order, or its floors."""
    if isinstance(view, BedList):
        add_list_entries(menu, view)
    elif isinstance(view, HasFloors) and floor is not None:
        add_floor_entries(menu, view, floor)


def add_floor_entries(menu: QMenu, view: HasFloors, floor: int) -> None:
    """Fold the floor of a bed, or unfold all of them."""
    menu.addSeparator()
    fold_words, unfold_words = _("Fold the floor"), _("Unfold all floors")
    fold = menu.addAction(f"{fold_words}\t-")
    fold.triggered.connect(lambda: view.fold_floor(floor, is_folded=True))
    unfold = menu.addAction(f"{unfold_words}\t+")
    unfold.triggered.connect(view.unfold)


def add_list_entries(menu: QMenu, beds: BedList) -> None:
    """Sort by any column, as a click on its title does."""
    menu.addSeparator()
    sort = menu.addMenu(_("Sort by"))
    for column in COLUMNS:
        action = sort.addAction(column.title())
        action.setCheckable(True)
        action.setChecked(beds.order[0] == column.name)
        action.triggered.connect(lambda _on=False, name=column.name: beds.sort_by(name))


def waiting_menu(
    parent: QWidget,
    referral: WaitingReferral,
    *,
    seek: Callable[[], None] | None,
    lead: Callable[[str, int], None],
) -> QMenu:
    """Seek beds for those who wait to move in, where that may be, or lead to their application and paper."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if seek is not None:
        menu.addAction(_("Choose beds…"), seek)
    for words, place, subject_id in (
        (_("Open the application"), Place.APPLICATION, referral.application_id),
        (_("Open the referral"), Place.REFERRAL_PAPER, referral.id),
    ):
        menu.addAction(words, partial(lead, place, subject_id))
    return menu


def add_rooms_entry(menu: QMenu, asked: Callable[[], None]) -> None:
    """Lead to the page on which rooms and beds are entered."""
    menu.addAction(_("Rooms…")).triggered.connect(asked)


def add_dragging_entry(menu: QMenu, *, is_on: bool, turn: Callable[[bool], None]) -> None:
    """Switch dragging on or off for this computer."""
    menu.addSeparator()
    action = menu.addAction(_("Drag with the mouse"))
    action.setCheckable(True)
    action.setChecked(is_on)
    action.toggled.connect(turn)
