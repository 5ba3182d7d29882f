"""The lists of the intake form: countries, words of kinship, sexes."""

from functools import cache

from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.countries import countries
from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.kinship import KINSHIPS
from kandas_desktop.ui.intake.person_fields import TYPED_LENGTH
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.toggles import Segmented
from kandas_desktop.words import _, language


@cache
def country_codes() -> frozenset[str]:
    """The two letters of every country in the list."""
    return frozenset(country.code for country in countries("en"))


def country_field(parent: QWidget | None = None) -> ChoiceField:
    """A country by the first letters of its name in the language of the screen, frequent ones first."""
    options = [Option(country.code, country.name) for country in countries(language())]
    return ChoiceField(options, max_length=TYPED_LENGTH, parent=parent)


def kinship_field(parent: QWidget | None = None) -> ChoiceField:
    """Kinship by its first letters or in words of one's own; stored in Kazakh, as the family sheet prints it.

    The Kazakh word finds its entry whatever the language of the screen.
    """
    options = [Option(kinship.word, kinship_words(kinship.word), kinship.word) for kinship in KINSHIPS]
    return ChoiceField(options, free=True, completes=True, max_length=TYPED_LENGTH, parent=parent)


def issuer_field(parent: QWidget | None = None) -> ChoiceField:
    """The body that issued a slip: one of the latest, or another."""
    return ChoiceField(free=True, max_length=TYPED_LENGTH, parent=parent)


def sex_choice(parent: QWidget | None = None) -> Segmented:
    """Male or female."""
    parts = [(Sex.MALE.value, _("Male")), (Sex.FEMALE.value, _("Female"))]
    return Segmented(parts, name=_("Sex"), field=True, parent=parent)
