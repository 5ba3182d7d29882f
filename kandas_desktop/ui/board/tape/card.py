"""The card at the pointer: whose bar it is, until when, by which clause, and why."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.tape_bars import BarKind, TapeBar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.terms import vacate_due
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.tape.bar_words import who_words
from kandas_desktop.ui.board.tape.reading import TapeReading
from kandas_desktop.ui.kit.chips import cap_size, clause_words, paint_cap
from kandas_desktop.ui.kit.painting import paint_box, paint_text, part_of, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.terms import term_reason
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _

_WIDTH = 308
_PADDING = 12
_FAR = 14  # from the pointer


class CardText(NamedTuple):
    """What the card says; ``facts`` are words with what they end in, in bold."""

    title: str
    clause: Clause | None = None
    why: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def all(self) -> str:
        """Everything in one text, for whoever has it read aloud."""
        facts = (f"{words} — {end}" for words, end in self.facts)
        return "\n".join(part for part in (self.title, self.why, *facts) if part)


def card_text(bar: TapeBar, bed_id: int, reading: TapeReading, names: Names) -> CardText:
    """Everything that is known of a bar."""
    label = reading.tile(bed_id).bed.label
    title = who_words(bar, names) if bar.household_id else label
    if bar.is_past:
        return CardText(title, why=_past_words(bar))
    match bar.kind:
        case BarKind.FREE:
            return CardText(label, why=_("Nobody has this bed"))
        case BarKind.BEING_MADE_READY:
            left = _("left on {day}").format(day=digits(bar.until)) if bar.until else ""
            return CardText(label, why=f"{_('The bed is free once it is made ready')}. {left}")
        case BarKind.OUT_OF_SERVICE:
            facts = [(_("Out of service since"), digits(bar.first))]
            if bar.until:
                facts.append((_("Expected until"), digits(bar.until)))
            return CardText(label, why=bar.reason, facts=tuple(facts))
        case BarKind.EXPECTED_RESERVE:
            since = (_("Bed free from, an estimate"), digits(bar.first))
            return CardText(title, Clause.R8, _("First in the reserve: an estimate, no promise."), (since,))
    return _term_text(bar, bed_id, reading, title)


def _term_text(bar: TapeBar, bed_id: int, reading: TapeReading, title: str) -> CardText:
    """Why whoever has the bed has it until that day."""
    detail, calendar = reading.detail(bed_id), reading.tape.vacating
    if detail is None:
        return CardText(title)
    why = term_reason(detail.term, calendar) if detail.term else ""
    holder = detail.holder
    if holder.stay_id is None:
        if holder.due is None:
            return CardText(title, Clause.R9, _("The three days to move in run from the day of receipt."))
        return CardText(title, Clause.R9, why, ((_("Last day to move in"), digits(holder.due)),))
    end = holder.stay_ends_on
    if end is None:
        return CardText(title, Clause.R15, why)
    kept = Clause.R14 if detail.term is None else Clause.R15
    clause = Clause.R17 if end < reading.on else kept
    facts = (
        (_("Last day of the stay"), digits(end)),
        (_("Last day to vacate"), digits(vacate_due(end, calendar))),
    )
    return CardText(title, clause, why or _("Put out by a decision"), facts)


def _past_words(bar: TapeBar) -> str:
    first = digits(bar.first)
    until = digits(bar.until) if bar.until else ""
    match bar.kind:
        case BarKind.HELD:
            return _("Was held from {first} to {last}").format(first=first, last=until)
        case BarKind.OUT_OF_SERVICE:
            words = _("Was out of service from {first} to {last}").format(first=first, last=until)
            return f"{words}: {bar.reason}"
    return _("Slept here from {first} to {last}").format(first=first, last=until)


class TapeCard(QWidget):
    """Stands over the chart, takes no mouse and no focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._around = parent
        self._text = CardText("")
        self._lines: list[str] = []
        self.hide()

    @property
    def text(self) -> str:
        """Everything that the card says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.all

    def show_text(self, text: CardText, at: QPoint) -> None:
        """Show a text below a point of the parent, or above it where there is no room."""
        self._text = text
        self._lines = _wrapped(text.why)
        self.setAccessibleName(text.all)
        self.resize(self.sizeHint())
        around = self._around.rect()
        left = max(4, min(at.x() + _FAR, around.width() - self.width() - 4))
        top = at.y() + _FAR
        if top + self.height() > around.height() - 4:
            top = max(4, at.y() - _FAR - self.height())
        self.move(left, top)
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        line = theme().line("second")
        height = 2 * _PADDING + 20 + (len(self._lines) * line + 4 if self._lines else 0)
        return QSize(_WIDTH, height + (len(self._text.facts) * line + 4 if self._text.facts else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, text, line = theme().palette, self._text, theme().line("second")
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(painter, box, radius=theme().sizes.radius_card, fill=palette.surface, edge=palette.line2)
        right = self.width() - _PADDING
        if text.clause is not None:
            words = clause_words(text.clause)
            size = cap_size(words)
            cap = QRectF(right - size.width(), _PADDING, size.width(), size.height()).toRect()
            paint_cap(painter, cap, words)
            right = cap.left() - 8
        title = QRectF(_PADDING, _PADDING, right - _PADDING, 18)
        paint_text(painter, title, text.title, font=theme().font("body", bold=True), color=palette.text)
        plain, top = theme().font("second"), _PADDING + 22.0
        for words in self._lines:
            room = QRectF(_PADDING, top, _WIDTH - 2 * _PADDING + 1, line)
            paint_text(painter, room, words, font=plain, color=palette.text2)
            top += line
        top += 4 if self._lines else 0
        for words, end in text.facts:
            room = QRectF(_PADDING, top, _WIDTH - 2 * _PADDING, line)
            paint_text(painter, room, f"{words} — ", font=plain, color=palette.text)
            room.setLeft(room.left() + text_width(plain, f"{words} — "))
            paint_text(painter, room, end, font=theme().font("second", bold=True), color=palette.text)
            top += line


def _wrapped(text: str) -> list[str]:
    """A text in lines as wide as the card."""
    found = []
    for part in text.splitlines():
        layout = QTextLayout(part, theme().font("second"))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_WIDTH - 2 * _PADDING)
            found.append(part_of(part, line.textStart(), line.textLength()).rstrip())
        layout.endLayout()
    return found
