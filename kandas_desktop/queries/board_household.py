"""Who has a bed, as the board's side panel shows it: the family, the referral, and why its term ends."""

from datetime import date
from typing import Any, NamedTuple

from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.tables import Office
from kandas_desktop.queries.term_notices import is_notice_due
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import BedHolder
from kandas_desktop.rules.terms import Term, explain_move_in_due, explain_stay_ends_on, explain_vacate_due


class MemberRow(NamedTuple):
    """Somebody of a family who lives here or may still move in."""

    referral_person_id: int
    referral_id: int
    name: PersonName
    kinship: str
    is_applicant: bool
    shares_bed: bool
    bed_id: int | None
    stay_id: int | None
    lacks_signature: bool
    """Whether an adult who lives here has still to sign the house rules (r.10)."""
    rules_signed_on: date | None


class HolderDetail(NamedTuple):
    """Who has a bed, with the referral it rests on and the term that runs.

    ``term`` is ``None`` while nothing was handed over, and where the stay was ended before its term.
    """

    holder: BedHolder
    application_id: int
    referral_number: str
    issued_on: date
    received_on: date | None
    term: Term | None
    is_overdue: bool
    is_notice_due: bool
    """Whether the family is still to be given notice of the stay's end (r.15)."""
    members: tuple[MemberRow, ...]

    @property
    def waiting(self) -> tuple[MemberRow, ...]:
        """Those of this referral who have not moved in yet."""
        return tuple(
            member
            for member in self.members
            if member.stay_id is None and member.referral_id == self.holder.referral_id
        )

    @property
    def unsigned(self) -> tuple[int, ...]:
        """The stays of those of the family who have still to sign the house rules (r.10)."""
        stays = (member.stay_id for member in self.members if member.lacks_signature)
        return tuple(stay_id for stay_id in stays if stay_id is not None)

    @property
    def rules_signed_on(self) -> date | None:
        """The last day on which one of the family signed the house rules; ``None`` where nobody did."""
        return max(
            (member.rules_signed_on for member in self.members if member.rules_signed_on), default=None
        )


_REFERRAL = (
    "SELECT r.application_id, r.number, r.issued_on, r.received_on, s.ended_on"
    " FROM referral_person rp JOIN referral r ON r.id = rp.referral_id"
    " LEFT JOIN stay s ON s.referral_person_id = rp.id WHERE rp.id = ?"
)
_PEOPLE = (
    "SELECT rp.id, rp.referral_id, p.surname, p.given_name, p.patronymic, rp.kinship, rp.shares_bed,"
    " u.bed_id, s.id, s.rules_signed_on, p.birth_year, p.birth_month, p.birth_day"
    " FROM application a"
    " JOIN referral r ON r.application_id = a.id"
    " JOIN referral_person rp ON rp.referral_id = r.id"
    " JOIN application_person ap ON ap.id = rp.application_person_id"
    " JOIN person p ON p.id = ap.person_id"
)
_MEMBERS = (
    f"{_PEOPLE} LEFT JOIN stay s ON s.referral_person_id = rp.id"
    " LEFT JOIN bed_use u ON u.referral_person_id = rp.id AND u.ended_on IS NULL"
    " WHERE (a.id = ? OR a.joins_id = ?) AND r.struck_out_on IS NULL"
    " AND (s.id IS NULL AND r.lapsed_on IS NULL OR s.id IS NOT NULL AND s.left_on IS NULL)"
    " ORDER BY r.id, rp.position"
)
_MEMBERS_ON = (
    f"{_PEOPLE} LEFT JOIN stay s ON s.referral_person_id = rp.id AND s.moved_in_on <= ?"
    " LEFT JOIN bed_use u ON u.referral_person_id = rp.id"
    " AND u.began_on <= ? AND (u.ended_on IS NULL OR u.ended_on > ?)"
    " WHERE (a.id = ? OR a.joins_id = ?)"
    " AND (u.bed_id IS NOT NULL OR s.id IS NOT NULL AND (s.left_on IS NULL OR s.left_on > ?))"
    " ORDER BY r.id, rp.position"
)


def holder_detail(
    database: OfficeDatabase, holder: BedHolder, on: date, *, is_past: bool = False
) -> HolderDetail:
    """Everything the side panel says of who has a bed, on the day on which the house was read.

    With ``is_past`` the family is told as it was at the end of that day: who lived here then, and where.
    """
    application_id, number, issued_on, received_on, ended_on = database.execute_sql(
        _REFERRAL, (holder.referral_person_id,)
    ).fetchone()
    received = date.fromisoformat(received_on) if received_on else None
    household_id = holder.household_id
    return HolderDetail(
        holder=holder,
        application_id=application_id,
        referral_number=number,
        issued_on=date.fromisoformat(issued_on),
        received_on=received,
        term=_term(holder, received, on, was_ended=ended_on is not None),
        is_overdue=holder.due is not None and holder.due < on,
        is_notice_due=holder.stay_ends_on is not None
        and is_notice_due(database, household_id, on, stay_ends_on=holder.stay_ends_on),
        members=tuple(
            _member(row, on)
            for row in (
                database.execute_sql(_MEMBERS_ON, (on, on, on, household_id, household_id, on)).fetchall()
                if is_past
                else database.execute_sql(_MEMBERS, (household_id, household_id)).fetchall()
            )
        ),
    )


def _member(row: tuple[Any, ...], on: date) -> MemberRow:
    id_, referral_id, surname, given_name, patronymic, kinship, shares, bed_id, stay_id, signed_on, *born = (
        row
    )
    lives_here, is_adult = stay_id is not None, BirthDate(*born).is_adult_on(on)
    rules_signed_on = date.fromisoformat(signed_on) if signed_on else None
    if rules_signed_on is not None and rules_signed_on > on:
        rules_signed_on = None  # as of a day gone by
    return MemberRow(
        referral_person_id=int(str(id_)),
        referral_id=int(str(referral_id)),
        name=PersonName(str(surname), str(given_name), str(patronymic)),
        kinship=str(kinship),
        is_applicant=not kinship,
        shares_bed=bool(shares),
        bed_id=None if bed_id is None else int(str(bed_id)),
        stay_id=None if stay_id is None else int(str(stay_id)),
        lacks_signature=lives_here and is_adult and rules_signed_on is None,
        rules_signed_on=rules_signed_on,
    )


def _term(holder: BedHolder, received_on: date | None, on: date, *, was_ended: bool) -> Term | None:
    calendar = term_calendar(Office.get_by_id(1))
    if holder.moved_in_on is None or holder.stay_ends_on is None:
        return explain_move_in_due(received_on, calendar) if received_on else None
    if holder.stay_ends_on < on:
        return explain_vacate_due(holder.stay_ends_on, calendar)
    return None if was_ended else explain_stay_ends_on(holder.moved_in_on, holder.stay_ends_on)
