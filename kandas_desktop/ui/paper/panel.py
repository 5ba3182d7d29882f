"""The print options beside the paper: printer, copies, which papers, and what will come out."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.fields import advance_on_enter
from kandas_desktop.ui.kit.frame import Banner
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tick_column import TickColumn
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.paper.printer_fields import PrinterFields
from kandas_desktop.ui.paper.remark import Remark
from kandas_desktop.ui.paper.subjects import OfferedPaper
from kandas_desktop.words import _


class PrintPanel(QScrollArea):
    """Says what was chosen, and by its signals what is asked for."""

    print_asked = Signal()
    save_asked = Signal()
    open_asked = Signal()
    other_name_asked = Signal()
    cancel_asked = Signal()
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: list[TickBox] = []
        self.printing = PrinterFields()
        self.printing.copies_changed.connect(self.choice_changed)
        self._families = TickBox(_("With the families' lines"))
        self.print_button = Button(_("Print"), icon="printer", keys="Ctrl+P", role="big")
        self.print_button.clicked.connect(self.print_asked)
        self.save_button = Button(_("Save PDF"), icon="download")
        self.save_button.clicked.connect(self.save_asked)
        self.open_button = Button(_("Open PDF"), icon="file-text")
        self.open_button.clicked.connect(self.open_asked)
        self.remark = Remark()
        self.trouble = Banner("", family="overdue")
        self.other_name = Button(_("Save under another name…"), icon="download")
        self.other_name.clicked.connect(self.other_name_asked)
        self._bar = QProgressBar()
        self._bar_words = Label(role="second", ink="text2")
        self._cancel = Button(_("Cancel"))
        self._cancel.clicked.connect(self.cancel_asked)
        self._busy = QWidget()
        self._content = QWidget()
        self._lay_out()
        self.clear_trouble()
        self.show_progress("", 0)

    # --- building

    def _lay_out(self) -> None:
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        column = self._column = QVBoxLayout(self._content)
        inset = theme().sizes.panel_padding
        column.setContentsMargins(inset, 12, inset, 14)
        column.setSpacing(theme().sizes.field_gap)
        column.addWidget(Label(_("Printing"), role="panel_title"))
        column.addWidget(self.printing)
        self._tick_column = TickColumn()
        self._tick_column.setContentsMargins(0, 2, 0, 2)
        self._tick_column.setSpacing(2)
        self._tick_column.addWidget(self._families)
        column.addLayout(self._tick_column)
        column.addWidget(self.print_button)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.save_button, 1)
        pair.addWidget(self.open_button, 1)
        column.addLayout(pair)
        column.addWidget(self._make_busy())
        column.addWidget(self.trouble)
        column.addWidget(self.other_name)
        column.addWidget(self.remark)
        advance_on_enter(self._families)

    def _make_busy(self) -> QWidget:
        column = QVBoxLayout(self._busy)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self._bar_words, 1)
        line.addWidget(self._cancel)
        column.addLayout(line)
        column.addWidget(self._bar)
        return self._busy

    # --- what is shown

    def block_printing(self, reason: str) -> None:
        """Block the print button for a reason, or for want of a printer."""
        no_printer = "" if self.printing.has_printer else _("This computer has no printer")
        self.print_button.set_blocked(reason or no_printer)

    def say_what_opening_counts_as(self, *, is_counted: bool) -> None:
        """Tell beside the button what opening a paper elsewhere means, unless it is blocked for a reason."""
        words = _("Another program can print the paper: opened there, it is counted as when it is saved.")
        self.open_button.setToolTip(self.open_button.blocked_reason or (words if is_counted else ""))

    def set_is_next(self, is_next: bool) -> None:
        """Fill the print button while printing is the page's next step."""
        self.print_button.set_role("big" if is_next else "tinted")
        self.print_button.set_height(theme().sizes.button_big)

    def offer_papers(self, papers: Sequence[OfferedPaper], *, is_afresh: bool) -> None:
        """A tick box per paper, the first one ticked; what was ticked stays so unless ``is_afresh``."""
        words = [paper.words for paper in papers]
        if not is_afresh and [tick.accessibleName() for tick in self._ticks] == words:
            return
        for tick in self._ticks:
            tick.deleteLater()
        self._ticks = [TickBox(text) for text in words]
        for place, (tick, paper) in enumerate(zip(self._ticks, papers, strict=True)):
            tick.setChecked(place == 0 and paper.prepared is not None)
            tick.setEnabled(paper.prepared is not None)
            tick.setToolTip(paper.fault)
            tick.toggled.connect(self.choice_changed)
            advance_on_enter(tick)
            self._tick_column.addWidget(tick)
        self._families.setVisible(not papers)
        # What is printed is chosen before it is printed.
        last_field = self.printing.copies.control
        for before, after in pairwise(
            (last_field, *self._ticks, self._families, self.print_button, self.save_button, self.open_button)
        ):
            self.setTabOrder(before, after)

    def ticked(self) -> list[int]:
        """The places of the ticked papers."""
        return [place for place, tick in enumerate(self._ticks) if tick.isChecked()]

    @property
    def ticks(self) -> Sequence[TickBox]:
        return tuple(self._ticks)

    @property
    def families(self) -> TickBox:
        return self._families

    def show_progress(self, words: str, percent: int) -> None:
        """What is being made or printed, with Cancel; empty words when it is over."""
        self._busy.setVisible(bool(words))
        self._bar_words.setText(words)
        self._bar.setValue(percent)

    def show_trouble(self, sentence: str, *, is_other_name_offered: bool = False) -> None:
        """Why nothing left; the other name is a button."""
        self.trouble.show_words("", sentence, family="overdue", icon="alert-circle")
        self.trouble.show()
        self.other_name.setVisible(is_other_name_offered)

    def clear_trouble(self) -> None:
        """Nothing failed, or it was tried again."""
        self.trouble.hide()
        self.other_name.hide()

    def sizeHint(self) -> QSize:
        # As high as what stands in it, so that the next step follows at once; less where there is no room.
        width = theme().sizes.panel_print - 1
        return QSize(width, self._content.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Where it must scroll, the bar takes its room from the margin, not from the fields.
        inset = theme().sizes.panel_padding
        bar = self.verticalScrollBar()
        self._column.setContentsMargins(inset, 12, inset - (bar.width() if bar.isVisible() else 0), 14)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
