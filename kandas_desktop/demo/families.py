"""The demo's families: who applies, with whom, and which papers they bring."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple, TypeVar

from kandas_desktop.demo.names import (
    FATHERS,
    MEN,
    SURNAMES,
    WOMEN,
    DemoName,
    in_arabic,
    in_latin,
)
from kandas_desktop.demo.places import ORIGINS, Origin
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument, Sex
from kandas_desktop.rules.iin import check_digit

Choice = TypeVar("Choice")

POLICE = "Үлгі облысы ПД Көші-қон қызметі басқармасы"

# People in a family, the applicant included, and how many of a thousand are so large: 2.25 on average.
_SIZES = ((1, 430), (2, 215), (3, 170), (4, 100), (5, 50), (6, 22), (7, 8), (8, 4), (15, 1))
_ADULT = 18
_CHILD_AGES = 22


class DemoPerson(NamedTuple):
    """One person of a family as the clerk wrote them down; the applicant has no kinship."""

    name: DemoName
    latin_name: str
    native_name: str
    sex: Sex
    born: BirthDate
    birth_place: str
    country: str
    kinship: str
    iin: str
    certificate_number: str
    certificate_issued_on: date | None
    document: ResidenceDocument | None
    needs_accessible: bool = False


class Trunk(NamedTuple):
    """What a family shares: its origin, its surname, the day on which it applies, the names it lacks."""

    origin: Origin
    surname: str
    day: date
    has_patronymics: bool = True


class Families:
    """An endless row of families, the same for the same source of chance."""

    def __init__(self, chance: Random) -> None:
        self._random = chance.random
        self._origins = _by_weight([(origin, origin.weight) for origin in ORIGINS])
        self._sizes = _by_weight(list(_SIZES))
        self._papers = 100_000

    def family(self, day: date) -> list[DemoPerson]:
        """A family that applies on ``day``, the applicant first; its adults' slips are in order."""
        trunk = self._trunk(day)
        size = self._pick(self._sizes)
        sex = Sex.MALE if self._random() < 0.58 else Sex.FEMALE
        age = self._between(20, 44) if size > 1 or self._random() < 0.6 else self._between(45, 78)
        applicant = self.person(trunk, sex, age, kinship="", father=self._pick(FATHERS))
        if size == 1:
            return [applicant]
        return [applicant, *self.relatives(trunk, applicant, age, size - 1)]

    def person(self, trunk: Trunk, sex: Sex, age: int, *, kinship: str, father: str) -> DemoPerson:
        """Somebody of ``age`` whole years on the day the family applies."""
        given_name = self._pick(MEN if sex is Sex.MALE else WOMEN)
        name = DemoName.of(trunk.surname, given_name, father if trunk.has_patronymics else "", sex)
        born = self._birth_date(trunk, age)
        is_adult = age > _ADULT or (born.is_exact and age == _ADULT)
        has_status = is_adult and self._random() < 0.6
        return DemoPerson(
            name=name,
            latin_name=_in_passport(name),
            native_name=self._native(trunk.origin, name),
            sex=sex,
            born=born,
            birth_place=self._pick(trunk.origin.places),
            country=trunk.origin.code,
            kinship=kinship,
            iin=self._iin(born, sex) if has_status else "",
            certificate_number=f"Қ-{self._paper_number()}" if has_status else "",
            certificate_issued_on=self._days_before(trunk.day, 20, 150) if has_status else None,
            # Whoever is 17 may come of age while waiting, so they bring a slip in good time.
            document=self._document(trunk.day) if age >= _ADULT - 1 else None,
        )

    def renamed(self, person: DemoPerson, name: DemoName, born: BirthDate) -> DemoPerson:
        """The same person under another name and with another birth date."""
        return person._replace(
            name=name,
            latin_name=_in_passport(name),
            native_name=_in_own_script(name) if person.native_name else "",
            born=born,
            iin=self._iin(born, person.sex) if person.iin else "",
        )

    def relatives(self, trunk: Trunk, applicant: DemoPerson, age: int, count: int) -> list[DemoPerson]:
        """``count`` people who come with an applicant of ``age``: a spouse, an elder, children."""
        relatives: list[DemoPerson] = []
        father = applicant.name.given_name if applicant.sex is Sex.MALE else self._pick(MEN)
        if count > 1 or (count and self._random() < 0.35):
            spouse = Sex.FEMALE if applicant.sex is Sex.MALE else Sex.MALE
            spouse_age = max(_ADULT + 1, age - 4 + int(self._random() * 8))
            relatives.append(
                self.person(trunk, spouse, spouse_age, kinship="жұбайы", father=self._pick(FATHERS))
            )
        if count > len(relatives) and self._random() < 0.22:
            relatives.append(self._elder(trunk, age))
        while len(relatives) < count:
            relatives.append(self._child(trunk, age, father))
        return relatives

    def _elder(self, trunk: Trunk, age: int) -> DemoPerson:
        kinship, sex, years = self._pick(
            (
                ("анасы", Sex.FEMALE, 24),
                ("анасы", Sex.FEMALE, 29),
                ("әкесі", Sex.MALE, 27),
                ("қайын енесі", Sex.FEMALE, 25),
                ("қарындасы", Sex.FEMALE, 0),
                ("інісі", Sex.MALE, 0),
            )
        )
        return self.person(trunk, sex, age + years, kinship=kinship, father=self._pick(FATHERS))

    def _child(self, trunk: Trunk, age: int, father: str) -> DemoPerson:
        sex, kinship = (Sex.MALE, "ұлы") if self._random() < 0.51 else (Sex.FEMALE, "қызы")
        eldest = min(_CHILD_AGES, max(2, age - 19))
        return self.person(trunk, sex, int(self._random() * eldest), kinship=kinship, father=father)

    def _trunk(self, day: date) -> Trunk:
        origin = self._pick(self._origins)
        surname = "" if self._random() < origin.without_surname else self._pick(SURNAMES)
        return Trunk(origin, surname, day, has_patronymics=self._random() >= origin.without_patronymic)

    def _native(self, origin: Origin, name: DemoName) -> str:
        if not origin.native_script or self._random() < 0.4:
            return ""
        return _in_own_script(name)

    def _birth_date(self, trunk: Trunk, age: int) -> BirthDate:
        if age > _ADULT and self._random() < trunk.origin.year_only * (3 if age > 55 else 1):
            return BirthDate(trunk.day.year - age - 1)
        born = trunk.day - timedelta(days=int((age + 0.002 + self._random() * 0.99) * 365.25))
        return BirthDate(born.year, born.month, born.day)

    def _document(self, day: date) -> ResidenceDocument:
        issued_on = self._days_before(day, 1, 30)
        if self._random() < 0.1:
            return ResidenceDocument(DocumentKind.PERMIT, f"{self._paper_number()}", issued_on, "ҚР ІІМ")
        return ResidenceDocument(DocumentKind.SLIP, f"Т-{self._paper_number()}", issued_on, POLICE)

    def _iin(self, born: BirthDate, sex: Sex) -> str:
        if not born.is_exact:
            return ""
        century = (3 if born.year < 2000 else 5) + (sex is Sex.FEMALE)
        first = f"{born.year % 100:02}{born.month:02}{born.day:02}{century}{int(self._random() * 10_000):04}"
        digit = check_digit(first)
        return "" if digit is None else f"{first}{digit}"

    def _paper_number(self) -> int:
        self._papers += 1 + int(self._random() * 9)
        return self._papers

    def _days_before(self, day: date, least: int, most: int) -> date:
        return day - timedelta(days=self._between(least, most))

    def _between(self, least: int, most: int) -> int:
        return least + int(self._random() * (most - least + 1))

    def _pick(self, choices: Sequence[Choice]) -> Choice:
        return choices[int(self._random() * len(choices))]


def _in_passport(name: DemoName) -> str:
    return in_latin(f"{name.surname} {name.given_name}".strip())


def _in_own_script(name: DemoName) -> str:
    return in_arabic(f"{name.surname} {name.given_name}".strip())


def _by_weight(weighed: Sequence[tuple[Choice, int]]) -> tuple[Choice, ...]:
    """A row in which each choice stands as often as it weighs, to pick from at once."""
    return tuple(choice for choice, weight in weighed for _ in range(weight))
