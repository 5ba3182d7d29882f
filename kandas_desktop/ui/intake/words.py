"""What the intake page says of people, documents and places, in whole sentences."""

from datetime import date
from typing import Literal, NamedTuple

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, HouseholdPerson
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind, obstacle_in_document
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.need_line import need_words
from kandas_desktop.ui.wording import infant_age_words, obstacle_title
from kandas_desktop.words import _, ngettext, pgettext

DocumentLook = Literal["fine", "lacking", "none", "hint"]


class DocumentWords(NamedTuple):
    """What stands in the last column of a person's row, and how."""

    text: str
    look: DocumentLook


def masked(text: str) -> str:
    """As many dots as there are characters: what a visitor sees of a name while names are hidden (F9)."""
    return "•" * len(text)


def short_age(born: BirthDate, on: date) -> str:
    """An age beside a birth date: «36 жас», «74–75 жас», «9 айлық»."""
    least, most = born.ages_on(on)
    if most == 0:
        return infant_age_words(born, on)
    if least == most:
        return ngettext("{count} year", "{count} years", least)
    return _("{least}–{most} years").format(least=least, most=most)


def document_words(person: HouseholdPerson, on: date) -> DocumentWords:
    """The slip or permit of one person: what is there, what is missing, or that none is needed (r.3)."""
    lacking = obstacle_in_document(person, on=on)
    if lacking:
        return DocumentWords(_LACKING[lacking.kind](), "lacking")
    document = person.document
    if document is not None and document.number:
        number = document.number
        if document.kind is DocumentKind.PERMIT:
            return DocumentWords(_("permit {number}").format(number=number), "fine")
        issued = f"{document.issued_on:%d.%m.%Y}" if document.issued_on else ""
        return DocumentWords(", ".join(part for part in (number, issued) if part), "fine")
    return DocumentWords(_("not needed") if person.born else "", "none")


def part_title(part: Part) -> str:
    """What a field is called."""
    return {
        Part.SURNAME: _("Surname"),
        Part.GIVEN_NAME: _("Given name"),
        Part.PATRONYMIC: _("Patronymic"),
        Part.BORN: _("Birth date"),
        Part.KINSHIP: _("Kinship"),
        Part.SEX: _("Sex"),
        Part.BIRTH_PLACE: _("Place of birth"),
        Part.ORIGIN: _("Country of origin"),
        Part.CITIZENSHIP: _("Citizenship"),
        Part.LATIN_NAME: _("Spelling in the passport"),
        Part.NATIVE_NAME: _("Name in its own script"),
        Part.IIN: _("IIN"),
        Part.CERTIFICATE_NUMBER: _("Kandas certificate"),
        Part.CERTIFICATE_DATE: _("Kandas certificate"),
        Part.DOCUMENT_KIND: _("Slip or permit"),
        Part.DOCUMENT_NUMBER: _("Slip or permit"),
        Part.DOCUMENT_DATE: _("Date of issue"),
        Part.DOCUMENT_ISSUER: _("Issuing body"),
        Part.NEEDS_ACCESSIBLE: need_words(),
    }[part]


def part_hint(part: Part) -> str:
    """What an empty field of a family member's row says in grey: its title, short enough for the field."""
    return pgettext("hint", "Kinship") if part is Part.KINSHIP else part_title(part)


def lack_title(obstacle: Obstacle) -> str:
    """What a person's slip lacks, in two or three words."""
    if obstacle.kind is ObstacleKind.SLIP_MISSING:
        return obstacle_title(obstacle)
    return _LACKING[obstacle.kind]()


_LACKING = {
    ObstacleKind.SLIP_MISSING: lambda: _("No slip"),
    ObstacleKind.SLIP_NUMBER_MISSING: lambda: _("No slip number"),
    ObstacleKind.SLIP_DATE_MISSING: lambda: _("No slip date"),
    ObstacleKind.SLIP_ISSUER_MISSING: lambda: _("No issuing body"),
}


def page_keys() -> tuple[KeyHint, ...]:
    """The keys of the page for the foot strip, the commonest first."""
    return (
        KeyHint("Ctrl+↑ Ctrl+↓", _("person to person")),
        KeyHint("F2", _("Kazakh letters")),
        KeyHint("Ctrl+Delete", _("take a person off the application")),
        KeyHint("Ctrl+Enter", _("register")),
        KeyHint("F1", _("all keys")),
        KeyHint("Ctrl+B", _("accessible room")),
    )
