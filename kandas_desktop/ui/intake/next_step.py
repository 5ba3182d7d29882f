"""What the page says of the step after it: where registering leads, and why it cannot be taken yet."""

from collections.abc import Sequence
from datetime import date

from kandas_desktop.queries.office import outlook, work_calendar
from kandas_desktop.rules.beds import may_share_bed
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.terms import registered_on
from kandas_desktop.ui.intake.form import ApplicationForm
from kandas_desktop.ui.intake.form_view import FormView
from kandas_desktop.ui.intake.next_step_bar import NextStepBar
from kandas_desktop.ui.intake.outlook import Prospect
from kandas_desktop.ui.intake.remarks import Level, Remark
from kandas_desktop.ui.intake.words import part_title
from kandas_desktop.ui.wording import clause_words, digits
from kandas_desktop.words import _


class NextStep:
    """Reads beds, reserve and calendar once, and tells them in column and bar after every change."""

    def __init__(self, view: FormView, bar: NextStepBar, today: date) -> None:
        self._view = view
        self._bar = bar
        self._today = today
        self._beds_free = 0
        self._waiting = 0
        self._registered_on = today

    def read(self, today: date) -> None:
        """Read afresh how things stand on a day."""
        self._today = today
        self._registered_on = registered_on(today, work_calendar())
        found = outlook(self._registered_on)  # the day on which it is considered (r.6)
        self._beds_free = found.beds_free
        self._waiting = found.waiting

    def show(self, stopping: Sequence[Remark]) -> None:
        """Say it all for what is written now; ``stopping`` is what keeps it from being registered."""
        form = self._view.form()
        prospect = Prospect(
            beds_needed(form, on=self._registered_on, today=self._today),
            self._beds_free,
            self._waiting,
            len(self._view.slips),
            is_known=form.is_judgeable(self._today),
        )
        is_begun = not form.is_empty
        self._view.side.outlook.show_prospect(prospect, self._day_off_words(), is_begun=is_begun)
        self._bar.show_prospect(prospect, is_begun=is_begun)
        self._bar.show_steps(self._step_names())
        self._bar.show_reason(reason_words(stopping[0]) if stopping else "")

    def _step_names(self) -> list[str]:
        consider = _("Consider, today")
        if self._registered_on != self._today:
            consider = _("Consider, {day}").format(day=digits(self._registered_on))
        return [_("Register"), consider, _("Reserve or referral")]

    def _day_off_words(self) -> str:
        if self._registered_on == self._today:
            return ""
        return _("Today is a day off: it is registered on {day} ({clause}).").format(
            day=digits(self._registered_on), clause=clause_words(Clause.R6)
        )


def beds_needed(form: ApplicationForm, *, on: date, today: date) -> int:
    """How many beds the people would need; an infant who joins a household usually shares one there (r.7)."""
    if not form.is_joining:
        return len(form.people)
    born = (person.birth_date(today) for person in form.people)
    return sum(day is None or not may_share_bed(day, on=on) for day in born)


def reason_words(remark: Remark) -> str:
    """Why an application cannot be registered: whose field, what, by which clause."""
    text = remark.text.rstrip(".")
    if remark.level is Level.ERROR:
        # The sentence goes on behind the field's name.
        sentence = text[:1].lower() + text[1:]
        text = _("{field}: {text}").format(field=part_title(remark.part), text=sentence)
    if remark.clause is not None:
        text = f"{text} ({clause_words(Clause(remark.clause))})"
    return _("Family, row {row}: {text}").format(row=remark.row, text=text) if remark.row else text
