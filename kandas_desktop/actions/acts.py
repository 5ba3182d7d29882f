"""Acts that can be undone: the rows that an act adds or changes are written down, before and after."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from json import dumps, loads
from typing import Any, TypeVar

from kandas_desktop.actions.desk import Desk, Refused, refuse_if
from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.engine import IntegrityError
from kandas_desktop.models.house import house
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.models.schema import TABLES
from kandas_desktop.models.stay_tables import BedUse, Breach, BreachPerson, Outage, Stay
from kandas_desktop.models.stays import heard_on, status_of_stay, stays_following
from kandas_desktop.models.tables import (
    Application,
    AuditLine,
    Office,
    Person,
    Referral,
    ReferralPerson,
    Table,
)
from kandas_desktop.rules.breaches import BreachPaper
from kandas_desktop.rules.lodging import misplaced
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.terms import move_in_due

Row = TypeVar("Row", bound=Table)
DECIDING = ("breach", "decide")
LAPSING = ("referral", "lapse")
RECEIVING = ("referral", "correct receipt")
KNOWING = ("person", "change status")
"""Subject and verb of the audit lines of a decision (r.14), a lapse, a corrected receipt (r.9), a status."""
_LODGING = {"bed_use", "room"}
_TABLES = {table._meta.table_name: table for table in TABLES}


@dataclass(slots=True)
class Act:
    """What one act does to the rows of the office, inside the desk's transaction.

    Only what goes through ``add``, ``change`` and ``remove`` is undone with it.
    """

    desk: Desk
    _changes: list[dict[str, Any]] = field(default_factory=list)

    def add(self, table: type[Row], **values: object) -> Row:
        """Add a row and return it."""
        row = table.create(**values)
        self._changes.append({"table": _name(row), "id": _id(row), "before": None, "after": _image(row)})
        return row

    def change(self, row: Table, **values: object) -> None:
        """Write the values into a row that is there."""
        before = _image(row)
        for name, value in values.items():
            setattr(row, name, value)
        row.save(only=[type(row)._meta.fields[name] for name in values])
        after = _image(row)
        named = {name for name in after if after[name] != before[name]}
        self._changes.append(
            {
                "table": _name(row),
                "id": _id(row),
                "before": {name: before[name] for name in named},
                "after": {name: after[name] for name in named},
            }
        )

    def remove(self, row: Table) -> None:
        """Delete a row that no other refers to."""
        self._changes.append({"table": _name(row), "id": _id(row), "before": _image(row), "after": None})
        row.delete_instance()

    def rest_on(self, row: Table, *names: str) -> None:
        """Let the act be undone only while these values of a row are what they are now."""
        image = _image(row)
        kept = {name: image[name] for name in names}
        self._changes.append({"table": _name(row), "id": _id(row), "before": kept, "after": kept})

    def close(self, verb: str, subject: str, subject_id: int, **detail: object) -> int:
        """Write the act into the audit and return its id, by which it can be undone."""
        changes = dumps(self._changes, ensure_ascii=False, default=str)
        return self.desk.record_act(verb, subject, subject_id, detail=detail, changes=changes)


def undo(desk: Desk, act_id: int, *, also: Callable[[], None] | None = None) -> None:
    """Put every row of an act back as it was; the act and its undoing both stay in the audit.

    Raises ``Refused`` where it was undone already, or where something was built on it since: later acts, the
    notice of a decision that left, the new application of a family whose place lapsed, a moving in outside
    the term or the status that was before, somebody beside whom nobody could be given the old bed now, or
    a petition or a breach outside the stay that would be again.
    """
    with desk.transaction():
        line = AuditLine.get_by_id(act_id)
        changes = loads(line.changes or "[]")
        is_undone = AuditLine.select().where(AuditLine.undoes == line).exists()
        is_last, heard = _is_last(line), _heard_of(changes)
        is_moved_in_by = not is_last and _is_moved_in_by(line, changes)
        is_kept = _has_left(line) or _is_followed(line) or _is_lived_on(line, changes) or is_moved_in_by
        is_final = not changes or is_undone or is_kept or not _stand(changes)
        refuse_if([Obstacle(ObstacleKind.CANNOT_UNDO)] if is_final else [])
        if _LODGING.isdisjoint(change["table"] for change in changes) or is_last:
            _put_back(changes)
        else:
            _put_back_lawfully(desk, changes)
        is_unlawful = _is_slept_in_while_out(changes) or (not is_last and _is_heard_outside(changes, heard))
        refuse_if([Obstacle(ObstacleKind.CANNOT_UNDO)] if is_unlawful else [])
        if also:
            also()
        desk.record_act("undo", line.subject, line.subject_id, detail={"verb": line.verb}, undoes=line.id)


def _put_back(changes: list[dict[str, Any]]) -> None:
    """Go back through the rows as the act went forth: each moment between was lawful once, and so is now.

    Raises ``Refused`` where the database forbids it, because somebody else has the bed by now, or a row that
    would go is referred to.
    """
    try:
        for change in reversed(changes):
            table = _TABLES[change["table"]]
            rows = _key(table) == change["id"]
            if change["before"] is None:
                table.delete().where(rows).execute()
            elif change["after"] is None:
                table.insert(change["before"]).execute()
            elif change["before"]:
                table.update(change["before"]).where(rows).execute()
    except IntegrityError as guard:
        raise Refused([Obstacle(ObstacleKind.CANNOT_UNDO)]) from guard


def _put_back_lawfully(desk: Desk, changes: list[dict[str, Any]]) -> None:
    """Go back where others may have moved since. Raises ``Refused`` where two would lie unlawfully."""
    before = misplaced(house(desk.database, desk.today))
    _put_back(changes)
    is_unlawful = misplaced(house(desk.database, desk.today)) - before
    refuse_if([Obstacle(ObstacleKind.CANNOT_UNDO)] if is_unlawful else [])


def _is_slept_in_while_out(changes: list[dict[str, Any]]) -> bool:
    """Whether by what was put back somebody had a bed on a day on which it was out of service."""
    uses, outages = (
        [change["id"] for change in changes if change["table"] == table._meta.table_name]
        for table in (BedUse, Outage)
    )
    nights = BedUse.ended_on.is_null() | (
        (BedUse.ended_on > Outage.began_on) & (BedUse.ended_on > BedUse.began_on)
    )
    out = Outage.ended_on.is_null() | (Outage.ended_on > BedUse.began_on)
    both = BedUse.select().join(Outage, on=(Outage.bed == BedUse.bed)).where(nights, out)
    return bool(both.where(BedUse.id.in_(uses) | Outage.id.in_(outages)).exists())


def _stand(changes: list[dict[str, Any]]) -> bool:
    """Whether every row is still as the act left it; what a later change of the same act says counts."""
    expected: dict[tuple[str, int], dict[str, Any]] = {}
    removed = [change for change in changes if change["after"] is None]
    for change in changes:
        if change not in removed:
            expected.setdefault((change["table"], change["id"]), {}).update(change["after"])
    if any(_row(change["table"], change["id"]) is not None for change in removed):
        return False
    for (name, row_id), values in expected.items():
        row = _row(name, row_id)
        if row is None:
            return False
        image = _image(row)
        if any(image[key] != value for key, value in values.items()):
            return False
    return True


def _has_left(line: AuditLine) -> bool:
    """Whether the notice left that tells of the decision which the act recorded (r.14)."""
    if (line.subject, line.verb) != DECIDING:
        return False
    notices = Paper.select(Paper.id).where(
        Paper.breach == line.subject_id, Paper.kind == BreachPaper.DECISION.value
    )
    return bool(PaperIssue.select().where(PaperIssue.paper.in_(notices)).exists())


def _is_followed(line: AuditLine) -> bool:
    """Whether a family whose place lapsed has applied anew, and so would have two places (r.9)."""
    if (line.subject, line.verb) != LAPSING:
        return False
    lapsed = Referral.select(Referral.application).where(Referral.id == line.subject_id)
    anew = Application.select().where(Application.previous.in_(lapsed), Application.struck_out_on.is_null())
    return bool(anew.exists())


def _is_lived_on(line: AuditLine, changes: list[dict[str, Any]]) -> bool:
    """Whether somebody moved in outside the term that ran before a day of receipt was corrected (r.9)."""
    if (line.subject, line.verb) != RECEIVING or not changes or not changes[0]["before"]:
        return False
    received_on = date.fromisoformat(changes[0]["before"]["received_on"])
    due = move_in_due(received_on, term_calendar(Office.get_by_id(1)))
    named = ReferralPerson.select(ReferralPerson.id).where(ReferralPerson.referral == line.subject_id)
    outside = (Stay.moved_in_on < received_on) | (Stay.moved_in_on > due)
    return bool(Stay.select().where(Stay.referral_person.in_(named), outside).exists())


def _is_moved_in_by(line: AuditLine, changes: list[dict[str, Any]]) -> bool:
    """Whether somebody moved in who could not have by what was known of a status before (r.15)."""
    if (line.subject, line.verb) != KNOWING or not changes:
        return False
    person = Person.get_by_id(line.subject_id)
    before = Person(**(person.__data__ | _days_read(changes[0]["before"])))
    for stay in stays_following(person):
        now, then = status_of_stay(stay), status_of_stay(stay, instead=before)
        if then is not None and then < stay.moved_in_on and (now is None or stay.moved_in_on <= now):
            return True
    return False


def _heard_of(changes: list[dict[str, Any]]) -> dict[int, set[date]]:
    """When those whom an act concerns filed petitions (r.10) or broke the rules (r.13), by their stays."""
    stays = {change["id"] for change in changes if change["table"] == _name(Stay)}
    files = [change["id"] for change in changes if change["table"] == _name(Breach)]
    stays |= {row.stay_id for row in BreachPerson.select().where(BreachPerson.breach.in_(files))}
    return {stay_id: {day for day, _event in heard_on(stay_id)} for stay_id in stays}


def _is_heard_outside(changes: list[dict[str, Any]], before: dict[int, set[date]]) -> bool:
    """Whether by what was put back somebody was heard of before they came, or after they left."""
    now = _heard_of(changes)
    for stay in Stay.select().where(Stay.id.in_(list(now))):
        days = now[stay.id] | before.get(stay.id, set())
        if any(day < stay.moved_in_on or day > (stay.left_on or date.max) for day in days):
            return True
    return False


def _days_read(image: dict[str, Any]) -> dict[str, Any]:
    """The days of a row's image as days again; a status has nothing else that counts."""
    return {
        name: date.fromisoformat(value) if value and name.endswith(("_on", "_until")) else value
        for name, value in image.items()
    }


def _is_last(line: AuditLine) -> bool:
    """Whether nothing at all was written since; then all is as it was before."""
    return not AuditLine.select().where(AuditLine.id > line.id).exists()


def _row(name: str, row_id: int) -> Table | None:
    row: Table | None = _TABLES[name].get_or_none(_key(_TABLES[name]) == row_id)
    return row


def _name(row: Table | type[Table]) -> str:
    return str(row._meta.table_name)


def _key(table: type[Table]) -> Any:
    return table._meta.primary_key


def _id(row: Table) -> int:
    return int(row.id)  # type: ignore[attr-defined]


def _image(row: Table) -> dict[str, Any]:
    """Every value of a row as JSON can hold it."""
    return {name: _plain(row.__data__.get(name)) for name in row._meta.fields}


def _plain(value: object) -> object:
    return (
        value.isoformat(" ")
        if isinstance(value, datetime)
        else (value.isoformat() if isinstance(value, date) else value)
    )
