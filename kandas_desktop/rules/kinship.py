"""The words of kinship to the applicant that clerks write, in Kazakh as the papers need them."""

from dataclasses import dataclass

from kandas_desktop.rules.household import Sex


@dataclass(frozen=True, slots=True)
class Kinship:
    """What a family member is to the applicant, and the sex that the word implies, if it does."""

    word: str
    sex: Sex | None = None


KINSHIPS: tuple[Kinship, ...] = (
    Kinship("жұбайы"),
    Kinship("зайыбы", Sex.FEMALE),
    Kinship("күйеуі", Sex.MALE),
    Kinship("ұлы", Sex.MALE),
    Kinship("қызы", Sex.FEMALE),
    Kinship("анасы", Sex.FEMALE),
    Kinship("әкесі", Sex.MALE),
    Kinship("немересі"),
    Kinship("келіні", Sex.FEMALE),
    Kinship("күйеу баласы", Sex.MALE),
    Kinship("ағасы", Sex.MALE),
    Kinship("інісі", Sex.MALE),
    Kinship("әпкесі", Sex.FEMALE),
    Kinship("қарындасы", Sex.FEMALE),
    Kinship("сіңлісі", Sex.FEMALE),
    Kinship("атасы", Sex.MALE),
    Kinship("әжесі", Sex.FEMALE),
    Kinship("қайын енесі", Sex.FEMALE),
    Kinship("қайын атасы", Sex.MALE),
    Kinship("жиені"),
    Kinship("шөбересі"),
    Kinship("асырап алған ұлы", Sex.MALE),
    Kinship("асырап алған қызы", Sex.FEMALE),
    Kinship("өгей ұлы", Sex.MALE),
    Kinship("өгей қызы", Sex.FEMALE),
    Kinship("қамқорлығындағы бала"),
)
"""The words in the order in which clerks need them; any other word may be written as well."""

_SEXES = {kinship.word: kinship.sex for kinship in KINSHIPS}


def sex_implied_by(word: str) -> Sex | None:
    """Return the sex that a kinship word implies, `None` where it implies none or the word is another."""
    return _SEXES.get(word.strip().lower())
