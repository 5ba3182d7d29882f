"""The bedding of the beds that are slept in, read from the office's file (r.11)."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import natural_key
from kandas_desktop.models.stay_tables import Bed, Room
from kandas_desktop.rules.bedding import BedLinen
from kandas_desktop.rules.names import PersonName

_SLEPT_IN = (
    "SELECT b.id, rm.floor, rm.name, b.name, u.stay_id, root.number, p.surname, p.given_name, p.patronymic,"
    " u.began_on, (SELECT max(c.changed_on) FROM bedding_change c WHERE c.bed_id = b.id"
    " AND c.changed_on >= u.began_on)"
    " FROM bed_use u JOIN bed b ON b.id = u.bed_id JOIN room rm ON rm.id = b.room_id"
    " JOIN stay s ON s.id = u.stay_id JOIN person p ON p.id = s.person_id"
    " JOIN application root ON root.id = s.household_id WHERE u.ended_on IS NULL AND +u.stay_id IS NOT NULL"
)


class SleptIn(NamedTuple):
    """A bed that is slept in, who sleeps there, and its bedding."""

    bed_id: int
    floor: int
    room: str
    bed: str
    stay_id: int
    number: str
    name: PersonName
    linen: BedLinen

    @property
    def last_on(self) -> date:
        """The day on which its bedding was issued or changed last."""
        last = self.linen.last_on
        assert last is not None, "somebody sleeps in it"
        return last


def beds_slept_in(database: OfficeDatabase) -> list[SleptIn]:
    """Every bed that is slept in, floor by floor and room by room, with its bedding."""
    rows = database.execute_sql(_SLEPT_IN).fetchall()
    found = [
        SleptIn(
            bed_id=row[0],
            floor=row[1],
            room=row[2],
            bed=row[3],
            stay_id=row[4],
            number=row[5],
            name=PersonName(*row[6:9]),
            linen=BedLinen(
                label=f"{row[2]}-{row[3]}",
                slept_in_since=date.fromisoformat(row[9]),
                changed_on=date.fromisoformat(row[10]) if row[10] else None,
            ),
        )
        for row in rows
    ]
    return sorted(found, key=lambda bed: (bed.floor, natural_key(bed.room), natural_key(bed.bed)))


def empty_beds(bed_ids: Collection[int]) -> list[BedLinen]:
    """Beds in which nobody sleeps, as the rules see them; an unknown id has no label."""
    rows = Bed.select(Bed, Room).join(Room).where(Bed.id.in_(list(bed_ids)))
    labels = {bed.id: f"{bed.room.name}-{bed.name}" for bed in rows}
    return [BedLinen(label=labels.get(bed_id, ""), slept_in_since=None) for bed_id in bed_ids]
