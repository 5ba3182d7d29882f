"""The strip at the foot of every page: its keys, and for eight seconds what has just happened."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.chips import cap_size, paint_cap
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.notice_queue import Action, Notice, NoticeKind, NoticeQueue, Wording
from kandas_desktop.ui.kit.painting import Run, fill, hairline, paint_runs, paint_text, runs_width, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.words import _, ngettext


class KeyHint(NamedTuple):
    """Keys and what they do; several keys are parted by spaces: ``KeyHint("↑ ↓", "жол")``."""

    keys: str
    words: str


NOTICE_LOOKS: dict[NoticeKind, tuple[FamilyName, IconName]] = {
    "done": ("free", "check-circle"),
    "note": ("accent", "info"),
    "fault": ("overdue", "alert-circle"),
}


class KeyLine(QWidget):
    """The keys of a page, the commonest first; those for which there is no room are left out."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: list[KeyHint] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def set_hints(self, hints: Sequence[KeyHint]) -> None:
        """Show these keys."""
        self._hints = list(hints)
        self.setAccessibleName(", ".join(f"{hint.keys}: {hint.words}" for hint in hints))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = theme().sizes.page_padding
        font = theme().font("second")
        for hint in self._hints[: theme().sizes.foot_keys]:
            caps = hint.keys.split(" ")
            width = sum(cap_size(cap).width() + 6 for cap in caps) + text_width(font, hint.words)
            if left + width > self.width() - 8:
                return
            for cap in caps:
                size = cap_size(cap)
                where = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
                paint_cap(painter, where, cap, fill=theme().palette.surface)
                left += size.width() + 6
            room = QRectF(left, 0, self.width() - left, self.height())
            paint_text(painter, room, hint.words, font=font, color=theme().palette.text2)
            left += text_width(font, hint.words) + 18


class _Sentence(QWidget):
    """One line of words, a part of it bold; it gives up its end rather than widen the window."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._strong = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, strong: str) -> None:
        self._text = text
        self._strong = strong
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def _runs(self) -> list[Run]:
        ink = theme().palette.text
        plain, bold = theme().font("second"), theme().font("second", bold=True)
        if not self._strong or self._strong not in self._text:
            return [Run(self._text, plain, ink)]
        before, after = self._text.split(self._strong, 1)
        runs = (Run(before, plain, ink), Run(self._strong, bold, ink), Run(after, plain, ink))
        return [run for run in runs if run.text]

    def sizeHint(self) -> QSize:
        return QSize(runs_width(self._runs()) + 1, theme().line("second"))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, theme().line("second"))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_runs(QPainter(self), QRectF(self.rect()), self._runs())


class _NoticeBar(QWidget):
    closed = Signal()
    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._family: FamilyName = "free"
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._mark = IconMark("check-circle", family="free", size=18)
        self._words = _Sentence()
        self._action = LinkButton("")
        self._close = IconButton("x", _("Close"), size=26)
        self._close.clicked.connect(self.closed)
        self._others = LinkButton("")
        self._others.clicked.connect(self.list_asked)
        for widget in (self._mark, self._words, self._action):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self._others)
        self._row.addWidget(self._close)
        self._slot: Callable[[], None] | None = None
        self._action.clicked.connect(self._act)

    def show_notice(self, notice: Notice, *, others: int) -> None:
        family, icon = NOTICE_LOOKS[notice.kind]
        self._family = family
        self._mark.show_icon(icon, family=family)
        self._words.show_text(notice.text, notice.strong)
        self.setAccessibleName(notice.text)
        self._slot = notice.action.slot if notice.action else None
        self._action.setVisible(notice.action is not None)
        if notice.action:
            self._action.set_words(notice.action.words, notice.action.keys)
        self._others.setVisible(others > 0)
        self._others.set_words(ngettext("and {count} more", "and {count} more", others))
        inset = theme().sizes.page_padding
        self._row.setContentsMargins(inset, 0, inset - 6, 0)
        self.update()

    def _act(self) -> None:
        slot = self._slot
        self.closed.emit()
        if slot:
            slot()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme().palette.family(self._family)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors.fill)
        hairline(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), colors.line)


class FootStrip(QWidget):
    """``strip.show_keys([...])``; ``strip.say("…", "done", Action("Болдырмау", undo, "Ctrl+Z"))``.

    ``show_list`` tells everything that was said, with its time by ``now``.
    """

    def __init__(self, *, now: Callable[[], datetime] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._names_hidden = False
        self._keys = KeyLine()
        self._bar = _NoticeBar()
        self._bar.closed.connect(self.close_notice)
        self._bar.list_asked.connect(self.show_list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._keys)
        self._stack.addWidget(self._bar)
        self._queue = NoticeQueue(self)
        self._queue.changed.connect(self._follow_queue)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        theme().changed.connect(self._fit)

    @property
    def shown(self) -> Notice | None:
        """The notice that is on now."""
        notice = self._queue.shown
        return notice and notice.seen(hidden=self._names_hidden)

    @property
    def history(self) -> tuple[Notice, ...]:
        """What was said, the latest first."""
        return tuple(notice.seen(hidden=self._names_hidden) for notice in self._queue.history)

    def show_keys(self, hints: Sequence[KeyHint | tuple[str, str]]) -> None:
        """The keys of the page that is shown, the commonest first."""
        self._keys.set_hints([KeyHint(*hint) for hint in hints])

    def set_names_hidden(self, hidden: bool) -> None:
        """Name nobody in what was said, or name everybody again (F9)."""
        self._names_hidden = hidden
        self._follow_queue()

    def say(
        self,
        text: str | Wording,
        kind: NoticeKind = "done",
        action: Action | None = None,
        *,
        strong: str = "",
    ) -> None:
        """Tell it for eight seconds, or until there is newer news; a fault until it is closed.

        ``strong`` is the part of the text to write bold: whom it is about.
        """
        named, unnamed = (text, "") if isinstance(text, str) else text
        self._queue.add(Notice(named, kind, action, strong, self._now() if self._now else None, unnamed))

    def show_list(self) -> None:
        """Show everything that was said in this session, until it is closed."""
        from kandas_desktop.ui.kit.notices_dialog import NoticesDialog

        NoticesDialog(self.history, self.window()).tell()

    def go_on_from(self, earlier: "FootStrip") -> None:
        """Take over what an earlier strip said, and its faults that nobody has closed yet."""
        self._queue.go_on_from(earlier._queue)

    def offers(self, keys: str) -> bool:
        """Whether the shown notice can be acted on with these keys."""
        return self.shown is not None and self.shown.action is not None and self.shown.action.keys == keys

    def act(self) -> bool:
        """Do what the shown notice offers (Ctrl+Z); whether there was anything to do."""
        if self.shown is None or self.shown.action is None:
            return False
        slot = self.shown.action.slot
        self.close_notice()
        slot()
        return True

    def close_notice(self) -> None:
        """Take the notice away; the next one follows, or the keys come back."""
        self._queue.close_shown()

    def withdraw(self, text: str) -> None:
        """Take away a fault that is true no longer, closed by nobody."""
        self._queue.withdraw(text)

    def _follow_queue(self) -> None:
        if self.shown is None:
            self._stack.setCurrentWidget(self._keys)
            return
        self._bar.show_notice(self.shown, others=self._queue.others)
        self._stack.setCurrentWidget(self._bar)

    def _fit(self) -> None:
        self.setFixedHeight(theme().sizes.foot_strip)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, theme().sizes.foot_strip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), theme().color("sunken"))
        hairline(painter, QPointF(0, 0.5), QPointF(self.width(), 0.5), theme().palette.line)
