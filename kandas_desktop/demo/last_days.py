"""The journal's last lines: who is due, who waits in a full house, whose slips are missing."""

from datetime import date, timedelta
from typing import NamedTuple

from kandas_desktop.demo.families import POLICE, DemoPerson, Families, Trunk
from kandas_desktop.demo.names import DemoName
from kandas_desktop.demo.places import BY_CODE
from kandas_desktop.demo.story import DemoReferral, Ending, Line
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument, Sex


class _Applicant(NamedTuple):
    """Somebody of the last days: surname in its male form, father's name, how many come along."""

    surname: str
    given_name: str
    father: str
    sex: Sex
    born: BirthDate
    country: str
    place: str
    relatives: int
    ending: Ending
    reason: str = ""


_MAN, _WOMAN = Sex.MALE, Sex.FEMALE
_CAST = (
    _Applicant("Қалыпбаев", "Раушан", "Мысал", _WOMAN, BirthDate(1977, 6, 5), "UZ", "Самарқан қаласы", 1,
               Ending.REFERRED),
    _Applicant("Сынақбаев", "Дәурен", "Қалып", _MAN, BirthDate(1986, 9, 30), "CN", "Іле аймағы", 2,
               Ending.REFERRED),
    _Applicant("Қиялбеков", "Бекзат", "Үлгі", _MAN, BirthDate(1991, 4, 7), "KG", "Бішкек қаласы", 3,
               Ending.REFERRED),
    _Applicant("Мысалов", "Дәурен", "Аңыз", _MAN, BirthDate(1984, 6, 22), "MN", "Баян-Өлгий аймағы", 4,
               Ending.WAITING),
    _Applicant("Жасандиев", "Назгүл", "Үлгі", _WOMAN, BirthDate(1988, 2, 19), "UZ", "Ташкент қаласы", 2,
               Ending.STRUCK_OUT, "Екі рет тіркелген"),
    _Applicant("Қиялбеков", "Мөлдір", "Болжам", _WOMAN, BirthDate(1993, 5, 11), "TM", "Дашоғуз қаласы", 2,
               Ending.WAITING),
    _Applicant("Сынақов", "Арман", "Нобай", _MAN, BirthDate(1968, 12, 25), "CN", "Тарбағатай аймағы", 0,
               Ending.RETURNED, "Өтініш нысаны толық толтырылмаған"),
    _Applicant("Болжамов", "Әмина", "", _WOMAN, BirthDate(1990), "MN", "Баян-Өлгий аймағы", 1,
               Ending.WAITING),
    _Applicant("Аңызбеков", "Нұрлан", "Ертегі", _MAN, BirthDate(1979, 7, 3), "UZ", "Нөкіс қаласы", 3,
               Ending.DUE),
    _Applicant("Көрмебаев", "Томирис", "Жасан", _WOMAN, BirthDate(1999, 8, 14), "CN", "Алтай аймағы", 0,
               Ending.DUE),
)  # fmt: skip
_RECEIVED_LATE = 0  # whose term ends the day after tomorrow
_TERM_OVER = 1
_FIRST_WAITING = 3  # whose family is told person by person
_NOT_RECEIVED = 7  # who was referred yesterday where the house is not full
_NEED_ACCESSIBLE = (0, 7)  # one has such a room, the other waits for one where the house is full

HELD_ROOMS = {_RECEIVED_LATE: "104", _TERM_OVER: "108", 2: "106"}
HELD_ROOMS_WHEN_NOT_FULL = {5: "308", _NOT_RECEIVED: "208"}
"""The rooms that are held for those of the last days."""

LINES = len(_CAST)


class LastDays:
    """The story of the last days, told the same whatever the size of the office.

    Of those referred, one family is on its way, one comes tomorrow, and one has not come in time. In a full
    house three households wait in the reserve; else the first of them, whose slips are missing, is
    still to be considered, and the two others have their referrals.
    """

    def __init__(self, families: Families, *, today: date, is_full: bool) -> None:
        self._families = families
        self._today = today
        self._is_full = is_full

    def lines(self, first_index: int, days: list[date]) -> list[Line]:
        """The last lines for the given days, oldest first; where there are fewer days, the newest lines."""
        first_told = LINES - len(days)
        return [
            self._line(told, first_index + place, day)
            for place, (told, day) in enumerate(zip(range(first_told, LINES), days, strict=True))
        ]

    def _line(self, told: int, index: int, day: date) -> Line:
        applicant = _CAST[told]
        ending = self._ending(told)
        line = Line(index, day, self._family(told, day), ending, applicant.reason, told=told)
        if ending is Ending.WAITING:
            return line._replace(is_in_reserve=True)
        if ending is Ending.REFERRED:
            return line._replace(referrals=(DemoReferral(day, self._received_on(told, day)),))
        return line

    def _received_on(self, told: int, day: date) -> date | None:
        if told == _NOT_RECEIVED:
            return None
        if told == _TERM_OVER:
            return day
        return max(day, self._today - timedelta(days=1 if told == _RECEIVED_LATE else 2))

    def _ending(self, told: int) -> Ending:
        ending = _CAST[told].ending
        if ending is not Ending.WAITING or self._is_full:
            return ending
        return Ending.DUE if told == _FIRST_WAITING else Ending.REFERRED

    def _family(self, told: int, day: date) -> list[DemoPerson]:
        told_of = _CAST[told]
        trunk = Trunk(BY_CODE[told_of.country], told_of.surname, day)
        age = told_of.born.age_on(day)
        applicant = self._families.person(trunk, told_of.sex, age, kinship="", father=told_of.father)
        applicant = self._families.renamed(
            applicant,
            DemoName.of(told_of.surname, told_of.given_name, told_of.father, told_of.sex),
            told_of.born,
        )._replace(birth_place=told_of.place, needs_accessible=told in _NEED_ACCESSIBLE)
        if told == _FIRST_WAITING:
            return [applicant, *self._four_with_two_slips_missing(trunk)]
        return [applicant, *self._families.relatives(trunk, applicant, age, told_of.relatives)]

    def _four_with_two_slips_missing(self, trunk: Trunk) -> list[DemoPerson]:
        """Wife, son, daughter, mother; the son came of age yesterday, the mother's slip has no date."""
        wife = self._relative(trunk, "Сәуле", "Қалып", _WOMAN, BirthDate(1986, 1, 9), "жұбайы")
        son = self._relative(trunk, "Ерасыл", "Дәурен", _MAN, _eighteen_since(self._today), "ұлы")
        daughter_born = BirthDate(trunk.day.year - 12, 10, 30)
        daughter = self._relative(trunk, "Аяла", "Дәурен", _WOMAN, daughter_born, "қызы")
        mother = self._relative(trunk, "Бибі", "", _WOMAN, BirthDate(1952), "анасы")
        undated = ResidenceDocument(DocumentKind.SLIP, "Т-100952", None, POLICE)
        return [
            wife,
            son._replace(document=None),
            daughter._replace(document=None),
            mother._replace(document=undated),
        ]

    def _relative(
        self, trunk: Trunk, given_name: str, father: str, sex: Sex, born: BirthDate, kinship: str
    ) -> DemoPerson:
        person = self._families.person(trunk, sex, born.age_on(trunk.day), kinship=kinship, father=father)
        return self._families.renamed(person, DemoName.of(trunk.surname, given_name, father, sex), born)


def _eighteen_since(today: date) -> BirthDate:
    """The birth date of somebody who came of age the day before ``today``."""
    birthday = today - timedelta(days=1)
    if (birthday.month, birthday.day) == (2, 29):
        birthday -= timedelta(days=1)
    return BirthDate(birthday.year - 18, birthday.month, birthday.day)
