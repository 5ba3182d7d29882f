"""The journal's volumes (appendix 3) as every page names them, and the question before the next is begun."""

from PySide6.QtWidgets import QWidget

from kandas_desktop.queries.journal import VolumeRow, open_volume
from kandas_desktop.ui.wording import digits, obstacle_sentence
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


def volume_words(volume: VolumeRow) -> str:
    """A volume by its year and number: «2026 жыл · 1-кітап»."""
    return _("{year} · volume {number}").format(year=volume.year, number=volume.number)


def next_volume_blocked_words(workplace: Workplace) -> str:
    """Why the next volume cannot be begun now; empty where it can."""
    # Imported with the menu that asks: the first page comes up without it.
    from kandas_desktop.rules.volumes import obstacles_to_next_volume

    volume = open_volume()
    obstacles = obstacles_to_next_volume(entries=volume.entries if volume else 0)
    return ". ".join(obstacle_sentence(obstacle, workplace.desk.today) for obstacle in obstacles)


def ask_for_next_volume(workplace: Workplace, parent: QWidget) -> bool:
    """Ask, then end the open volume and begin the next; return whether it was begun."""
    # Imported with the question: the first page comes up without it.
    from kandas_desktop.ui.kit.dialog import Change, Question

    volume = open_volume()
    if volume is None:
        return False
    ended = _("ended on {day}").format(day=digits(workplace.desk.today))
    question = Question(
        _("Begin the next volume?"),
        _("Begin the volume"),
        explanation=_("The open volume ends today. The numbers go on. This cannot be undone."),
        changes=(Change(volume_words(volume), _("open"), ended),),
        parent=parent,
    )
    return question.was_accepted() and _begin(workplace)


def _begin(workplace: Workplace) -> bool:
    from kandas_desktop.actions.volumes import begin_next_volume
    from kandas_desktop.ui.attempt import attempt

    return attempt(
        workplace,
        lambda: begin_next_volume(workplace.desk),
        done=_begun_words,
    )


def _begun_words() -> str:
    volume = open_volume()
    assert volume is not None, "it has just been begun"
    return _("Volume {number} is begun.").format(number=volume.number)
