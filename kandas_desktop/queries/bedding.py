"""The linen round: every bed that is slept in, with the day on which its bedding is to be changed (r.11)."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.models.engine import in_use
from kandas_desktop.models.linen import beds_slept_in
from kandas_desktop.models.tables import Office
from kandas_desktop.rules.bedding import linen_due
from kandas_desktop.rules.names import PersonName


@dataclass(frozen=True, slots=True)
class LinenRow:
    """A bed on the linen round; ``number`` is the household's in the journal."""

    bed_id: int
    floor: int
    room: str
    bed: str
    number: str
    name: PersonName
    last_changed_on: date
    due_on: date
    is_due: bool
    """Whether it is to be changed on the day asked about, or was before."""

    @property
    def label(self) -> str:
        """Room and bed, as signs and lists name it: «103-2»."""
        return f"{self.room}-{self.bed}"


def linen_rows(on: date) -> list[LinenRow]:
    """Every bed that is slept in, by floor and room."""
    days = Office.get_by_id(1).bedding_days
    return [
        LinenRow(
            bed_id=bed.bed_id,
            floor=bed.floor,
            room=bed.room,
            bed=bed.bed,
            number=bed.number,
            name=bed.name,
            last_changed_on=bed.last_on,
            due_on=linen_due(bed.last_on, days),
            is_due=linen_due(bed.last_on, days) <= on,
        )
        for bed in beds_slept_in(in_use())
    ]
