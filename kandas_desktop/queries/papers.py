"""Papers: what is to be printed on each, what was kept of it, and how often it left the program."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from kandas_desktop.models.cases import (
    application_standing,
    live_referral,
    live_referral_facts,
    paper_birth,
    people_rows,
    reserve_queue,
)
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.stays import applicant_row, person_name
from kandas_desktop.models.tables import (
    Application,
    Office,
    Referral,
    ReferralPerson,
    Volume,
)
from kandas_desktop.queries.countries import country_name
from kandas_desktop.queries.joining import family_lines, form_person
from kandas_desktop.queries.journal import JournalRow, VolumeRow, journal_rows, volumes
from kandas_desktop.reports import wording
from kandas_desktop.reports.faults import Cancelled
from kandas_desktop.reports.forms import (
    ApplicationForm,
    FormPerson,
    JournalForm,
    JournalLine,
    JournalReferral,
    ReferralForm,
)
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.standing import Standing

PAPER_LANGUAGE = "kk"
_AT_ONCE = 500


class PaperRow(NamedTuple):
    """A paper that was kept: its bytes as first made, and how often it left the program."""

    id: int
    content: bytes
    made_at: datetime
    issues: int


class ReferralFacts(NamedTuple):
    """What a referral's page says beside its paper."""

    id: int
    number: str
    issued_on: date
    people: int
    applicant: PersonName
    application_id: int
    application_number: str
    received_on: date | None
    struck_out_on: date | None
    struck_out_reason: str
    stay_id: int | None = None
    """The stay of the first of those who live here now."""
    has_lapsed: bool = False
    """Whether nobody moved in on it in time (r.9)."""

    @property
    def is_to_be_handed_over(self) -> bool:
        """Whether the family has not received it yet, and may."""
        return self.received_on is None and self.struck_out_on is None


class ApplicationFacts(NamedTuple):
    """What an application's page says beside its paper; ``referral_id`` is that of the referral in force."""

    id: int
    number: str
    registered_on: date
    reopened_on: date | None
    people: int
    applicant: PersonName
    standing: Standing
    reserve_place: int
    referral_id: int | None


def referral_facts(referral_id: int) -> ReferralFacts:
    """A referral with its application's number."""
    referral = Referral.get_by_id(referral_id)
    application = referral.application
    return ReferralFacts(
        id=referral.id,
        number=referral.number,
        issued_on=referral.issued_on,
        people=referral.people,
        applicant=_applicant_name(application.id),
        application_id=application.id,
        application_number=application.number,
        received_on=referral.received_on,
        struck_out_on=referral.struck_out_on,
        struck_out_reason=referral.struck_out_reason or "",
        has_lapsed=_has_lapsed(referral),
        stay_id=_first_stay(referral.id),
    )


def _first_stay(referral_id: int) -> int | None:
    of_it = (ReferralPerson.referral == referral_id) & Stay.left_on.is_null()
    stay = Stay.select().join(ReferralPerson).where(of_it).order_by(Stay.id).first()
    return stay.id if stay else None


def referral_mark(referral_id: int) -> str:
    """What stands large across a referral that gives no place any more; empty while it does.

    Where somebody moved in on it, a lapse took the place of those only who did not come (r.9).
    """
    referral = Referral.get_by_id(referral_id)
    if referral.struck_out_on is not None:
        return wording.STRUCK_OUT
    return wording.LAPSED if _has_lapsed(referral) else ""


def _has_lapsed(referral: Referral) -> bool:
    """Whether the term to move in passed, and nobody had come (r.9)."""
    facts = live_referral_facts(referral.application_id) if referral.lapsed_on else None
    return facts is not None and facts.is_lived_on is None


def application_facts(application_id: int) -> ApplicationFacts:
    """An application with where it stands now."""
    application = Application.get_by_id(application_id)
    standing = application_standing(application)
    waiting = [row.id for row in reserve_queue()] if standing is Standing.RESERVE else []
    referral = live_referral(application_id)
    return ApplicationFacts(
        id=application.id,
        number=application.number,
        registered_on=application.registered_on,
        reopened_on=application.reopened_on,
        people=application.people,
        applicant=_applicant_name(application_id),
        standing=standing,
        reserve_place=waiting.index(application.id) + 1 if waiting else 0,
        referral_id=referral.id if referral else None,
    )


def _applicant_name(application_id: int) -> PersonName:
    application = Application.get_by_id(application_id)
    row = applicant_row(application) or people_rows([application_id])[0]
    return person_name(row.person)


def volume_facts(volume_id: int) -> VolumeRow:
    """One book of the journal with the number of its lines."""
    return next(volume for volume in volumes() if volume.id == volume_id)


def referral_paper(referral_id: int) -> PaperRow | None:
    """The paper kept of a referral; ``None`` until it was first made."""
    return paper_row(Paper.get_or_none(Paper.referral == referral_id))


def application_paper(application_id: int) -> PaperRow | None:
    """The paper kept of an application; ``None`` until it was first made."""
    return paper_row(Paper.get_or_none(Paper.application == application_id))


def paper_row(paper: Paper | None) -> PaperRow | None:
    """A kept paper with its bytes; ``None`` where none was kept."""
    if paper is None:
        return None
    issues = PaperIssue.select().where(PaperIssue.paper == paper.id).count()
    return PaperRow(paper.id, bytes(paper.content), paper.made_at, issues)


def referral_form(referral_id: int) -> ReferralForm:
    """What the referral's paper says (appendix 1), by the words it was issued with."""
    referral = Referral.get_by_id(referral_id)
    named = ReferralPerson.select().where(ReferralPerson.referral == referral_id)
    people = [FormPerson(row.name, row.born, row.kinship) for row in named.order_by(ReferralPerson.position)]
    applicant, family = _applicant_and_family(referral.application, people)
    return ReferralForm(
        number=referral.number,
        applicant=applicant,
        family=family,
        head_name=referral.local_body_head,
        issued_on=referral.issued_on,
    )


def application_form(application_id: int) -> ApplicationForm:
    """What the application's paper says (appendix 2), with the family by name (r.3)."""
    application = Application.get_by_id(application_id)
    people = [form_person(row) for row in people_rows([application_id])]
    applicant, family = _applicant_and_family(application, people)
    return ApplicationForm(
        local_body=Office.get_by_id(1).local_body_name,
        applicant=applicant,
        family=family,
        filed_on=application.arrived_at.date(),
    )


def _applicant_and_family(
    application: Application, people: list[FormPerson]
) -> tuple[FormPerson, tuple[FormPerson, ...]]:
    """Who applies and for whom: for those who join a household, whoever spoke for it as they came."""
    speaker = applicant_row(application)
    if speaker is None:
        return people[0], tuple(people[1:])
    return replace(form_person(speaker), kinship=""), tuple(people)


def journal_form(
    database: OfficeDatabase,
    volume_id: int,
    *,
    with_families: bool,
    progress: Callable[[int], bool] | None = None,
) -> JournalForm:
    """What the paper of one volume of the journal says (appendix 3): a long read for a long volume.

    ``progress`` is told how many lines were read; when it answers ``False``, ``Cancelled`` is raised.
    """
    volume = Volume.get_by_id(volume_id)
    ids = _ids_in_volume(volume_id)
    lines: list[JournalLine] = []
    for start in range(0, len(ids), _AT_ONCE):
        lines += _journal_lines(database, ids[start : start + _AT_ONCE], with_families)
        if progress and not progress(len(lines)):
            raise Cancelled
    return JournalForm(begun_on=volume.begun_on, ended_on=volume.ended_on, lines=lines)


def _ids_in_volume(volume_id: int) -> list[int]:
    lines = Application.select(Application.id).where(Application.volume == volume_id)
    return [row.id for row in lines.order_by(Application.sequence)]


def _journal_lines(
    database: OfficeDatabase, ids: Sequence[int], with_families: bool
) -> Iterator[JournalLine]:
    rows = journal_rows(database, ids)
    referrals = _referrals(database, ids)
    notes = _notes(database, ids)
    # Who joins a household is named in any case: the line is theirs, though another applied.
    families = family_lines(id_ for id_ in ids if with_families or rows[id_].is_joining)
    return (
        _journal_line(rows[id_], referrals.get(id_, ()), notes.get(id_, ()), families.get(id_, ()))
        for id_ in ids
    )


_REFERRALS = """
SELECT application_id, number, issued_on, struck_out_on FROM referral
WHERE application_id IN ({places}) ORDER BY id
"""


def _referrals(database: OfficeDatabase, ids: Sequence[int]) -> dict[int, list[JournalReferral]]:
    """Every referral issued on these applications, oldest first, by application."""
    referrals: dict[int, list[JournalReferral]] = defaultdict(list)
    for id_, number, issued_on, struck_out_on in _read(database, _REFERRALS, ids):
        text = f"{number}, {_written(issued_on)}"
        referrals[id_].append(JournalReferral(text, struck_out=struck_out_on is not None))
    return referrals


_NOTES = """
SELECT a.id, a.returned_on, a.returned_reason, r.lapsed_on, a.struck_out_on, a.struck_out_reason
FROM application a LEFT JOIN referral r ON r.application_id = a.id AND r.lapsed_on IS NOT NULL
    AND r.struck_out_on IS NULL AND NOT EXISTS (
        SELECT 1 FROM referral_person rp JOIN stay s ON s.referral_person_id = rp.id
        WHERE rp.referral_id = r.id)
WHERE a.id IN ({places})
    AND (a.returned_reason IS NOT NULL OR a.struck_out_on IS NOT NULL OR r.lapsed_on IS NOT NULL)
"""


def _notes(database: OfficeDatabase, ids: Sequence[int]) -> dict[int, list[str]]:
    """Which of these applications were returned (r.6), lapsed (r.9) or were struck out (r.5), and why."""
    notes: dict[int, list[str]] = defaultdict(list)
    for id_, returned_on, returned, lapsed_on, struck_out_on, struck_out in _read(database, _NOTES, ids):
        for sentence, day, reason in (
            (wording.LINE_RETURNED, returned_on, returned),
            (wording.LINE_LAPSED, lapsed_on, ""),
            (wording.LINE_STRUCK_OUT, struck_out_on, struck_out),
        ):
            if day is not None:
                notes[id_].append(sentence.format(day=_written(day), reason=reason))
    return notes


def _read(database: OfficeDatabase, sql: str, ids: Sequence[int]) -> Iterable[tuple[Any, ...]]:
    rows: Iterable[tuple[Any, ...]] = database.execute_sql(sql.format(places=",".join("?" * len(ids))), ids)
    return rows


def _written(day: str) -> str:
    return f"{date.fromisoformat(day):%d.%m.%Y}"


def _journal_line(
    row: JournalRow, referrals: Iterable[JournalReferral], notes: Iterable[str], family: Iterable[str]
) -> JournalLine:
    return JournalLine(
        number=str(row.sequence),
        applicant=row.name.full,
        birth=", ".join(part for part in (row.birth_place, paper_birth(row.born)) if part),
        country=country_name(row.origin_country, PAPER_LANGUAGE),
        registered=f"{row.registered_on:%d.%m.%Y}, {row.number}",
        referrals=tuple(referrals),
        struck_out=row.standing is Standing.STRUCK_OUT,
        family=tuple(family),
        notes=tuple(notes),
    )
