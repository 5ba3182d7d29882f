"""The upper part of the side panel: the chosen bed, whoever has it, what is due, and the one next step."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.queries.board_household import HolderDetail
from kandas_desktop.ui.bed_looks import STATE_FAMILIES, STATE_ICONS, room_words, state_title
from kandas_desktop.ui.board.bed_words import empty_words, referral_line
from kandas_desktop.ui.board.due_card import DueCard
from kandas_desktop.ui.board.family_part import FamilyPart
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.panel_sizes import inner_width, panel_width
from kandas_desktop.ui.board.plain_scroll import PlainScroll
from kandas_desktop.ui.board.steps import STEP_LOOKS, Offer, Offers, Step
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.frame import Banner
from kandas_desktop.ui.kit.icons import icon
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.line_panel import stops_in
from kandas_desktop.words import _, ngettext


class BedPart(QWidget):
    """``asked(step)`` when something is to be done; ``people()`` are those ticked of the family."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers = Offers(None, (), ())
        self.ticks: dict[int, TickBox] = {}
        self.main: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = PlainScroll()
        self._column.addWidget(self._scroll, 1)
        self._content: QWidget | None = None
        self._foot: QWidget | None = None

    def people(self) -> tuple[int, ...]:
        """Who of the family is ticked, by their rows on the referral."""
        return tuple(person for person, tick in self.ticks.items() if tick.isChecked())

    def take_main(self) -> None:
        """What Enter does: the filled step, or why it cannot be taken."""
        if self.main is not None:
            self.main.trigger()

    def show_bed(
        self, view: BoardView, tile: Tile, detail: HolderDetail | None, found: Offers, names: Names
    ) -> None:
        """Show a bed as it was read now."""
        kept = {person: tick.isChecked() for person, tick in self.ticks.items()}
        self.offers, self.ticks, self.main = found, {}, None
        inset = 14 if theme().is_compact else 16
        content, foot = QWidget(), QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(inset, 10, inset, 4)
        column.setSpacing(0)
        column.addLayout(self._head(tile))
        column.addSpacing(2)
        if detail is None:
            self._add_empty(column, view, tile)
        else:
            self._add_holder(column, tile, detail, names)
            column.addSpacing(6)
            family = FamilyPart(view, detail, names, kept)
            self.ticks = family.ticks
            for tick in self.ticks.values():
                tick.toggled.connect(self._follow_ticks)
            column.addWidget(family)
        column.addStretch(1)
        actions = QVBoxLayout(foot)
        actions.setContentsMargins(inset, 4, inset, 12)
        actions.setSpacing(0)
        self._add_actions(actions)
        self._put(content, foot)

    @property
    def wanted_height(self) -> int:
        """How high the part is with everything in it seen."""
        if self._content is None or self._foot is None:
            return 0
        content = self._content
        upper = max(content.sizeHint().height(), content.heightForWidth(panel_width() - 1))
        return upper + self._foot.sizeHint().height()

    def fit_bar(self) -> None:
        """Show the scroll bar only where the height that there is now asks for it."""
        self._scroll.fit_bar()

    def _put(self, content: QWidget, foot: QWidget) -> None:
        if self._foot is not None:
            self._foot.hide()
            self._foot.deleteLater()
        content.setAutoFillBackground(False)
        self._scroll.setWidget(content)  # takes the one before away
        content.setAutoFillBackground(False)
        self._content, self._foot = content, foot
        self._column.addWidget(foot)
        content.show()
        foot.show()  # at once: the layout would show it after the next paint
        # From the bed to its next step, then to what stands above it; the cross comes last.
        stops = sorted((*stops_in(foot), *stops_in(content)), key=lambda stop: stop is self._close)
        for before, after in pairwise((self, *stops)):
            self.setTabOrder(before, after)

    def fill_menu(self, menu: QMenu, offered: Sequence[Offer]) -> None:
        """Put steps into a menu, each with its reason where it cannot be taken."""
        menu.setToolTipsVisible(True)
        for offer in offered:
            look = STEP_LOOKS[offer.step]
            words = f"{look.words()}\t{look.keys}" if look.keys else look.words()
            action = menu.addAction(icon(look.icon, 16, theme().palette.text2), words)
            action.setEnabled(not offer.reason)
            action.setToolTip(offer.reason)
            action.triggered.connect(lambda _on=False, step=offer.step: self.asked.emit(step))

    def _head(self, tile: Tile) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(tile.bed.label, role="panel_title"))
        chip = Chip(state_title(tile.state), family=STATE_FAMILIES[tile.state], icon=STATE_ICONS[tile.state])
        row.addWidget(chip)
        row.addStretch(1)
        self._close = IconButton("x", _("Close"), size=28)
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close)
        return row

    def _add_holder(self, column: QVBoxLayout, tile: Tile, detail: HolderDetail, names: Names) -> None:
        column.addWidget(Label(names.full(detail.holder), bold=True, wrap=True))
        column.addWidget(Label(referral_line(detail), role="second", ink="text2", wrap=True))
        if tile.bed.outage is not None:
            column.addSpacing(6)
            title, text = empty_words(tile)
            column.addWidget(Banner(title, text, family="grey", icon="wrench"))
        column.addSpacing(9)
        column.addWidget(DueCard(tile, detail))

    def _add_empty(self, column: QVBoxLayout, view: BoardView, tile: Tile) -> None:
        title, text = empty_words(tile)
        column.addWidget(Label(title, bold=True, wrap=True))
        if text:
            column.addWidget(Label(text, role="second", ink="text2", wrap=True))
        room = view.house.room_of(tile.bed.id)
        if room is not None:
            words = _("{room}, floor {floor}").format(room=room_words(room.kind), floor=room.floor)
            column.addWidget(Label(words, role="second", ink="text2", wrap=True))

    def _add_actions(self, column: QVBoxLayout) -> None:
        main, beside, more = self.offers
        if main is not None:
            self.main = self._button(main, role_big=True)
            column.addWidget(self.main)
            if main.reason:
                reason = Label(main.reason, role="second", ink="text2", wrap=True)
                reason.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addSpacing(4)
                column.addWidget(reason)
            column.addSpacing(8)
        buttons = [self._button(offer) for offer in beside]
        if not _leave_icons_out(buttons, has_more=bool(more)):
            # Words that have no room beside others stand above them.
            column.addWidget(buttons.pop(0))
            column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button, 1)
        if not beside:
            row.addStretch(1)
        if more:
            self._more = IconButton("ellipsis", _("More actions"), framed=True)
            self._more.clicked.connect(self._open_menu)
            row.addWidget(self._more)
        column.addLayout(row)

    def _button(self, offer: Offer, *, role_big: bool = False) -> Button:
        look = STEP_LOOKS[offer.step]
        words = look.words()
        if offer.step is Step.MOVE_IN:
            words = self._coming_words()
        elif offer.step is Step.LAPSE and role_big:
            words = _("Confirm the lapse…")
        keys = "Enter" if role_big and not theme().is_compact else ""
        button = Button(words, icon=look.icon, keys=keys, role="big" if role_big else "plain")
        if role_big:
            button.set_height(40)
            if button.sizeHint().width() > inner_width():
                button.set_keys("")
        button.set_blocked(offer.reason)
        button.clicked.connect(lambda: self.asked.emit(offer.step))
        return button

    def _coming_words(self) -> str:
        """«3 адамды орналастыру…»: how many are ticked of those who may move in now."""
        count = len(self.people())
        if not count:
            return STEP_LOOKS[Step.MOVE_IN].words()
        return ngettext("Move {count} person in…", "Move {count} people in…", count)

    def _follow_ticks(self) -> None:
        main = self.offers.main
        if self.main is not None and main is not None and main.step is Step.MOVE_IN:
            self.main.set_words(self._coming_words())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu, self.offers.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        at = QPoint(self._more.width() - menu.sizeHint().width(), self._more.height() + 4)
        menu.popup(self._more.mapToGlobal(at))


def _leave_icons_out(buttons: Sequence[Button], *, has_more: bool) -> bool:
    """Words need their room before icons do; whether they all have it side by side."""
    room = inner_width() - (40 if has_more else 0) + 8
    if sum(button.sizeHint().width() + 8 for button in buttons) > room:
        for button in buttons:
            button.set_icon(None)
    return len(buttons) < 2 or sum(button.sizeHint().width() + 8 for button in buttons) <= room
