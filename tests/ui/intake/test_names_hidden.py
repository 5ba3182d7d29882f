"""While names are hidden (F9), what was typed shows as dots, but for the field in which somebody types."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from kandas_desktop.ui.intake.drafts import kept_forms
from kandas_desktop.ui.intake.menus import draft_title
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from tests.ui.intake.clerk import write_applicant, write_minor
from tests.ui.intake.keyboard import CONTROL, fill, press, write

PRIVATE = (
    Part.SURNAME,
    Part.GIVEN_NAME,
    Part.PATRONYMIC,
    Part.BORN,
    Part.LATIN_NAME,
    Part.CERTIFICATE_NUMBER,
    Part.DOCUMENT_NUMBER,
)


@pytest.fixture
def family_page(page: IntakePage) -> IntakePage:
    """The applicant, a daughter, and a wife of whom no slip is there yet."""
    write_applicant()
    write_minor("Үлгібаева", "Аяла", "30.10.2014", "қызы")
    fill("Үлгібаева", "Сынақкүл", "", "9.1.1986", "жұбайы")
    return page


def field(page: IntakePage, row: int, part: Part) -> TextField:
    fields = page.view.family.rows[row - 1].fields if row else page.view.card.fields
    control = fields.control(part)
    assert isinstance(control, TextField)
    return control


def is_dots(text: str) -> bool:
    return bool(text) and set(text) <= {"•", "●"}  # the style's own dot without the program's style sheet


def test_names_dates_and_numbers_are_dots_and_nothing_moves(family_page: IntakePage) -> None:
    view = family_page.view
    places = [stop.geometry() for stop in view.stops()]
    family_page.set_names_hidden(True)
    assert [part for part in PRIVATE if not is_dots(field(family_page, 0, part).displayText())] == []
    assert is_dots(field(family_page, 1, Part.GIVEN_NAME).displayText())
    assert is_dots(field(family_page, 1, Part.BORN).displayText())
    assert "•" not in field(family_page, 1, Part.KINSHIP).displayText()
    assert field(family_page, 0, Part.BIRTH_PLACE).displayText() == "Нөкіс қаласы"
    assert [stop.geometry() for stop in view.stops()] == places
    assert view.form().applicant.surname == "Үлгібаев"
    family_page.set_names_hidden(False)
    assert field(family_page, 0, Part.SURNAME).displayText() == "Үлгібаев"


def test_the_field_in_which_somebody_types_is_read_until_it_is_left(page: IntakePage) -> None:
    page.set_names_hidden(True)
    write("Үлгібаев")
    surname = field(page, 0, Part.SURNAME)
    assert surname.displayText() == "Үлгібаев"
    press(Qt.Key.Key_Tab)
    assert is_dots(surname.displayText())
    assert len(surname.displayText()) == len("Үлгібаев")
    press(Qt.Key.Key_Backtab)
    assert surname.displayText() == "Үлгібаев"


def test_rows_that_come_while_names_are_hidden_hide_theirs_too(page: IntakePage) -> None:
    page.set_names_hidden(True)
    write_applicant()
    write_minor("Үлгібаева", "Аяла", "30.10.2014", "қызы")
    assert is_dots(field(page, 1, Part.SURNAME).displayText())
    page.view.family.rows[0].show_more(True)
    latin = field(page, 1, Part.LATIN_NAME)
    latin.setText("ULGIBOYEVA")
    field(page, 0, Part.SURNAME).setFocus()
    assert is_dots(latin.displayText())


def test_a_tooltip_does_not_tell_what_a_field_hides(family_page: IntakePage) -> None:
    slip = field(family_page, 0, Part.DOCUMENT_NUMBER)
    assert slip.toolTip()
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), slip.mapToGlobal(QPoint(5, 5)))
    family_page.set_names_hidden(True)
    QApplication.sendEvent(slip, asked)
    assert QToolTip.text() == ""
    family_page.set_names_hidden(False)
    QApplication.sendEvent(slip, asked)
    assert QToolTip.text() == slip.toolTip()
    QToolTip.hideText()


def test_nobody_is_named_beside_the_fields(family_page: IntakePage) -> None:
    def words() -> str:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        labels = [label.text() for label in family_page.findChildren(Label)]
        return " ".join([*labels, family_page.view.applicant.line.accessibleName()])

    told = ("Сынақкүл", "Үлгібаев", "20-117", "05.03.1987")
    assert [each for each in told if each not in words()] == []
    family_page.set_names_hidden(True)
    assert [each for each in told if each in words()] == []
    family_page.set_names_hidden(False)
    assert [each for each in told if each not in words()] == []


def test_the_document_in_words_is_painted_as_dots(family_page: IntakePage) -> None:
    row = family_page.view.family.rows[1]
    person, cell = row.person, row.line.document
    person.document_number, person.document_date, person.document_issuer = "20-118", "10.03.2026", "ПД"
    family_page.view.refresh()
    assert (cell.words.look, cell.words.text) == ("fine", "20-118, 10.03.2026")
    read, width = cell.grab().toImage(), cell.needed_width()
    family_page.set_names_hidden(True)
    assert cell.grab().toImage() != read
    assert cell.needed_width() == width


def test_who_was_taken_off_is_told_by_kinship(page: IntakePage, notices: list[tuple[str, str]]) -> None:
    page.workplace.names_hidden = True
    write_applicant()
    write_minor("Үлгібаева", "Аяла", "30.10.2014", "қызы")
    page.set_names_hidden(True)
    press(Qt.Key.Key_Up, CONTROL)
    press(Qt.Key.Key_Delete, CONTROL)
    assert notices == [("done", "daughter was taken off the application")]


def test_drafts_are_listed_without_their_names(family_page: IntakePage) -> None:
    family_page.keeper.save_now()
    (kept,) = kept_forms()
    assert draft_title(kept).startswith("Үлгібаев Ержан Нобайұлы · 3 people")
    hidden = draft_title(kept, names_hidden=True)
    assert is_dots(hidden.split(" · ")[0])
    assert hidden.split(" · ")[1:] == draft_title(kept).split(" · ")[1:]
