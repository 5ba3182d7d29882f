"""The page «Төсек-орын қажеттіліктері»: the linen round, ticked off and recorded in one go (r.11)."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kandas_desktop.queries.bedding import LinenRow, linen_rows
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import EmptyState, PageHead
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.toggles import FilterChip
from kandas_desktop.ui.linen.lines import lines_of
from kandas_desktop.ui.linen.menus import line_menu
from kandas_desktop.ui.linen.view import LinenView
from kandas_desktop.ui.nothing_for_keys import nothing_to_search
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import date_fault_words, digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, ngettext


class LinenPage(Page):
    """Beds that are due come ticked; what was not done is unticked, and the rest recorded at once."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._names_hidden = False
        self._rows: list[LinenRow] = []
        self._offered: set[tuple[int, object]] = set()
        self._is_opened = False
        self.view = LinenView()
        self.empty = EmptyState("layers", _("Nobody sleeps in any bed."))
        self.day = DateField(today=lambda: self.today)
        self.day.setAccessibleName(_("Changed on"))
        self.day.setFixedWidth(112)
        self.due_chip = FilterChip(_("Due"))
        self.all_chip = FilterChip(_("All beds"))
        self.record_button = Button(_("Record the change"), icon="check", keys="Ctrl+Enter", role="filled")
        self.print_button = Button(_("Print"), icon="printer", keys="Ctrl+P")
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        self._rows = linen_rows(self.today)
        if self.day.date_value() is None and not self.day.fault():
            self.day.set_date(self.today)
        if not self._is_opened:
            self._is_opened = True
            self._mark(only_due=self._is_any_due)
        self._show(self._still_ticked())

    def go_to(self, place: str, subject_id: int) -> None:
        self.day.set_date(self.today)
        self._freshen()
        self._choose(only_due=self._is_any_due)
        self.view.setFocus()

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("↑ ↓", _("choose a line")),
            KeyHint("Space", _("tick, a floor at once")),
            KeyHint("Ctrl+A", _("all")),
            KeyHint("Ctrl+Enter", _("record the change")),
            KeyHint("Ctrl+P", _("print")),
            KeyHint("F9", _("hide the names")),
            KeyHint("F1", _("all keys")),
        )

    def set_names_hidden(self, hidden: bool) -> None:
        self._names_hidden = hidden
        self._show(set(self.view.ticked))

    def set_compact(self, compact: bool) -> None:
        self.print_button.set_keys("" if compact else "Ctrl+P")
        self.record_button.set_keys("" if compact else "Ctrl+Enter")
        self._fit()

    def record(self) -> None:
        """Record that the ticked beds got fresh bedding on the day in the field."""
        day = self.day.date_value()
        if day is None:
            fault = self.day.fault()
            words = date_fault_words(fault) if fault else _("Write the day of the change.")
            self.workplace.notices.note(words)
            self.day.setFocus()
            return
        # Imported with the first round: the page comes up without Peewee's writing side.
        from kandas_desktop.actions.bedding import change_bedding

        beds = sorted(self.view.ticked)
        words = ngettext("{count} bed has fresh bedding", "{count} beds have fresh bedding", len(beds))
        done = attempt_act(
            self.workplace,
            lambda: change_bedding(self.workplace.desk, beds, changed_on=day),
            done=f"{words} ({digits(day)}).",
        )
        if done is not None:
            self._mark(only_due=self.due_chip.isChecked() and self._is_any_due)
            self._show(set())

    # --- inside

    def _lay_out(self) -> None:
        self._head = PageHead(_("Bedding"))
        self._head.add_left(ClauseChip(Clause.R11))
        self._head.add(Label(_("Changed on"), role="second", ink="text2"))
        self._head.add(self.day)
        self._head.add(self.print_button)
        self._head.add(self.record_button)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for chip in (self.due_chip, self.all_chip):
            filters.addWidget(chip)
        filters.addStretch(1)
        self._filters = filters
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(filters)
        whole.addWidget(self._stack, 1)
        self.all_chip.setChecked(True)
        self.setFocusProxy(self.view)
        self._fit()

    def _fit(self) -> None:
        inset = theme().sizes.page_padding
        self._filters.setContentsMargins(inset, 0, inset, 8 if theme().is_compact else 12)

    def _connect(self) -> None:
        self.view.ticks_changed.connect(self._show_count)
        self.view.refused.connect(self._say_changed)
        self.view.menu_asked.connect(self._open_menu)
        self.day.textChanged.connect(self._grey_out)
        self.due_chip.clicked.connect(lambda: self._choose(only_due=True))
        self.all_chip.clicked.connect(lambda: self._choose(only_due=False))
        self.record_button.clicked.connect(self.record)
        self.record_button.refused.connect(self.workplace.notices.note)
        self.print_button.clicked.connect(lambda: self.leads_to.emit(Place.LINEN_PAPER, 0))
        self.answer_keys(
            (
                ("Ctrl+Enter", self.record_button.trigger),
                ("Ctrl+P", self.print_button.trigger),
                ("Ctrl+A", self._tick_all),
                ("Ctrl+PgDown", self._change_list),
                ("Ctrl+PgUp", self._change_list),
            )
        )
        self.say_on_keys(nothing_to_search())

    def _open_menu(self, where: QPoint) -> None:
        menu = line_menu(self, self.view, self.record_button, self.print_button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _tick_all(self) -> None:
        if self.day.hasFocus():
            self.day.selectAll()
        else:
            self.view.tick_all()

    @property
    def _is_any_due(self) -> bool:
        return any(row.is_due for row in self._rows)

    def _mark(self, *, only_due: bool) -> None:
        self.due_chip.setChecked(only_due)
        self.all_chip.setChecked(not only_due)

    def _choose(self, *, only_due: bool) -> None:
        self._mark(only_due=only_due)
        self._show(set(self.view.ticked))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_list(self) -> None:
        self._choose(only_due=not self.due_chip.isChecked())

    def _still_ticked(self) -> set[int]:
        """The ticks of before; what became due since is ticked by itself, once."""
        due = {(row.bed_id, row.due_on) for row in self._rows if row.is_due}
        known = {row.bed_id for row in self._rows}
        new = {bed_id for bed_id, _due_on in due - self._offered}
        self._offered |= due
        return (set(self.view.ticked) & known) | new

    def _say_changed(self) -> None:
        self.workplace.notices.note(_("The bedding was changed that day already"))

    def _show(self, ticked: set[int]) -> None:
        """Show the rows; a bed that is not seen is not ticked."""
        only_due = self.due_chip.isChecked()
        lines = lines_of(self._rows, self.today, only_due=only_due, names_hidden=self._names_hidden)
        self._stack.setCurrentWidget(self.view if self._rows else self.empty)
        seen = {bed_id for line in lines for bed_id in line.beds}
        self.view.show_lines(lines, ticked & seen)
        self.due_chip.set_count(sum(row.is_due for row in self._rows))
        self.all_chip.set_count(len(self._rows))
        self.print_button.setEnabled(bool(self._rows))
        self._grey_out()

    def _grey_out(self) -> None:
        """Leave out the beds that were changed on the day that is written, or since."""
        day = self.day.date_value() or self.today
        self.view.grey_out({row.bed_id for row in self._rows if row.last_changed_on >= day})

    def _show_count(self) -> None:
        count = len(self.view.ticked)
        self.record_button.set_badge(str(count) if count else "")
        self.record_button.set_blocked("" if count else _("Tick the beds whose bedding was changed"))
