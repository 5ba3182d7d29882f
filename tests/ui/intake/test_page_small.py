"""The intake page in a small window, and its Kazakh letters."""

from PySide6.QtCore import Qt

from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from tests.ui.intake.clerk import part_focused, write_applicant
from tests.ui.intake.keyboard import CONTROL, enter, press, typed, write


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
    assert typed() == "ғ"
    assert page.view.form().applicant.surname == "ғ"
