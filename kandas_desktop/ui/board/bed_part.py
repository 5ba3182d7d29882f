"""The upper part of the side panel: the chosen bed, whoever has it, what is due, and the one next step."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.queries.board_household import HolderDetail, MemberRow
from kandas_desktop.ui.bed_looks import STATE_FAMILIES, STATE_ICONS, kind_words, state_title
from kandas_desktop.ui.board.bed_words import empty_words, referral_line
from kandas_desktop.ui.board.due_card import DueCard
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.plain_scroll import PlainScroll
from kandas_desktop.ui.board.steps import STEP_LOOKS, Offer, Offers, Step
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.frame import Banner
from kandas_desktop.ui.kit.icons import icon
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import fitted
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.words import _


def panel_width() -> int:
    """How wide the side panel is."""
    return 284 if theme().is_compact else 304


def inner_width() -> int:
    """How much of it is left inside its edge and padding."""
    return panel_width() - 1 - 2 * (14 if theme().is_compact else 16)


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
            column.addWidget(self._family(view, detail, names, kept))
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
        close = IconButton("x", _("Close"), size=28)
        close.clicked.connect(self.closed)
        row.addWidget(close)
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
            words = _("{kind} room, floor {floor}").format(kind=kind_words(room.kind), floor=room.floor)
            column.addWidget(Label(words, role="second", ink="text2", wrap=True))

    def _family(self, view: BoardView, detail: HolderDetail, names: Names, kept: dict[int, bool]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        coming = {member.referral_person_id for member in detail.waiting}
        may_tick = detail.holder.stay_id is None and detail.received_on is not None
        for row, member in enumerate(detail.members):
            bed = Label(_bed_words(view, member), role="second", ink="text2")
            room = inner_width() - bed.sizeHint().width() - 8
            words = _member_words(member, detail, names)
            if may_tick and member.referral_person_id in coming:
                tick = _fitting_tick(*words, room=room)
                has_place = member.bed_id is not None or member.shares_bed
                tick.setChecked(kept.get(member.referral_person_id, has_place))
                self.ticks[member.referral_person_id] = tick
                grid.addWidget(tick, row, 0)
            else:
                grid.addWidget(_plain_row(*words, room=room), row, 0)
            grid.addWidget(bed, row, 1)
        return box

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
        if offer.step is Step.MOVE_IN and len(self.ticks) > 1:
            words = _("Move the family in")
        elif offer.step is Step.LAPSE and role_big:
            words = _("Confirm the lapse…")
        keys = "Enter" if role_big and not theme().is_compact else ""
        button = Button(
            words,
            icon=look.icon,
            keys=keys,
            role="big" if role_big else "plain",
        )
        if role_big:
            button.set_height(40)
        button.set_blocked(offer.reason)
        button.clicked.connect(lambda: self.asked.emit(offer.step))
        return button

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


def _fitting_tick(ways: Sequence[str], second: str, *, room: int) -> TickBox:
    """A tick for somebody: the kinship gives way to the name, and a name too long is whole in the tooltip."""
    words = ways[0]
    tick = TickBox(words, second=second)
    if tick.sizeHint().width() > room:
        tick = TickBox(words)
    if tick.sizeHint().width() > room:
        metrics = QFontMetricsF(theme().font("body"))
        beside = tick.sizeHint().width() - metrics.horizontalAdvance(words)
        tick = TickBox(fitted(metrics, ways, room - beside))
    tick.setToolTip(" · ".join(part for part in (words, second) if part))
    return tick


def _plain_row(ways: Sequence[str], second: str, *, room: int) -> QWidget:
    """Somebody with no tick; the kinship gives way to the name."""
    words = ways[0]
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 4, 0, 4)
    row.setSpacing(8)
    kinship = Label(second, role="second", ink="text2")
    metrics = QFontMetricsF(theme().font("body"))
    name = Label(fitted(metrics, ways, room))
    name.setToolTip(words if name.text() != words else "")
    row.addWidget(name)
    if second and name.sizeHint().width() + 8 + kinship.sizeHint().width() <= room:
        row.addWidget(kinship)
    row.addStretch(1)
    return box


def _member_words(member: MemberRow, detail: HolderDetail, names: Names) -> tuple[tuple[str, ...], str]:
    """Name, by what has room, and kinship; a small window has room for the name only."""
    kinship = kinship_words(member.kinship) if member.kinship else _("applicant")
    return names.ways(member.name, detail.holder.household_number), "" if theme().is_compact else kinship


def _bed_words(view: BoardView, member: MemberRow) -> str:
    if member.bed_id in view.tiles:
        return view.tiles[member.bed_id].bed.label
    return _("shares a bed") if member.shares_bed else _("no bed")
