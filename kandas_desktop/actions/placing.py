"""Moving to another bed: one person, a family, or two that swap (r.10, r.15)."""

from collections.abc import Mapping, Sequence
from datetime import date

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk, found_in, refuse_if
from kandas_desktop.models.house import holder_of, house
from kandas_desktop.models.referring import clock_behind
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.moving import beds_of, obstacles_to_moving
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import BedHolder, House


def move_to_beds(desk: Desk, beds: Mapping[int, int]) -> int:
    """Move people to other beds, given by their rows on the referral; the act's id, 0 where all have them.

    Who holds a bed holds the other one; a resident sleeps there from today on, and the bed that was left is
    being made ready unless another of them takes it over. The stay goes on as it was (r.15). Targets are free
    beds, or those that others of them leave: so they swap. Who lives here without a bed is given one. Raises
    ``Refused``.
    """
    with desk.transaction():
        seen = house(desk.database, desk.today)
        rows = _rows(beds)
        refuse_if([obstacle for row in rows if (obstacle := _obstacle_in_row(row))])
        has = {bed.holder.referral_person_id: bed.id for bed in seen.beds() if bed.holder is not None}
        rows = [row for row in rows if has.get(row.id) != beds[row.id]]
        if beds and not rows:
            return 0
        movers = [_mover(desk, seen, row) for row in rows]
        targets = {row.id: beds[row.id] for row in rows}
        touched = [*targets.values(), *(has[row.id] for row in rows if row.id in has)]
        refuse_if(found_in(clock_behind(touched, today=desk.today)))
        refuse_if(obstacles_to_moving(seen, movers, targets))
        act = Act(desk)
        _move(act, rows, targets, today=desk.today)
        return act.close(
            "move", "application", movers[0].household_id, moves=_told(desk, seen, movers, targets)
        )


def _rows(beds: Mapping[int, int]) -> list[ReferralPerson]:
    return list(ReferralPerson.select().where(ReferralPerson.id.in_(list(beds))).order_by(ReferralPerson.id))


def _obstacle_in_row(row: ReferralPerson) -> Obstacle | None:
    """Why a person named on a referral is not given a bed any more (r.3)."""
    referral = row.referral
    stay = Stay.get_or_none(Stay.referral_person == row)
    if stay is not None:
        return Obstacle(ObstacleKind.LEFT, name=row.name) if stay.left_on else None
    if referral.struck_out_on is not None:
        return Obstacle(ObstacleKind.REFERRAL_STRUCK_OUT, Clause.R3, name=row.name)
    if referral.lapsed_on is not None:
        return Obstacle(ObstacleKind.REFERRAL_LAPSED, Clause.R9, name=row.name)
    return None


def _mover(desk: Desk, seen: House, row: ReferralPerson) -> BedHolder:
    holders = (bed.holder for bed in seen.beds() if bed.holder is not None)
    known = next((holder for holder in holders if holder.referral_person_id == row.id), None)
    return known or holder_of(desk.database, row.id, desk.today)


def _move(act: Act, rows: Sequence[ReferralPerson], targets: Mapping[int, int], *, today: date) -> None:
    # All are up before anybody lies down: that is the swap, and in reverse its undoing.
    taken_over = set(targets.values())
    live = BedUse.select().where(BedUse.referral_person.in_(list(targets)), BedUse.ended_on.is_null())
    for use in live.order_by(BedUse.id):
        needs_no_making_ready = use.stay_id is not None and use.bed_id in taken_over
        act.change(use, ended_on=today, ready_on=today if needs_no_making_ready else None)
    for row in rows:
        stay = Stay.get_or_none(Stay.referral_person == row, Stay.left_on.is_null())
        act.add(BedUse, bed=targets[row.id], referral_person=row.id, stay=stay, began_on=today)
        if row.shares_bed:
            act.change(row, shares_bed=False)


def _told(
    desk: Desk, seen: House, movers: Sequence[BedHolder], targets: Mapping[int, int]
) -> list[dict[str, str]]:
    """Who moved from where to where, in the words of the house, for the audit."""
    before = beds_of(seen, movers)
    told = []
    for mover in movers:
        left, taken = before.get(mover.referral_person_id), seen.bed(targets[mover.referral_person_id])
        told.append(
            {
                "name": mover.name.full,
                "household": mover.household_number,
                "from": left.label if left else "",
                "to": taken.label if taken else "",
            }
        )
    return told
