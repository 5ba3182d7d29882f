"""The journal's volumes: begun, ended, followed by the next (appendix 3)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.journal import VolumeRow, volumes
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Chip, ClauseChip
from kandas_desktop.ui.kit.frame import Card, Rule
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.volumes import ask_for_next_volume, next_volume_blocked_words, volume_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, ngettext


class VolumesCard(Card):
    """``print_asked(volume_id)`` opens the paper of a volume."""

    print_asked = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self.print_buttons: list[Button] = []
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(_("Journal's volumes"), bold=True))
        head.addWidget(ClauseChip(Clause.R5))
        head.addStretch(1)
        self.next_button = Button(_("Begin the next volume…"), icon="plus")
        self.next_button.clicked.connect(self._ask)
        head.addWidget(self.next_button)
        self.column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)

    def reload(self) -> None:
        """Read the volumes anew, newest first."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.print_buttons.clear()
        rows = volumes()
        self.next_button.set_blocked(next_volume_blocked_words(self._workplace))
        if not rows:
            self._rows.addWidget(Label(_("The first volume begins with the first application"), ink="text2"))
        for volume in rows:
            self._rows.addWidget(Rule())
            self._rows.addWidget(self._row(volume))

    def _row(self, volume: VolumeRow) -> QWidget:
        row = QWidget()
        row.setFixedHeight(theme().sizes.list_row + 8)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        name = Label(volume_words(volume), bold=volume.ended_on is None)
        name.setFixedWidth(160)
        line.addWidget(name)
        entries = ngettext("{count} entry", "{count} entries", volume.entries)
        line.addWidget(Label(f"{_days(volume)} · {entries}", role="second", ink="text2"))
        line.addStretch(1)
        if volume.ended_on is None:
            line.addWidget(Chip(_("Open volume"), family="accent", icon="book-open"))
        button = Button(_("Print…"), icon="printer")
        button.setAccessibleName(f"{button.words} {volume_words(volume)}")
        button.clicked.connect(lambda: self.print_asked.emit(volume.id))
        self.print_buttons.append(button)
        line.addWidget(button)
        return row

    def _ask(self) -> None:
        ask_for_next_volume(self._workplace, self.window())


def _days(volume: VolumeRow) -> str:
    begun = _("begun on {day}").format(day=digits(volume.begun_on))
    if volume.ended_on is None:
        return begun
    return f"{begun}, {_('ended on {day}').format(day=digits(volume.ended_on))}"
