"""Bedding changed on the linen round (r.11)."""

from collections.abc import Collection
from datetime import date

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.linen import beds_slept_in, empty_beds
from kandas_desktop.models.stay_tables import BeddingChange
from kandas_desktop.rules.bedding import obstacles_to_changing
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind


def change_bedding(desk: Desk, bed_ids: Collection[int], *, changed_on: date) -> int:
    """Record that the bedding of these beds was changed on a day, and return the act's id (r.11).

    All of them or none. Raises ``Refused`` for a bed in which nobody sleeps, for a day to come, before the
    last change, or on which it was changed already.
    """
    with desk.transaction():
        slept_in = {bed.bed_id: bed for bed in beds_slept_in(desk.database)}
        known = [slept_in[bed_id] for bed_id in dict.fromkeys(bed_ids) if bed_id in slept_in]
        linen = [
            *empty_beds([bed_id for bed_id in dict.fromkeys(bed_ids) if bed_id not in slept_in]),
            *(bed.linen for bed in known),
        ]
        refuse_if([] if linen else [Obstacle(ObstacleKind.BED_MISSING, Clause.R11)])
        refuse_if(
            [
                obstacle
                for one in linen
                for obstacle in obstacles_to_changing(one, changed_on=changed_on, today=desk.today)
            ]
        )
        act = Act(desk)
        for bed in known:
            act.add(BeddingChange, bed=bed.bed_id, stay=bed.stay_id, changed_on=changed_on)
        return act.close(
            "change bedding",
            "bed",
            known[0].bed_id,
            beds=[bed.linen.label for bed in known],
            changed_on=changed_on,
        )
