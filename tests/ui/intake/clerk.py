"""What a clerk does on the page again and again, and what the page answers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.application import ApplicationDetail, application_detail
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from tests.ui.intake.keyboard import control_enter, enter, fill, press

TODAY = date(2026, 3, 18)
ISSUER = "Үлгі қ. ПД"


def write_applicant() -> None:
    fill("Үлгібаев", "Ержан", "Нобайұлы", "5.3.1987", "Нөкіс қаласы", "Uzb", "")
    press(Qt.Key.Key_Right)
    enter()
    fill("ULGIBOYEV ERJAN", "", "00-1507 020226", "20-117 100326", ISSUER, "")


def write_minor(surname: str, given_name: str, born: str, kinship: str) -> None:
    fill(surname, given_name, "", born, kinship)


def registered(qtbot: QtBot, page: IntakePage, keys: Callable[[], None] = control_enter) -> ApplicationDetail:
    with qtbot.waitSignal(page.registered) as caught:
        keys()
    assert caught.args is not None
    return application_detail(caught.args[0], TODAY)


def part_focused(page: IntakePage) -> tuple[int, Part | None]:
    focused = QApplication.focusWidget()
    row = page.view.family.row_of(focused)
    if row is None:
        return 0, page.view.card.fields.part_of(focused)
    return list(page.view.family.rows).index(row) + 1, row.fields.part_of(focused)


def said_beside(page: IntakePage, row: int) -> list[str]:
    if row:
        return [remark.text for remark in page.view.family.rows[row - 1].remarks]
    return [box.message for box in page.view.card.grid.boxes.values() if box.message]
