"""Acts at the desk that can be undone: said in the foot strip, taken back with Ctrl+Z."""

from collections.abc import Callable

from kandas_desktop.actions.desk import Refused
from kandas_desktop.errors import Trouble
from kandas_desktop.ui.kit.notice_queue import Action, Wording
from kandas_desktop.ui.kit.pause import pause
from kandas_desktop.ui.refusals import refusal
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


def attempt_act(workplace: Workplace, act: Callable[[], int], *, done: str | Wording) -> int | None:
    """Do ``act``, which returns its id, and say in the foot strip what came of it, with the way back.

    Returns the id of the act, 0 where all was so already and nothing is to be taken back, or ``None`` where
    the order or the world said no.
    """
    try:
        act_id = act()
    except Refused as refused:
        workplace.notices.note(refusal(workplace, refused.obstacles))
    except Trouble as trouble:
        workplace.notices.fault(trouble.text)
    else:
        pause().begin()
        if act_id == 0:
            workplace.notices.done(done)
            return 0
        workplace.notices.done(done, Action(_("Undo"), lambda: undo_act(workplace, act_id), "Ctrl+Z"))
        workplace.remember_act(act_id)  # after its commit and its notice, which forget the one before
        return act_id
    return None


def undo_last(workplace: Workplace) -> None:
    """Take back the last act, long after its notice went; or say that there is nothing to take back."""
    if workplace.last_act is None:
        nothing = _("There is nothing to undo.")
        # Registering, issuing and handing over are no acts: what has a number keeps it.
        otherwise = _(
            "What has a number is struck out, a day of receipt corrected: in the application's menu."
        )
        workplace.notices.note(f"{nothing} {otherwise}")
    else:
        undo_act(workplace, workplace.last_act)


def undo_act(workplace: Workplace, act_id: int) -> None:
    """Take an act back and say so, or say why not: something was built on it since."""
    from kandas_desktop.actions.acts import undo

    try:
        undo(workplace.desk, act_id)
    except Refused as refused:
        workplace.notices.note(refusal(workplace, refused.obstacles))
    except Trouble as trouble:
        workplace.notices.fault(trouble.text)
    else:
        workplace.notices.done(_("Undone."))
