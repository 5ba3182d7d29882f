"""The side panel of a petition: what it asks, and its answer (r.10)."""

from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.petitions import PetitionRow, petition_row
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.letters import clean_lines
from kandas_desktop.rules.petitions import obstacles_to_answer
from kandas_desktop.ui.decisions import acts
from kandas_desktop.ui.decisions.panel import MenuEntry, RecordPanel
from kandas_desktop.ui.decisions.step_form import StepForm
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.panel_rows import FactRow, Section
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.stages import StageLook
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class PetitionPanel(RecordPanel):
    """Shows a petition and takes its answer."""

    _row: PetitionRow | None = None
    _shown: tuple[PetitionRow, bool] | None = None

    def reload(self) -> None:
        if self.record_id is None:
            return
        self._row = row = petition_row(self.record_id)
        if row is None:
            self.closed.emit()
            return
        waits = row.answered_on is None
        look = StageLook(_("Answered"), "grey", "check")
        if waits:
            look = StageLook(_("Waits for an answer"), "held", "hourglass")
        self.show_head(
            number=f"№ {row.number}",
            title=Naming(row.household_number, self._names_hidden).short(row.name),
            second=row.household_number,
            look=look,
        )
        shown = row, theme().is_compact
        if shown == self._shown and self.form is not None:
            return  # what is being written stays
        self._shown = shown
        self.show_parts(self._body_parts(row), self._step_parts(row))

    def menu_entries(self) -> list[MenuEntry]:
        row = self._row
        if row is None:
            return []
        entries: list[MenuEntry] = [
            (_("Go to the resident"), lambda: self.leads_to.emit(Place.RESIDENT, row.stay_id))
        ]
        back = acts.way_back("petition", row.id)
        if back:
            entries.append((back, lambda: acts.take_back(self.workplace, "petition", row.id)))
        return entries

    def _body_parts(self, row: PetitionRow) -> list[QWidget]:
        filed = FactRow(_("Filed"), digits(row.filed_on), icon="file-text", clause=Clause.R10)
        parts: list[QWidget] = [filed, Section(_("What it asks"), Label(row.request, wrap=True))]
        if row.answered_on is not None:
            title = _("Answer of {day}").format(day=digits(row.answered_on))
            parts.append(Section(title, Label(row.answer, wrap=True)))
        return parts

    def _step_parts(self, row: PetitionRow) -> list[QWidget]:
        self.put_form_away()
        if row.answered_on is not None:
            return []
        today = self.workplace.desk.today
        form = self.ask_by(StepForm(_("Answered on"), today=today, text_label=_("The answer")))
        return [form, self.step_button(_("Write the answer down"), self._answer, filled=True)]

    def _answer(self) -> None:
        row, form = self._row, self.form
        if row is None or form is None:
            return
        text = clean_lines(form.text.control.value())
        found = obstacles_to_answer(
            filed_on=row.filed_on,
            is_answered=row.answered_on is not None,
            answered_on=form.chosen_day,
            answer=text,
            today=self.workplace.desk.today,
        )
        if form.may_go_on(found):
            acts.answer(self.workplace, row, form.chosen_day, text)
