"""The head of a paper's page: back, what it is, where it stands, whose it is, and the zoom."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.frame import PageHead, Rule
from kandas_desktop.ui.kit.labels import Label, MiddleElidedLabel
from kandas_desktop.ui.kit.painting import hairline, paint_box
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import Segmented
from kandas_desktop.ui.paper.page_places import Fit
from kandas_desktop.ui.paper.subjects import Subject
from kandas_desktop.ui.paper.view import PaperView
from kandas_desktop.words import _

_PERCENT_WIDTH = 52
_LEAST_OF_NAME = 120  # logical pixels; in less «Үлгібаев Дәурен» would be «Үлгі…урен»


class ZoomBox(QWidget):
    """«− 57 % +» in one edge; ``stepped(+1 or -1)``."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._less = IconButton("minus", _("Smaller"), size=theme().sizes.button)
        self._more = IconButton("plus", _("Larger"), size=theme().sizes.button)
        self._words = Label()
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setFixedWidth(_PERCENT_WIDTH)
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._less, self._words, self._more):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_percent(self, percent: int) -> None:
        """How large the paper is shown."""
        self._words.setText(_("{percent} %").format(percent=percent))
        self._words.setFixedWidth(_PERCENT_WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(2 * theme().sizes.button + _PERCENT_WIDTH, theme().sizes.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        box = QRectF(self.rect())
        paint_box(painter, box, radius=theme().sizes.radius, fill=palette.surface, edge=palette.line2)
        for left in (self._less.width(), self.width() - self._more.width()):
            hairline(painter, QPointF(left, 1), QPointF(left, self.height() - 1), palette.line2)


class PaperHead(QWidget):
    """Emits ``back_asked``, ``strike_out_asked``; zooms the view it was given."""

    back_asked = Signal()
    strike_out_asked = Signal()

    def __init__(self, view: PaperView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._head = PageHead("")
        self._back = IconButton("arrow-left", _("Back to the journal"))
        self._back.clicked.connect(self.back_asked)
        self._chip = Chip("")
        self._who = MiddleElidedLabel(role="second", ink="text2", least_shown=_LEAST_OF_NAME)
        self._zoom = ZoomBox()
        self._zoom.stepped.connect(view.zoom_by_steps)
        self.fit = Segmented(
            [(Fit.PAGE, _("Whole page")), (Fit.WIDTH, _("By width"))], name=_("Zoom"), value=Fit.PAGE
        )
        self.fit.chosen.connect(lambda chosen: view.set_fit(Fit(chosen)))
        self._more = IconButton("ellipsis", _("More"), framed=True)
        self._more.clicked.connect(self._open_menu)
        view.changed.connect(self._show_zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Rule())
        self._head.add_left(self._back, first=True)
        self._head.add_left(self._chip)
        self._head.add_left(self._who)
        for widget in (self._zoom, self.fit, self._more):
            self._head.add(widget)
        self._subject: Subject | None = None
        self._is_name_hidden = False
        theme().changed.connect(self._show_who)

    def show_subject(self, subject: Subject, *, is_name_hidden: bool) -> None:
        """Say what the page is about."""
        self._subject = subject
        self._is_name_hidden = is_name_hidden
        self._head.set_title(subject.title)
        self._chip.show_state(subject.state.text, family=subject.state.family, icon=subject.state.icon)
        self._more.setVisible(subject.referral is not None)
        self._show_who()

    @property
    def who(self) -> str:
        """The line beside the title."""
        return self._who.text()

    @property
    def state(self) -> str:
        """The words of the chip."""
        return self._chip.text

    def _show_who(self) -> None:
        if self._subject is not None:
            short = theme().is_compact
            who = self._subject.who(is_name_hidden=self._is_name_hidden, is_short=short)
            self._who.set_whole_text(who)

    def _show_zoom(self) -> None:
        self._zoom.show_percent(self._view.percent)
        self.fit.set_value(self._view.fit or None)

    def menu(self) -> QMenu:
        """What else can be done with the referral."""
        menu = QMenu(self)
        strike = menu.addAction(_("Strike the referral out…"))
        strike.triggered.connect(self.strike_out_asked)
        referral = self._subject.referral if self._subject else None
        strike.setEnabled(referral is not None and referral.struck_out_on is None)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
