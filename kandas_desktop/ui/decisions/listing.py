"""Either table's rows as the page filters them, and what it says where there are none."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.breaches import breach_rows
from kandas_desktop.queries.petitions import petition_rows
from kandas_desktop.ui.cells import Column
from kandas_desktop.ui.decisions.cells import (
    BREACH_COLUMNS,
    PETITION_COLUMNS,
    Line,
    breach_line,
    petition_line,
)
from kandas_desktop.ui.decisions.filter_row import Which
from kandas_desktop.ui.filter_row import finds
from kandas_desktop.words import _

_WANTED = {Which.OPEN: (False,), Which.FINISHED: (True,), Which.ALL: (False, True)}


class Entry(NamedTuple):
    """A row, whether nothing is left to do with it, and the words by which it is found."""

    line: Line
    is_finished: bool
    found_by: Sequence[str]


class Listing(NamedTuple):
    """One of the two tables with all its rows."""

    name: str
    columns: Sequence[Column]
    entries: Sequence[Entry]
    is_petitions: bool

    def lines(self, which: Which, typed: str) -> list[Line]:
        """The rows of a choice in which every typed word begins one of theirs."""
        return [
            entry.line
            for entry in self.entries
            if entry.is_finished in _WANTED[which] and finds(typed, entry.found_by)
        ]

    @property
    def counts(self) -> dict[Which, int]:
        """How many rows each choice has."""
        finished, every = sum(entry.is_finished for entry in self.entries), len(self.entries)
        return {Which.OPEN: every - finished, Which.FINISHED: finished, Which.ALL: every}

    def empty_words(self, typed: str) -> tuple[str, str]:
        """The sentence and the button where no row is shown."""
        if typed and self.entries:
            return _("Nothing was found."), _("Clear the filter")
        if self.is_petitions:
            if self.entries:
                return _("Every petition of this kind is answered."), _("Show all")
            return _("Nobody has filed a petition yet."), self.new_words
        if self.entries:
            return _("There is no file of this kind."), _("Show all")
        return _("No breach of the rules is written down."), self.new_words

    @property
    def new_words(self) -> str:
        """What beginning another is called."""
        return _("New petition") if self.is_petitions else _("New file")


def files(*, today: date, hidden: bool) -> Listing:
    """Every file of a breach."""
    entries = [
        Entry(
            breach_line(row, today=today, hidden=hidden),
            row.is_finished,
            (row.number, row.household_number, *(person.name.full for person in row.people)),
        )
        for row in breach_rows()
    ]
    return Listing(_("Files"), BREACH_COLUMNS, entries, is_petitions=False)


def petitions(*, hidden: bool) -> Listing:
    """Every petition."""
    entries = [
        Entry(
            petition_line(row, hidden=hidden),
            row.answered_on is not None,
            (row.number, row.household_number, row.name.full),
        )
        for row in petition_rows()
    ]
    return Listing(_("Petitions"), PETITION_COLUMNS, entries, is_petitions=True)
