"""What may be done from the reserve's page: open what a line leads to, and pass over by a decision (r.8)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from kandas_desktop.actions.reserve import pass_over
from kandas_desktop.queries.reserve import ReserveRow, ReserveView
from kandas_desktop.queries.reserve_paper import reserve_years
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.reserve.cells import Line
from kandas_desktop.ui.reserve.passing_over_question import PassingOverQuestion
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import households_words
from kandas_desktop.words import _


class ReserveActs:
    """The acts of a page; what it leads to goes through the page's own ``leads_to``."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.names_hidden = False

    def pass_over_before(self, row: ReserveRow, view: ReserveView) -> None:
        """Ask for the decision by which those before ``row`` are passed over, and record it (r.8)."""
        if not row.ahead:
            return
        workplace = self._page.workplace
        request = PassingOverQuestion.ask(self._page, row, view, names_hidden=self.names_hidden)
        if request is None:
            return
        done = _("{number}: {households} passed over, decision No. {decision}.").format(
            number=row.number,
            households=households_words(len(request.passed_ids)),
            decision=request.number,
        )
        attempt_act(workplace, lambda: pass_over(workplace.desk, request), done=done)

    def open_application(self, application_id: int) -> None:
        """Leave for the application in the journal."""
        self._page.leads_to.emit(Place.APPLICATION, application_id)

    def open_bed(self, bed_id: int) -> None:
        """Leave for a bed on the board; 0 for the board."""
        self._page.leads_to.emit(Place.BED, bed_id)

    def print_journal(self) -> None:
        """Leave for the printed reserve journal of this year."""
        self._page.leads_to.emit(Place.RESERVE_PAPER, 0)

    def open_years(self, where: QPoint) -> None:
        """Choose of which earlier year the reserve journal is printed."""
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for year in reserve_years(self._page.today)[1:]:
            words = _("Print the reserve journal, {year}").format(year=year)
            _entry(menu, words, partial(self._page.leads_to.emit, Place.RESERVE_PAPER, year))
        menu.popup(where)

    def open_menu(self, line: Line, row: ReserveRow | None, view: ReserveView, where: QPoint) -> None:
        """What may be done with a line, with the reason where it may not."""
        menu = QMenu(self._page)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        bed_id = line.bed_id or (row.waits_for[0].bed_id if row and row.waits_for else 0)
        if line.application_id:
            key = "" if line.bed_id else "\tEnter"
            _entry(menu, _("Open the application") + key, lambda: self.open_application(line.application_id))
        if bed_id:
            key = "\tEnter" if line.bed_id else ""
            _entry(menu, _("Show the bed on the board") + key, lambda: self.open_bed(bed_id))
        if row is not None:
            menu.addSeparator()
            passing = menu.addAction(_("Pass over those before…"), lambda: self.pass_over_before(row, view))
            passing.setEnabled(bool(row.ahead))
            passing.setToolTip("" if row.ahead else _("Nobody is served before it"))
            leaving = _("Return or strike out, in the application…")
            _entry(menu, leaving, lambda: self.open_application(row.application_id))
        menu.addSeparator()
        _entry(menu, _("Print the reserve journal") + "\tCtrl+P", self.print_journal)
        menu.popup(where)


def _entry(menu: QMenu, words: str, do: Callable[[], None]) -> None:
    menu.addAction(words, do)
