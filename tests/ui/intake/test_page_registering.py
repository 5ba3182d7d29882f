"""From the intake page into the registration journal."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.workplace import Workplace
from tests.factories import an_application
from tests.ui.intake.clerk import registered, write_applicant, write_minor
from tests.ui.intake.keyboard import CONTROL, control_enter, press, write


def test_control_enter_twice_registers_once(qtbot: QtBot, page: IntakePage) -> None:
    ids: list[int] = []
    page.registered.connect(lambda application_id, _print: ids.append(application_id))
    write_applicant()
    control_enter()
    control_enter()
    assert len(ids) == 1


def test_control_enter_takes_what_is_being_typed(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    page.view.focus_part(0, Part.ORIGIN)
    press(Qt.Key.Key_A, CONTROL)
    write("моңғ")
    detail = registered(qtbot, page, lambda: press(Qt.Key.Key_Return, CONTROL))
    assert detail.applicant.origin_country == "MN"


def test_the_other_button_asks_for_the_paper_too(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    with qtbot.waitSignal(page.registered) as caught:
        page.bar.print.click()
    assert caught.args is not None
    assert caught.args[1] is True


def test_a_full_disk_is_said_and_loses_nothing(
    qtbot: QtBot, page: IntakePage, notices: list[tuple[str, str]], workplace: Workplace
) -> None:
    write_applicant()
    workplace.desk.database.execute_sql("PRAGMA query_only = 1")
    control_enter()
    page.keeper.schedule()
    page.keeper.save_now()
    page.keeper.schedule()
    page.keeper.save_now()
    # One of registering, one of the draft: not one at every letter.
    assert [kind for kind, _text in notices] == ["fault", "fault"]
    assert page.view.form().applicant.surname == "Үлгібаев"
    workplace.desk.database.execute_sql("PRAGMA query_only = 0")
    assert registered(qtbot, page).applicant.household.name.surname == "Үлгібаев"


def test_a_clock_that_is_behind_the_journal_is_said_with_both_days(
    page: IntakePage, notices: list[tuple[str, str]], workplace: Workplace
) -> None:
    an_application(workplace.desk._replace(now=lambda: datetime(2026, 3, 20, 9)))
    write_applicant()
    control_enter()
    assert notices == [
        (
            "note",
            "The computer's clock shows 18.03.2026, but the journal has an entry of 20.03.2026."
            " Set the clock right (r.5).",
        )
    ]
    assert page.view.form().applicant.surname == "Үлгібаев"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.view.isAncestorOf(focused)


def test_an_earlier_application_is_taken_in_anew(qtbot: QtBot, page: IntakePage) -> None:
    write_applicant()
    write_minor("", "Алихан", "27.05.2011", "ұлы")
    first = registered(qtbot, page)
    page.begin_from(first.id)
    assert page.head.state == "Copied from application Ө-1/26"
    again = registered(qtbot, page)
    assert again.previous_number == "Ө-1/26"
    assert [person.household.name for person in again.people] == [
        person.household.name for person in first.people
    ]
    assert again.applicant.certificate_issued_on == date(2026, 2, 2)
