"""Setting the office up, and changing what it is called and how it numbers."""

from dataclasses import asdict, dataclass

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.tables import Office


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """What the office says of itself; the numbers given before are those of the year's paper journals."""

    center_name_kk: str
    center_name_ru: str
    business_number: str
    address: str
    director: str
    local_body_name: str
    local_body_head: str
    application_pattern: str
    referral_pattern: str
    beds_in_all: int
    last_day_moves: bool = False
    applications_before: int = 0
    referrals_before: int = 0


def set_up_office(desk: Desk, entry: OfficeEntry) -> None:
    """Write the office down for the first time."""
    with desk.transaction():
        Office.create(id=1, set_up_on=desk.today, **asdict(entry))
        desk.record("set up", "office", 1)


def change_office(desk: Desk, entry: OfficeEntry) -> None:
    """Change the office; papers already issued keep the words they were issued with."""
    with desk.transaction():
        before = Office.get_by_id(1)
        changed = {name: value for name, value in asdict(entry).items() if getattr(before, name) != value}
        if changed:
            Office.update(**changed).where(Office.id == 1).execute()
            desk.record("change", "office", 1, **changed)
