"""The one door for writes: a desk, its transaction, and the order's refusal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from kandas_desktop.models.engine import OUR_BUGS, DatabaseError, OfficeDatabase
from kandas_desktop.models.faults import trouble_of

if TYPE_CHECKING:
    from kandas_desktop.rules.obstacles import Obstacle


class Refused(Exception):
    """The order says no, for every reason in ``obstacles``; nothing was written."""

    def __init__(self, obstacles: Sequence["Obstacle"]) -> None:
        super().__init__(", ".join(obstacle.kind for obstacle in obstacles))
        self.obstacles = list(obstacles)


def refuse_if(obstacles: Sequence["Obstacle"]) -> None:
    """Raise ``Refused`` when there is anything in the way."""
    if obstacles:
        raise Refused(obstacles)


def found_in(*obstacles: "Obstacle | None") -> list["Obstacle"]:
    """Those that are in the way."""
    return [obstacle for obstacle in obstacles if obstacle is not None]


class Desk(NamedTuple):
    """Who writes, where to, by which clock, and whom to tell once it is written."""

    database: OfficeDatabase
    operator: str
    now: Callable[[], datetime]
    committed: Callable[[], None]

    @property
    def today(self) -> date:
        return self.now().date()

    @contextmanager
    def transaction(self, *, is_told: bool = True) -> Iterator[None]:
        """Take the write lock, then read, decide and write; all of it stays or none.

        ``committed`` is told once, after the commit, unless nobody's screen can have changed. Raises
        ``Trouble`` when the disk or the file fails.
        """
        try:
            with self.database.transaction():
                yield
        except OUR_BUGS:
            raise
        except DatabaseError as error:
            raise trouble_of(error, self.database.path) from error
        if is_told:
            self.committed()

    def record(self, verb: str, subject: str, subject_id: int, **detail: object) -> None:
        """Write the audit line of what is being done, inside the same transaction."""
        self.record_act(verb, subject, subject_id, detail=detail)

    def record_act(
        self,
        verb: str,
        subject: str,
        subject_id: int,
        *,
        detail: Mapping[str, object],
        changes: str = "",
        undoes: int | None = None,
    ) -> int:
        """Write the audit line of an act and return its id.

        ``changes`` are the rows by which it can be undone (``Act``); ``undoes`` the line that it undoes.
        """
        # Imported with the first write: the window comes up without Peewee.
        from json import dumps

        from kandas_desktop.models.tables import AuditLine

        line = AuditLine.create(
            at=self.now(),
            operator=self.operator,
            verb=verb,
            subject=subject,
            subject_id=subject_id,
            detail=dumps(detail, ensure_ascii=False, default=str),
            changes=changes,
            undoes=undoes,
        )
        return int(line.id)
