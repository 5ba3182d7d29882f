"""The work calendar in the settings: a year's days, the office's own among them, and its confirmation."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.work_calendar import terms_moved_by, year_view
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.chips import Chip, ClauseChip
from kandas_desktop.ui.kit.fields import Field, all_fit
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.toggles import Segmented
from kandas_desktop.ui.office.work_calendar_words import moved_words, official_words, own_words
from kandas_desktop.ui.office.year_grid import YearGrid
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_WORKING, _OFF = "working", "off"


class WorkCalendarCard(Card):
    """The chosen day stands beneath the year, with what a change of it would move."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        today = workplace.desk.today
        self._view = year_view(today.year)
        self.grid = YearGrid(self._view, today, today)
        self.year = Label(bold=True)
        self.earlier = IconButton("chevron-left", _("The year before"))
        self.later = IconButton("chevron-right", _("The next year"))
        self.day = Label(bold=True)
        self.official = Label(role="second", ink="text2", wrap=True)
        options = [(_WORKING, _("Working day")), (_OFF, _("Day off"))]
        self.kind = Segmented(options, name=_("What the day is"), value=_OFF)
        self.source = Field(_("Order or announcement"), TextField(max_length=200), second=_("required"))
        self.moved = Label(role="second", ink="text2", wrap=True)
        self.save_button = Button(_("Write the day down"), icon="check")
        self.remove_button = Button(_("Back to the calendar of Kazakhstan"), icon="undo", role="quiet")
        self.own_days = Label(role="second", wrap=True)
        self._lay_out()
        self._connect()
        self._show(today)

    def reload(self) -> None:
        """Read the year anew; what is being typed stays, unless what is known of the day has changed."""
        day, before = self.grid.day, self._view.own(self.grid.day)
        self._view = year_view(self._view.year)
        self.grid.show_year(self._view, day)
        if self._view.own(day) != before:
            self._show(day)
        else:
            self._show_year()
            self._show_moved()

    def choose(self, day: date) -> None:
        """Show a day, and its year."""
        self._choose(day)

    def show_year(self, year: int) -> None:
        """Show a year, unless it is shown already."""
        if year != self._view.year:
            self._choose(date(year, 1, 1))

    # --- building

    def _lay_out(self) -> None:
        self.column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(6)
        for widget in (self.earlier, self.year, self.later):
            head.addWidget(widget)
        head.addSpacing(6)
        head.addWidget(ClauseChip(Clause.R6))
        head.addWidget(ClauseChip(Clause.R14))
        head.addStretch(1)
        head.addWidget(Chip(_("own day off"), family="held"))
        head.addWidget(Chip(_("own working day"), family="free"))
        self.column.addLayout(head)
        self.column.addWidget(self.grid)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.day)
        words.addWidget(self.official)
        self.column.addLayout(words)
        row = QHBoxLayout()
        row.setSpacing(12)
        kind = QVBoxLayout()
        kind.addSpacing(20)
        kind.addWidget(self.kind)
        kind.addStretch(1)
        row.addLayout(kind)
        row.addWidget(self.source, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.moved)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addWidget(self.own_days)

    def _connect(self) -> None:
        self.grid.day_chosen.connect(self._choose)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.kind.chosen.connect(self._show_moved)
        self.source.control.textChanged.connect(self.source.clear_message)
        self.save_button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self.remove)

    # --- what is shown

    def _turn(self, years: int) -> None:
        self._choose(date(self._view.year + years, 1, 1))

    def _choose(self, day: date) -> None:
        # What was typed for one day must not be written down for another by mistake.
        is_kept = day == self.grid.day and self.source.control.isModified()
        typed = self.source.control.value() if is_kept else ""
        if day.year != self._view.year:
            self._view = year_view(day.year)
        self.grid.show_year(self._view, day)
        self._show(day, typed)

    def _show(self, day: date, typed: str = "") -> None:
        own = self._view.own(day)
        is_off = day in self._view.days_off
        # What is asked for is mostly the other way round than it stands.
        wanted = own.is_working if own else is_off
        self.kind.set_value(_WORKING if wanted else _OFF)
        self.source.control.set_value(own.source if own else typed)
        self.source.clear_message()
        self._show_year()
        self._show_moved()

    def _show_year(self) -> None:
        day = self.grid.day
        self.year.setText(str(self._view.year))
        self.day.setText(digits(day))
        self.official.setText(official_words(day, self._view))
        own = self._view.own(day)
        self.remove_button.setVisible(own is not None)
        if own is not None:
            moved = moved_words(terms_moved_by(self._workplace.desk.today, day, is_working=None))
            self.remove_button.setToolTip(moved)
            self.remove_button.setAccessibleDescription(moved)
        days = [own_words(one) for one in self._view.own_days]
        self.own_days.setText("\n".join([_("The office's own days:"), *days]) if days else "")
        self.own_days.setVisible(bool(days))
        self.grid.setAccessibleDescription(f"{digits(day)}, {self.official.text()}")

    def _show_moved(self) -> None:
        is_working = self.kind.value() == _WORKING
        today = self._workplace.desk.today
        self.moved.setText(moved_words(terms_moved_by(today, self.grid.day, is_working=is_working)))

    # --- what is done

    def save(self) -> None:
        """Write the day down, if it says from where it is known."""
        from kandas_desktop.actions.work_calendar import DayEntry, mark_day

        source = self.source.control.value()
        if not source:
            self.source.set_error(_("Write from which order or announcement it is known."))
            self.source.control.setFocus()
            return
        if not all_fit(self):
            return
        day, is_working = self.grid.day, self.kind.value() == _WORKING
        attempt_act(
            self._workplace,
            lambda: mark_day(self._workplace.desk, DayEntry(day, is_working, source)),
            done=_("{day} is written down.").format(day=digits(day)),
        )
        self._read_again()

    def remove(self) -> None:
        """Take the office's own mark of the day away."""
        from kandas_desktop.actions.work_calendar import unmark_day

        day = self.grid.day
        attempt_act(
            self._workplace,
            lambda: unmark_day(self._workplace.desk, day),
            done=_("{day} is again as in the calendar of Kazakhstan.").format(day=digits(day)),
        )
        self._read_again()

    def _read_again(self) -> None:
        self._view = year_view(self._view.year)
        self._choose(self.grid.day)
        self.grid.setFocus()
