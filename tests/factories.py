"""Offices, families and applications for tests: each call says only what the test is about."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from kandas_desktop.actions.consideration import enter_reserve
from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.office import set_up_office
from kandas_desktop.actions.referrals import ReferralRequest, hand_over_referral, issue_referral
from kandas_desktop.actions.rooms import RoomRequest, add_room, retire_bed
from kandas_desktop.models import engine
from kandas_desktop.models.database import FILE_NAME, open_database
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import Room
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.rules.rooms import Bed as SeenBed
from kandas_desktop.rules.rooms import BedState, RoomKind

WEDNESDAY = date(2026, 3, 18)
_TEN_FORTY_TWO = time(10, 42)

_OFFICE = OfficeEntry(
    center_name_kk="Үлгі облысының Қандастарды бейімдеу және ықпалдастыру орталығы",
    center_name_ru="Центр адаптации и интеграции кандасов Образцовой области",
    business_number="000000000000",
    address="Үлгі қаласы, Мысал көшесі, 1",
    director="Үлгібаев Ү.",
    local_body_name="Үлгі облысының көші-қон басқармасы",
    local_body_head="Мысалов М.",
    application_pattern="Ө-{n}/{yy}",
    referral_pattern="Ж-{n}/{yy}",
)
_GIVEN_NAMES = ("Дәурен", "Сәуле", "Ерасыл", "Аяла", "Бибі", "Бекзат", "Мөлдір", "Арман", "Әмина", "Нұрлан")
_KINSHIPS = ("", "жұбайы", "ұлы", "қызы", "анасы", "әкесі", "ағасы", "інісі", "әпкесі", "атасы")


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, day: date) -> None:
        self._now = datetime.combine(day, _TEN_FORTY_TWO)

    def __call__(self) -> datetime:
        return self._now

    def set(self, day: date, at: time = _TEN_FORTY_TWO) -> None:
        """Set the clock to a day, at 10:42 unless another time is given."""
        self._now = datetime.combine(day, at)

    def go_on(self, **term: int) -> None:
        """Move the clock on by ``days=1``, ``minutes=5``."""
        self._now += timedelta(**term)


@dataclass
class TestOffice:
    """An office's desk, its clock, and how often the desk told that something was written."""

    __test__ = False  # no class of tests

    desk: Desk
    clock: Clock
    path: Path
    told: list[datetime] = field(default_factory=list)


@contextmanager
def an_office(
    folder: Path,
    *,
    on: date = WEDNESDAY,
    beds: int = 7,
    rooms: Sequence[RoomRequest] | None = None,
    **entry: object,
) -> Iterator[TestOffice]:
    """A new office in ``folder`` on Wednesday 18.03.2026, with seven beds, unless the test says otherwise.

    Each bed stands in a family room of its own on the first floor, unless ``rooms`` are given.
    """
    clock = Clock(on)
    path = folder / FILE_NAME
    database = open_database(path)
    told: list[datetime] = []
    desk = Desk(database, "Сынақбаева С.", clock, lambda: told.append(clock()))
    set_up_office(desk, replace(_OFFICE, **entry))  # type: ignore[arg-type]
    if rooms is None:
        add_beds(desk, beds)
    for room in rooms or ():
        add_room(desk, room)
    told.clear()
    try:
        yield TestOffice(desk, clock, path, told)
    finally:
        database.close()


def add_beds(desk: Desk, count: int) -> list[int]:
    """The ids of new family rooms on the first floor, each with one bed: 101, 102 and so on."""
    return [add_family_room(desk, beds=1) for _bed in range(count)]


def add_family_room(desk: Desk, *, beds: int) -> int:
    """The id of a new family room, in which minors are beside their parents."""
    name = str(101 + Room.select().count())
    return add_room(desk, RoomRequest(floor=1, name=name, kind=RoomKind.FAMILY, beds=beds))


def leave_no_bed_free(desk: Desk) -> None:
    """Retire every bed that nobody has."""
    for bed in house(desk.database, desk.today).beds():
        if bed.state is BedState.FREE:
            retire_bed(desk, bed.id)


def free_beds(desk: Desk) -> int:
    """How many beds are free now."""
    return house(desk.database, desk.today).counts().free


def a_slip(
    number: str = "20-117", issued_on: date | None = date(2026, 3, 10), issued_by: str = "Мысал қаласының ПБ"
) -> ResidenceDocument:
    """A slip with everything that r.3 asks for."""
    return ResidenceDocument(DocumentKind.SLIP, number, issued_on, issued_by)


def a_permit(number: str = "Ы-0001") -> ResidenceDocument:
    """A residence permit, of which its number is enough."""
    return ResidenceDocument(DocumentKind.PERMIT, number)


_BORN = BirthDate(1984, 6, 22)
_SLIP = a_slip()


def a_person(
    given_name: str = "Дәурен",
    *,
    surname: str = "Мысалов",
    patronymic: str = "",
    born: BirthDate | None = _BORN,
    document: ResidenceDocument | None = _SLIP,
    **entry: object,
) -> PersonEntry:
    """An adult with a slip; ``kinship`` is the household's to give."""
    name = PersonName(surname, given_name, patronymic)
    return PersonEntry(name, born=born, document=document, **entry)  # type: ignore[arg-type]


def a_family(*people: PersonEntry, size: int = 1) -> tuple[PersonEntry, ...]:
    """The people as one household from Mongolia; without people, ``size`` adults with their slips."""
    chosen = people or tuple(a_person(given_name, surname="Үлгібаев") for given_name in _GIVEN_NAMES[:size])
    return tuple(
        replace(
            person,
            kinship=person.kinship or _KINSHIPS[position],
            origin_country=person.origin_country or "MN",
        )
        for position, person in enumerate(chosen)
    )


def an_application(desk: Desk, *people: PersonEntry, size: int = 1, previous_id: int | None = None) -> int:
    """The id of an application registered now."""
    request = ApplicationRequest(a_family(*people, size=size), previous_id=previous_id)
    return register_application(desk, request)


def a_waiting_application(desk: Desk, *people: PersonEntry, size: int = 1) -> int:
    """The id of an application registered now and put in the reserve."""
    application_id = an_application(desk, *people, size=size)
    enter_reserve(desk, application_id)
    return application_id


def a_referral(desk: Desk, *people: PersonEntry, size: int = 1) -> int:
    """The id of a referral issued now on an application of its own."""
    return issue_referral(desk, ReferralRequest(an_application(desk, *people, size=size)))


def a_referral_moved_in(desk: Desk, *people: PersonEntry, size: int = 1) -> int:
    """The id of a referral issued now, handed over, and moved in on by all the family today."""
    referral_id = a_referral(desk, *people, size=size)
    hand_over_referral(desk, referral_id, received_on=desk.today)
    move_in(desk, referral_id, people=named_on(referral_id), moved_in_on=desk.today)
    return referral_id


def named_on(referral_id: int) -> list[int]:
    """The rows of everybody named on a referral, in their order."""
    rows = ReferralPerson.select().where(ReferralPerson.referral == referral_id)
    return [row.id for row in rows.order_by(ReferralPerson.position)]


def beds_by_label(desk: Desk) -> dict[str, SeenBed]:
    """Every bed as it is now, by room and bed."""
    return {bed.label: bed for bed in house(desk.database, desk.today).beds()}


def someone_else_at(office: TestOffice, write: Callable[[Desk], object]) -> None:
    """Let a second desk with its own connection write to the same office."""
    other = open_database(office.path)
    try:
        write(Desk(other, "Нобаев Н.", office.clock, lambda: None))
    finally:
        other.close()
        engine.put_in_use(office.desk.database)
