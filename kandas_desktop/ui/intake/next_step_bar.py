"""The bar at the foot of the page: what follows, why not yet, and the two ways to register."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.ui.intake.outlook import Prospect, prospect_words
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Chip, KeyCap
from kandas_desktop.ui.kit.frame import Surface
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.steps import StepsText
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _, ngettext

_HEIGHT = 60
_COMPACT_HEIGHT = 48
_MARK = 20


class NextStepBar(Surface):
    """``register_asked`` is the button or its key; while it is blocked, ``refused`` says so instead."""

    register_asked = Signal()
    print_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", lines="top", parent=parent)
        self.register = Button(_("Register it"), keys="Ctrl+Enter", role="filled")
        self.print = Button(_("Register and print"), icon="printer")
        self.register.clicked.connect(self.register_asked)
        self.print.clicked.connect(self.print_asked)
        self.steps = StepsText([_("Register")])
        self._hint = _Hint()
        self._reason = _Reason()
        self._obstacles = Chip("", family="held", icon="alert-triangle")
        self._next = Chip("", family="held", icon="hourglass")
        self.letters = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        for widget in (self.steps, self._obstacles, self._next):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self.letters)
        self._row.addStretch(1)
        self._row.addWidget(self._reason, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.print, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.register, 0, Qt.AlignmentFlag.AlignVCenter)
        self._is_compact = False
        self._obstacle_count = 0
        self._is_begun = False
        self.set_compact(False)

    def buttons(self) -> list[QWidget]:
        """What the focus stops at, the page's main action first."""
        return [self.register, self.print]

    def set_compact(self, compact: bool) -> None:
        """Chips instead of steps, and lower."""
        self._is_compact = compact
        self.setFixedHeight(_COMPACT_HEIGHT if compact else _HEIGHT)
        padding = theme().sizes.page_padding
        self._row.setContentsMargins(padding, 0, padding, 0)
        self._row.setSpacing(10 if compact else 14)
        for button in (self.register, self.print):
            button.set_height(theme().sizes.button if compact else theme().sizes.button_step)
        self._choose()

    def show_steps(self, names: Sequence[str]) -> None:
        """What follows, the first of it now."""
        self.steps.set_steps(names, 0)

    def show_prospect(self, prospect: Prospect, *, is_begun: bool) -> None:
        """What the right column says, for a window that has no room for it."""
        self._is_begun = is_begun
        words = prospect_words(prospect)
        self._next.show_state(words.text, family=words.family, icon=words.icon)
        self._obstacle_count = prospect.lacking_slips
        text = ngettext("{count} obstacle", "{count} obstacles", prospect.lacking_slips)
        self._obstacles.show_state(text, family="held", icon="alert-triangle")
        self._choose()

    def show_reason(self, reason: str) -> None:
        """Why the application cannot be registered yet, beside the buttons that it locks; empty unlocks."""
        self.register.set_blocked(reason)
        self.print.set_blocked(reason)
        self._reason.show_words(reason)
        self._choose()

    def _choose(self) -> None:
        says_why = self._reason.has_words
        room = self.width() - 2 * theme().sizes.page_padding - 3 * self._row.spacing()
        room -= sum(button.sizeHint().width() for button in (self.register, self.print))
        beside_steps = room - self.steps.sizeHint().width() - 16
        chips = (self._obstacles, self._next)
        beside_chips = room - sum(chip.sizeHint().width() + self._row.spacing() for chip in chips)
        # The reason comes first: steps and chips say nothing that cannot wait.
        has_steps = not self._is_compact and (self._reason.fits(beside_steps) or not says_why)
        has_chips = self._is_compact and (self._reason.fits(beside_chips) or not says_why)
        self._reason.take_width(beside_steps if has_steps else beside_chips if has_chips else room)
        self._reason.setVisible(says_why)
        self.steps.setVisible(has_steps and beside_steps >= -16)
        hint_fits = self._hint.sizeHint().width() <= beside_steps
        self._hint.setVisible(not self._is_compact and hint_fits and not says_why)
        self._obstacles.setVisible(has_chips and self._obstacle_count > 0)
        self._next.setVisible(has_chips and self._is_begun)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()


class _Hint(QWidget):
    """Tab and Enter: the next field."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key in ("Tab", "Enter"):
            row.addWidget(KeyCap(key))
        row.addWidget(Label(_("next field"), role="second", ink="text2"))


class _Reason(QWidget):
    """Why the main action cannot be taken yet, in two lines at most."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label(role="second", ink="held", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconMark("alert-triangle", family="held", size=14))
        row.addWidget(self._words)

    @property
    def has_words(self) -> bool:
        return bool(self._words.text())

    def show_words(self, words: str) -> None:
        self._words.setText(words)

    def fits(self, width: int) -> bool:
        """Whether the words can be read in that width, in logical pixels."""
        room = width - _MARK
        return room > 0 and self._words.heightForWidth(room) <= 2 * theme().line("second")

    def take_width(self, width: int) -> None:
        """Be as wide as the words, but no wider than that."""
        whole = text_width(theme().font("second"), self._words.text()) + 2
        words = max(1, min(whole, width - _MARK))
        self._words.setFixedSize(words, self._words.heightForWidth(words))
        self.setFixedSize(words + _MARK, self._words.height())
