"""One household of the residents page: its people, why their stays end when they do, and what happened."""

from collections.abc import Sequence
from datetime import date, datetime
from json import loads
from typing import Any, NamedTuple

from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.engine import OfficeDatabase, in_use
from kandas_desktop.models.stay_tables import Breach, Petition, Stay
from kandas_desktop.models.stays import applicant_of, contact_of, kandas_status
from kandas_desktop.models.tables import Application, Office, Referral, ReferralPerson
from kandas_desktop.queries.stays import HouseholdFacts, MemberRow, household_facts
from kandas_desktop.queries.term_notices import is_notice_due
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.status import KandasStatus, stay_follows
from kandas_desktop.rules.terms import Term, explain_stay_ends_on, explain_vacate_due


class MemberDetail(NamedTuple):
    """Somebody of a household with the terms of their stay."""

    member: MemberRow
    referral_id: int
    shares_bed: bool
    stay_term: Term
    """Why the stay ends when it does by its term (r.15), whatever ended it before."""
    vacating: Term | None
    """Until when the room is to be left once the stay is over (r.17)."""
    follows_applicant: bool
    """Whether the stay follows the applicant's status, for want of one of their own (r.15)."""
    status_known: bool

    @property
    def stay_id(self) -> int:
        return self.member.resident.stay_id

    @property
    def lives_here(self) -> bool:
        return self.member.resident.left_on is None

    @property
    def lacks_signature(self) -> bool:
        """Whether the house rules are still to be signed (r.10)."""
        resident = self.member.resident
        return self.lives_here and resident.is_adult and resident.rules_signed_on is None

    @property
    def lacks_bed(self) -> bool:
        """Whether they live here without a bed and share none."""
        return self.lives_here and not self.member.bed and not self.shares_bed


class HouseholdDetail(NamedTuple):
    """A household that lives here, or did, as the side panel shows it on a day."""

    on: date
    facts: HouseholdFacts
    people: tuple[MemberDetail, ...]
    contact: int | None
    breach_id: int | None
    """A file of theirs that is still open (r.13, r.14)."""
    is_notice_due: bool
    """Whether they are still to be given notice of the stay's end (r.15)."""

    @property
    def id(self) -> int:
        return self.facts.id

    @property
    def number(self) -> str:
        return self.facts.number

    @property
    def here(self) -> tuple[MemberDetail, ...]:
        """Those who live here now."""
        return tuple(person for person in self.people if person.lives_here)

    def person(self, stay_id: int) -> MemberDetail | None:
        """Whose stay it is."""
        return next((person for person in self.people if person.stay_id == stay_id), None)


class HistoryLine(NamedTuple):
    """What was recorded of a household: what, when, by whom; ``is_undone`` where it was taken back."""

    at: datetime
    operator: str
    verb: str
    subject: str
    detail: dict[str, Any]
    is_undone: bool


def household_detail(household_id: int, on: date) -> HouseholdDetail:
    """A household with everybody who lives here, or did, and why their stays end (r.15, r.17)."""
    facts = household_facts(household_id, on)
    calendar = term_calendar(Office.get_by_id(1))
    applicants = kandas_status(applicant_of(household_id))
    named = {
        row.id: row.referral_person
        for row in Stay.select(Stay, ReferralPerson)
        .join(ReferralPerson)
        .where(Stay.household == household_id)
    }
    breach = (
        Breach.select(Breach.id)
        .where(Breach.household == household_id, Breach.closed_on.is_null(), Breach.decided_on.is_null())
        .order_by(Breach.id.desc())
        .first()
    )
    people = tuple(
        _detail(member, applicants, on, calendar, named[member.resident.stay_id]) for member in facts.people
    )
    ends = {person.member.resident.ends_on for person in people if person.lives_here}
    return HouseholdDetail(
        on=on,
        facts=facts,
        people=people,
        contact=contact_of(household_id),
        breach_id=breach.id if breach else None,
        is_notice_due=any(is_notice_due(in_use(), household_id, on, stay_ends_on=day) for day in ends),
    )


def _detail(
    member: MemberRow,
    applicants: KandasStatus,
    on: date,
    calendar: WorkCalendar | None,
    named: ReferralPerson,
) -> MemberDetail:
    resident = member.resident
    follows = stay_follows(member.status, applicants)
    is_over = resident.left_on is None and resident.ends_on < on
    return MemberDetail(
        member=member,
        referral_id=named.referral_id,
        shares_bed=named.shares_bed,
        stay_term=explain_stay_ends_on(resident.moved_in_on, follows),
        vacating=explain_vacate_due(resident.ends_on, calendar) if is_over else None,
        follows_applicant=member.status.given_on is None and member.status != applicants,
        status_known=follows is not None,
    )


def household_history(database: OfficeDatabase, household_id: int) -> list[HistoryLine]:
    """Everything that was recorded of a household and its people, the last first."""
    lines = [household_id, *_ids(Application.select(Application.id).where(Application.joins == household_id))]
    referrals = _ids(Referral.select(Referral.id).where(Referral.application.in_(lines)))
    stays = list(Stay.select(Stay.id, Stay.person).where(Stay.household == household_id))
    stay_ids = [row.id for row in stays]
    subjects = {
        "application": lines,
        "referral": referrals,
        "referral person": _ids(
            ReferralPerson.select(ReferralPerson.id).where(ReferralPerson.referral.in_(referrals))
        ),
        "person": [row.person_id for row in stays],
        "stay": stay_ids,
        "breach": _ids(Breach.select(Breach.id).where(Breach.household == household_id)),
        "petition": _ids(Petition.select(Petition.id).where(Petition.stay.in_(stay_ids))),
    }
    found = [line for subject, ids in subjects.items() for line in _lines(database, subject, ids)]
    return [line for _id, line in sorted(found, key=lambda each: each[0], reverse=True)]


def _ids(rows: Any) -> list[int]:
    return [row.id for row in rows]


_LINES = """
SELECT line.id, line.at, line.operator, line.verb, line.subject, line.detail,
       EXISTS (SELECT 1 FROM audit_line back WHERE back.undoes_id = line.id)
FROM audit_line line WHERE line.subject = ? AND line.subject_id IN ({places}) AND line.undoes_id IS NULL
"""


def _lines(database: OfficeDatabase, subject: str, ids: Sequence[int]) -> list[tuple[int, HistoryLine]]:
    if not ids:
        return []
    rows = database.execute_sql(_LINES.format(places=",".join("?" * len(ids))), [subject, *ids]).fetchall()
    return [
        (id_, HistoryLine(datetime.fromisoformat(at), operator, verb, name, loads(detail), bool(is_undone)))
        for id_, at, operator, verb, name, detail, is_undone in rows
    ]
