"""What the buttons of the first page do: deal with an item here, or lead to the page that does."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from kandas_desktop.rules.agenda_items import AgendaItem, ItemKind
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.today.words import asks_for_notice
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.words import _

Kind = ItemKind
_LEADS: dict[ItemKind, Place] = {
    Kind.CONSIDER: Place.APPLICATION,
    Kind.OFFER: Place.APPLICATION,
    Kind.HAND_OVER: Place.REFERRAL_PAPER,
    Kind.DECISION: Place.BREACH,
    Kind.NOTIFY: Place.BREACH,
    Kind.REGISTER: Place.BREACH,
    Kind.PROPOSE: Place.BREACH,
    Kind.STATUS: Place.RESIDENT,
    Kind.LINEN: Place.LINEN,
    Kind.PETITION: Place.PETITION,
    Kind.CALENDAR: Place.WORK_CALENDAR,
    Kind.ROOMS: Place.ROOMS,
    Kind.FIRST: Place.INTAKE,
}


class TodayActs:
    """Acts in the name of a page; what cannot be undone asks first."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.names_hidden = False

    def deal_with(self, item: AgendaItem) -> None:
        """Do what the item's button says."""
        if item.kind in _LEADS:
            self._page.leads_to.emit(_LEADS[item.kind], item.subject_id)
        elif asks_for_notice(item, self._page.today):
            self._page.leads_to.emit(Place.TERM_NOTICE_PAPER, item.subject_id)
        else:
            self._act(item)

    def fill_menu(self, menu: QMenu, item: AgendaItem) -> None:
        """Everything else that can be done with an item."""
        for words, place, subject_id in self._ways(item):
            menu.addAction(words, self._leading(place, subject_id))
        if item.kind is Kind.STAY_ENDS and item.notice_due:
            menu.addAction(_("Notice was given"), lambda: self._give_notice(item))

    def _act(self, item: AgendaItem) -> None:
        # Imported with the first act: the page comes up without the questions.
        from kandas_desktop.ui import stay_acts

        workplace = self._page.workplace
        if item.kind is Kind.LAPSE:
            stay_acts.confirm_lapse(workplace, self._page, item.subject_id, names_hidden=self.names_hidden)
        elif item.kind is Kind.MOVE_IN:
            stay_acts.move_in_family(workplace, self._page, item.subject_id, names_hidden=self.names_hidden)
        elif item.kind in (Kind.VACATE, Kind.STAY_ENDS):
            stay_acts.record_leaving(workplace, self._page, item.ids, names_hidden=self.names_hidden)
        elif item.kind is Kind.SIGN_RULES:
            stay_acts.sign_rules(workplace, self._page, item.ids, names_hidden=self.names_hidden)
        elif item.kind is Kind.MAKE_READY:
            stay_acts.make_ready(workplace, item.ids)
        else:
            self._put_in_service(item)

    def _give_notice(self, item: AgendaItem) -> None:
        """For a notice that was written elsewhere; the program's own is recorded when it is printed."""
        from kandas_desktop.actions.notices import record_term_notice

        attempt_act(
            self._page.workplace,
            lambda: record_term_notice(self._page.workplace.desk, item.subject_id),
            done=_("The notice was given today."),
        )

    def _put_in_service(self, item: AgendaItem) -> None:
        from kandas_desktop.actions.rooms import put_in_service

        attempt_act(
            self._page.workplace,
            lambda: put_in_service(self._page.workplace.desk, item.ids[0]),
            done=_("Bed {label} is in service again.").format(label=item.labels[0]),
        )

    def _ways(self, item: AgendaItem) -> list[tuple[str, Place, int]]:
        ways = []
        if item.kind in (Kind.MOVE_IN, Kind.LAPSE):
            ways.append((_("Open the referral"), Place.REFERRAL_PAPER, item.subject_id))
        if item.kind in (Kind.STAY_ENDS, Kind.VACATE, Kind.SIGN_RULES):
            ways.append((_("Open the resident"), Place.RESIDENT, item.ids[0]))
        if item.kind in (Kind.STAY_ENDS, Kind.STATUS) and item.household is not None:
            ways.append((_("Print the notice"), Place.TERM_NOTICE_PAPER, item.household.id))
        if item.kind is Kind.SIGN_RULES:
            ways.append((_("Print the house rules"), Place.HOUSE_RULES_PAPER, item.subject_id))
        if item.kind is Kind.LINEN:
            ways.append((_("Print the list"), Place.LINEN_PAPER, 0))
        if item.kind in (Kind.MAKE_READY, Kind.REPAIR):
            ways.append((_("Show on the board"), Place.BED, item.ids[0]))
        if item.household is not None and item.kind not in (Kind.CONSIDER, Kind.OFFER):
            ways.append((_("Open the application"), Place.APPLICATION, item.household.id))
        return ways

    def _leading(self, place: Place, subject_id: int) -> Callable[[], None]:
        return lambda: self._page.leads_to.emit(place, subject_id)
