"""Who comes and who goes: the families with a place to move into, and those whose stay ends."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kandas_desktop.queries.today import TodayView
from kandas_desktop.rules.agenda_items import AgendaItem, ItemKind
from kandas_desktop.rules.editions import edition_on
from kandas_desktop.ui.kit.icons import IconName, paint_icon
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.today.fitting import first_that_fits, wrapped
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.ui.today.words import Sight, ends_early, names_of, places_of
from kandas_desktop.ui.wording import coming_words
from kandas_desktop.words import _, ngettext

_TITLE_MIDDLE = 20
_TILE = 28


class Comer(NamedTuple):
    """A family that comes or goes, as words."""

    comes: bool
    names: tuple[str, ...]
    """The fullest first."""
    second: str
    when: str
    is_overdue: bool

    @property
    def name(self) -> str:
        """The name in full."""
        return self.names[0]

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return ", ".join((self.name, self.second, self.when))


def comers_of(view: TodayView, sight: Sight) -> list[Comer]:
    """Arrivals first, then departures, each by day."""
    return [
        *(_comer(item, sight, comes=True) for item in view.arrivals),
        *(_comer(item, sight, comes=False) for item in view.departures),
    ]


def _comer(item: AgendaItem, sight: Sight, *, comes: bool) -> Comer:
    assert item.household is not None
    places = places_of(item.household)
    household = item.household
    count = coming_words(household.people, is_joining=household.is_joining)
    count = count if comes or household.people > 1 else ""
    parts = [count, places] if comes else [places or count, _leaving_words(item)]
    due = item.day
    when = _("today") if due == sight.on else _("due {day}").format(day=f"{due:%d.%m}")
    return Comer(
        comes,
        names_of(item.household, sight),
        " · ".join(filter(None, parts)),
        when,
        is_overdue=due < sight.on,
    )


def _leaving_words(item: AgendaItem) -> str:
    """Why they go: «6 ай толды», «мәртебесі бітеді», «әлі кетпеді»."""
    if item.kind is ItemKind.VACATE:
        return _("not left yet")
    assert item.term is not None
    if item.term.ended_by_status:
        return _("the status ends")
    if ends_early(item.term):
        return _("the stay was ended")
    months = edition_on(item.term.base).stay_months
    return ngettext("{count} month is over", "{count} months are over", months)


class ComersCard(QWidget):
    """As many as there is room for, and how many more there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comers: Sequence[Comer] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_comers(self, comers: Sequence[Comer]) -> None:
        """Show others."""
        self._comers = comers
        self.setAccessibleName(_("Arrivals and departures"))
        spoken = "; ".join(comer.spoken for comer in comers)
        self.setAccessibleDescription(spoken or _("Nobody comes or goes this week."))
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    @property
    def seen(self) -> Sequence[Comer]:
        """Those for whom there is room: of arrivals and departures half each where there are too many."""
        room = max(0, (self.height() - self._first() - 4) // self._least_pitch())
        arrivals = [comer for comer in self._comers if comer.comes]
        departures = [comer for comer in self._comers if not comer.comes]
        first = arrivals[: max(room - room // 2, room - len(departures))]
        return [*first, *departures[: room - len(first)]]

    def tip(self, y: int) -> str:
        """What has no room at a height: a name in full, or, in the head, all for whom there is no line."""
        seen = self.seen
        if y < self._first():
            return "\n".join(comer.spoken for comer in self._comers if comer not in seen)
        place = (y - self._first()) // self._pitch()
        return seen[place].spoken if place < len(seen) else ""

    def _pitch(self) -> int:
        """From one line to the next: as the room is shared, within what looks like one list."""
        most = 43 if theme().is_compact else 50
        seen = len(self.seen)
        return min(most, (self.height() - self._first() - 4) // seen) if seen else most

    def _least_pitch(self) -> int:
        return 35 if theme().is_compact else 40

    def _first(self) -> int:
        return 33 if theme().is_compact else 35

    def sizeHint(self) -> QSize:
        lines = max(1, len(self._comers))
        below = 6 if self._comers else 14  # a sentence may take two lines
        return QSize(280, self._first() + lines * (36 if theme().is_compact else 43) + below)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._first() + min(2, max(1, len(self._comers))) * self._least_pitch() + 6)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(painter, box, radius=theme().sizes.radius_card, fill=palette.surface, edge=palette.line)
        inset = measures().card_inset
        width = self.width() - 2 * inset
        head = QRectF(inset, _TITLE_MIDDLE - 9, width, 18)
        words = _("Arrivals and departures")
        paint_text(painter, head, words, font=theme().font("body", bold=True), color=palette.text)
        seen = self.seen
        rest = len(self._comers) - len(seen)
        if rest:
            more = _("{count} more").format(count=rest)
            self._paint_quietly(painter, head, more, align=Qt.AlignmentFlag.AlignRight)
        for place, comer in enumerate(seen):
            top = self._first() + place * self._pitch()
            self._paint_comer(painter, comer, QRectF(inset, top, width, self._pitch()))
        if not self._comers:
            line = QRectF(inset, self._first() + 2, width, 17)
            for words in wrapped([_("Nobody comes or goes this week.")], width):
                self._paint_quietly(painter, line, words)
                line.translate(0, 17)

    def _paint_quietly(
        self,
        painter: QPainter,
        area: QRectF,
        words: str,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font, color = theme().font("second"), theme().palette.text2
        paint_text(painter, area, words, font=font, color=color, align=align)

    def _paint_comer(self, painter: QPainter, comer: Comer, area: QRectF) -> None:
        palette = theme().palette
        middle = area.center().y()
        if not theme().is_compact:
            family: FamilyName = "held" if comer.comes else "vacating"
            icon: IconName = "log-in" if comer.comes else "log-out"
            colors = palette.family(family)
            tile = QRectF(area.left(), middle - _TILE / 2, _TILE, _TILE)
            paint_box(painter, tile, radius=theme().sizes.radius, fill=colors.fill)
            paint_icon(painter, tile.topLeft() + QPointF(7, 7), icon, 14, colors.solid)
            area = area.adjusted(_TILE + 10, 0, 0, 0)
        font = theme().font("second", bold=comer.is_overdue)
        color = palette.overdue.ink if comer.is_overdue else palette.text2
        first = QRectF(area.left(), middle - 18, area.width(), 18)
        second = QRectF(area.left(), middle, area.width(), 16)
        plain, small = theme().font("body"), theme().font("second")
        beside = area.width() - text_width(font, comer.when) - 10
        name = first_that_fits(comer.names[:1], beside, plain)
        when = area
        if name is None and text_width(small, comer.second) <= beside:
            # The day makes room for the name, and stands beside the second line.
            name, when = first_that_fits(comer.names, area.width(), plain), QRectF(second)
        elif name is None:
            name = first_that_fits(comer.names, beside, plain)
            first.setWidth(beside)
        second.setWidth(beside)
        paint_text(painter, when, comer.when, font=font, color=color, align=Qt.AlignmentFlag.AlignRight)
        paint_text(painter, first, name or comer.names[-1], font=plain, color=palette.text)
        paint_text(painter, second, comer.second, font=small, color=palette.text2)
