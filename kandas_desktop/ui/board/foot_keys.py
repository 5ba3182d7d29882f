"""The keys of the board for the foot strip: they follow the view, the day, the side panel and the move."""

from collections.abc import Sequence

from kandas_desktop.ui.board.board_desk import BoardDesk
from kandas_desktop.ui.board.frame import BoardFrame
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.words import _, pgettext


def foot_keys(frame: BoardFrame, desk: BoardDesk) -> Sequence[KeyHint]:
    """What the keys do now, the commonest first."""
    if frame.view is frame.tape:
        return tape_keys(is_moving=desk.moves.session.is_on, has_panel=frame.tape.has_panel)
    if desk.is_read_only:
        return (
            KeyHint("← ↑ ↓ →", _("choose a bed")),
            KeyHint("Esc", _("back to today")),
            KeyHint("Ctrl+F", _("search")),
            KeyHint("F9", _("hide the names")),
            KeyHint("F1", _("all keys")),
        )
    if desk.moves.session.is_on:
        return (KeyHint("← ↑ ↓ →", _("choose a bed")), *_moving_keys())
    return (
        KeyHint("← ↑ ↓ →", _("choose a bed")),
        KeyHint("Enter", _("the next step")),
        KeyHint("F6", _("to another bed")),
        KeyHint("Ctrl+Z", _("undo the last")),
        KeyHint("Esc", _("cancel")),
        KeyHint("F9", _("hide the names")),
        KeyHint("F1", _("all keys")),
    )


def tape_keys(*, is_moving: bool, has_panel: bool) -> Sequence[KeyHint]:
    """What the keys do on the tape chart."""
    days = KeyHint("← →", pgettext("key", "a day"))
    beds = KeyHint("↑ ↓", pgettext("key", "a bed"))
    if is_moving:
        return (days, beds, *_moving_keys())
    return (
        days,
        beds,
        KeyHint("Enter", _("the next step") if has_panel else pgettext("key", "open")),
        KeyHint("Ctrl+Home", _("back to today")),
        KeyHint("Ctrl+Z", _("undo the last")),
        KeyHint("F9", _("hide the names")),
        KeyHint("F1", _("all keys")),
    )


def _moving_keys() -> Sequence[KeyHint]:
    """What the keys do while somebody is moved."""
    return (
        KeyHint("Enter", _("to this bed")),
        KeyHint("Esc", _("cancel")),
        KeyHint("F9", _("hide the names")),
        KeyHint("F1", _("all keys")),
    )
