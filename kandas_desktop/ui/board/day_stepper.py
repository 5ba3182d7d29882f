"""A button of the board's head between two arrows, in the place of which a day can be typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from kandas_desktop.ui.board.typed_day import TypedDay
from kandas_desktop.ui.kit.buttons import Button, IconButton


class DayStepper(QWidget):
    """‹ button ›; a subclass names the day from which typing begins, and takes the one that was typed."""

    def __init__(self, today: Callable[[], date], *, earlier: str, later: str) -> None:
        super().__init__()
        self.back = IconButton("chevron-left", earlier, framed=True)
        self.on = IconButton("chevron-right", later, framed=True)
        self.button = Button("", icon="calendar")
        self.field = TypedDay(today=today)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.button)
        self._middle.addWidget(self.field)
        self._middle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.back, self._middle, self.on):
            row.addWidget(widget)
        self.button.clicked.connect(self.type_day)
        self.field.taken.connect(self.take)
        self.field.dropped.connect(self.leave_field)
        self.field.left.connect(lambda: self._middle.setCurrentWidget(self.button))

    def type_day(self) -> None:
        """Put a field in the button's place."""
        self.field.setAccessibleName(self.button.toolTip())
        self.field.set_date(self.typing_begins_at())
        self._middle.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def leave_field(self) -> None:
        """Put the button back in its place."""
        self.field.set_state("plain")
        self._middle.setCurrentWidget(self.button)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what a subclass says

    def typing_begins_at(self) -> date:
        """The day that stands in the field before another is typed."""
        raise NotImplementedError

    def take(self) -> None:
        """Take the day that was typed, or leave the field open where it is none."""
        raise NotImplementedError
