"""Notices that a household's stay ends, given 30, 14 and 3 days before (r.15)."""

from datetime import date

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.stay_tables import TermNotice


def record_term_notice(desk: Desk, household_id: int, *, ends_on: date) -> int | None:
    """Record that a household was given notice today of its stay's end, and return the act's id.

    ``None`` where it was given today already: printed again, it is the same notice.
    """
    with desk.transaction():
        given = TermNotice.select().where(
            TermNotice.household == household_id,
            TermNotice.ends_on == ends_on,
            TermNotice.given_on == desk.today,
        )
        if given.exists():
            return None
        act = Act(desk)
        act.add(TermNotice, household=household_id, ends_on=ends_on, given_on=desk.today)
        return act.close("give notice", "application", household_id, ends_on=ends_on)
