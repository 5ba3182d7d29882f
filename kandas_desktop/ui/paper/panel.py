"""The print options beside the paper: printer, copies, which papers, and what will come out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.frame import Banner
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tick_column import TickColumn
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.paper.subjects import OfferedPaper
from kandas_desktop.words import _

MOST_COPIES = 99


class _PrinterField(ChoiceField):
    def __init__(self) -> None:
        super().__init__()
        self._icon = "printer"
        self._fit_margins()


class Remark(QWidget):
    """An icon and a sentence beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("info", size=16)
        self._words = Label(role="second", ink="text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str, icon: IconName = "info", family: FamilyName = "grey") -> None:
        """Show this sentence; an empty one takes no room."""
        self.setVisible(bool(text))
        self._mark.show_icon(icon, family=family)
        self._words.setText(text)


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
        self._has_printer = True
        self.printer = Field(_("Printer"), _PrinterField())
        self.copies = Field(_("Copies"), NumberField(1, MOST_COPIES, value=1))
        self.copies.control.number_changed.connect(self.choice_changed)
        self.no_printer = Remark()
        self._paper_size = Label()
        self._paper = QWidget()
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
        column.addLayout(self._make_grid())
        column.addWidget(self.no_printer)
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

    def _make_grid(self) -> QGridLayout:
        stack = QVBoxLayout(self._paper)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme().sizes.label_gap)
        stack.addWidget(Label(_("Paper"), role="second", ink="text2"))
        self._paper_size.setFixedHeight(theme().sizes.input)
        self._paper_size.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        stack.addWidget(self._paper_size)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(theme().sizes.field_gap)
        self.set_compact(theme().is_compact)
        return self._grid

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

    def set_compact(self, compact: bool) -> None:
        """In a small window printer and copies share a line, and the paper's size is left out."""
        for widget in (self.printer, self.copies, self._paper):
            self._grid.removeWidget(widget)
        self.printer.setVisible(self._has_printer)
        self.copies.setVisible(self._has_printer)
        self._paper.setVisible(self._has_printer and not compact)
        if compact:
            self._grid.addWidget(self.printer, 0, 0)
            self._grid.addWidget(self.copies, 0, 1)
        else:
            self._grid.addWidget(self.printer, 0, 0, 1, 2)
            self._grid.addWidget(self.copies, 1, 0)
            self._grid.addWidget(self._paper, 1, 1)
        self._grid.setColumnStretch(0, 5 if compact else 2)
        self._grid.setColumnStretch(1, 2 if compact else 3)

    # --- what is shown

    def show_printers(self, names: Sequence[str], last_used: str) -> None:
        """The printers of this computer; without one, why nothing can be printed here."""
        field = self.printer.control
        chosen = field.choice() or last_used
        field.set_options([Option(name, name) for name in names])
        field.set_choice(chosen if chosen in names else next(iter(names), None))
        self._has_printer = bool(names)
        self.set_compact(theme().is_compact)
        reason = "" if names else _("This computer has no printer. The paper can be saved as a PDF.")
        self.no_printer.say(reason, "alert-triangle", "held")

    def block_printing(self, reason: str) -> None:
        """Block the print button for a reason, or for want of a printer."""
        no_printer = "" if self._has_printer else _("This computer has no printer")
        self.print_button.set_blocked(reason or no_printer)

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

    def ticked(self) -> list[int]:
        """The places of the ticked papers."""
        return [place for place, tick in enumerate(self._ticks) if tick.isChecked()]

    @property
    def ticks(self) -> Sequence[TickBox]:
        return tuple(self._ticks)

    @property
    def families(self) -> TickBox:
        return self._families

    def show_paper_size(self, *, is_wide: bool) -> None:
        """A4, upright or broadside."""
        self._paper_size.setText(_("A4, broadside") if is_wide else _("A4, upright"))

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
