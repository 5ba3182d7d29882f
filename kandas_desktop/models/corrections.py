"""What stands in the way of a corrected day of receipt, of moving in and of leaving, read from the rows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.models.stays import applicant_of, bed_time, hold_before, residents, term_ends_on, uses_of
from kandas_desktop.models.tables import Office, Referral, ReferralPerson
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.rules.receipts import obstacles_to_correcting_receipt
from kandas_desktop.rules.stays import (
    EndReason,
    Resident,
    obstacles_to_correcting_leaving,
    obstacles_to_correcting_move_in,
)
from kandas_desktop.rules.terms import move_in_due


def obstacles_to_receipt(
    referral: Referral, *, received_on: date, reason: str, today: date
) -> list[Obstacle]:
    """Why the day on which a referral was received cannot be corrected to another (r.9)."""
    stays: Any = Stay.select(Stay.moved_in_on).join(ReferralPerson)
    return obstacles_to_correcting_receipt(
        issued_on=referral.issued_on,
        before=referral.received_on,
        received_on=received_on,
        moved_in=list(stays.where(ReferralPerson.referral == referral).scalars()),
        is_struck_out=referral.struck_out_on is not None,
        is_lapsed=referral.lapsed_on is not None,
        reason=reason,
        today=today,
        calendar=term_calendar(Office.get_by_id(1)),
    )


def obstacles_to_first_day(rows: Sequence[Stay], moved_in_on: date, *, today: date) -> list[Obstacle]:
    """Why the day on which residents moved in cannot be corrected to another (r.9, r.15)."""
    found = []
    for row, one in zip(rows, residents(rows, today=today), strict=True):
        found += _obstacles_to_first_day(row, one, moved_in_on, today=today)
    return found


def _obstacles_to_first_day(row: Stay, one: Resident, moved_in_on: date, *, today: date) -> list[Obstacle]:
    referral: Referral = row.referral_person.referral
    received_on = referral.received_on
    due = move_in_due(received_on, term_calendar(Office.get_by_id(1))) if received_on else None
    first = next(iter(uses_of(row.id)), None)
    first_bed = bed_time(first) if first else None
    if first and first_bed and first_night(row, first, moved_in_on) != moved_in_on:
        first_bed = replace(first_bed, before=None)
    return obstacles_to_correcting_move_in(
        one, received_on=received_on, due=due, first_bed=first_bed, moved_in_on=moved_in_on, today=today
    )


def obstacles_to_last_day(
    rows: Sequence[Stay], left_on: date, because: EndReason, *, today: date
) -> list[Obstacle]:
    """Why the day or the reason of residents' leaving cannot be corrected so (r.14 to r.17)."""
    found = []
    for row, one in zip(rows, residents(rows, today=today), strict=True):
        last = last_use(row)
        found += obstacles_to_correcting_leaving(
            replace(by_term(row, one), bed_since=last.began_on if last else None),
            last_bed=bed_time(last) if last else None,
            left_on=left_on,
            because=because,
            today=today,
        )
    return found


def first_night(row: Stay, first: BedUse, moved_in_on: date) -> date:
    """From when the first bed is slept in: a hold keeps it for the family, a bed given later begins later."""
    began_on: date = first.began_on
    hold = hold_before(first)
    if hold is not None:
        return max(moved_in_on, hold.began_on)
    return max(moved_in_on, began_on) if began_on > row.moved_in_on else moved_in_on


def last_use(row: Stay) -> BedUse | None:
    """The bed in which somebody slept until they left; ``None`` where they had none then."""
    uses = uses_of(row.id)
    return uses[-1] if uses and uses[-1].ended_on == row.left_on else None


def by_term(row: Stay, one: Resident) -> Resident:
    """The resident as if nothing had ended the stay yet but its term, or a decision."""
    return replace(one, ends_on=term_ends_on(row, applicant_of(row.household_id)), ended_because=None)
