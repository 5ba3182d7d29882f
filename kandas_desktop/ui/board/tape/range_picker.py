"""Which days the tape chart shows: earlier, later, back to today, or from a day that is typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from kandas_desktop.ui.board.day_stepper import DayStepper
from kandas_desktop.ui.board.tape.days import Days
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class RangePicker(DayStepper):
    """‹ 09.03 – 10.04.2026 ›: ``stepped(days)`` by the arrows, ``chosen(day)`` once a day was typed."""

    stepped = Signal(int)
    chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(today, earlier=_("A week earlier"), later=_("A week later"))
        self.button.setToolTip(_("Show the days around a day"))
        self._first = today()
        self.back.clicked.connect(lambda: self.stepped.emit(-7))
        self.on.clicked.connect(lambda: self.stepped.emit(7))

    def show_days(self, days: Days) -> None:
        """Write which days are seen."""
        self._first = days.first
        self.button.set_words(range_words(days.first, days.last))
        self._middle.setFixedWidth(max(174, self.button.sizeHint().width()))

    def typing_begins_at(self) -> date:
        return self._first

    def take(self) -> None:
        day = self.field.date_value()
        if day is None:
            self.field.set_state("error")
            return
        self.leave_field()
        self.chosen.emit(day)


def range_words(first: date, last: date) -> str:
    """«09.03 – 10.04.2026»; with both years where they differ."""
    begins = digits(first) if first.year != last.year else f"{first.day:02}.{first.month:02}"
    return f"{begins} – {digits(last)}"
