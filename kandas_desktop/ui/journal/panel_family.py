"""In the side panel of those who join a household: which one it is, and where it sleeps (r.3, r.12)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.application import JoinedFamily
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.panel_rows import FactRow
from kandas_desktop.words import _


class JoinedFamilyRow(QWidget):
    """``opened(id)`` asks for the first application of the household."""

    opened = Signal(int)

    def __init__(self, joined: JoinedFamily) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        title = _("Joins the household {number}").format(number=joined.application.number)
        row = FactRow(title, joined_beds_words(joined), icon="user-plus", family="accent")
        button = IconButton("eye", _("Open {number}").format(number=joined.application.number), size=28)
        button.clicked.connect(lambda: self.opened.emit(joined.application.id))
        row.add(button)
        column.addWidget(row)


def joined_beds_words(joined: JoinedFamily) -> str:
    """Where the household sleeps, and that somebody who joins sleeps in a bed of it."""
    parts = [_("in one bed with a parent")] if joined.is_sharing else []
    if joined.beds:
        parts.append(_("beds of the family: {beds}").format(beds=", ".join(joined.beds)))
    return " · ".join(parts)
