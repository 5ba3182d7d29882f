"""The main window: navigation at the left, one page, the foot strip beneath; it knows which page leads where."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kandas_desktop.queries.journal import due_count
from kandas_desktop.queries.office import office
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.keys import KeysDialog, NoticesDialog
from kandas_desktop.ui.kit.foot_strip import FootStrip
from kandas_desktop.ui.kit.navigation import NavigationBar, NavigationItem
from kandas_desktop.ui.kit.theme import apply_theme, theme
from kandas_desktop.ui.page import Page
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, language, use_language

_MINUTE = 60_000
_SMALLEST = (1024, 560)
_USUAL = (1366, 740)


class MainWindow(QMainWindow):
    """One office, one desk. Pages are made when they are first shown: the journal is there at once."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._day = workplace.desk.today
        self._names_hidden = False
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self.setMinimumSize(*_SMALLEST)
        workplace.changes.committed.connect(self._count_due)
        workplace.changes.day_turned.connect(self._count_due)
        workplace.notices.said.connect(self._say)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self._look_at_the_day)
        self._clock.start()
        self._make_shortcuts()
        self._build()
        self.go_to("journal")

    # --- what others ask for

    def go_to(self, name: str) -> None:
        """Show a page by its name; ``help`` shows the keys instead."""
        if name == "help":
            self._navigation.select(self._shown)
            KeysDialog(self).exec()
            return
        page = self._page(name)
        self._shown = name
        self._stack.setCurrentWidget(page)
        self._navigation.select("journal" if name == "paper" else name)
        self._foot.show_keys(page.keys())
        page.setFocus()

    def page(self, name: str) -> Page:
        """The page of that name, made if it was not shown yet."""
        return self._page(name)

    def come_forward(self) -> None:
        """Show the window above the others: somebody started the program again."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_as_left(self) -> None:
        """Show the window as it was left on this computer; filling the screen the first time."""
        state = self._workplace.settings.window
        if state.isEmpty() or not self.restoreGeometry(state):
            self.resize(*_USUAL)
            self.showMaximized()
        else:
            self.show()

    def hide_names(self, hidden: bool) -> None:
        """Hide or show everybody's name and birth date (F9)."""
        self._names_hidden = hidden
        for page in self._pages.values():
            page.set_names_hidden(hidden)

    # --- building

    def _build(self) -> None:
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._navigation = self._make_navigation()
        self._stack = QStackedWidget()
        self._foot = FootStrip()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self._foot)
        across.addWidget(self._navigation)
        across.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.setWindowTitle(self._title())
        self._count_due()

    def _title(self) -> str:
        row = office()
        name = (row.center_name_ru if language() == "ru" else row.center_name_kk) if row else ""
        return " — ".join(part for part in ("Kandas Desktop", name) if part)

    def _make_navigation(self) -> NavigationBar:
        row = office()
        name = (row.center_name_ru if language() == "ru" else row.center_name_kk) if row else ""
        bar = NavigationBar(
            [
                NavigationItem("intake", _("Intake"), "user-plus"),
                NavigationItem("journal", _("Registration journal"), "book-open"),
            ],
            [
                NavigationItem("settings", _("Settings"), "sliders"),
                NavigationItem("help", _("Help"), "help-circle", keys="F1"),
            ],
            office=name,
        )
        bar.set_user(self._workplace.settings.operator, _("Reception"))
        bar.chosen.connect(self.go_to)
        bar.search_asked.connect(self._search)
        bar.notices_asked.connect(lambda: NoticesDialog(self._foot.history, self).exec())
        return bar

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            makers: dict[str, Callable[[], Page]] = {
                "journal": self._make_journal,
                "intake": self._make_intake,
                "paper": self._make_paper,
                "settings": self._make_settings,
            }
            page = makers[name]()
            page.set_compact(theme().is_compact)
            page.set_names_hidden(self._names_hidden)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _make_journal(self) -> Page:
        page = JournalPage(self._workplace)
        page.intake_asked.connect(self._new_application)
        page.print_asked.connect(self._show_journal_paper)
        page.referral_opened.connect(self._show_referral)
        page.application_paper_asked.connect(self._show_application_paper)
        page.intake_asked_from.connect(self._application_again)
        return page

    def _make_intake(self) -> Page:
        from kandas_desktop.ui.intake.page import IntakePage

        page = IntakePage(self._workplace)
        page.registered.connect(self._registered)
        return page

    def _make_paper(self) -> Page:
        from kandas_desktop.ui.paper.page import PaperPage

        page = PaperPage(self._workplace)
        page.back_asked.connect(lambda: self.go_to("journal"))
        return page

    def _make_settings(self) -> Page:
        from kandas_desktop.ui.office.settings_page import SettingsPage

        page = SettingsPage(self._workplace)
        page.language_chosen.connect(self._speak)
        page.theme_chosen.connect(self._dress)
        page.office_changed.connect(self._name_office)
        return page

    def _make_shortcuts(self) -> None:
        for keys, do in (
            ("Ctrl+K", self._search),
            ("Ctrl+N", self._new_application),
            ("F1", lambda: self.go_to("help")),
            ("F9", lambda: self.hide_names(not self._names_hidden)),
            ("Ctrl+Z", lambda: self._foot.act()),
        ):
            QShortcut(QKeySequence(keys), self, activated=do)

    # --- from page to page

    def _new_application(self) -> None:
        self.go_to("intake")
        self._page("intake").begin()

    def _application_again(self, application_id: int) -> None:
        self.go_to("intake")
        self._page("intake").begin_from(application_id)

    def _registered(self, application_id: int, is_to_print: bool) -> None:
        self.go_to("journal")
        self._page("journal").show_application(application_id)
        if is_to_print:
            self._show_application_paper(application_id)

    def _show_referral(self, referral_id: int) -> None:
        self._page("paper").open_referral(referral_id)
        self.go_to("paper")

    def _show_application_paper(self, application_id: int) -> None:
        self._page("paper").open_application(application_id)
        self.go_to("paper")

    def _show_journal_paper(self, volume_id: int) -> None:
        self._page("paper").open_journal(volume_id)
        self.go_to("paper")

    def _search(self) -> None:
        self.go_to("journal")
        self._page("journal").focus_search()

    # --- what happens meanwhile

    def _say(self, text: str, kind: str) -> None:
        self._foot.say(text, "fault" if kind == "fault" else "note" if kind == "note" else "done")

    def _count_due(self) -> None:
        count = due_count(self._workplace.desk.database)
        self._navigation.set_badge("journal", str(count) if count else "")

    def _look_at_the_day(self) -> None:
        today = self._workplace.desk.today
        if today != self._day:
            self._day = today
            self._workplace.changes.day_turned.emit()

    def _speak(self, chosen: str) -> None:
        """Build everything anew in another language, on the page that was open."""
        use_language(chosen)
        shown = self._shown
        for page in self._pages.values():
            page.close()
            page.deleteLater()
        self._pages.clear()
        self._build()
        self.go_to(shown)

    def _dress(self, chosen: str) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(
                application, "dark" if chosen == "dark" else "light" if chosen == "light" else "system"
            )

    def _name_office(self) -> None:
        row = office()
        if row:
            self._navigation.set_office(row.center_name_ru if language() == "ru" else row.center_name_kk)
        self._navigation.set_user(self._workplace.settings.operator, _("Reception"))
        self.setWindowTitle(self._title())

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_compact = theme().is_compact
        theme().fit_window(self.width(), self.height())
        if theme().is_compact != was_compact:
            for page in self._pages.values():
                page.set_compact(theme().is_compact)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._workplace.settings.window = self.saveGeometry()
        for page in self._pages.values():
            page.close()  # a page with a draft saves it now
        super().closeEvent(event)
