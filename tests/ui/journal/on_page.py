"""What a test sees and does on the journal's page."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.toggles import FilterChip

OpenPage = Callable[[], JournalPage]


def shown(page: JournalPage) -> list[int]:
    model = page.table.model
    return [model.application_id(line) for line in range(model.outline.lines)]


def settle(page: JournalPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.table.is_loading)


def search(page: JournalPage, text: str, qtbot: QtBot) -> list[int]:
    page.table.filters.search.setText(text)
    settle(page, qtbot)
    return shown(page)


def chip(page: JournalPage, name: str) -> FilterChip:
    return next(c for c in page.findChildren(FilterChip) if c.accessibleName().split(":")[0] == name)


def button(page: JournalPage, words: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.words == words)


def labels(page: JournalPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label)]


def choose_in_menu(open_menu: Callable[[], object], *path: str) -> None:
    """Open a menu and choose an entry, through its submenus."""
    open_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    held = [menu]  # PySide takes a menu away with the last name for it
    for words in path[:-1]:
        held.append(next(m for m in held[-1].findChildren(QMenu) if m.title() == words))
    action = next(a for a in held[-1].actions() if a.text().split("  ")[0] == path[-1])
    action.trigger()
    menu.close()
