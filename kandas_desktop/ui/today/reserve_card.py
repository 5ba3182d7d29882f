"""The reserve's next: who it is, what is needed, what stands in the way, and who waits behind."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.reserve import ReserveRow
from kandas_desktop.queries.today import TodayView
from kandas_desktop.rules.agenda_facts import Household
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Condition, ConditionKind, Obstacle, ObstacleKind
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import ClauseChip, clause_words
from kandas_desktop.ui.kit.frame import Card, Rule
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.today.fitting import first_that_fits
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.ui.today.words import Sight, names_of
from kandas_desktop.ui.wording import (
    coming_words,
    condition_words,
    digits,
    obstacle_detail,
    obstacle_title,
)
from kandas_desktop.words import _

_IN_BEDS = (ObstacleKind.BEDS_MISSING, ObstacleKind.NO_ROOM_FITS, ObstacleKind.MINORS_APART)
_MOST_LINES = 4
_MOST_IN_SMALL = 2
_MOST_BEDS = 2
_PLACE = 36
_BEFORE_WAITS = 8


class _Place(QWidget):
    """A place in the reserve on a tinted square."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._words = str(place)
        self.setFixedSize(_PLACE, _PLACE)
        self.setAccessibleName(_("place {place}").format(place=place))

    def sizeHint(self) -> QSize:
        return QSize(_PLACE, _PLACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        painter, box = QPainter(self), QRectF(self.rect())
        paint_box(painter, box, radius=theme().sizes.radius, fill=palette.accent_soft)
        paint_text(
            painter,
            box,
            self._words,
            font=theme().font("big"),
            color=palette.accent_text,
            align=Qt.AlignmentFlag.AlignHCenter,
        )


class ReserveCard(Card):
    """``application_asked(id)`` opens the next one's application, ``reserve_asked`` the reserve journal."""

    application_asked = Signal(int)
    reserve_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._next_id = 0
        self._shown: tuple[object, ...] = ()
        theme().changed.connect(self._forget)
        head = QHBoxLayout()
        head.addWidget(Label(_("The reserve's next"), bold=True))
        head.addStretch(1)
        head.addWidget(ClauseChip(Clause.R8))
        self.column.addLayout(head)
        self._content = QWidget()
        self.column.addWidget(self._content)
        self.open_button = Button(_("Open the application"))
        self.open_button.clicked.connect(lambda: self.application_asked.emit(self._next_id))
        self.reserve_button = Button(_("Reserve journal"))
        self.reserve_button.clicked.connect(self.reserve_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_button, 1)
        buttons.addWidget(self.reserve_button, 1)
        self.column.addLayout(buttons)

    def show_reserve(self, view: TodayView, sight: Sight) -> None:
        """Show who waits first."""
        shown = (view.on, view.reserve, view.beds.free, view.fits, sight.names_hidden, theme().is_compact)
        if shown == self._shown:
            return
        self._shown = shown
        margins, inset = self.column.contentsMargins(), measures().card_inset
        self.column.setContentsMargins(inset, margins.top(), inset, margins.bottom())
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        rows = QVBoxLayout(self._content)
        rows.setContentsMargins(0, 2, 0, 4)
        rows.setSpacing(6)
        self.open_button.setVisible(bool(view.reserve))
        self.reserve_button.setVisible(not (theme().is_compact and view.reserve))
        if view.reserve:
            self._fill(rows, view, sight)
        else:
            free = _("Nobody waits in the reserve. Free beds: {count}.").format(count=view.beds.free)
            rows.addWidget(Label(free, ink="text2", wrap=True))
        self.column.insertWidget(1, self._content)
        self._content.show()
        # Asked only for their hints, lines that wrap would be pressed together.
        self.setFixedHeight(self.column.totalHeightForWidth(measures().column))

    def _forget(self) -> None:
        """Other fonts or another density: what is shown is measured anew."""
        self._shown = ()

    def _fill(self, rows: QVBoxLayout, view: TodayView, sight: Sight) -> None:
        # Who may be served now: the first, or whom a decision prefers to those before (r.8).
        chosen = next((row for row in view.reserve if row.is_next), view.reserve[0])
        self._next_id = chosen.application_id
        rows.addLayout(_head(chosen, sight))
        lines = _lines(chosen, view, sight)
        for line in lines:
            rows.addLayout(line)
        # What stands in the way is worth more than who waits behind: there is room for so many lines.
        behind = [row for row in view.reserve if row is not chosen][: max(0, _MOST_LINES - len(lines))]
        if behind and not theme().is_compact:
            rows.addWidget(Rule())
            for row in behind:
                rows.addLayout(_behind(row, sight))


def _named(row: ReserveRow, sight: Sight) -> list[str]:
    """Who it is and how many they are, the fullest words first."""
    household = Household(row.application_id, row.number, row.applicant)
    people = coming_words(row.people, is_joining=bool(row.joining))
    return [f"{name}, {people}" for name in names_of(household, sight)]


def _head(row: ReserveRow, sight: Sight) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(12)
    across.addWidget(_Place(row.place))
    words = QVBoxLayout()
    words.setSpacing(1)
    named = Label(_named(row, sight)[0], bold=True, wrap=True)
    if text_width(named.font(), named.text()) > _inside() - _PLACE - across.spacing():
        # On two lines they part where the name ends.
        named.setText(named.text().replace(", ", ",\n"))
    words.addWidget(named)
    registered = _("since {day}").format(day=digits(row.registered_on))
    words.addWidget(Label(f"{row.number} · {registered}", role="second", ink="text2"))
    across.addLayout(words, 1)
    return across


def _lines(row: ReserveRow, view: TodayView, sight: Sight) -> list[QHBoxLayout]:
    """What is there, what is missing, and for what it waits; in a small window what weighs most."""
    missing = [
        _line("alert-triangle", "held", _obstacle_words(obstacle, sight), obstacle.clause)
        for obstacle in row.obstacles
    ]
    lacks_beds = any(obstacle.kind in _IN_BEDS for obstacle in row.obstacles)
    there = []
    if not lacks_beds and row.needed <= view.beds.free:
        there.append(_line("check-circle", "free", _beds_words(row, view), None))
    if row.forecast_on is not None and row.forecast_on > view.on:
        beds = [f"{bed.label} — {bed.on:%d.%m}" for bed in row.waits_for[:_MOST_BEDS]]
        more = len(row.waits_for) - len(beds)
        words = ", ".join([*beds, *([_("{count} more").format(count=more)] if more else [])])
        missing.append(_line("clock", "grey", _("Frees up (estimate): {beds}").format(beds=words), None))
    if theme().is_compact and len(missing) > 1:
        return missing[:_MOST_IN_SMALL]
    return [*there, *missing]


def _beds_words(row: ReserveRow, view: TodayView) -> str:
    if view.fits is None:
        met = Condition(ConditionKind.BEDS_SUFFICE, Clause.R7, count=row.needed, free=view.beds.free)
        return condition_words(met)
    rooms = _("fits into room {rooms}") if len(view.fits) == 1 else _("fits into rooms {rooms}")
    counts = _("{needed} needed, {free} free").format(needed=row.needed, free=view.beds.free)
    return f"{counts}: {rooms.format(rooms=', '.join(view.fits))}"


def _obstacle_words(obstacle: Obstacle, sight: Sight) -> str:
    if obstacle.person is not None:
        detail = "" if sight.names_hidden else obstacle.person.name.short
    else:
        detail = obstacle_detail(obstacle, sight.on)
    return f"{obstacle_title(obstacle)}: {detail}" if detail else obstacle_title(obstacle)


def _line(icon: IconName, family: FamilyName, words: str, clause: Clause | None) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    across.addWidget(IconMark(icon, family=family, size=16), 0, Qt.AlignmentFlag.AlignTop)
    label = Label(words, role="second", wrap=True)
    across.addWidget(label, 1)
    if clause is not None and theme().is_compact:
        # Names have more need of the room there is.
        label.setToolTip(clause_words(clause))
    elif clause is not None:
        across.addWidget(ClauseChip(clause), 0, Qt.AlignmentFlag.AlignTop)
    return across


def _behind(row: ReserveRow, sight: Sight) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(0)
    place = Label(str(row.place), role="second", ink="text2")
    place.setFixedWidth(26)
    across.addWidget(place)
    waits = Label(_("waits its turn"), role="second", ink="text2")
    candidates = _named(row, sight)
    room = _inside() - place.width()
    beside = room - waits.sizeHint().width() - _BEFORE_WAITS
    shown = first_that_fits(candidates, beside, waits.font())
    words = shown or first_that_fits(candidates, room, waits.font())
    name = Label(words or candidates[0], role="second", ink="text2", wrap=words is None)
    name.setToolTip(candidates[0] if name.text() != candidates[0] else "")
    across.addWidget(name, 1)
    if shown:
        across.addWidget(waits)
    return across


def _inside() -> int:
    """How wide the card is between its paddings, in pixels."""
    return measures().column - 2 * (theme().sizes.card_padding + 1)
