"""The one kind of dialog: a question that changes a right, with its verb on the button."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.ui.kit.buttons import Button, ButtonRole
from kandas_desktop.ui.kit.fields import all_fit
from kandas_desktop.ui.kit.frame import Card, Surface
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.pause import pause
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

_MARGIN, _CARD_PADDING, _GAP = 24, 12, 12


class Change(NamedTuple):
    """What a fact is now and what it will be."""

    name: str
    before: str
    after: str


class Question(QDialog):
    """Subclass it, fill ``self.fields``, and offer ``ask(parent, …)`` that returns a value or ``None``.

    ``accept_now()`` runs on the verb button and on Ctrl+Enter; override ``may_accept`` to keep it open. With
    no verb it only tells something, and closing is all there is.
    """

    def __init__(
        self,
        title: str,
        verb: str,
        *,
        way_out: str = "",
        explanation: str = "",
        changes: Sequence[Change] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setFixedWidth(theme().sizes.dialog)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        body.setSpacing(12)
        body.addWidget(Label(title, role="panel_title", wrap=True))
        self._explanation = Label(explanation, ink="text2", wrap=True)
        if not explanation:
            self._explanation.hide()
        body.addWidget(self._explanation)
        self._changes = QVBoxLayout()
        body.addLayout(self._changes)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(theme().sizes.field_gap)
        body.addLayout(self.fields)
        whole.addLayout(body)
        whole.addWidget(self._buttons(verb, way_out or (_("Cancel") if verb else _("Close"))))
        self.show_changes(changes)

    @property
    def verb_button(self) -> Button:
        """The button that says what will be done; block it with a reason while something is missing."""
        return self._verb

    def show_changes(self, changes: Sequence[Change]) -> None:
        """The rows before → after."""
        while (item := self._changes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if changes:
            self._changes.addWidget(_change_card(changes))
        self._changes.update()

    def may_accept(self) -> bool:
        """Whether everything needed was filled in; a subclass marks what is wrong and says no."""
        return True

    def accept_now(self) -> None:
        """Close with the answer, if the question may be answered so."""
        if not self._verb.isEnabled():
            return
        if not all_fit(self):
            self.make_room()
        elif self.may_accept():
            self.accept()

    def was_accepted(self) -> bool:
        """Show the question and wait for the answer; it can still be read at once, then the question goes."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()  # its window would keep it
        return accepted

    def tell(self) -> None:
        """Show what there is to tell until it is closed."""
        self.was_accepted()

    def make_room(self) -> None:
        """Grow where what was said below a field takes more lines than there is room for."""
        self.resize(self.width(), max(self.height(), self._needed_height()))
        self._stay_on_screen()

    def fit(self) -> None:
        """Be as high as what is asked, which a choice in it may change."""
        self.resize(self.width(), self._needed_height())
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Move up as far as the buttons would lie below the screen's lower edge, where it grew downwards."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        beyond = min(frame.bottom() - room.bottom(), frame.top() - room.top())
        if self.isVisible() and beyond > 0:
            self.move(self.pos() - QPoint(0, beyond))

    def _needed_height(self) -> int:
        # Qt would ask each of them again only one after another, from the innermost outwards.
        for child in self.findChildren(QWidget):
            child.updateGeometry()
        self._whole.activate()
        return self._whole.totalHeightForWidth(self.width())

    def _buttons(self, verb: str, way_out: str) -> QWidget:
        foot = Surface("sunken", lines="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addStretch(1)
        role: ButtonRole = "plain" if verb else "filled"
        self._cancel = Button(way_out, keys="Esc", role=role)
        self._cancel.clicked.connect(self.reject)
        self._verb = Button(verb, keys="Ctrl+Enter", role="filled")
        if not verb:
            self._verb.hide()
        self._verb.clicked.connect(self.accept_now)
        for button in (self._cancel, self._verb):
            # Enter leads from field to field, and would answer when it comes to the buttons.
            button.enter_presses = False
        # Put in first: from the last field Enter comes to what is meant, not to the way out.
        row.addWidget(self._verb)
        row.insertWidget(row.indexOf(self._verb), self._cancel)
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # The press that opened the question may still be held.
            if not event.isAutoRepeat():
                pause().follow(event)
                self.accept_now()
        elif enter:
            # Enter alone is Tab in this program; it never answers a question by accident.
            event.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()  # the first size that Qt gives it knows nothing of how wide its lines are
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("surface"))


def _change_card(changes: Sequence[Change]) -> Card:
    card = Card(padding=_CARD_PADDING)
    grid = QGridLayout()
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(6)
    names, before, arrows, after = (
        [Label(change.name, role="second", ink="text2") for change in changes],
        [Label(change.before, ink="text2", wrap=True) for change in changes],
        [Label("→", ink="text2") for _change in changes],
        [Label(change.after, bold=True, wrap=True) for change in changes],
    )
    for column, labels in enumerate((names, before, arrows, after)):
        for row, label in enumerate(labels):
            grid.addWidget(label, row, column)
    room = theme().sizes.dialog - 2 * (_MARGIN + _CARD_PADDING) - _widest(names) - _widest(arrows) - 3 * _GAP
    for column, own, other in ((1, before, after), (3, after, before)):
        # Where one side is short, the other has what is left, and needs fewer lines.
        is_short = _widest(own) <= room // 2 < _widest(other)
        grid.setColumnStretch(column, 0 if is_short else 1)
        grid.setColumnMinimumWidth(column, _widest(own) if is_short else 0)
    card.column.addLayout(grid)
    return card


def _widest(labels: Sequence[Label]) -> int:
    """How wide the widest is on one line."""
    return max(text_width(label.font(), label.text()) for label in labels)
