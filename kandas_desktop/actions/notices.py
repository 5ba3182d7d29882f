"""Notices that a household's stay ends, given 30, 14 and 3 days before (r.15)."""

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk, found_in, refuse_if
from kandas_desktop.models.referring import clock_behind
from kandas_desktop.models.stay_tables import TermNotice
from kandas_desktop.models.stays import household_rows, residents
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind


def record_term_notice(desk: Desk, household_id: int) -> int:
    """Record that a household was given notice today of when its stays end, and return the act's id.

    Raises ``Refused`` where there is nothing to tell: nobody lives here any more, every stay is over, or
    notice was given today already, for printed again it is the same notice.
    """
    with desk.transaction():
        today = desk.today
        refuse_if(found_in(clock_behind(today=today)))
        living = residents([row for row in household_rows(household_id) if row.left_on is None], today=today)
        ends = {person.ends_on for person in living if person.ends_on >= today}
        rows = TermNotice.select(TermNotice.ends_on).where(
            TermNotice.household == household_id, TermNotice.given_on == today
        )
        told = {row.ends_on for row in rows}
        refuse_if([] if ends else [Obstacle(ObstacleKind.NOT_MOVED_IN, Clause.R15)])
        refuse_if([] if ends - told else [Obstacle(ObstacleKind.STEP_DONE, Clause.R15)])
        act = Act(desk)
        for ends_on in sorted(ends - told):
            act.add(TermNotice, household=household_id, ends_on=ends_on, given_on=today)
        return act.close("give notice", "application", household_id, ends_on=sorted(ends - told))
