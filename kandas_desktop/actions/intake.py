"""Writing an application down: drafts, and the numbered line of the registration journal (r.4, r.5)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.actions.volumes import volume_for
from kandas_desktop.models.cases import calendar_overrides, last_arrived_on
from kandas_desktop.models.indexing import index_application
from kandas_desktop.models.numbering import next_application_number
from kandas_desktop.models.stays import applicant_of, people_living_here, person_name, spokesperson
from kandas_desktop.models.tables import Application, ApplicationPerson, Draft, Person
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.household import APPLICANT_POSITION, HouseholdPerson, ResidenceDocument, Sex
from kandas_desktop.rules.letters import clean, sort_key
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import obstacles_to_registration
from kandas_desktop.rules.terms import registered_on


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One person as the desk wrote them down; empty text and ``None`` mean not known."""

    name: PersonName
    born: BirthDate | None = None
    kinship: str = ""
    sex: Sex | None = None
    birth_place: str = ""
    origin_country: str = ""
    citizenship: str = ""
    latin_name: str = ""
    native_name: str = ""
    iin: str = ""
    certificate_number: str = ""
    certificate_issued_on: date | None = None
    document: ResidenceDocument | None = None
    needs_accessible: bool = False


@dataclass(frozen=True, slots=True)
class ApplicationRequest:
    """An application to be registered: the applicant first, then the family in their order on the form.

    With ``joins_id`` it is the line of those who join a household that lives here, by its first application:
    a newborn, or a later member of the family. Then each of them has a kinship, the first as well.
    """

    people: tuple[PersonEntry, ...]
    previous_id: int | None = None
    draft_id: int | None = None
    joins_id: int | None = None


def household_of(request: ApplicationRequest) -> tuple[HouseholdPerson, ...]:
    """The people of a request as the rules see them."""
    return tuple(
        HouseholdPerson(
            position,
            entry.name,
            entry.born,
            entry.kinship if position or request.joins_id is not None else "",
            entry.document,
            entry.iin,
            needs_accessible=entry.needs_accessible,
            is_joining=request.joins_id is not None,
        )
        for position, entry in enumerate(request.people)
    )


def register_application(desk: Desk, request: ApplicationRequest) -> int:
    """Enter an application in the registration journal and return its id; its draft is gone with it.

    An application that arrives on a day off is registered on the next working day (r.6). Raises ``Refused``
    with everything that the journal line or the family sheet still lacks, or for a clock that is behind the
    journal's last line.
    """
    request = replace(request, people=tuple(map(_cleaned, request.people)))
    with desk.transaction():
        now = desk.now()
        joined = None
        if request.joins_id is not None:
            joined = people_living_here(request.joins_id)
            request = replace(request, people=_with_origin(request.people, request.joins_id))
        refuse_if(
            obstacles_to_registration(
                household_of(request),
                origin_country=request.people[0].origin_country,
                on=now.date(),
                last_arrived_on=last_arrived_on(),
                joined=joined,
            )
        )
        application = _journal_line(request, arrived_at=now)
        for position, entry in enumerate(request.people):
            is_applicant = position == APPLICANT_POSITION and request.joins_id is None
            _named_person(application, position, replace(entry, kinship="") if is_applicant else entry)
        index_application(desk.database, application.id)
        if request.draft_id is not None:
            _forget_draft(request.draft_id)
        desk.record("register", "application", application.id, number=application.number)
    return int(application.id)


def _cleaned(entry: PersonEntry) -> PersonEntry:
    """The entry without what a paste brings along: line breaks, doubled spaces, invisible marks."""
    document = entry.document
    return replace(
        entry,
        name=PersonName(*map(clean, entry.name.parts)),
        kinship=clean(entry.kinship),
        birth_place=clean(entry.birth_place),
        latin_name=clean(entry.latin_name),
        native_name=clean(entry.native_name),
        iin=clean(entry.iin),
        certificate_number=clean(entry.certificate_number),
        document=document
        and document._replace(number=clean(document.number), issued_by=clean(document.issued_by)),
    )


def _journal_line(request: ApplicationRequest, *, arrived_at: datetime) -> Application:
    day = registered_on(arrived_at.date(), kazakhstan(calendar_overrides()))
    sequence, number = next_application_number(day.year)
    applicant = request.people[0].name
    if request.joins_id is not None:
        applicant = person_name(spokesperson(request.joins_id).person)
    return Application.create(
        volume=volume_for(day),
        year=day.year,
        sequence=sequence,
        number=number,
        arrived_at=arrived_at,
        registered_on=day,
        people=len(request.people),
        sort_key=sort_key(applicant.full),
        previous=request.previous_id,
        joins=request.joins_id,
    )


def _with_origin(people: tuple[PersonEntry, ...], household_id: int) -> tuple[PersonEntry, ...]:
    """Whose country of origin was not written comes, for the journal, from where their household came."""
    origin = applicant_of(household_id).origin_country
    return tuple(replace(entry, origin_country=entry.origin_country or origin) for entry in people)


def _named_person(application: Application, position: int, entry: PersonEntry) -> None:
    born = entry.born
    assert born is not None, "a person without a birth date was refused above"
    person = Person.create(
        surname=entry.name.surname,
        given_name=entry.name.given_name,
        patronymic=entry.name.patronymic,
        latin_name=entry.latin_name,
        native_name=entry.native_name,
        sex=entry.sex,
        birth_year=born.year,
        birth_month=born.month,
        birth_day=born.day,
        birth_place=entry.birth_place,
        origin_country=entry.origin_country,
        citizenship=entry.citizenship,
        iin=entry.iin,
        certificate_number=entry.certificate_number,
        certificate_issued_on=entry.certificate_issued_on,
        sort_key=sort_key(entry.name.full),
    )
    document = entry.document
    ApplicationPerson.create(
        application=application,
        person=person,
        position=position,
        kinship=entry.kinship,
        document_kind=document.kind if document else None,
        document_number=document.number if document else "",
        document_issued_on=document.issued_on if document else None,
        document_issued_by=document.issued_by if document else "",
        needs_accessible=entry.needs_accessible,
    )


def save_draft(desk: Desk, draft_id: int | None, content: str) -> int:
    """Keep what was written so far and return the draft's id; ``None`` begins a new draft."""
    with desk.transaction(is_told=False):
        if draft_id is not None and Draft.get_or_none(Draft.id == draft_id) is not None:
            Draft.update(content=content, saved_at=desk.now()).where(Draft.id == draft_id).execute()
            return draft_id
        return int(Draft.create(content=content, begun_at=desk.now(), saved_at=desk.now()).id)


def throw_draft_away(desk: Desk, draft_id: int) -> None:
    """Forget a draft; nothing of it was in the journal yet."""
    with desk.transaction(is_told=False):
        _forget_draft(draft_id)


def _forget_draft(draft_id: int) -> None:
    Draft.delete().where(Draft.id == draft_id).execute()
