"""What the form says beside its fields: what is wrong, what is missing, what to look at again."""

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from kandas_desktop.actions.intake import household_of
from kandas_desktop.rules.birth import DateFault, DateFaultKind, read_birth_date, read_date
from kandas_desktop.rules.concerns import slips_twice
from kandas_desktop.rules.iin import IinFault, iin_faults
from kandas_desktop.rules.letters import NAME_LENGTH, LetterFault, clean, is_doubtful_name, letter_faults
from kandas_desktop.rules.obstacles import (
    Obstacle,
    ObstacleKind,
    obstacle_in_document,
    obstacles_to_registration,
)
from kandas_desktop.ui.intake.form import ApplicationForm
from kandas_desktop.ui.intake.person_form import Part, PersonForm, country_code
from kandas_desktop.ui.wording import age_words, date_fault_words, obstacle_title
from kandas_desktop.words import _


class Level(IntEnum):
    """How much a remark weighs: only the first two keep an application from being registered."""

    ERROR = 0
    MISSING = 1
    SLIP = 2
    ADVICE = 3


class Remark(NamedTuple):
    """One sentence beside one field; row 0 is the applicant's, the family's rows follow."""

    row: int
    part: Part
    level: Level
    text: str
    clause: int | None = None

    @property
    def stops_registering(self) -> bool:
        return self.level <= Level.MISSING


_OBSTACLE_PARTS = {
    ObstacleKind.NAME_MISSING: Part.SURNAME,
    ObstacleKind.NAME_UNFIT: Part.SURNAME,
    ObstacleKind.BIRTH_DATE_MISSING: Part.BORN,
    ObstacleKind.KINSHIP_MISSING: Part.KINSHIP,
    ObstacleKind.ORIGIN_MISSING: Part.ORIGIN,
    ObstacleKind.PERSON_TWICE: Part.SURNAME,
    ObstacleKind.DOCUMENT_IN_FUTURE: Part.DOCUMENT_DATE,
    ObstacleKind.SLIP_MISSING: Part.DOCUMENT_NUMBER,
    ObstacleKind.SLIP_NUMBER_MISSING: Part.DOCUMENT_NUMBER,
    ObstacleKind.SLIP_DATE_MISSING: Part.DOCUMENT_DATE,
    ObstacleKind.SLIP_ISSUER_MISSING: Part.DOCUMENT_ISSUER,
}
_WRONG = frozenset({ObstacleKind.NAME_UNFIT, ObstacleKind.PERSON_TWICE, ObstacleKind.DOCUMENT_IN_FUTURE})
_NAMES = (Part.SURNAME, Part.GIVEN_NAME, Part.PATRONYMIC, Part.LATIN_NAME, Part.KINSHIP)
_WORDS = (Part.BIRTH_PLACE, Part.CERTIFICATE_NUMBER, Part.DOCUMENT_NUMBER, Part.DOCUMENT_ISSUER)


def remarks(form: ApplicationForm, *, today: date, countries: frozenset[str]) -> list[Remark]:
    """Everything there is to say about the form on ``today``; ``countries`` are the codes that exist."""
    found = []
    for row, person in enumerate([form.applicant, *form.family]):
        if not person.is_empty if row else not form.is_joining:
            found += list(_typing_faults(row, person, form.applicant, today, countries))
    wrong = {(remark.row, remark.part) for remark in found}
    for obstacle in registration_obstacles(form, today):
        remark = _obstacle_remark(form, obstacle, today)
        if (remark.row, remark.part) not in wrong:
            found.append(remark)
    for obstacle in slip_obstacles(form, today):
        found.append(_obstacle_remark(form, obstacle, today))
    found += _slips_twice(form, today)
    told = {(remark.row, remark.part) for remark in found}
    found += [remark for remark in _doubtful_names(form) if (remark.row, remark.part) not in told]
    return sorted(found, key=lambda remark: (remark.row, list(Part).index(remark.part), remark.level))


def registration_obstacles(form: ApplicationForm, today: date) -> list[Obstacle]:
    """What the journal line still lacks: the same rule that the action asks."""
    request = form.request(today)
    return obstacles_to_registration(
        household_of(request),
        origin_country=request.people[0].origin_country,
        on=today,
        joined=form.joined(today),
    )


def slip_obstacles(form: ApplicationForm, today: date) -> list[Obstacle]:
    """What r.3 would still ask of these people if the referral were issued on ``today``."""
    household = household_of(form.request(today))
    return [found for person in household if (found := obstacle_in_document(person, on=today))]


def _slips_twice(form: ApplicationForm, today: date) -> Iterator[Remark]:
    """That a slip's number stands with somebody before; each adult hands in a slip of their own (r.3)."""
    for slip in slips_twice(household_of(form.request(today))):
        for person in slip.people[1:]:
            row = form.row_of(person.position)
            text = _("Somebody of the family has the same slip number: look again.")
            yield Remark(row, Part.DOCUMENT_NUMBER, Level.ADVICE, text, int(slip.clause))


def _doubtful_names(form: ApplicationForm) -> Iterator[Remark]:
    """That a date or a number stands where a name should; what the papers say is for the desk to see."""
    for row, person in enumerate([form.applicant, *form.family]):
        for part in (*_NAMES[:4], Part.NATIVE_NAME):
            if is_doubtful_name(clean(person.get(part))):
                yield Remark(row, part, Level.ADVICE, _("A name has letters and no digits: look again."))


def _obstacle_remark(form: ApplicationForm, obstacle: Obstacle, today: date) -> Remark:
    position = obstacle.person.position if obstacle.person else 0
    level = _level_of(obstacle)
    return Remark(
        row=form.row_of(position),
        part=_part_of(form.people[position], obstacle),
        level=level,
        text=slip_sentence(obstacle, today) if level is Level.SLIP else obstacle_title(obstacle),
        clause=int(obstacle.clause) if obstacle.clause else None,
    )


def _part_of(person: PersonForm, obstacle: Obstacle) -> Part:
    if obstacle.kind is ObstacleKind.NAME_UNFIT:
        return next((part for part in _NAMES[:3] if letter_faults(clean(person.get(part)))), Part.SURNAME)
    return _OBSTACLE_PARTS[obstacle.kind]


def _level_of(obstacle: Obstacle) -> Level:
    if obstacle.kind in _WRONG:
        return Level.ERROR
    return Level.SLIP if obstacle.kind.value.startswith("slip") else Level.MISSING


def _typing_faults(
    row: int, person: PersonForm, applicant: PersonForm, today: date, countries: frozenset[str]
) -> Iterator[Remark]:
    for part, text in _letter_sentences(person):
        yield Remark(row, part, Level.ERROR, text)
    for part, kind in _date_faults(person, today):
        yield Remark(row, part, Level.ERROR, date_fault_words(kind))
    for part in (Part.ORIGIN, Part.CITIZENSHIP):
        typed = person.get(part)
        if typed.strip() and country_code(typed) not in countries:
            yield Remark(row, part, Level.ERROR, _("Choose a country from the list."))
    entry = person.entry(today, applicant if row else None)
    if faults := iin_faults(entry.iin, born=entry.born, sex=entry.sex):
        yield Remark(row, Part.IIN, Level.ADVICE, " ".join(map(_iin_sentence, faults)))


def _letter_sentences(person: PersonForm) -> Iterator[tuple[Part, str]]:
    for part in (*_NAMES, *_WORDS, Part.NATIVE_NAME):
        # «№» stands before many a document's number.
        text = clean(person.get(part)).replace("№", "") if part in _WORDS else clean(person.get(part))
        for fault in letter_faults(text, native=part is Part.NATIVE_NAME)[:1]:
            yield part, _letter_sentence(fault)


def _letter_sentence(fault: LetterFault) -> str:
    return {
        LetterFault.RIGHT_TO_LEFT: _("Write it in Cyrillic or Latin letters."),
        LetterFault.OTHER_SCRIPT: _("Write it in Cyrillic or Latin letters."),
        LetterFault.SYMBOL: _("Symbols and emoji cannot be printed."),
        LetterFault.TOO_LONG: _("Longer than {count} characters.").format(count=NAME_LENGTH),
    }[fault]


def _date_faults(person: PersonForm, today: date) -> Iterator[tuple[Part, DateFaultKind]]:
    try:
        if person.born.strip():
            read_birth_date(person.born, today=today)
    except DateFault as fault:
        yield Part.BORN, fault.kind
    for part in (Part.CERTIFICATE_DATE, Part.DOCUMENT_DATE):
        try:
            typed = person.get(part)
            # A document of the future is the order's matter (r.3), a certificate's only common sense's.
            if typed.strip() and read_date(typed, today=today) > today and part is Part.CERTIFICATE_DATE:
                yield part, DateFaultKind.FUTURE
        except DateFault as fault:
            yield part, fault.kind


def _iin_sentence(fault: IinFault) -> str:
    return {
        IinFault.LENGTH: _("An IIN has 12 digits."),
        IinFault.CHECK_DIGIT: _("The last digit does not fit: look again."),
        IinFault.BIRTH_DATE: _("It does not agree with the birth date."),
        IinFault.SEX: _("It does not agree with the sex."),
    }[fault]


def slip_sentence(obstacle: Obstacle, today: date) -> str:
    """What a missing slip means for the family, and that the application can be registered all the same."""
    if obstacle.kind is ObstacleKind.SLIP_MISSING and obstacle.person and obstacle.person.born:
        return _("{age}: without a slip the whole family gets no referral. Registering can go on.").format(
            age=age_words(obstacle.person.born, today)
        )
    return _("{lack}: without it the whole family gets no referral.").format(lack=obstacle_title(obstacle))
