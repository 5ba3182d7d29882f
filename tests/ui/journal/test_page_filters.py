"""What the journal's page shows by its chips, its menu of filters and its columns, and remembers of them."""

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.consideration import strike_out_application
from kandas_desktop.queries.journal_lines import JournalChoice, Order, Show
from kandas_desktop.ui.workplace import Workplace
from tests.factories import (
    TestOffice,
    an_application,
)
from tests.ui.journal.on_page import OpenPage, button, chip, choose_in_menu, labels, search, settle, shown


def test_chips_filter_and_tell_their_counts(open_page: OpenPage, lines: dict[str, int], qtbot: QtBot) -> None:
    page = open_page()
    assert [chip(page, name).accessibleName() for name in ("All", "Today", "In reserve", "Referral")] == [
        "All: 4",
        "Today: 1",
        "In reserve: 1",
        "Referral: 0",
    ]
    chip(page, "In reserve").click()
    settle(page, qtbot)
    assert shown(page) == [lines["waiting"]]
    assert chip(page, "In reserve").isChecked()
    assert not chip(page, "All").isChecked()
    page.choose(Show.DUE)
    assert shown(page) == [lines["due"]]
    assert chip(page, "Today").isChecked()


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (("Returned",), ["returned"]),
        (("Struck out",), ["struck out"]),
        (("Year", "2026"), ["due", "waiting", "returned", "struck out"]),
        (("Country of origin", "Mongolia"), ["due", "waiting", "returned", "struck out"]),
        (("Country of origin", "Other countries", "Germany"), []),
        (("Order of the lines", "Oldest first"), ["struck out", "returned", "waiting", "due"]),
        (("Order of the lines", "By name"), ["returned", "waiting", "struck out", "due"]),
    ],
)
def test_the_filter_menu_chooses_what_has_no_chip(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot, path: tuple[str, ...], names: list[str]
) -> None:
    page = open_page()
    choose_in_menu(chip(page, "Filter").click, *path)
    settle(page, qtbot)
    assert shown(page) == [lines[name] for name in names]
    is_filtered = path[0] != "Order of the lines"
    assert chip(page, "Filter").isChecked() is is_filtered
    if is_filtered:
        choose_in_menu(chip(page, "Filter").click, "Clear the filters")
        settle(page, qtbot)
        assert len(shown(page)) == 4


def test_what_was_filtered_is_remembered_on_this_computer(
    open_page: OpenPage, lines: dict[str, int], at_desk: Workplace
) -> None:
    first = open_page()
    first.choose(Show.RESERVE)
    choose_in_menu(chip(first, "Filter").click, "Order of the lines", "By name")
    again = open_page()
    assert again.table.filters.choice == JournalChoice(show=Show.RESERVE, order=Order.NAME)
    assert shown(again) == [lines["waiting"]]
    at_desk.settings.journal_show = at_desk.settings.journal_order = "nonsense"
    assert open_page().table.filters.choice == JournalChoice()


def test_families_beneath_every_line_are_remembered(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot, at_desk: Workplace
) -> None:
    page = open_page()
    assert page.table.model.rowCount() == 4
    page.table.filters.set_families_shown(True)
    settle(page, qtbot)
    assert page.table.model.rowCount() == 5
    assert page.table.model.is_open(1)
    assert at_desk.settings.families_shown
    assert open_page().table.model.rowCount() == 5
    page.table.filters.set_families_shown(False)
    settle(page, qtbot)
    assert page.table.model.rowCount() == 4


def test_an_own_column_can_be_hidden_and_shown(
    open_page: OpenPage, lines: dict[str, int], at_desk: Workplace
) -> None:
    page = open_page()

    def columns() -> list[str]:
        return [column.name for column in page.table.model.columns]

    assert "people" not in columns()
    choose_in_menu(page.table.filters.columns_button.click, "People")
    choose_in_menu(page.table.filters.columns_button.click, "Outcome")
    assert columns()[-1] == "people"
    assert at_desk.settings.hidden_columns == ("outcome",)


def test_nothing_found_offers_to_clear_the_filters(
    open_page: OpenPage, lines: dict[str, int], qtbot: QtBot
) -> None:
    page = open_page()
    assert search(page, "zzzz", qtbot) == []
    button(page, "Clear the filters").click()
    settle(page, qtbot)
    assert len(shown(page)) == 4
    assert page.table.filters.search.text() == ""


@pytest.mark.parametrize(
    ("show", "sentence"),
    [(Show.DUE, "Nothing is due today."), (Show.RESERVE, "Nobody is in the reserve.")],
)
def test_an_empty_outcome_says_so(open_page: OpenPage, office: TestOffice, show: Show, sentence: str) -> None:
    strike_out_application(office.desk, an_application(office.desk), reason="Үлгі")
    page = open_page()
    page.choose(show)
    assert sentence in labels(page)
    button(page, "Show all lines").click()
    assert len(shown(page)) == 1
