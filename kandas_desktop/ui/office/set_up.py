"""The first start: the office says what it is called, how it numbers, and who works here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kandas_desktop.actions.office import office_faults, set_up_office
from kandas_desktop.errors import Trouble
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import Banner, Surface
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.letters_pad import LettersPad
from kandas_desktop.ui.kit.theme import apply_theme, theme
from kandas_desktop.ui.office.computer_section import ComputerSection, theme_named
from kandas_desktop.ui.office.form import NEW_OFFICE, OfficeForm, focus_on
from kandas_desktop.ui.office.sections import CenterSection, LocalBodySection, NumbersSection
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, use_language

_WIDTH, _HEIGHT = 980, 668


class SetUpDialog(QDialog):
    """One page of two columns; Enter goes from field to field, Ctrl+Enter ends it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._whole: QWidget | None = None
        self._trouble_words = ""
        self._build(NEW_OFFICE, workplace.settings.operator)
        self.resize(_WIDTH, _HEIGHT)

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget | None = None) -> bool:
        """Whether the office was set up; ``False`` when it was put off."""
        dialog = cls(workplace, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    @property
    def trouble_words(self) -> str:
        """What the world's fault was; empty where nothing failed."""
        return self._trouble_words

    # --- building

    def _build(self, entry: OfficeEntry, operator: str) -> None:
        """Build everything in the language of the screen, with what was typed before."""
        if self._whole is not None:
            self._column.removeWidget(self._whole)
            self._whole.hide()
            self._whole.deleteLater()
        self.setWindowTitle(_("Setting up the office"))
        self.center = CenterSection()
        self.local_body = LocalBodySection()
        self.numbers = NumbersSection(today=self._workplace.desk.today)
        self.computer = ComputerSection(self._workplace.settings)
        self.form = OfficeForm((self.center, self.local_body, self.numbers), office_faults, self)
        self.form.show_entry(entry)
        self.computer.operator.control.set_value(operator)
        self.computer.language_chosen.connect(self._speak)
        self.computer.theme_chosen.connect(self._dress)
        self._trouble = Banner("", family="overdue", icon="alert-circle")
        self._trouble.hide()
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addWidget(self._middle(), 1)
        whole.addWidget(self._foot())
        self._column.addWidget(self._whole)
        self.center.name_kk.control.setFocus()

    def _head(self) -> QWidget:
        head = Surface("window")
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(2)
        column.addWidget(Label(_("Setting up the office"), role="page_title"))
        remark = _("These words stand in the journal and on the papers. All of it can be changed later.")
        column.addWidget(Label(remark, role="second", ink="text2", wrap=True))
        column.addWidget(self._trouble)
        return head

    def _middle(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 4, 24, 16)
        row.setSpacing(16)
        for cards in ((self.center, self.local_body), (self.numbers, self.computer)):
            column = QVBoxLayout()
            column.setSpacing(theme().sizes.gap)
            for card in cards:
                card.column.addStretch(1)
                column.addWidget(card)
            column.setStretch(1, 1)
            row.addLayout(column, 1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setAutoFillBackground(False)
        return scroll

    def _foot(self) -> QWidget:
        foot = Surface("sunken", lines="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        pad = LettersPad()
        pad.setMaximumWidth(pad.sizeHint().width())
        row.addWidget(pad)
        row.addStretch(1)
        self.later = Button(_("Not now"), keys="Esc")
        self.later.clicked.connect(self.reject)
        self.done_button = Button(_("Begin work"), keys="Ctrl+Enter", role="filled")
        self.done_button.clicked.connect(self.finish)
        row.addWidget(self.later)
        row.addWidget(self.done_button)
        return foot

    # --- what happens

    def _speak(self, chosen: str) -> None:
        entry, operator = self.form.entry(), self.computer.name()
        self._workplace.settings.language = chosen
        use_language(chosen)
        self._build(entry, operator)
        self.computer.language.setFocus()

    def _dress(self, chosen: str) -> None:
        self._workplace.settings.theme = theme_named(chosen)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme_named(chosen))

    def finish(self) -> None:
        """Write the office down and close, or say beside the fields what is missing."""
        fault = self.form.first_fault()
        has_name = self.computer.check_name()
        if fault is not None or not has_name:
            focus_on(fault or self.computer.operator, self._scroll)
            return
        self._workplace.settings.operator = self.computer.name()
        try:
            set_up_office(self._workplace.desk._replace(operator=self.computer.name()), self.form.entry())
        except Trouble as trouble:
            self._trouble_words = trouble.text
            self._trouble.show_words("", trouble.text, family="overdue", icon="alert-circle")
            self._trouble.show()
            return
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        elif is_enter:
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("window"))
