"""Houses for the board's tests, written as rows: rooms, beds, families that hold them or live there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from kandas_desktop.models.stay_tables import Bed, BedUse, Outage, Room, Stay
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    Person,
    Referral,
    ReferralPerson,
    ReserveEntry,
    Volume,
)
from kandas_desktop.rules.letters import sort_key

TODAY = date(2026, 3, 18)
_KINSHIPS = ("", "жұбайы", "ұлы", "қызы", "ұлы", "анасы")


@dataclass
class AHouse:
    """Rows of one house; each call writes some and returns what a test names again."""

    today: date = TODAY
    beds: dict[str, Bed] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(80))
    _referrals: Iterator[int] = field(default_factory=lambda: count(60))

    def room(self, name: str, kind: str = "family", *, beds: int = 4, floor: int | None = None) -> Room:
        """A room with its beds «101-1», «101-2» …"""
        room = Room.create(floor=int(name[0]) if floor is None else floor, name=name, kind=kind)
        for number in range(1, beds + 1):
            self.beds[f"{name}-{number}"] = Bed.create(room=room, name=str(number))
        return room

    def family(self, *names: str, sexes: str = "") -> Referral:
        """A referral for people named «Мысалов Дәурен», issued long ago and not handed over yet."""
        application = self._application(len(names), names[0])
        referral = Referral.create(
            application=application,
            year=2026,
            sequence=next(self._referrals),
            number=f"Ж-{application.sequence}/26",
            issued_on=application.registered_on,
            people=len(names),
            local_body_name="",
            local_body_head="",
        )
        for position, name in enumerate(names):
            self._referred(referral, position, name, sexes[position : position + 1])
        return referral

    def waits(self, name: str) -> Application:
        """An application that waits in the reserve."""
        application = self._application(1, name)
        ReserveEntry.create(application=application, entered_on=self.today)
        return application

    def _application(self, people: int, name: str) -> Application:
        number = next(self._numbers)
        volume = Volume.get_or_none() or Volume.create(year=2026, number=1, begun_on=date(2026, 1, 5))
        registered_on = self.today - timedelta(days=240)
        return Application.create(
            volume=volume,
            year=2026,
            sequence=number,
            number=f"Ө-{number}/26",
            arrived_at=datetime.combine(registered_on, time(10)),
            registered_on=registered_on,
            considered_on=registered_on,
            people=people,
            sort_key=sort_key(name),
        )

    def hands_over(self, referral: Referral, *, days_ago: int = 2) -> None:
        """The family received its referral."""
        self._receives(referral, self.today - timedelta(days=days_ago))

    def holds(self, referral: Referral, *labels: str, days_ago: int | None = 2) -> None:
        """Its people hold these beds, the referral handed over some days ago, or not at all."""
        if days_ago is not None:
            self.hands_over(referral, days_ago=days_ago)
        for person, label in zip(self.people(referral), labels, strict=False):
            BedUse.create(
                bed=self.beds[label],
                referral_person=person,
                began_on=self.today - timedelta(days=(days_ago or 0) + 1),
            )

    def lives(self, referral: Referral, *labels: str, left: int = 100) -> list[Stay]:
        """Its people live in these beds, with so many days left (below zero: they should be out)."""
        moved_in_on = _moved_in_on(self.today + timedelta(days=left))
        self._receives(referral, moved_in_on - timedelta(days=1))
        stays = []
        for position, person in enumerate(self.people(referral)):
            stay = Stay.create(
                person=person.application_person.person,
                referral_person=person,
                household=referral.application,
                moved_in_on=moved_in_on,
                destination="",
            )
            stays.append(stay)
            if position < len(labels):
                bed = self.beds[labels[position]]
                BedUse.create(bed=bed, referral_person=person, stay=stay, began_on=moved_in_on)
        return stays

    def out_of_service(self, label: str, reason: str = "радиатор", *, until: date | None = None) -> Outage:
        """A bed is out of service since a week ago."""
        began_on = self.today - timedelta(days=7)
        return Outage.create(bed=self.beds[label], reason=reason, began_on=began_on, expected_until=until)

    def left_unready(self, label: str, name: str = "Кеткенов Үлгі") -> None:
        """Somebody left the bed yesterday and nobody has made it ready yet."""
        (stay,) = self.lives(self.family(name), label)
        yesterday = self.today - timedelta(days=1)
        stay.ended_on, stay.ended_because, stay.left_on = yesterday, "freely", yesterday
        stay.save()
        BedUse.update(ended_on=yesterday).where(BedUse.stay == stay).execute()

    def people(self, referral: Referral) -> Sequence[ReferralPerson]:
        """Whom a referral names, by position."""
        return list(
            ReferralPerson.select()
            .where(ReferralPerson.referral == referral)
            .order_by(ReferralPerson.position)
        )

    def _receives(self, referral: Referral, day: date) -> None:
        referral.received_on = day
        referral.save(only=[Referral.received_on])

    def _referred(self, referral: Referral, position: int, name: str, sex: str) -> None:
        surname, given_name, *rest = name.split(" ")
        is_woman = sex == "f" or (not sex and surname.endswith(("а", "қызы")))
        person = Person.create(
            surname=surname,
            given_name=given_name,
            patronymic=" ".join(rest),
            latin_name="",
            native_name="",
            sex="female" if is_woman else "male",
            birth_year=1984 if position < 2 else 2014,
            birth_month=6,
            birth_day=22,
            birth_place="",
            origin_country="MN",
            citizenship="MN",
            iin="",
            certificate_number="",
            sort_key=sort_key(name),
        )
        named = ApplicationPerson.create(
            application=referral.application,
            person=person,
            position=position,
            kinship=_KINSHIPS[position],
            document_kind="slip" if position < 2 else None,
            document_number="20-117" if position < 2 else "",
            document_issued_by="Мысал қаласының ПБ" if position < 2 else "",
        )
        ReferralPerson.create(
            referral=referral,
            application_person=named,
            position=position,
            name=name,
            born="22.06.1984",
            kinship=_KINSHIPS[position],
            shares_bed=False,
        )


def _moved_in_on(ends_on: date) -> date:
    """The day from which six months lead to ``ends_on``; of a day no six months lead to, the next before."""
    month, year = (
        (ends_on.month - 6, ends_on.year) if ends_on.month > 6 else (ends_on.month + 6, ends_on.year - 1)
    )
    for day in range(ends_on.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, min(ends_on.day, 28))


def the_picture(house: AHouse) -> None:
    """The first floor of the board's picture, and two floors after it, 90 beds in all."""
    for name, kind, beds in (
        ("101", "men", 4), ("102", "men", 4), ("103", "women", 4), ("104", "accessible", 2),
        ("105", "family", 4), ("106", "family", 4), ("107", "family", 5), ("108", "family", 3),
    ):  # fmt: skip
        house.room(name, kind, beds=beds)
    for name, label, left in (
        ("Аңызбаев Серік", "101-1", 141), ("Нобаев Қайрат", "101-2", 9), ("Болжамов Олжас", "101-4", 12),
        ("Жасандиев Ерлан", "102-1", 88), ("Қалыпбаев Асқар", "102-2", 0), ("Үмітов Саят", "102-4", 45),
        ("Көрмеева Айгүл", "103-1", 113), ("Үлгіқызы Маржан", "103-2", 64), ("Ертегиева Сәуле", "103-3", -4),
    ):  # fmt: skip
        house.lives(house.family(name), label, left=left)
    house.out_of_service("102-3", until=date(2026, 3, 25))
    house.holds(house.family("Қалыпбаева Раушан", "Қалыпбаев Мейрам"), "104-1", "104-2", days_ago=1)
    house.lives(
        house.family("Ертегиев Қанат", "Ертегиева Лаура", "Ертегиев Әлихан", "Ертегиева Айша"),
        "105-1", "105-2", "105-3", "105-4", left=178,
    )  # fmt: skip
    house.holds(
        house.family("Қиялбеков Бекзат Үлгіұлы", "Қиялбекова Динара", "Қиялбеков Тимур", "Қиялбекова Алма"),
        "106-1", "106-2", "106-3", "106-4", days_ago=2,
    )  # fmt: skip
    five = house.family(
        "Болжамов Марат", "Болжамова Гүлнар", "Болжамов Айбек", "Болжамова Назым", "Болжамова Күләш"
    )
    house.lives(five, "107-1", "107-2", "107-3", "107-4", "107-5", left=3)
    house.holds(
        house.family("Сынақбаев Дәурен", "Сынақбаева Әсел", "Сынақбаев Нұрали"),
        "108-1", "108-2", "108-3", days_ago=5,
    )  # fmt: skip
    for floor in (2, 3):
        for number in range(1, 9):
            house.room(
                f"{floor}{number:02}", ("family", "women", "men")[number % 3], beds=4 if number < 7 else 3
            )
    for at, room in enumerate(("202", "203", "205", "206", "208", "301", "303", "306")):
        size = 3 if room == "208" else 4
        names = ("Мысалбаев Еркін", "Мысалбаева Ұлжан", "Мысалбаев Алан", "Мысалбаева Дана")[:size]
        house.lives(house.family(*names), *(f"{room}-{n}" for n in range(1, size + 1)), left=90 + at)
    house.left_unready("204-1")
    house.lives(house.family("Нобайұлы Ганбат"), "304-1", left=-2)
    for name in ("Мысалов Дәурен", "Сынақова Гүл", "Үлгібаев Нұр"):
        house.waits(name)


def many_beds(house: AHouse, *, beds: int = 500, residents: int = 480) -> None:
    """A house of rooms of five, full but for a few beds: families of four, and somebody alone beside them."""
    for number in range(beds // 5):
        floor, room = divmod(number, 20)
        house.room(f"{floor + 1}{room + 1:02}", "family", beds=5)
    labels = list(house.beds)[:residents]
    number = 0
    while labels:
        size = 4 if number % 2 else 1
        taken, labels = labels[:size], labels[size:]
        number += 1
        names = [f"Көпбаев{'а' if n % 2 else ''} Үлгі{n} {number}" for n in range(len(taken))]
        house.lives(house.family(*names), *taken, left=number % 150)
