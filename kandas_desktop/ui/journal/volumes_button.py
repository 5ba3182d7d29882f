"""The journal's volumes at its head: which one is open, printing another, beginning the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.journal import VolumeRow, volumes
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.volumes import ask_for_next_volume, next_volume_blocked_words, volume_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, ngettext

_NEWEST_IN_MENU = 12


def open_volume_words(volume: VolumeRow | None) -> str:
    """The line under the page's title: volume, day it was begun, number of its lines."""
    if volume is None:
        return _("The first volume begins with the first application")
    entries = ngettext("{count} entry", "{count} entries", volume.entries)
    return _("{volume} · begun {day} · {entries}").format(
        volume=volume_words(volume), day=digits(volume.begun_on), entries=entries
    )


_BUTTON = 24
_SECOND_LINE = 33  # where the line under the page's title begins


class VolumesButton(QWidget):
    """Stands at the end of the line under the title; its menu prints a volume or begins the next one."""

    print_asked = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.button = IconButton("chevron-down", _("Journal's volumes"), size=_BUTTON, parent=self)
        self.button.clicked.connect(self._open)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        height = theme().sizes.page_head
        self.setFixedSize(_BUTTON, height)
        self.button.setGeometry(
            0, (height - _BUTTON) // 2 if theme().is_compact else _SECOND_LINE, _BUTTON, _BUTTON
        )

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        begin = menu.addAction(_("Begin the next volume…"))
        blocked = next_volume_blocked_words(self._workplace)
        begin.setEnabled(not blocked)
        begin.setToolTip(blocked)
        begin.triggered.connect(lambda: ask_for_next_volume(self._workplace, self.window()))
        menu.addSeparator()
        for volume in volumes()[:_NEWEST_IN_MENU]:
            words = _("Print {volume}").format(volume=volume_words(volume))
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, id_=volume.id: self.print_asked.emit(id_))
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
