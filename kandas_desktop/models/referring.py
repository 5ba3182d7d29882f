"""What a referral depends on, read into the values of the rules: people, turn, beds (r.3, r.7, r.8)."""

from collections.abc import Collection, Iterable
from datetime import date

from kandas_desktop.models.cases import application_standing, household_person, last_written_on, people_rows
from kandas_desktop.models.engine import in_use
from kandas_desktop.models.house import house, last_used_on
from kandas_desktop.models.reserve import passed_over_for, waiting, waiting_queue
from kandas_desktop.models.stays import joins_nobody
from kandas_desktop.models.tables import Application
from kandas_desktop.rules.beds import seekers_among
from kandas_desktop.rules.fitting import fits_apart, propose
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.obstacles import Obstacle, ReferralCase, obstacle_in_clock
from kandas_desktop.rules.reserve import ahead_of
from kandas_desktop.rules.rooms import BedState, House
from kandas_desktop.rules.sharing import fits_with_sharing, usually_sharing
from kandas_desktop.rules.standing import Standing

OPEN = (Standing.DUE, Standing.RESERVE)
"""Where an application stands while a referral can still be issued on it."""


def household_id_of(application: Application) -> int:
    """The family's first application: that which a later line joins, or the application itself."""
    return int(application.joins_id or application.id)


def lives_here(seen: House, household_id: int) -> bool:
    """Whether somebody of a household sleeps in the house."""
    holders = (bed.holder for bed in seen.beds() if bed.holder is not None and bed.holder.stay_id)
    return any(holder.household_id == household_id for holder in holders)


def referral_case(
    application: Application,
    on: date,
    *,
    today: date,
    sharing: Collection[int] | None = None,
    standing: House | None = None,
) -> ReferralCase:
    """Everything on which a referral for ``application`` depends that bears a day (r.3, r.7, r.8).

    Those at the positions ``sharing`` need no bed; ``None`` stands for those who usually share one. It tells
    of beds only while a referral can be issued.
    ``standing`` is the house as it is now, where it was read already.
    """
    stands = application_standing(application)
    people = tuple(household_person(row) for row in people_rows([application.id]))
    if stands not in OPEN:
        # Nothing is asked of the beds any more, and the house need not be read.
        needed = len(seekers_among(people, sharing=sharing or ()))
        return ReferralCase(standing=stands, people=people, needed=needed, free=0, proposal=None)
    seen, household_id = standing or house(in_use(), on), household_id_of(application)
    if sharing is None:
        sharing = usually_sharing(seen, people, household_id=household_id)
    seekers = seekers_among(people, sharing=sharing)
    proposal = propose(seen, seekers, household_id=household_id)
    # Who shares a bed takes none from those who wait.
    passed = passed_over_for(application.id)
    ahead = ahead_of(waiting(application), waiting_queue(), passed) if seekers else []
    return ReferralCase(
        standing=stands,
        people=people,
        needed=len(seekers),
        free=sum(bed.state is BedState.FREE for bed in seen.beds()),
        proposal=proposal,
        ahead=len(ahead),
        first_ahead=ahead[0].number if ahead else "",
        first_ahead_id=ahead[0].application_id if ahead else None,
        sharing=frozenset(sharing),
        fits_with_sharing=proposal is None and fits_with_sharing(seen, people, household_id=household_id),
        fits_apart=proposal is None and fits_apart(seen, seekers, household_id=household_id),
        joins_nobody=joins_nobody(application),
        living=living(people),
        clock_behind=clock_behind(proposal.beds.values() if proposal else (), today=today),
    )


_LIVING = """
WITH live (application_person_id) AS (
    SELECT rp.application_person_id FROM bed_use u JOIN referral_person rp ON rp.id = u.referral_person_id
    WHERE u.ended_on IS NULL
    UNION
    SELECT rp.application_person_id FROM stay s JOIN referral_person rp ON rp.id = s.referral_person_id
    WHERE s.left_on IS NULL)
SELECT p.iin, root.number
FROM live JOIN application_person ap ON ap.id = live.application_person_id
JOIN person p ON p.id = ap.person_id
JOIN application a ON a.id = ap.application_id
JOIN application root ON root.id = coalesce(a.joins_id, a.id)
WHERE p.iin IN ({places})
"""


def living(people: Iterable[HouseholdPerson]) -> dict[int, str]:
    """Who lives here or is awaited already, told by the IIN: by position, that family's number."""
    known = {person.iin: person.position for person in people if person.iin}
    if not known:
        return {}
    sql = _LIVING.format(places=",".join("?" * len(known)))
    return {known[iin]: str(number) for iin, number in in_use().execute_sql(sql, list(known)).fetchall()}


def clock_behind(bed_ids: Iterable[int] = (), *, today: date) -> Obstacle | None:
    """Why nothing is written today: the journal, or what was written of these beds, bears a later day."""
    beds = list(bed_ids)
    days = (last_written_on(), last_used_on(in_use(), beds) if beds else None)
    return obstacle_in_clock(today=today, last_on=max((day for day in days if day), default=None))
