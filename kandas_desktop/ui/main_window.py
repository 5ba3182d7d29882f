"""The main window: navigation at the left, one page, the foot strip beneath."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kandas_desktop.queries.office import office_name
from kandas_desktop.ui.badges import Badges
from kandas_desktop.ui.kit.foot_strip import FootStrip
from kandas_desktop.ui.kit.navigation import NavigationBar, NavigationItem
from kandas_desktop.ui.kit.notice_queue import Action, NoticeKind, Wording
from kandas_desktop.ui.kit.theme import Choice, apply_theme, theme
from kandas_desktop.ui.pages import Pages
from kandas_desktop.ui.undo_key import UndoKey
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, language, pgettext, use_language

_MINUTE = 60_000
_ENTRIES = {"rooms": "beds"}
"""Pages that stand beneath another one's entry of the navigation."""
_SMALLEST = (1024, 560)
_USUAL = (1366, 740)


class MainWindow(QMainWindow):
    """One office at one desk; built anew when its language changes."""

    def __init__(self, workplace: Workplace, first_page: str = "journal") -> None:
        super().__init__()
        self._workplace = workplace
        self._day = workplace.desk.today
        self.setMinimumSize(*_SMALLEST)
        workplace.notices.said.connect(self._say)
        self._undo_key = UndoKey(lambda: self._foot.offers("Ctrl+Z"), self)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_at_the_day)
        self._clock.start(_MINUTE)
        self._make_shortcuts()
        self._badges = Badges(workplace, self)
        self._build(first_page)

    @property
    def pages(self) -> Pages:
        """The pages, and the ways between them."""
        return self._pages

    def go_to(self, name: str) -> None:
        """Show the page of that name; ``help`` shows all keys over the page that is open."""
        if name == "help":
            from kandas_desktop.ui.keys import KeysDialog

            KeysDialog(self).tell()
        else:
            self._pages.show_page(name)

    def come_forward(self) -> None:
        """Show the window above the others: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
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
        self._workplace.names_hidden = hidden
        self._pages.set_names_hidden(hidden)
        self._foot.set_names_hidden(hidden)

    # --- building

    def _build(self, first_page: str) -> None:
        self._navigation = self._make_navigation()
        self._pages = self._make_pages()
        self._foot = FootStrip(now=lambda: self._workplace.desk.now())
        self._workplace.notices.withdrawn.connect(self._foot.withdraw)
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        right.addWidget(self._foot)
        across.addWidget(self._navigation)
        across.addLayout(right, 1)
        self.setCentralWidget(whole)
        self._name_office()
        self._badges.show_on(self._navigation)
        self.hide_names(self._workplace.names_hidden)
        self._pages.show_page(first_page)

    def _make_navigation(self) -> NavigationBar:
        bar = NavigationBar(
            [
                NavigationItem("today", _("Today"), "sun"),
                NavigationItem("intake", _("Intake"), "user-plus"),
                NavigationItem("journal", _("Registration journal"), "book-open"),
                NavigationItem("reserve", _("Reserve journal"), "list-ordered"),
                NavigationItem("beds", _("Beds"), "bed"),
                NavigationItem("residents", _("Residents"), "users"),
                NavigationItem("decisions", _("Decisions"), "scale"),
                NavigationItem("linen", pgettext("navigation", "Bedding"), "layers"),
            ],
            [
                NavigationItem("settings", _("Settings"), "sliders"),
                NavigationItem("help", _("Help"), "help-circle", keys="F1"),
            ],
        )
        bar.chosen.connect(self.go_to)
        bar.search_asked.connect(lambda: self._pages.search())
        bar.notices_asked.connect(lambda: self._foot.show_list())
        return bar

    def _make_pages(self) -> Pages:
        pages = Pages(self._workplace)
        pages.shown.connect(self._follow_page)
        # Queued: the page that asks is taken down while the window is built anew.
        pages.language_chosen.connect(self._speak, Qt.ConnectionType.QueuedConnection)
        pages.theme_chosen.connect(self._dress)
        pages.office_changed.connect(self._name_office)
        pages.drafts_changed.connect(self._badges.count_drafts)
        return pages

    def _make_shortcuts(self) -> None:
        for keys, do in (
            ("Ctrl+K", lambda: self._pages.search()),
            ("Ctrl+N", lambda: self._pages.take_in()),
            ("Ctrl+Shift+PgDown", lambda: self._navigation.step(1)),
            ("Ctrl+Shift+PgUp", lambda: self._navigation.step(-1)),
            ("F1", lambda: self.go_to("help")),
            ("F9", lambda: self.hide_names(not self._workplace.names_hidden)),
            ("Ctrl+Z", self._undo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, do)
            shortcut.setAutoRepeat(False)

    # --- what happens meanwhile

    def _follow_page(self, name: str) -> None:
        seen = self._pages.seen
        self._navigation.select(_ENTRIES.get(seen, seen))
        self._foot.show_keys(self._pages.page(name).keys())

    def _say(self, _text: str, kind: NoticeKind, action: Action | None, wording: str | Wording) -> None:
        self._foot.say(wording, kind, action)

    def _look_at_the_day(self) -> None:
        today = self._workplace.desk.today
        if today != self._day:
            self._day = today
            self._workplace.changes.day_turned.emit()

    def _undo(self) -> None:
        if not self._foot.act():
            from kandas_desktop.ui.undoing import undo_last

            undo_last(self._workplace, self._pages.seen)

    def _loses_untold(self) -> bool:
        """Whether closing the pages loses what nobody was warned of; the warning is told by then."""
        loss = self._pages.closing_loses()
        is_told = self._foot.shown is not None and self._foot.shown.text == loss
        while loss and self._foot.shown is not None:  # what was said before stands under the shield
            self._foot.close_notice()
        if loss and not is_told:
            self._workplace.notices.fault(loss)
        return bool(loss) and not is_told

    def _speak(self, chosen: str) -> None:
        if self._loses_untold():
            return
        use_language(chosen)
        self._pages.close_all()
        earlier = self._foot
        self._build("settings")
        self._foot.go_on_from(earlier)
        self._pages.show_language()

    def _dress(self, chosen: Choice) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, chosen)

    def _name_office(self) -> None:
        self._workplace.follow_operator()
        names = office_name()
        name = "" if names is None else names.ru if language() == "ru" else names.kk
        self._navigation.set_office(name)
        self._navigation.set_user(self._workplace.settings.operator, _("Reception"))
        self.setWindowTitle(" — ".join(part for part in ("Kandas Desktop", name) if part))

    def focusNextPrevChild(self, forward: bool) -> bool:
        from kandas_desktop.ui.tab_key import lead_on  # the first page comes up without it

        return lead_on(self._pages, forward=forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_compact = theme().is_compact
        theme().fit_window(self.width(), self.height())
        if theme().is_compact != was_compact:
            self._pages.set_compact(theme().is_compact)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._loses_untold():
            event.ignore()
            return
        self._workplace.settings.window = self.saveGeometry()
        self._pages.close_all()
        super().closeEvent(event)
