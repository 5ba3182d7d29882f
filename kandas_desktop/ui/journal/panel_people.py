"""The people of an application in the side panel: who they are, and what each of them handed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.application import ApplicationDetail, PersonRow
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.panel_words import PeopleWords, document_kind_words, document_words
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.need_line import NeedLine
from kandas_desktop.ui.panel_rows import SectionTitle
from kandas_desktop.words import _

_OPEN = (Standing.DUE, Standing.RESERVE)


class PeopleSection(QWidget):
    """Everybody on the application; the pencil asks for what the person handed in."""

    document_asked = Signal(int)

    def __init__(self, detail: ApplicationDetail, people: PeopleWords) -> None:
        super().__init__()
        self._people = people
        self._can_change = detail.standing in _OPEN
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionTitle(_("People and their documents")))
        for person in detail.people:
            column.addLayout(self._row(person))

    def _row(self, person: PersonRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._people.full(person.household), wrap=True))
        who = kinship_words(person.household.kinship) or _("applicant")
        born = self._people.born(person.household.born)
        words.addWidget(Label(f"{born} · {who}", role="second", ink="text2", wrap=True))
        if person.household.needs_accessible and not self._people.hidden:
            words.addWidget(NeedLine())
        words.addLayout(self._document(person))
        row.addLayout(words, 1)
        if self._can_change and (person.needs_document or person.household.document):
            row.addWidget(self._pencil(person), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _document(self, person: PersonRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        document = person.household.document
        text = document_words(person)
        if document is not None and self._people.hidden:
            text = f"{document_kind_words(document)} •••"
        if person.obstacle is not None:
            row.addWidget(IconMark("alert-triangle", family="held", size=14), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(text, role="second", ink="held", wrap=True), 1)
        else:
            if document is not None:
                row.addWidget(IconMark("check", family="free", size=14), 0, Qt.AlignmentFlag.AlignTop)
            line = Label(text, role="second", ink="text2", wrap=True)
            line.setToolTip(document.issued_by if document is not None and not self._people.hidden else "")
            row.addWidget(line, 1)
        return row

    def _pencil(self, person: PersonRow) -> IconButton:
        name = _("What {name} handed in…").format(name=self._people.short(person.household))
        button = IconButton("pencil", name, size=28)
        position = person.household.position
        button.clicked.connect(lambda: self.document_asked.emit(position))
        return button
