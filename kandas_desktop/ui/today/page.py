"""The page «Бүгін»: what is overdue, due today and soon, each with the one button that deals with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from kandas_desktop.queries.today import TodayView, today_view
from kandas_desktop.ui.clock_warning import warn_of_clock
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.foot_strip import KeyHint
from kandas_desktop.ui.kit.frame import EmptyState, PageHead
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.nothing_for_keys import nothing_to_print, nothing_to_search
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.today.acts import TodayActs
from kandas_desktop.ui.today.agenda_view import AgendaView
from kandas_desktop.ui.today.beds_card import BedsCard
from kandas_desktop.ui.today.comers_card import ComersCard, comers_of
from kandas_desktop.ui.today.days import days_off_note, long_day
from kandas_desktop.ui.today.groups_view import LANE
from kandas_desktop.ui.today.measures import measures
from kandas_desktop.ui.today.reserve_card import ReserveCard
from kandas_desktop.ui.today.rows import AgendaRow, groups_of
from kandas_desktop.ui.today.words import Sight
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_BETWEEN = 20
"""From the list to the right column."""


class TodayPage(Page):
    """The list is worked by keys alone; the right column tells of beds, people on their way, the reserve."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._names_hidden = False
        self._view: TodayView | None = None
        self._acts = TodayActs(self)
        self.agenda = AgendaView()
        self.agenda.acted.connect(self._deal_with)
        self.agenda.menu_asked.connect(self._open_menu)
        self.empty = EmptyState("check-circle", _("Nothing is due today."))
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.beds = BedsCard()
        self.comers = ComersCard()
        self.reserve = ReserveCard()
        self.reserve.application_asked.connect(lambda it: self.leads_to.emit(Place.APPLICATION, it))
        self.reserve.reserve_asked.connect(lambda: self.leads_to.emit(Place.RESERVE, 0))
        self._lay_out()
        self.setFocusProxy(self.agenda)
        self.answer_keys((("Ctrl+Enter", self.agenda.act),))
        self.say_on_keys(nothing_to_search(), nothing_to_print())

    @property
    def view(self) -> TodayView | None:
        """What is shown; ``None`` before the page was seen."""
        return self._view

    def reload(self) -> None:
        self._view = today_view(self.today)
        self._show()
        warn_of_clock(self.workplace)

    def keys(self) -> Sequence[KeyHint]:
        return (
            KeyHint("↑ ↓", _("choose a line")),
            KeyHint("Enter", _("do it")),
            KeyHint("Space", _("why this day")),
            KeyHint("Ctrl+N", _("new application")),
            KeyHint("F9", _("hide the names")),
            KeyHint("F1", _("all keys")),
        )

    def set_names_hidden(self, hidden: bool) -> None:
        self._names_hidden = self._acts.names_hidden = hidden
        self._show()

    def set_compact(self, compact: bool) -> None:
        self._fit()
        self._show()

    # --- building

    def _lay_out(self) -> None:
        self._head = PageHead(_("Today"))
        self._note_mark = IconMark("calendar", family="grey")
        self._note = Label(role="second", ink="text2")
        self._new = Button(_("New application"), icon="plus", keys="Ctrl+N", role="tinted")
        self._new.clicked.connect(lambda: self.leads_to.emit(Place.INTAKE, 0))
        self._head.add(self._note_mark)
        self._head.add(self._note)
        self._head.add(self._new)
        self._left = QStackedWidget()
        self._left.addWidget(self.agenda)
        self._left.addWidget(self.empty)
        self._column = QWidget()
        cards = QVBoxLayout(self._column)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme().sizes.gap)
        cards.addWidget(self.beds)
        cards.addWidget(self.comers, 1)
        cards.addWidget(self.reserve)
        cards.addStretch(0)
        self._cards = cards
        self._across = QHBoxLayout()
        self._across.addWidget(self._left, 1)
        self._across.addWidget(self._column, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._across, 1)
        self._fit()

    def _fit(self) -> None:
        inset, sizes = theme().sizes.page_padding, measures()
        self._across.setContentsMargins(inset, 0, inset, 0)
        compact = theme().is_compact
        self._across.setSpacing((14 if compact else _BETWEEN) - LANE)
        self._column.setFixedWidth(sizes.column)
        # The cards begin where the first group's card does, or beside its head where there is less room.
        self._cards.setContentsMargins(0, 0 if compact else sizes.head, 0, 9 if compact else 16)
        self._cards.setSpacing(9 if compact else theme().sizes.gap)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        sight = Sight(view.on, self._names_hidden, view.bedding_days, view.calendar)
        self._head.set_subtitle(long_day(view.on))
        days, following = days_off_note(view)
        note = days if theme().is_compact else ", ".join(filter(None, (days, following)))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._note_mark.setVisible(bool(note))
        groups = groups_of(view, sight)
        self.agenda.show_groups(groups)
        self._show_list(bool(groups))
        self.beds.show_counts(view.beds, view.families_overdue)
        self.comers.show_comers(comers_of(view, sight))
        self.reserve.show_reserve(view, sight)

    def _show_list(self, is_anything_due: bool) -> None:
        """The list, or that nothing is due; the keyboard goes with what is seen."""
        shown, other = (self.agenda, self.empty) if is_anything_due else (self.empty, self.agenda)
        has_keyboard = other.hasFocus()
        self._left.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        if has_keyboard:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is done

    def _deal_with(self, row: AgendaRow) -> None:
        self._acts.deal_with(row.item)

    def _open_menu(self, row: AgendaRow, where: QPoint) -> None:
        self.agenda.remember(row)
        menu = QMenu(self)
        first = menu.addAction(f"{row.button}\tEnter", lambda: self._deal_with(row))
        menu.setDefaultAction(first)
        words = _("Fold") if self.agenda.is_unfolded(row) else _("Why this day")
        menu.addAction(f"{words}\tSpace", lambda: self.agenda.unfold(row, not self.agenda.is_unfolded(row)))
        menu.addSeparator()
        self._acts.fill_menu(menu, row.item)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
