"""The intake page in a small window, and its Kazakh letters."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop import words
from kandas_desktop.ui.intake.content_area import ContentArea
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.workplace import Workplace
from tests.ui.intake.clerk import part_focused, write_applicant, write_minor
from tests.ui.intake.keyboard import CONTROL, enter, fill, press, typed, write


def test_a_small_window_folds_the_finished_applicant_into_a_line(page: IntakePage) -> None:
    page.set_compact(True)
    assert page.view.applicant.line.isHidden()
    write_applicant()
    assert page.view.applicant.line.isVisible()
    assert not page.view.card.isVisible()
    assert not page.view.side.isVisible()
    press(Qt.Key.Key_Up, CONTROL)
    assert page.view.card.isVisible()
    assert part_focused(page) == (0, Part.SURNAME)


def test_f2_fetches_the_letters_in_a_small_window(page: IntakePage) -> None:
    page.set_compact(True)
    write("Ү")
    press(Qt.Key.Key_F2)
    enter()
    press(Qt.Key.Key_Escape)
    assert typed() == "Үә"


def test_f2_types_a_kazakh_letter(page: IntakePage) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Right)
    enter()
    press(Qt.Key.Key_F2)
    assert typed() == "Ғ"
    assert page.view.form().applicant.surname == "Ғ"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_fits_the_smallest_window_in_every_language(
    qtbot: QtBot, workplace: Workplace, language: str
) -> None:
    with words.spoken_in(language):
        page = IntakePage(workplace)
        qtbot.addWidget(page)
        page.resize(968, 500)
        page.set_compact(True)
        page.show()
    assert page.minimumSizeHint().width() <= 968
    assert page.minimumSizeHint().height() <= 500


def test_a_page_too_narrow_for_the_column_folds_it_away(page: IntakePage) -> None:
    assert page.view.side.isVisible()
    page.resize(1000, 700)
    assert not page.view.side.isVisible()
    page.resize(1162, 768)
    assert page.view.side.isVisible()


def test_letters_go_where_the_caret_was_in_a_row_of_the_family(page: IntakePage) -> None:
    page.view.focus_part(1, Part.SURNAME)
    write("Мс")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_F2)
    enter()
    enter()
    press(Qt.Key.Key_F2)
    write("х")
    assert typed() == "Мәәхс"


def test_going_back_to_an_adult_shows_their_unfolded_fields_whole(qtbot: QtBot, page: IntakePage) -> None:
    page.resize(1162, 680)
    write_applicant()
    for name in ("Алихан", "Аяулым", "Санжар", "Мөлдір", "Нобай", "Ержан"):
        write_minor("Үлгібаев", name, "27.05.2011", "ұлы")
    fill("Нобаева", "Күлән", "", "1951", "енесі", "", "", "", "")
    press(Qt.Key.Key_Up, CONTROL)
    row = page.view.family.rows[6]
    area = page.view.family.findChild(ContentArea)
    assert area is not None

    def is_whole() -> bool:
        top = row.mapTo(area.viewport(), row.rect().topLeft()).y()
        return row.height() > 100 and top >= 0 and top + row.height() <= area.viewport().height()

    qtbot.waitUntil(is_whole)
    page.resize(1162, 600)  # as when a remark unfolds above
    qtbot.waitUntil(is_whole)


def test_the_applicants_card_is_as_high_as_what_is_said_in_it_at_its_width(
    qtbot: QtBot, workplace: Workplace
) -> None:
    with words.spoken_in("kk"):
        page = IntakePage(workplace)
        qtbot.addWidget(page)
        page.resize(1120, 620)
        page.set_compact(True)
        page.show()
        page.begin()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        fill("Мысалов", "Данияр", "", "5.3.1987", "", "", "")
    card = page.view.card
    assert card.box(Part.ORIGIN).message
    qtbot.waitUntil(lambda: card.width() > 1000)
    assert card.heightForWidth(card.width()) < card.sizeHint().height()
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()))
