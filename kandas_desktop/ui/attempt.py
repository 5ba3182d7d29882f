"""Trying an action and telling what came of it: done, refused by the order, or the world's fault."""

from collections.abc import Callable

from kandas_desktop.actions.desk import Refused
from kandas_desktop.errors import Trouble
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.refusals import refusal
from kandas_desktop.ui.workplace import Workplace


def attempt(
    workplace: Workplace,
    act: Callable[[], object],
    *,
    done: Callable[[], str],
    sentence: Callable[[Obstacle], str],
    names_itself: bool = False,
) -> bool:
    """Do ``act`` and say in the foot strip what came of it; return whether it was done.

    ``done`` gives the words for success, ``sentence`` those for each obstacle of a refusal; where it
    ``names_itself`` it knows by which number people are called while names are hidden (F9).
    """
    try:
        act()
    except Refused as refused:
        if names_itself:
            workplace.notices.note(" ".join(f"{sentence(obstacle)}." for obstacle in refused.obstacles))
        else:
            workplace.notices.note(refusal(workplace, refused.obstacles, sentence))
    except Trouble as trouble:
        workplace.notices.fault(trouble.text)
    else:
        workplace.notices.done(done())
        return True
    return False
