"""Trying an action and telling what came of it: done, refused by the order, or the world's fault."""

from collections.abc import Callable

from kandas_desktop.actions.desk import Refused
from kandas_desktop.errors import Trouble
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.refusals import refusal
from kandas_desktop.ui.workplace import Workplace


def attempt(
    workplace: Workplace,
    act: Callable[[], object],
    *,
    done: Callable[[], str | Wording],
    sentence: Callable[[Obstacle], str] | None = None,
    unnamed: Callable[[Obstacle], str] | None = None,
) -> bool:
    """Do ``act`` and say in the foot strip what came of it; return whether it was done.

    ``done`` gives the words for success. A page that has words of its own for an obstacle gives them by
    ``sentence``, and by ``unnamed`` for while names are hidden (F9).
    """
    try:
        act()
    except Refused as refused:
        workplace.notices.note(refusal(workplace, refused.obstacles, sentence, unnamed))
    except Trouble as trouble:
        workplace.notices.fault(trouble.text)
    else:
        workplace.notices.done(done())
        return True
    return False
