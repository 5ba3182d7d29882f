"""What stands in each cell of the two tables: the files of breaches, and the petitions."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.breaches import BreachRow
from kandas_desktop.queries.petitions import PetitionRow
from kandas_desktop.rules.breaches import Stage
from kandas_desktop.ui.cells import NOTHING, Cell, Column, chip, spoken
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.stages import stage_look
from kandas_desktop.ui.wording import digits, people_words
from kandas_desktop.words import _


class Line(NamedTuple):
    """A row of either table, known by the id of its file or petition."""

    key: int
    cells: tuple[Cell, ...]

    @property
    def spoken(self) -> str:
        """The row in one line, for screen readers."""
        return spoken(self.cells)


BREACH_COLUMNS: Sequence[Column] = (
    Column(lambda: _("Number"), 84),
    Column(lambda: _("Whom it concerns"), 150, share=1),
    Column(lambda: _("Happened on"), 104, gives_way=True),
    Column(lambda: _("Last step"), 168, gives_way=True),
    Column(lambda: _("Where it stands"), 216),
)
PETITION_COLUMNS: Sequence[Column] = (
    Column(lambda: _("Number"), 84),
    Column(lambda: _("Who asks"), 150, share=1),
    Column(lambda: _("Filed on"), 104),
    Column(lambda: _("What it asks"), 260, gives_way=True),
    Column(lambda: _("The answer"), 150),
)


def breach_line(row: BreachRow, *, today: date, hidden: bool) -> Line:
    """A file as its row says it; names may be hidden (F9)."""
    look = stage_look(row, today)
    naming = Naming(row.household_number, hidden)
    others = people_words(len(row.people)) if len(row.people) > 1 else ""
    first = naming.short(row.people[0].name) if row.people else row.household_number
    return Line(
        row.id,
        (
            Cell(row.number or NOTHING, is_bold=bool(row.number)),
            Cell(
                first,
                " · ".join(filter(None, ("" if hidden else row.household_number, others))),
                is_bold=True,
            ),
            Cell(digits(row.file.happened_on)),
            Cell(*last_step(row)),
            chip(look.text, family=look.family, icon=look.icon),
        ),
    )


def last_step(row: BreachRow) -> tuple[str, str]:
    """The day of the last step, and what it was."""
    file = row.file
    days = (
        (file.closed_on, _("closed")),
        (file.notified_on, _("family told")),
        (file.decided_on, _("decision {number}").format(number=row.decision_number)),
        (file.registered_on, _("proposal registered")),
        (file.proposed_on, _("proposal made")),
    )
    if row.stage is Stage.OUT:
        last = max(day for day in file.left_on if day is not None)
        return digits(last), _("everybody is out")
    return next(
        ((digits(day), words) for day, words in days if day), (digits(row.recorded_on), _("recorded"))
    )


def petition_line(row: PetitionRow, *, hidden: bool) -> Line:
    """A petition as its row says it; names may be hidden (F9)."""
    naming = Naming(row.household_number, hidden)
    request = " ".join(row.request.split())
    answer = (
        chip(_("Waits for an answer"), family="held", icon="hourglass")
        if row.answered_on is None
        else Cell(digits(row.answered_on), " ".join(row.answer.split()))
    )
    return Line(
        row.id,
        (
            Cell(row.number, is_bold=True),
            Cell(naming.short(row.name), "" if hidden else row.household_number, is_bold=True),
            Cell(digits(row.filed_on)),
            Cell(request),
            answer,
        ),
    )
