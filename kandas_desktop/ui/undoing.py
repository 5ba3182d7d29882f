"""Acts at the desk that can be undone: said in the foot strip, taken back with Ctrl+Z."""

from collections.abc import Callable

from kandas_desktop.actions.desk import Refused
from kandas_desktop.errors import Trouble
from kandas_desktop.ui.kit.notice_queue import Action, Wording
from kandas_desktop.ui.kit.pause import pause
from kandas_desktop.ui.refusals import refusal
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


def _correct_application() -> str:
    # Registering, issuing and handing over are no acts: what has a number keeps it.
    return _("What has a number is struck out, a day of receipt corrected: in the application's menu.")


_WAYS_TO_CORRECT: dict[str, Callable[[], str]] = {
    "today": _correct_application,
    "intake": _correct_application,
    "journal": _correct_application,
    "reserve": _correct_application,
    "beds": lambda: _("Whoever was moved is moved back (F6); days are corrected on Residents."),
    "residents": lambda: _("The day of moving in and the leaving are corrected in the person's menu."),
    "decisions": lambda: _("The last step is taken back in the menu of the file or the petition."),
}
"""How what can no longer be undone is corrected, by the page on which it was done."""


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


def undo_last(workplace: Workplace, page: str = "") -> None:
    """Take back the last act, long after its notice went; or say that there is nothing to take back.

    ``page`` is the name of the page that is seen: it has its own way to correct what was done before.
    """
    if workplace.last_act is None:
        correct = _WAYS_TO_CORRECT.get(page)
        otherwise = f" {correct()}" if correct else ""
        workplace.notices.note(_("There is nothing to undo.") + otherwise)
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
