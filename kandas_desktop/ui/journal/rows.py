"""The journal's rows that were looked at lately: read together when they are painted, bounded in number."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from itertools import islice

from kandas_desktop.actions.desk import Desk
from kandas_desktop.queries.journal import FamilyRow, JournalRow, family_rows, journal_rows

_KEPT = 2000


class JournalRows:
    """Lines and families by the id of their application, as they are on the desk's today."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lines: OrderedDict[int, JournalRow] = OrderedDict()
        self._families: OrderedDict[int, list[FamilyRow]] = OrderedDict()

    @property
    def today(self) -> date:
        return self._desk.today

    def forget(self) -> None:
        """Read everything afresh from now on."""
        self._lines.clear()
        self._families.clear()

    def fetch(self, application_ids: Iterable[int]) -> None:
        """Have these lines ready: one query for all that are not."""
        missing = [id_ for id_ in application_ids if id_ not in self._lines]
        if missing:
            self._lines.update(journal_rows(self._desk.database, missing))
            _hold(self._lines)

    def fetch_families(self, application_ids: Iterable[int]) -> None:
        """Have the families of these lines ready."""
        missing = [id_ for id_ in application_ids if id_ not in self._families]
        if missing:
            self._families.update(family_rows(self._desk.database, missing, self.today))
            _hold(self._families)

    def has_line(self, application_id: int) -> bool:
        """Whether a line is at hand without a query."""
        return application_id in self._lines

    def line(self, application_id: int) -> JournalRow:
        """A line of the journal."""
        self.fetch((application_id,))
        return self._lines[application_id]

    def family_size(self, application_id: int) -> int:
        """How many family lines stand beneath it."""
        return self.line(application_id).family_size

    def family(self, application_id: int) -> list[FamilyRow]:
        """The family lines beneath it."""
        self.fetch_families((application_id,))
        return self._families[application_id]


def _hold(kept: "OrderedDict[int, JournalRow] | OrderedDict[int, list[FamilyRow]]") -> None:
    """Let go of what was read longest ago."""
    for id_ in list(islice(kept, max(0, len(kept) - _KEPT))):
        del kept[id_]
