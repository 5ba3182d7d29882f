"""Moving in on a referral, the house rules signed, and the lapse where nobody came (r.9, r.10)."""

from collections.abc import Collection, Sequence
from datetime import date

from kandas_desktop.actions.acts import LAPSING, Act
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.stay_tables import BeddingChange, BedUse, Stay
from kandas_desktop.models.stays import (
    household_of,
    live_use,
    move_in_case,
    referral_people,
    residents,
    stay_rows,
)
from kandas_desktop.models.tables import Referral, ReferralPerson
from kandas_desktop.rules.stays import obstacles_to_lapse, obstacles_to_moving_in, obstacles_to_signing


def move_in(desk: Desk, referral_id: int, *, people: Collection[int], moved_in_on: date) -> int:
    """Record that these people of a referral moved in on a day, and return the act's id (r.9).

    ``people`` are rows of the referral: the whole family, or those who came. The hold of each bed ends, it is
    slept in from that day on, and its bedding was issued (r.11). Raises ``Refused``.
    """
    with desk.transaction():
        referral = Referral.get_by_id(referral_id)
        refuse_if(
            obstacles_to_moving_in(
                move_in_case(referral), chosen=people, moved_in_on=moved_in_on, today=desk.today
            )
        )
        act = Act(desk)
        coming = [row for row in referral_people(referral_id) if row.id in people]
        for row in coming:
            _begin_stay(act, row, household_of(referral), moved_in_on)
        return act.close(
            "move in",
            "referral",
            referral_id,
            number=referral.number,
            people=[row.name for row in coming],
            moved_in_on=moved_in_on,
        )


def _begin_stay(act: Act, row: ReferralPerson, household_id: int, moved_in_on: date) -> None:
    stay = act.add(
        Stay,
        person=row.application_person.person_id,
        referral_person=row.id,
        household=household_id,
        moved_in_on=moved_in_on,
        destination="",
    )
    hold = live_use(row.id)
    if hold is None:
        return
    # Who was given another bed after they had come sleeps there from the day they were given it.
    begins_on = max(moved_in_on, hold.began_on)
    act.change(hold, ended_on=begins_on)
    act.add(BedUse, bed=hold.bed_id, referral_person=row.id, stay=stay.id, began_on=begins_on)
    issued = (BeddingChange.bed == hold.bed_id) & (BeddingChange.changed_on == begins_on)
    if not BeddingChange.select().where(issued).exists():
        act.add(BeddingChange, bed=hold.bed_id, stay=stay.id, changed_on=begins_on)


def sign_house_rules(desk: Desk, stay_ids: Sequence[int], *, signed_on: date) -> int:
    """Record the day on which residents signed that they know the house rules (r.10); the act's id.

    Raises ``Refused``.
    """
    with desk.transaction():
        rows = stay_rows(stay_ids)
        refuse_if(
            obstacles_to_signing(
                residents(rows, today=desk.today),
                signed_on=signed_on,
                today=desk.today,
                unknown=len(set(stay_ids)) - len(rows),
            )
        )
        act = Act(desk)
        for row in rows:
            act.change(row, rules_signed_on=signed_on)
        return act.close(
            "sign house rules",
            "application",
            rows[0].household_id,
            stays=[row.id for row in rows],
            signed_on=signed_on,
        )


def confirm_lapse(desk: Desk, referral_id: int) -> int:
    """Record that a referral's term to move in was not kept, and return the act's id (r.9).

    The beds that it held are free again; whoever came stays, and so does the line of the journal. Raises
    ``Refused``.
    """
    with desk.transaction():
        referral = Referral.get_by_id(referral_id)
        refuse_if(obstacles_to_lapse(move_in_case(referral), today=desk.today))
        act = Act(desk)
        released = []
        for row in referral_people(referral_id):
            hold = live_use(row.id)
            if hold is not None and hold.stay_id is None:
                act.change(hold, ended_on=max(hold.began_on, desk.today))
                released.append(hold.bed_id)
        act.change(referral, lapsed_on=desk.today)
        subject, verb = LAPSING
        return act.close(verb, subject, referral_id, number=referral.number, beds=released)
