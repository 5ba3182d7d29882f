"""Which printer, how many copies, and on what paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.paper.remark import Remark
from kandas_desktop.words import _

MOST_COPIES = 99


class _PrinterField(ChoiceField):
    def __init__(self) -> None:
        super().__init__()
        self._icon = "printer"
        self._fit_margins()


class PrinterFields(QWidget):
    """Two lines, one in a small window; without a printer, the sentence that says so."""

    copies_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer = Field(_("Printer"), _PrinterField())
        self.copies = Field(_("Copies"), NumberField(1, MOST_COPIES, value=1))
        self.copies.control.number_changed.connect(self.copies_changed)
        self.no_printer = Remark()
        self.has_printer = True
        self._size = Label()
        self._size.setFixedHeight(theme().sizes.input)
        self._size.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._paper = QWidget(self)
        paper = QVBoxLayout(self._paper)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(theme().sizes.label_gap)
        paper.addWidget(Label(_("Paper"), role="second", ink="text2"))
        paper.addWidget(self._size)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(theme().sizes.field_gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addWidget(self.no_printer)
        self.set_compact(theme().is_compact)

    def set_compact(self, compact: bool) -> None:
        """In a small window printer and copies share a line, and the paper's size is left out."""
        for widget in (self.printer, self.copies, self._paper):
            self._grid.removeWidget(widget)
        if compact:
            self._grid.addWidget(self.printer, 0, 0)
            self._grid.addWidget(self.copies, 0, 1)
        else:
            self._grid.addWidget(self.printer, 0, 0, 1, 2)
            self._grid.addWidget(self.copies, 1, 0)
            self._grid.addWidget(self._paper, 1, 1)
        self.printer.setVisible(self.has_printer)
        self.copies.setVisible(self.has_printer)
        self._paper.setVisible(self.has_printer and not compact)
        self._grid.setColumnStretch(0, 5 if compact else 2)
        self._grid.setColumnStretch(1, 2 if compact else 3)

    def show_printers(self, names: Sequence[str], last_used: str) -> None:
        """The printers of this computer, the one used last chosen."""
        field = self.printer.control
        chosen = field.choice() or last_used
        field.set_options([Option(name, name) for name in names])
        field.set_choice(chosen if chosen in names else next(iter(names), None))
        self.has_printer = bool(names)
        self.set_compact(theme().is_compact)
        reason = "" if names else _("This computer has no printer. The paper can be saved as a PDF.")
        self.no_printer.say(reason, "alert-triangle", "held")

    def show_paper_size(self, *, is_wide: bool) -> None:
        """A4, upright or broadside."""
        self._size.setText(_("A4, broadside") if is_wide else _("A4, upright"))
