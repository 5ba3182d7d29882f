"""The menu behind «Сүзгі»: outcomes that have no chip, year, country and order of the lines."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.countries import countries
from kandas_desktop.queries.journal import JournalCounts
from kandas_desktop.queries.journal_lines import JournalChoice, Order, Show
from kandas_desktop.rules.countries import FREQUENT
from kandas_desktop.ui.journal.outcomes import show_words
from kandas_desktop.words import _, language

Choose = Callable[[JournalChoice], None]


def order_words(order: Order) -> str:
    """What the menu calls an order of the lines."""
    return {
        Order.NEWEST: _("Newest first"),
        Order.OLDEST: _("Oldest first"),
        Order.NAME: _("By name"),
    }[order]


def filter_menu(
    parent: QWidget,
    choice: JournalChoice,
    counts: JournalCounts | None,
    *,
    shows: Sequence[Show],
    years: Sequence[int],
    choose: Choose,
) -> QMenu:
    """A menu in which ``choice`` is ticked; ``choose`` is called with what is chosen instead."""
    menu = QMenu(parent)
    outcomes = QActionGroup(menu)
    for show in shows:
        words = show_words(show)
        if counts is not None:
            words = f"{words}  {getattr(counts, show.name.lower())}"
        is_now = choice.show is show
        other = choice._replace(show=Show.ALL if is_now else show)
        _add(menu, outcomes, words, is_now, partial(choose, other))
    menu.addSeparator()
    _year_menu(menu.addMenu(_("Year")), choice, years, choose)
    _country_menu(menu.addMenu(_("Country of origin")), choice, choose)
    orders = menu.addMenu(_("Order of the lines"))
    group = QActionGroup(orders)
    for order in Order:
        other = choice._replace(order=order)
        _add(orders, group, order_words(order), choice.order is order, partial(choose, other))
    menu.addSeparator()
    clear = menu.addAction(_("Clear the filters"))
    clear.setEnabled(choice != JournalChoice(order=choice.order))
    clear.triggered.connect(lambda: choose(JournalChoice(order=choice.order)))
    return menu


def _year_menu(menu: QMenu, choice: JournalChoice, years: Sequence[int], choose: Choose) -> None:
    group = QActionGroup(menu)
    for year in (None, *years):
        words = _("All years") if year is None else str(year)
        other = choice._replace(year=year)
        _add(menu, group, words, choice.year == year, partial(choose, other))


def _country_menu(menu: QMenu, choice: JournalChoice, choose: Choose) -> None:
    group = QActionGroup(menu)
    known = countries(language())

    def add(to: QMenu, code: str, words: str) -> None:
        other = choice._replace(country=code)
        _add(to, group, words, choice.country == code, partial(choose, other))

    add(menu, "", _("All countries"))
    for country in known[: len(FREQUENT)]:
        add(menu, country.code, country.name)
    others = menu.addMenu(_("Other countries"))
    for country in known[len(FREQUENT) :]:
        add(others, country.code, country.name)


def _add(menu: QMenu, group: QActionGroup, words: str, is_now: bool, do: Callable[[], None]) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(is_now)
    group.addAction(action)
    action.triggered.connect(lambda _checked: do())
    return action
