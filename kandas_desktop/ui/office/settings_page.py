"""The settings: the office, its numbers and terms, the journal's volumes, and this computer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kandas_desktop.actions.office import change_faults, change_office
from kandas_desktop.errors import Trouble
from kandas_desktop.queries.office import numbers_given, office, office_set_up_on
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import PageHead, Rule
from kandas_desktop.ui.office.computer_section import ComputerSection, theme_named
from kandas_desktop.ui.office.form import OfficeForm, focus_on
from kandas_desktop.ui.office.house_card import HouseCard
from kandas_desktop.ui.office.parts_list import PartsList, part_page
from kandas_desktop.ui.office.section import AnyField
from kandas_desktop.ui.office.sections import CenterSection, LocalBodySection, NumbersSection, TermsSection
from kandas_desktop.ui.office.volumes_card import VolumesCard
from kandas_desktop.ui.office.work_calendar_card import WorkCalendarCard
from kandas_desktop.ui.office.year_confirmation import YearConfirmation
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_WORK_CALENDAR = 3
_THIS_COMPUTER = 4


class SettingsPage(Page):
    """Language and theme take effect at once; the rest is saved by Ctrl+Enter, and until then pointed out."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    office_changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._saved_name = workplace.settings.operator
        self._saved_entry: OfficeEntry | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.reload()

    # --- building

    def _make_parts(self) -> None:
        today = self.workplace.desk.today
        set_up_on = office_set_up_on()
        self.center = CenterSection()
        self.local_body = LocalBodySection()
        self.numbers = NumbersSection(
            today=today,
            given=numbers_given(today.year),
            may_go_on=set_up_on is not None and set_up_on.year == today.year,
        )
        self.terms = TermsSection()
        self.house = HouseCard()
        self.volumes = VolumesCard(self.workplace)
        self.work_calendar = WorkCalendarCard(self.workplace)
        self.year_confirmation = YearConfirmation(self.workplace)
        self.computer = ComputerSection(self.workplace.settings)
        self.form = OfficeForm(
            (self.center, self.local_body, self.numbers, self.terms),
            lambda entry: change_faults(entry, on=self.workplace.desk.today),
            self,
        )

    def _lay_out(self) -> None:
        self.head = PageHead(_("Settings"))
        self.unsaved = Chip(_("Not saved yet"), family="held", icon="pencil")
        self.discard_button = Button(_("Discard the changes"), icon="undo")
        self.save_button = Button(_("Save"), icon="check", keys="Ctrl+Enter", role="filled")
        self.head.add_left(self.unsaved)
        self.head.add(self.discard_button)
        self.head.add(self.save_button)
        self.list = PartsList(
            (
                (_("Office"), "globe"),
                (_("Numbers and terms"), "list-ordered"),
                (_("Journal's volumes"), "book-open"),
                (_("Work calendar"), "calendar"),
                (_("This computer"), "user"),
            )
        )
        self.stack = QStackedWidget()
        self._pages: list[QScrollArea] = []
        for cards in (
            (self.center, self.local_body, self.house),
            (self.numbers, self.terms),
            (self.volumes,),
            (self.work_calendar, self.year_confirmation),
            (self.computer,),
        ):
            self._pages.append(part_page(cards))
            self.stack.addWidget(self._pages[-1])
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.list)
        across.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(Rule())
        whole.addLayout(across, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.chosen.connect(self.stack.setCurrentIndex)
        self.form.changed.connect(self._show_unsaved)
        self.computer.changed.connect(self._show_unsaved)
        self.computer.language_chosen.connect(self._choose_language)
        self.computer.theme_chosen.connect(self._choose_theme)
        self.volumes.print_asked.connect(lambda volume_id: self.leads_to.emit(Place.VOLUME_PAPER, volume_id))
        self.house.rooms_asked.connect(lambda: self.leads_to.emit(Place.ROOMS, 0))
        self.save_button.clicked.connect(self.save)
        self.save_button.refused.connect(self.workplace.notices.note)
        self.discard_button.clicked.connect(self.discard)
        self.answer_keys((("Ctrl+Enter", self.save_button.trigger),))

    # --- what is shown

    def reload(self) -> None:
        """Read the office anew, unless something was typed that is not saved yet."""
        self.volumes.reload()
        self.work_calendar.reload()
        self.year_confirmation.reload()
        if not self.has_unsaved():
            self._show_saved()

    def _show_saved(self) -> None:
        row = office()
        if row is not None:
            self._saved_entry = row
            self.form.show_entry(self._saved_entry)
        self._saved_name = self.workplace.settings.operator
        self.computer.operator.control.set_value(self._saved_name)
        self._show_unsaved()

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not written down."""
        if self._saved_entry is None:
            return False
        return self.form.entry() != self._saved_entry or self.computer.name() != self._saved_name

    def closing_loses(self) -> str:
        if not self.has_unsaved():
            return ""
        return _("The changes of the settings are not saved. Close once more to lose them.")

    def _show_unsaved(self) -> None:
        unsaved = self.has_unsaved()
        self.unsaved.setVisible(unsaved)
        self.discard_button.setVisible(unsaved)
        self.save_button.set_blocked("" if unsaved else _("Nothing was changed"))

    # --- what is done

    def save(self) -> None:
        """Write everything down, or say beside the fields what is wrong."""
        fault = self.form.first_fault()
        if not self.computer.check_name():
            fault = fault or self.computer.operator
        if fault is not None:
            self._go_to(fault)
            return
        try:
            change_office(self.workplace.desk, self.form.entry())
        except Trouble as trouble:
            self.workplace.notices.fault(trouble.text)
            return
        self.workplace.settings.operator = self.computer.name()
        self._show_saved()
        self.workplace.notices.done(_("The settings are saved"))
        self.office_changed.emit()

    def go_to(self, place: str, subject_id: int) -> None:
        if place == Place.WORK_CALENDAR:
            self.list.choose(_WORK_CALENDAR)
            if subject_id:
                self.year_confirmation.ask_about(subject_id)
                self.work_calendar.show_year(subject_id)
            self.work_calendar.grid.setFocus()

    def focus_language(self) -> None:
        """Go to the choice of language: it was made here, and the page built anew for it."""
        self.list.choose(_THIS_COMPUTER)
        self.computer.language.setFocus()

    def discard(self) -> None:
        """Put back what is written down."""
        self._show_saved()

    def _go_to(self, field: AnyField) -> None:
        for place, scroll in enumerate(self._pages):
            if scroll.isAncestorOf(field):
                self.list.choose(place)
                focus_on(field, scroll)

    def _choose_language(self, chosen: str) -> None:
        if self.has_unsaved():
            self.computer.language.set_value(self.workplace.settings.language)
            self.workplace.notices.note(_("Save or discard the changes first: the pages are built anew."))
            return
        self.workplace.settings.language = chosen
        self.language_chosen.emit(chosen)

    def _choose_theme(self, chosen: str) -> None:
        self.workplace.settings.theme = theme_named(chosen)
        self.theme_chosen.emit(chosen)

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("Ctrl+Enter", _("save")),
            KeyHint("Enter", _("next field")),
            KeyHint("↑ ↓", _("part")),
            KeyHint("F1", _("all keys")),
        )
