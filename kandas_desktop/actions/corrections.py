"""What was recorded wrongly of a stay, corrected with a reason; the audit keeps what stood there before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.corrections import (
    by_term,
    first_night,
    last_use,
    obstacles_to_first_day,
    obstacles_to_last_day,
)
from kandas_desktop.models.house import holder_of, house
from kandas_desktop.models.stay_tables import BeddingChange, BedUse, Stay
from kandas_desktop.models.stays import (
    eviction_of,
    has_another_live_stay,
    hold_before,
    is_bed_open,
    residents,
    stay_rows,
    uses_of,
)
from kandas_desktop.rules.breaches import evicted_on
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.lodging import may_lodge
from kandas_desktop.rules.stays import (
    EndReason,
    Resident,
    end_of_stay,
    obstacles_to_correction,
    obstacles_to_taking_back_leaving,
)


@dataclass(frozen=True, slots=True)
class CorrectedLeaving:
    """When, why and where to residents left after all, and why it is corrected."""

    stay_ids: tuple[int, ...]
    left_on: date
    because: EndReason
    destination: str
    reason: str


def correct_move_in(desk: Desk, stay_ids: Sequence[int], *, moved_in_on: date, reason: str) -> int:
    """Correct the day on which residents moved in, and the first night in their beds; the act's id.

    Raises ``Refused``.
    """
    with desk.transaction():
        rows = stay_rows(stay_ids)
        resident = residents(rows, today=desk.today)
        found = obstacles_to_correction(resident, reason=reason, unknown=len(set(stay_ids)) - len(rows))
        refuse_if(found + obstacles_to_first_day(rows, moved_in_on, today=desk.today))
        act = Act(desk)
        before = {str(row.id): row.moved_in_on for row in rows}
        for row in rows:
            _begin_on(act, row, moved_in_on)
            # The day that stood there was within the term of this receipt (r.9), perhaps not of another.
            act.rest_on(row.referral_person.referral, "received_on")
        return act.close(
            "correct move-in",
            "application",
            rows[0].household_id,
            stays=[row.id for row in rows],
            people=[one.name for one in resident],
            before=before,
            after=moved_in_on,
            reason=clean(reason),
        )


def _begin_on(act: Act, row: Stay, moved_in_on: date) -> None:
    first = next(iter(uses_of(row.id)), None)
    if first is not None:
        _sleep_from(act, first, first_night(row, first, moved_in_on))
    act.change(row, moved_in_on=moved_in_on)
    if row.ended_because is not None:
        _end_anew(act, row, row.left_on, EndReason(row.ended_because))


def _sleep_from(act: Act, first: BedUse, begins_on: date) -> None:
    """Move the first night, and the end of the hold before it; never are both in the bed on one day."""
    hold, began_on = hold_before(first), first.began_on
    issued = BeddingChange.get_or_none(
        BeddingChange.stay == first.stay_id,
        BeddingChange.bed == first.bed_id,
        BeddingChange.changed_on == began_on,
    )
    steps: list[tuple[BedUse, str]] = [(first, "began_on")]
    if hold is not None:
        steps.insert(0 if begins_on < began_on else 1, (hold, "ended_on"))
    for use, day in steps:
        act.change(use, **{day: begins_on})
    taken = (BeddingChange.bed == first.bed_id) & (BeddingChange.changed_on == begins_on)
    if issued is not None and not BeddingChange.select().where(taken).exists():
        act.change(issued, changed_on=begins_on)


def correct_leaving(desk: Desk, corrected: CorrectedLeaving) -> int:
    """Correct when, why or where to residents left, and return the act's id. Raises ``Refused``."""
    with desk.transaction():
        rows = stay_rows(corrected.stay_ids)
        resident = residents(rows, today=desk.today)
        found = obstacles_to_correction(
            resident, reason=corrected.reason, unknown=len(set(corrected.stay_ids)) - len(rows)
        )
        found += obstacles_to_last_day(rows, corrected.left_on, corrected.because, today=desk.today)
        refuse_if(found)
        act = Act(desk)
        before = {str(row.id): [row.left_on, row.ended_because, row.destination] for row in rows}
        for row in rows:
            last = last_use(row)
            _end_anew(act, row, corrected.left_on, corrected.because)
            act.change(row, left_on=corrected.left_on, destination=clean(corrected.destination))
            if last is not None:
                ready_on = max(last.ready_on, corrected.left_on) if last.ready_on else None
                act.change(last, ended_on=corrected.left_on, ready_on=ready_on)
        return act.close(
            "correct leaving",
            "application",
            rows[0].household_id,
            stays=[row.id for row in rows],
            people=[one.name for one in resident],
            before=before,
            after=[corrected.left_on, corrected.because, clean(corrected.destination)],
            reason=clean(corrected.reason),
        )


def take_back_leaving(desk: Desk, stay_ids: Sequence[int], *, reason: str) -> int:
    """Record that residents did not leave at all, and return the act's id; their stay goes on.

    A decision that put them out stands (r.14, r.16): they have to leave as before. They have their bed again
    where nobody else was given it since, and nobody beside whom they may not sleep. Raises ``Refused``.
    """
    with desk.transaction():
        rows = stay_rows(stay_ids)
        resident = residents(rows, today=desk.today)
        found = obstacles_to_correction(resident, reason=reason, unknown=len(set(stay_ids)) - len(rows))
        for row, one in zip(rows, resident, strict=True):
            found += obstacles_to_taking_back_leaving(
                one, lives_here=has_another_live_stay(row.person_id, row.id)
            )
        refuse_if(found)
        act = Act(desk)
        for row, one in zip(rows, resident, strict=True):
            last = last_use(row)
            _let_live_here(act, row, one)
            if last is not None and is_bed_open(last.bed_id, since=last) and _may_lie_again(desk, last):
                act.change(last, ended_on=None, ready_on=None)
        return act.close(
            "take back leaving",
            "application",
            rows[0].household_id,
            stays=[row.id for row in rows],
            people=[one.name for one in resident],
            reason=clean(reason),
        )


def _may_lie_again(desk: Desk, use: BedUse) -> bool:
    """Whether somebody's bed suits them still, beside whoever has come into its room since (r.10)."""
    seen = house(desk.database, desk.today)
    room, person = seen.room_of(use.bed_id), holder_of(desk.database, use.referral_person_id, desk.today)
    return room is not None and may_lodge(room, person, on=desk.today)


def _let_live_here(act: Act, row: Stay, one: Resident) -> None:
    decision = eviction_of(row.id)
    act.change(
        row,
        left_on=None,
        ended_on=evicted_on(by_term(row, one), one.put_out_on) if one.put_out_on else None,
        ended_because=EndReason.EVICTED.value if one.put_out_on else None,
        breach=decision.id if decision else None,
        destination="",
    )


def _end_anew(act: Act, row: Stay, left_on: date | None, because: EndReason) -> None:
    """Reckon the end of a stay again; whoever has not left was put out, and still has to leave."""
    (one,) = residents([row], today=act.desk.today)
    ended_on, ended_because = end_of_stay(
        by_term(row, one), left_on=left_on or act.desk.today, because=because
    )
    decision = eviction_of(row.id) if ended_because is EndReason.EVICTED else None
    # Together with the day of leaving: no stay ends after it.
    act.change(
        row,
        ended_on=ended_on,
        ended_because=ended_because.value,
        breach=decision.id if decision else None,
        left_on=left_on,
    )
