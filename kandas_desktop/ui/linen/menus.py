"""The menu of a line of the linen round: what its keys and the page's buttons do."""

from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.linen.view import LinenView
from kandas_desktop.words import _


def line_menu(parent: QWidget, view: LinenView, *buttons: Button) -> QMenu:
    """Tick the chosen line or all of them, and press the page's buttons; who is greyed out says why."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    line = view.chosen
    if line is not None:
        is_ticked = bool(view.beds_open(line)) and view.beds_open(line) <= view.ticked
        words = _("Take the tick away") if is_ticked else _("Tick")
        tick = menu.addAction(f"{words}\tSpace", lambda: view.turn(line))
        if not view.beds_open(line):
            tick.setEnabled(False)
            tick.setToolTip(_("The bedding was changed that day already"))
    every = _("Tick all")
    menu.addAction(f"{every}\tCtrl+A", view.tick_all)
    menu.addSeparator()
    for button, keys in zip(buttons, ("Ctrl+Enter", "Ctrl+P"), strict=True):
        action = menu.addAction(f"{button.words}\t{keys}", button.trigger)
        action.setEnabled(button.isEnabled())
        action.setToolTip(button.blocked_reason)
    return menu
