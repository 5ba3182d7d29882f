"""The side panel of a breach's file: its facts, its chain, and the one next step."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.breaches import BreachDetail, breach_detail, last_proposal
from kandas_desktop.rules.breaches import (
    BreachPaper,
    Stage,
    obstacles_to_notice,
    obstacles_to_proposal,
    obstacles_to_registering,
)
from kandas_desktop.rules.letters import clean_number
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.decisions import acts
from kandas_desktop.ui.decisions.chain import ChainStep, chain, current_step, step_names
from kandas_desktop.ui.decisions.panel import MenuEntry, RecordPanel
from kandas_desktop.ui.decisions.step_form import StepForm
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.steps import Steps
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.panel_rows import FactRow, Section
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.refusals import refusal
from kandas_desktop.ui.stages import stage_look
from kandas_desktop.ui.stay_acts import record_leaving
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _

_PAPER_PLACES = {
    BreachPaper.PROPOSAL: Place.PROPOSAL_PAPER,
    BreachPaper.DECISION: Place.DECISION_NOTICE_PAPER,
}


class BreachPanel(RecordPanel):
    """Shows a file and does its next step."""

    _detail: BreachDetail | None = None
    _shown: tuple[BreachDetail, date, bool, bool] | None = None

    @property
    def detail(self) -> BreachDetail | None:
        """The file that is shown."""
        return self._detail

    @property
    def _naming(self) -> Naming:
        number = self._detail.row.household_number if self._detail else ""
        return Naming(number, self._names_hidden)

    def reload(self) -> None:
        if self.record_id is None:
            return
        today = self.workplace.desk.today
        self._detail = detail = breach_detail(self.record_id, today)
        if detail is None:
            self._shown = None
            self.closed.emit()
            return
        row, look = detail.row, stage_look(detail.row, today)
        members = {member.resident.stay_id: member for member in detail.household.people}
        concerned = [members[person.stay_id] for person in row.people if person.stay_id in members]
        names = [self._naming.short(member.name, member.kinship) for member in concerned]
        beds = ", ".join(member.bed for member in concerned if member.bed)
        self.show_head(
            number=f"№ {row.number}" if row.number else "",
            title=", ".join(names),
            second=" · ".join(filter(None, (row.household_number, beds))),
            look=look,
        )
        shown = detail, today, self._names_hidden, theme().is_compact
        if shown != self._shown:  # what is being written stays while nothing else changed
            self._shown = shown
            self.show_parts(self._body_parts(detail), self._step_parts(detail))

    def menu_entries(self) -> list[MenuEntry]:
        detail = self._detail
        if detail is None:
            return []
        entries: list[MenuEntry] = []
        if detail.row.people:
            stay_id = detail.row.people[0].stay_id
            entries.append((_("Go to the resident"), lambda: self.leads_to.emit(Place.RESIDENT, stay_id)))
        for paper in self._papers(detail):
            entries.append((_paper_words(paper), partial(self._open_paper, detail, paper)))
        if detail.row.stage in (Stage.RECORDED, Stage.PROPOSED, Stage.REGISTERED):
            entries.append((_("Close the file without a decision…"), self._close_file))
        back = self._way_back(detail)
        if back:
            entries.append((back, lambda: acts.take_back(self.workplace, "breach", detail.row.id)))
        return entries

    def print_paper(self) -> bool:
        papers = self._papers(self._detail) if self._detail else []
        if self._detail is not None and papers:
            self._open_paper(self._detail, papers[-1])
        return bool(papers)

    def _papers(self, detail: BreachDetail) -> list[BreachPaper]:
        """What can be printed of the file now, in the order of its steps."""
        steps = chain(detail, self.workplace.desk.today, self._naming)
        return [step.paper for step in steps if step.paper is not None]

    def _open_paper(self, detail: BreachDetail, paper: BreachPaper) -> None:
        self.leads_to.emit(_PAPER_PLACES[paper], detail.row.id)

    @staticmethod
    def _way_back(detail: BreachDetail) -> str:
        # What has its number is not taken back.
        return "" if detail.row.stage is Stage.PROPOSED else acts.way_back("breach", detail.row.id)

    # --- the middle

    def _body_parts(self, detail: BreachDetail) -> list[QWidget]:
        # A file that was closed went no further, and its chain says so.
        is_closed = detail.row.stage is Stage.CLOSED
        steps = [] if is_closed else [Steps(step_names(detail), current_step(detail))]
        happened = _("What happened on {day}").format(day=digits(detail.row.file.happened_on))
        today = self.workplace.desk.today
        return [
            *steps,
            Section(happened, Label(detail.row.facts, wrap=True)),
            Section(
                _("The chain"),
                *(self._chain_row(detail, step) for step in chain(detail, today, self._naming)),
            ),
        ]

    def _chain_row(self, detail: BreachDetail, step: ChainStep) -> QWidget:
        row = FactRow(step.title, step.text, icon=step.icon, family=step.family, clause=step.clause)
        if step.paper is not None:
            paper = step.paper
            button = IconButton("printer", _paper_words(paper), size=24)
            button.clicked.connect(lambda: self._open_paper(detail, paper))
            row.add(button)
        return row

    # --- the foot

    def _step_parts(self, detail: BreachDetail) -> list[QWidget]:
        self.put_form_away()
        today = self.workplace.desk.today
        stage = detail.row.stage
        if stage is Stage.RECORDED:
            form = self.ask_by(StepForm(_("Date of the proposal"), today=today))
            return [form, self.step_button(_("Make the proposal"), self._propose, filled=True)]
        if stage is Stage.PROPOSED:
            self.ask_by(StepForm(_("Registered on"), today=today, number_label=_("Number there")))
            return self._after_printing(
                detail, BreachPaper.PROPOSAL, _("Registered by the body"), self._register
            )
        if stage is Stage.REGISTERED:
            return [self.step_button(_("Record the decision…"), self._decide, filled=True)]
        if stage in (Stage.DECIDED_KEEP, Stage.DECIDED_EVICT):
            self.ask_by(StepForm(_("Told on"), today=today))
            return self._after_printing(detail, BreachPaper.DECISION, _("The family was told"), self._tell)
        if detail.still_here:
            return [self.step_button(_("Record the leaving…"), self._record_leaving, filled=True)]
        return []

    def _after_printing(
        self, detail: BreachDetail, paper: BreachPaper, words: str, do: Callable[[], None]
    ) -> list[QWidget]:
        """The paper comes first; the step itself may be taken at once, too."""
        assert self.form is not None, "the step asks for its day"
        is_printed = paper in detail.printed
        step = self.step_button(words, do, filled=is_printed)
        if is_printed:
            return [self.form, step]
        to_print = self.step_button(_paper_words(paper), lambda: self._open_paper(detail, paper), filled=True)
        return [to_print, self.form, step]

    def _may_go_on(self, found: list[Obstacle]) -> bool:
        """Whether nothing stands in the way; what is not about the day is said in the foot strip."""
        assert self.form is not None
        may = self.form.may_go_on(found)
        if found and not self.form.day.message:
            self.workplace.notices.note(refusal(self.workplace, found))
        return may

    def _propose(self) -> None:
        if self._detail is None or self.form is None:
            return
        day, row = self.form.chosen_day, self._detail.row
        concerned = {person.stay_id for person in row.people}
        residents = [
            member.resident
            for member in self._detail.household.people
            if member.resident.stay_id in concerned
        ]
        today = self.workplace.desk.today
        found = obstacles_to_proposal(
            row.file, residents, proposed_on=day, today=today, last=last_proposal(day.year)
        )
        if self._may_go_on(found):
            acts.propose(self.workplace, row.id, day)

    def _register(self) -> None:
        if self._detail is None or self.form is None:
            return
        day, row = self.form.chosen_day, self._detail.row
        today = self.workplace.desk.today
        if self._may_go_on(obstacles_to_registering(row.file, registered_on=day, today=today)):
            number = clean_number(self.form.number.control.value())
            acts.register(self.workplace, row.id, day, number)

    def _decide(self) -> None:
        if self._detail is not None:
            acts.decide(self.workplace, self.window(), self._detail, self._naming)

    def _tell(self) -> None:
        if self._detail is None or self.form is None:
            return
        day, row = self.form.chosen_day, self._detail.row
        today = self.workplace.desk.today
        if self._may_go_on(obstacles_to_notice(row.file, notified_on=day, today=today)):
            acts.tell(self.workplace, row.id, day)

    def _record_leaving(self) -> None:
        if self._detail is not None:
            record_leaving(
                self.workplace, self.window(), self._detail.still_here, names_hidden=self._names_hidden
            )

    def _close_file(self) -> None:
        if self._detail is not None:
            acts.close(self.workplace, self.window(), self._detail)


def _paper_words(paper: BreachPaper) -> str:
    return _("Print the proposal") if paper is BreachPaper.PROPOSAL else _("Print the notice")
