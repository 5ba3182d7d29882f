"""How many beds are what: a bar that is all beds together, and the counts beneath it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kandas_desktop.rules.rooms import BedCounts, BedState
from kandas_desktop.ui.bed_looks import STATE_ICONS, state_colors, state_title
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import hairline, paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import Family, TypeRole
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.words import _

_TITLE_MIDDLE = 20
_BAR_TOP, _BAR = 39, 10
_FIRST, _PITCH, _BELOW = 71, 24, 26
_ICON = 14


class _State(NamedTuple):
    words: Callable[[], str]
    icon: IconName
    colors: Callable[[], Family]


class _Fit(NamedTuple):
    """How large the words are, and how far things stand apart."""

    role: TypeRole
    icon_gap: int
    between: int


_FITS = (_Fit("body", 9, 14), _Fit("second", 9, 14), _Fit("second", 5, 10), _Fit("small", 5, 10))
_LOOKS: dict[str, _State] = {
    state.name.lower(): _State(partial(state_title, state), STATE_ICONS[state], partial(state_colors, state))
    for state in BedState
}
_LOOKS["overdue"] = _State(lambda: _("Overdue"), "alert-circle", lambda: theme().palette.overdue)
_ALONG = ("occupied", "held", "vacating", "out_of_service", "being_made_ready", "free")


class BedsCard(QWidget):
    """All beds at a glance; the states add up to the number in the corner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = BedCounts()
        self._overdue = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> list[tuple[str, int]]:
        """The states in their order, two to a line, with their counts; rare ones only where there are any."""
        counts = self._counts
        found = [
            ("free", counts.free),
            ("occupied", counts.occupied),
            ("held", counts.held),
            ("vacating", counts.vacating),
            ("out_of_service", counts.out_of_service),
        ]
        if counts.being_made_ready:
            found.append(("being_made_ready", counts.being_made_ready))
        return [*found, ("overdue", self._overdue)]

    def show_counts(self, counts: BedCounts, overdue: int) -> None:
        """Show other counts; the families that are ``overdue`` have held or vacating beds."""
        self._counts, self._overdue = counts, overdue
        self.setFixedHeight(self.sizeHint().height())
        words = [f"{_LOOKS[name].words()}: {count}" for name, count in self.shown]
        self.setAccessibleName(_("Beds"))
        self.setAccessibleDescription(", ".join([_("{count} in all").format(count=counts.in_all), *words]))
        self.update()

    def sizeHint(self) -> QSize:
        lines = (len(self.shown) + 1) // 2
        return QSize(280, _FIRST + (lines - 1) * _PITCH + _BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(painter, box, radius=theme().sizes.radius_card, fill=palette.surface, edge=palette.line)
        inset = measures().card_inset
        head = QRectF(inset, _TITLE_MIDDLE - 9, self.width() - 2 * inset, 18)
        paint_text(painter, head, _("Beds"), font=theme().font("body", bold=True), color=palette.text)
        paint_text(
            painter,
            head,
            _("{count} in all").format(count=self._counts.in_all),
            font=theme().font("second"),
            color=palette.text2,
            align=Qt.AlignmentFlag.AlignRight,
        )
        self._paint_bar(painter, QRectF(inset, _BAR_TOP, self.width() - 2 * inset, _BAR))
        self._paint_counts(painter)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        palette = theme().palette
        parts = [(name, getattr(self._counts, name)) for name in _ALONG if getattr(self._counts, name)]
        if not parts:
            paint_box(painter, bar, radius=4, fill=palette.line)
            return
        # However few, a state is seen: each has three pixels at least.
        room = bar.width() - 2 * (len(parts) - 1)
        widths = [max(3.0, room * count / self._counts.in_all) for _name, count in parts]
        scale = room / sum(widths)
        painter.save()
        rounded = QPainterPath()
        rounded.addRoundedRect(bar, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(rounded)
        left = bar.left()
        for (name, _count), width in zip(parts, widths, strict=True):
            _paint_part(painter, name, QRectF(left, bar.top(), width * scale, bar.height()))
            left += width * scale + 2
        painter.restore()

    def _paint_counts(self, painter: QPainter) -> None:
        palette = theme().palette
        shown = self.shown
        columns = [shown[0::2], shown[1::2]]
        inset = measures().card_inset
        room = self.width() - 2 * inset
        fit = next((each for each in _FITS if sum(_needs(columns, each)) + each.between <= room), _FITS[-1])
        needs = _needs(columns, fit)
        spare = room - sum(needs) - fit.between
        left = float(inset)
        for column, need in zip(columns, needs, strict=True):
            width = need + spare / 2
            for line, (name, count) in enumerate(column):
                look = _LOOKS[name]
                colors = look.colors()
                middle = _FIRST + line * _PITCH
                paint_icon(painter, QPointF(left, middle - _ICON / 2), look.icon, _ICON, colors.solid)
                begin = _ICON + fit.icon_gap
                area = QRectF(left + begin, middle - 9, width - begin, 18)
                paint_text(painter, area, look.words(), font=theme().font(fit.role), color=palette.text)
                is_alarm = name == "overdue" and count
                paint_text(
                    painter,
                    area,
                    str(count),
                    font=theme().font(fit.role, bold=True),
                    color=palette.overdue.ink if is_alarm else palette.text,
                    align=Qt.AlignmentFlag.AlignRight,
                )
            left += width + fit.between


def _needs(columns: Sequence[Sequence[tuple[str, int]]], fit: _Fit) -> list[int]:
    """How wide each column has to be."""
    font, bold = theme().font(fit.role), theme().font(fit.role, bold=True)
    return [
        max(
            _ICON
            + fit.icon_gap
            + text_width(font, _LOOKS[name].words())
            + fit.icon_gap
            + text_width(bold, str(count))
            for name, count in column
        )
        for column in columns
    ]


def _paint_part(painter: QPainter, name: str, area: QRectF) -> None:
    colors = _LOOKS[name].colors()
    if name in ("out_of_service", "being_made_ready"):
        paint_box(painter, area, radius=2, fill=colors.fill, edge=colors.line)
        if name == "out_of_service":
            painter.save()
            painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
            for start in range(int(area.left()) - 12, int(area.right()), 5):
                hairline(painter, QPointF(start, area.bottom()), QPointF(start + 10, area.top()), colors.line)
            painter.restore()
        return
    painter.fillRect(area, colors.solid)
