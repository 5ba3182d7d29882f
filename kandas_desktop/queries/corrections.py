"""What stands in the way of a correction, asked before it is made; the action asks the same."""

from collections.abc import Collection
from datetime import date

from kandas_desktop.models import corrections
from kandas_desktop.models.stays import stay_rows
from kandas_desktop.models.tables import Referral
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.rules.stays import EndReason


def obstacles_to_receipt(referral_id: int, *, received_on: date, reason: str, today: date) -> list[Obstacle]:
    """Why the day on which a referral was received cannot be corrected to another (r.9)."""
    referral = Referral.get_by_id(referral_id)
    return corrections.obstacles_to_receipt(referral, received_on=received_on, reason=reason, today=today)


def obstacles_to_first_day(stay_ids: Collection[int], moved_in_on: date, *, today: date) -> list[Obstacle]:
    """Why the day on which residents moved in cannot be corrected to another (r.9, r.15)."""
    return corrections.obstacles_to_first_day(stay_rows(stay_ids), moved_in_on, today=today)


def obstacles_to_last_day(
    stay_ids: Collection[int], left_on: date, because: EndReason, *, today: date
) -> list[Obstacle]:
    """Why the day or the reason of residents' leaving cannot be corrected so (r.14 to r.17)."""
    return corrections.obstacles_to_last_day(stay_rows(stay_ids), left_on, because, today=today)
