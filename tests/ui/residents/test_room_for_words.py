"""Words of the residents page stand whole, in either language and in a small window."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from kandas_desktop import words
from kandas_desktop.actions.moving_in import sign_house_rules
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import Density, theme
from kandas_desktop.ui.residents.columns import spans
from kandas_desktop.ui.residents.page import ResidentsPage
from tests.ui.residents.conftest import Desk

PageOf = Callable[[Desk], ResidentsPage]


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("width", [770, 1162])
def test_the_title_of_every_column_is_whole(qapp: QApplication, language: str, width: int) -> None:
    with words.spoken_in(language):
        shown = spans(width, padding=24)
        room = [
            span.width - 4 - text_width(theme().font("second"), title())
            for span in shown
            for title in (span.column.title, span.column.left_title)
        ]
    assert len(shown) >= 4
    assert min(room) >= 0


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("compact", [False, True])
def test_buttons_have_room_for_their_words(desk: Desk, page_of: PageOf, language: str, compact: bool) -> None:
    words.use_language(language)
    family = desk.a_family()
    theme().fit_window(1093 if compact else 1366, 614 if compact else 768)
    page = page_of(desk)
    page.set_compact(compact)
    for day in (date(2026, 3, 18), date(2026, 8, 30), date(2026, 9, 20)):
        desk.office.clock.set(day)
        page.reload()
        page.show_stay(family.stays[0])
        for button in page.panel.findChildren(Button):
            if button.isVisibleTo(page.panel):
                assert button.sizeHint().width() <= page.panel.width() - 2 * 14, button.words
        if day < date(2026, 8, 30):
            sign_house_rules(desk.office.desk, family.stays[:2], signed_on=day)
    theme().fit_window(1366, 768)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("density", ["normal", "compact"])
def test_nothing_in_the_panel_is_wider_than_it(
    desk: Desk, page_of: PageOf, language: str, density: Density
) -> None:
    family = desk.a_family("Көшірмебергенов")
    words.use_language(language)
    theme().set_density(density)
    page = page_of(desk)
    page.set_compact(density == "compact")
    page.show_stay(family.stays[0])
    (middle,) = [area for area in page.panel.findChildren(QScrollArea) if area.parent() is page.panel]
    content = middle.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= middle.viewport().width()


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("width", [664, 733, 826, 1037, 1162])
def test_what_is_searched_by_is_read_whole(desk: Desk, page_of: PageOf, language: str, width: int) -> None:
    desk.a_family()
    words.use_language(language)
    page = page_of(desk)
    page.resize(width, 700)
    search = page.table.filters.search
    inside = search.width() - search.textMargins().left() - search.textMargins().right()
    assert text_width(search.font(), search.placeholderText()) <= inside
