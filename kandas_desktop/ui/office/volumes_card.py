"""The journal's books: begun, ended, followed by the next (appendix 3)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.actions.volumes import begin_next_volume
from kandas_desktop.errors import Trouble
from kandas_desktop.queries.journal import VolumeRow, volumes
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Chip, ClauseChip
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.frame import Card, Rule
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, ngettext


class NextVolumeQuestion(Question):
    """Asks whether the open book is to end today."""

    def __init__(self, open_volume: VolumeRow, today: str, parent: QWidget | None) -> None:
        super().__init__(
            _("Begin the next volume?"),
            _("Begin it"),
            explanation=_("The open volume ends today. The numbers go on. This cannot be undone."),
            changes=(Change(volume_name(open_volume), _("open"), _("ended on {day}").format(day=today)),),
            parent=parent,
        )

    @classmethod
    def ask(cls, parent: QWidget | None, open_volume: VolumeRow, today: str) -> bool:
        """Whether the next volume is to begin."""
        return cls(open_volume, today, parent).was_accepted()


def volume_name(volume: VolumeRow) -> str:
    """«2026 жыл, 1-кітап»."""
    return _("{year}, volume {number}").format(year=volume.year, number=volume.number)


class VolumesCard(Card):
    """``print_asked(volume_id)`` opens the paper of a volume."""

    print_asked = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._open: VolumeRow | None = None
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
        self._open = next((volume for volume in rows if volume.ended_on is None), None)
        reason = "" if self._open and self._open.entries else _("The open volume has no entries yet")
        self.next_button.set_blocked(reason)
        if not rows:
            self._rows.addWidget(Label(_("The first volume begins with the first application."), ink="text2"))
        for volume in rows:
            self._rows.addWidget(Rule())
            self._rows.addWidget(self._row(volume))

    def _row(self, volume: VolumeRow) -> QWidget:
        row = QWidget()
        row.setFixedHeight(theme().sizes.list_row + 8)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        name = Label(volume_name(volume), bold=volume.ended_on is None)
        name.setFixedWidth(160)
        line.addWidget(name)
        entries = ngettext("{count} entry", "{count} entries", volume.entries)
        line.addWidget(Label(f"{_days(volume)} · {entries}", role="second", ink="text2"))
        line.addStretch(1)
        if volume.ended_on is None:
            line.addWidget(Chip(_("Open volume"), family="accent", icon="book-open"))
        button = Button(_("Print…"), icon="printer")
        button.setAccessibleName(f"{button.words} {volume_name(volume)}")
        button.clicked.connect(lambda: self.print_asked.emit(volume.id))
        self.print_buttons.append(button)
        line.addWidget(button)
        return row

    def _ask(self) -> None:
        today = digits(self._workplace.desk.today)
        if self._open is not None and NextVolumeQuestion.ask(self.window(), self._open, today):
            self.begin_next()

    def begin_next(self) -> None:
        """End the open volume today and begin the next."""
        try:
            begin_next_volume(self._workplace.desk)
        except Trouble as trouble:
            self._workplace.notices.fault(trouble.text)
            return
        self.reload()
        self._workplace.notices.done(_("The next volume has begun"))


def _days(volume: VolumeRow) -> str:
    begun = _("begun on {day}").format(day=digits(volume.begun_on))
    if volume.ended_on is None:
        return begun
    return f"{begun}, {_('ended on {day}').format(day=digits(volume.ended_on))}"
