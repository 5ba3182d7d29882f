"""The right column: what will stand in a referral's way, what registering leads to, the Kazakh letters."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.intake.outlook import Prospect, prospect_words
from kandas_desktop.ui.intake.words import lack_title, masked
from kandas_desktop.ui.kit.chips import Badge, ClauseChip, KeyCap
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.labels import Ink, Label
from kandas_desktop.ui.kit.letters_pad import LettersPad
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.painting import paint_box
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.wording import age_words
from kandas_desktop.words import _, ngettext

_INSET = 14
_MOST_LINES = 4
_WORDS_LEFT = 24


class SideCard(Card):
    """A card of the column: a bold title, perhaps something at its right."""

    def __init__(self, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=_INSET, parent=parent)
        self.column.setContentsMargins(_INSET, 12, _INSET, 12)
        self.top = QHBoxLayout()
        self.top.addWidget(Label(title, bold=True), 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addStretch(1)
        self.column.addLayout(self.top)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class ObstacleLine(QWidget):
    """One obstacle with its clause and the person it concerns; a press goes there."""

    pressed = Signal()

    def __init__(
        self, obstacle: Obstacle, today: date, *, names_hidden: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(IconMark("alert-triangle", family="held", size=16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = QHBoxLayout()
        title.addWidget(Label(lack_title(obstacle), bold=True), 0, Qt.AlignmentFlag.AlignVCenter)
        title.addStretch(1)
        if obstacle.clause:
            title.addWidget(ClauseChip(int(obstacle.clause)), 0, Qt.AlignmentFlag.AlignVCenter)
        words.addLayout(title)
        words.addWidget(_wrapped(_who(obstacle, today, names_hidden=names_hidden)))
        across.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


def _who(obstacle: Obstacle, today: date, *, names_hidden: bool) -> str:
    person = obstacle.person
    if person is None or person.born is None:
        return ""
    name = masked(person.name.short) if names_hidden else person.name.short
    return _("{name}, {age}").format(name=name, age=age_words(person.born, today))


def _wrapped(words: str) -> Label:
    """A second line that is as high as its words need in the column's width."""
    label = Label(words, role="second", ink="text2", wrap=True)
    width = theme().sizes.intake_column - 2 * _INSET - _WORDS_LEFT
    label.setFixedSize(width, label.heightForWidth(width))
    return label


class ObstaclesCard(SideCard):
    """What r.3 will still ask before a referral; ``chosen(position)`` is the person who was pressed."""

    chosen = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(_("In a referral's way"), parent=parent)
        self._badge = Badge("", kind="held")
        self.top.addWidget(self._badge)
        self._none = Label(role="second", ink="text2")
        self.column.addWidget(self._none)
        self._lines: list[QWidget] = []

    def show_obstacles(
        self, obstacles: Sequence[Obstacle], today: date, *, is_known: bool, names_hidden: bool = False
    ) -> None:
        """Show these; before everybody can be judged the card says what will stand here."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [
            self._line(obstacle, today, names_hidden=names_hidden) for obstacle in obstacles[:_MOST_LINES]
        ]
        rest = len(obstacles) - _MOST_LINES
        if rest > 0:
            more = ngettext("and {count} more", "and {count} more", rest)
            self._lines.append(Label(more, role="second", ink="text2"))
        for line in self._lines:
            self.column.addWidget(line)
        self._badge.set_text(str(len(obstacles)))
        self._badge.setVisible(bool(obstacles))
        self._none.setText(
            _("Nothing stands in the way") if is_known else _("Who still lacks a slip will stand here")
        )
        self._none.setVisible(not obstacles)

    def _line(self, obstacle: Obstacle, today: date, *, names_hidden: bool) -> ObstacleLine:
        line = ObstacleLine(obstacle, today, names_hidden=names_hidden)
        position = obstacle.person.position if obstacle.person else 0
        line.pressed.connect(lambda: self.chosen.emit(position))
        return line


class _Count(QWidget):
    """An icon, a word, and a number at the right."""

    def __init__(self, icon: IconName, family: FamilyName, words: str) -> None:
        super().__init__()
        self._number = Label(bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(icon, family=family, size=16))
        row.addWidget(Label(words))
        row.addStretch(1)
        row.addWidget(self._number)
        self.setFixedHeight(24)

    def show_number(self, words: str) -> None:
        self._number.setText(words)


class NextBanner(QWidget):
    """What comes after registering, on the fill of its state, with the clause."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family: FamilyName = "held"
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 8, 0)
        self._row.setSpacing(8)
        self._mark = IconMark("hourglass", family="held", size=14)
        self._words = Label(role="second", ink="held", bold=True)
        self._chip: ClauseChip | None = None
        self._row.addWidget(self._mark)
        self._row.addWidget(self._words)
        self._row.addStretch(1)
        self.setFixedHeight(30)

    @property
    def text(self) -> str:
        return self._words.text()

    def show_prospect(self, prospect: Prospect) -> None:
        """Say what comes next."""
        text, family, icon, clause = prospect_words(prospect)
        ink: Ink = "held" if family == "held" else "free" if family == "free" else "text2"
        self._family = family
        self._mark.show_icon(icon, family=family)
        self._words.setText(text)
        self._words.set_ink(ink)
        if self._chip:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if clause is not None:
            self._chip = ClauseChip(int(clause), family=family)
            self._row.addWidget(self._chip)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill = theme().palette.family(self._family).fill
        paint_box(QPainter(self), QRectF(self.rect()), radius=theme().sizes.radius, fill=fill)


class OutlookCard(SideCard):
    """Beds needed and free, the reserve ahead, and what registering leads to."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(_("After registering"), parent=parent)
        self.column.setSpacing(6)
        self._needed = _Count("bed", "grey", _("Beds needed"))
        self._free = _Count("circle", "free", _("Beds free"))
        self._ahead = _Count("list-ordered", "grey", _("Ahead in the reserve"))
        counts = QVBoxLayout()
        counts.setSpacing(0)
        for count in (self._needed, self._free, self._ahead):
            counts.addWidget(count)
        self.column.addLayout(counts)
        self.banner = NextBanner()
        self.column.addWidget(self.banner)
        self._day = Label(role="second", ink="text2", wrap=True)
        self.column.addWidget(self._day)

    def show_prospect(self, prospect: Prospect, day_words: str, *, is_begun: bool) -> None:
        """Show the numbers; ``day_words`` says that today is a day off, or is empty."""
        self.banner.setVisible(is_begun)
        self._needed.show_number(str(prospect.needed))
        self._free.show_number(str(prospect.free))
        self._ahead.show_number(ngettext("{count} family", "{count} families", prospect.waiting))
        self.banner.show_prospect(prospect)
        self._day.setText(day_words)
        self._day.setVisible(bool(day_words))


class LettersCard(SideCard):
    """The letters that many a keyboard lacks."""

    def __init__(self, pad: LettersPad, *, parent: QWidget | None = None) -> None:
        super().__init__(_("The Kazakh letters"), parent=parent)
        self.top.addWidget(KeyCap("F2"))
        self.column.addWidget(pad)


class SideColumn(QWidget):
    """The three cards, the letters at the foot."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.obstacles = ObstaclesCard()
        self.outlook = OutlookCard()
        self.letters = QVBoxLayout()
        self.setFixedWidth(theme().sizes.intake_column)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        column.addWidget(self.obstacles)
        column.addWidget(self.outlook)
        column.addStretch(1)
        column.addLayout(self.letters)
