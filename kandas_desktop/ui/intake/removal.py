"""Saying who was taken off the application, and offering to bring them back."""

from functools import partial

from kandas_desktop.ui.intake.family_card import FamilyCard
from kandas_desktop.ui.intake.person_form import PersonForm
from kandas_desktop.ui.intake.words import masked
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.notice_queue import Action, Wording
from kandas_desktop.ui.workplace import Notices
from kandas_desktop.words import _


def say_removed(family: FamilyCard, notices: Notices, person: PersonForm) -> None:
    """Say whom the clerk has just taken off: by name, or by kinship while names are hidden."""
    name = person.name.full or _("No name yet")
    told = _("{name} was taken off the application")
    notices.done(
        Wording(told.format(name=name), told.format(name=kinship_words(person.kinship) or masked(name))),
        Action(_("Bring back"), partial(family.bring_back, person), "Ctrl+Z"),
    )
