"""The family of whoever has a bed, in the side panel: who they are, where they sleep, who moves in now."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kandas_desktop.queries.board import BoardView
from kandas_desktop.queries.board_household import HolderDetail, MemberRow
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.board.bed_words import rules_words
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.panel_sizes import inner_width
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import fitted
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.panel_rows import FactRow
from kandas_desktop.words import _


class FamilyPart(QWidget):
    """A line for each; ``ticks`` by the rows on the referral of those who may move in now."""

    def __init__(self, view: BoardView, detail: HolderDetail, names: Names, kept: Mapping[int, bool]) -> None:
        super().__init__()
        self.ticks: dict[int, TickBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        coming = {member.referral_person_id for member in detail.waiting}
        may_tick = detail.holder.stay_id is None and detail.received_on is not None
        for row, member in enumerate(detail.members):
            place = _bed_words(view, member)
            if member.referral_person_id in coming and detail.holder.stay_id is not None:
                place = " · ".join((place, _("expected")))  # the others moved in already
            bed = Label(place, role="second", ink="text2")
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
        rules = rules_words(detail)
        if rules:
            is_missing = bool(detail.unsigned)
            fact = FactRow(
                rules,
                icon="pencil" if is_missing else "check",
                family="held" if is_missing else "free",
                clause=Clause.R10,
            )
            fact.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(fact, grid.rowCount(), 0, 1, 2)


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
