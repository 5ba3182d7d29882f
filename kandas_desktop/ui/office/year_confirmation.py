"""Whether a year's working days and days off are confirmed, and by which announcement."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.queries.work_calendar import year_view
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.fields import Field, all_fit
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_NOVEMBER = 11


class YearConfirmation(Card):
    """Asks for this year; once that is confirmed, and from November on, for the next one."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._year = workplace.desk.today.year
        head = QHBoxLayout()
        self.title = Label(bold=True)
        self.chip = Chip("")
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.chip)
        self.column.addLayout(head)
        remark = _("Moved days off and Kurban Ait are announced each year. Mark them above, then confirm.")
        self.column.addWidget(Label(remark, role="second", ink="text2", wrap=True))
        self.source = Field(_("Order or announcement"), TextField(max_length=200), second=_("required"))
        self.confirm_button = Button(_("Confirm the year"), icon="check")
        self.confirm_button.clicked.connect(self.confirm)
        self.source.control.textChanged.connect(self.source.clear_message)
        self.column.addWidget(self.source)
        row = QHBoxLayout()
        row.addWidget(self.confirm_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.reload()

    @property
    def year(self) -> int:
        """The year that is asked about."""
        return self._year

    def ask_about(self, year: int) -> None:
        """Ask about another year."""
        self._year = year
        self._show()

    def reload(self) -> None:
        """Read anew which year is to be confirmed next."""
        today = self._workplace.desk.today
        is_this_confirmed = year_view(today.year).confirmation is not None
        self._year = today.year + (is_this_confirmed and today.month >= _NOVEMBER)
        self._show()

    def confirm(self) -> None:
        """Record that the year is as its calendar has it."""
        from kandas_desktop.actions.work_calendar import confirm_year

        source, year = self.source.control.value(), self._year
        if not source:
            self.source.set_error(_("Write from which order or announcement it is known."))
            self.source.control.setFocus()
            return
        if not all_fit(self):
            return
        attempt_act(
            self._workplace,
            lambda: confirm_year(self._workplace.desk, year, source=source),
            done=_("The work calendar of {year} is confirmed.").format(year=year),
        )
        self._show()

    def _show(self) -> None:
        confirmation = year_view(self._year).confirmation
        self.title.setText(_("Calendar of {year}").format(year=self._year))
        if confirmation is None:
            self.chip.show_state(_("not confirmed"), family="held", icon="alert-triangle")
        else:
            words = _("confirmed on {day}").format(day=digits(confirmation.on))
            self.chip.show_state(words, family="free", icon="check-circle")
        if not self.source.control.hasFocus():  # what is being typed stays
            self.source.control.set_value(confirmation.source if confirmation else "")
