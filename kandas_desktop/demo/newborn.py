"""A child born to a family that lives in the demo's house: a line and a referral of its own (r.3)."""

from collections.abc import Sequence
from datetime import date, timedelta

from kandas_desktop.demo.families import DemoPerson
from kandas_desktop.demo.names import DemoName, in_latin
from kandas_desktop.demo.plan import Plan
from kandas_desktop.demo.story import Ending, Line
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex

_NAME = "Айсәуле"
_BIRTH_PLACE = "Үлгі қаласы"
_DAY = timedelta(days=1)
_BORN_BEFORE = 6 * _DAY  # the application
_MARRIED_BEFORE = 40 * _DAY
_NEWEST, _OLDEST = 6 * _DAY, 60 * _DAY
_MOTHERS = range(19, 42)


def with_newborn(lines: Sequence[Line], plan: Plan, *, today: date) -> list[Line]:
    """The lines, of which one is the newborn's now, if a family that it can join lives here."""
    told = list(lines)
    for index in range(len(told) - 1, -1, -1):
        line = told[index]
        if _can_be_told_anew(line, plan) and today - _OLDEST <= line.day <= today - _NEWEST:
            family = _a_family(lines, plan, before=line.day - _MARRIED_BEFORE)
            if family is not None:
                told[index] = line._replace(
                    family=[_newborn(family, line.day)],
                    ending=Ending.REFERRED,
                    joins=family.place,
                    applicant=family.family[0],
                )
                return told
    return told


def _can_be_told_anew(line: Line, plan: Plan) -> bool:
    """Whether nothing else rests on what became of a line."""
    is_plain = line.ending is Ending.REFERRED and line.told is None and line.again is None
    return is_plain and not line.referrals and line.place not in plan.kept


def _a_family(lines: Sequence[Line], plan: Plan, *, before: date) -> Line | None:
    """The last family with a young wife that came before a day and stays."""
    for line in reversed(lines):
        stays = line.place in plan.kept and line.place not in plan.leaves_yesterday
        if stays and line.day < before and line.family[0].sex is Sex.MALE:
            mothers = [person for person in line.family if person.kinship == "жұбайы"]
            if mothers and mothers[0].born.age_on(line.day) in _MOTHERS:
                return line
    return None


def _newborn(family: Line, day: date) -> DemoPerson:
    father = family.family[0]
    name = DemoName.of(father.name.surname, _NAME, father.name.given_name, Sex.FEMALE)
    born = day - _BORN_BEFORE
    return DemoPerson(
        name=name,
        latin_name=in_latin(f"{name.surname} {name.given_name}".strip()),
        native_name="",
        sex=Sex.FEMALE,
        born=BirthDate(born.year, born.month, born.day),
        birth_place=_BIRTH_PLACE,
        country=father.country,
        kinship="қызы",
        iin="",
        certificate_number="",
        certificate_issued_on=None,
        document=None,
    )
