"""The work calendar in the settings, by keys: a day, its source, what it moves, and the year confirmed."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.models.stay_tables import Breach, CalendarYear
from kandas_desktop.models.tables import CalendarDay
from kandas_desktop.ui.office.settings_page import SettingsPage
from kandas_desktop.ui.office.work_calendar_card import WorkCalendarCard
from kandas_desktop.ui.office.year_confirmation import YearConfirmation
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.undoing import undo_last
from kandas_desktop.ui.workplace import Workplace
from tests.living import a_household
from tests.ui.looking import words_in

Key = Qt.Key


@pytest.fixture
def card(workplace: Workplace, qtbot: QtBot) -> WorkCalendarCard:
    made = WorkCalendarCard(workplace)
    qtbot.addWidget(made)
    made.resize(740, 700)
    made.show()
    made.grid.setFocus()
    return made


def days() -> list[tuple[date, bool, str]]:
    return [(row.day, row.is_working, row.source) for row in CalendarDay.select().order_by(CalendarDay.day)]


def test_keys_go_from_day_to_day_and_from_month_to_month(card: WorkCalendarCard, qtbot: QtBot) -> None:
    seen = []
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up, Key.Key_PageDown, Key.Key_PageUp):
        qtbot.keyClick(card.grid, key)
        seen.append(f"{card.grid.day:%d.%m}")
    assert seen == ["19.03", "26.03", "25.03", "18.03", "18.04", "18.03"]
    card.choose(date(2026, 12, 31))
    qtbot.keyClick(card.grid, Key.Key_Right)
    assert (card.grid.day, card.year.text()) == (date(2027, 1, 1), "2027")


def test_a_day_is_written_down_with_its_source(card: WorkCalendarCard, qtbot: QtBot) -> None:
    card.choose(date(2026, 3, 19))
    assert card.official.text() == "By the calendar of Kazakhstan: working day"
    assert card.kind.value() == "off"
    card.source.control.set_value("№ 12 бұйрық")
    card.save_button.setFocus()
    qtbot.keyClick(card.save_button, Key.Key_Return)
    assert days() == [(date(2026, 3, 19), False, "№ 12 бұйрық")]
    assert "19.03.2026 · day off · № 12 бұйрық" in card.own_days.text()


def test_without_source_nothing_is_written(card: WorkCalendarCard) -> None:
    card.save()
    assert card.source.message == "Write from which order or announcement it is known."
    assert days() == []


def test_a_source_too_long_is_told_and_not_cut(card: WorkCalendarCard, qtbot: QtBot) -> None:
    long = "№ 12 бұйрық " * 20
    card.source.control.setText(long)
    card.save()
    assert card.source.message == "Longer than 200 characters."
    assert card.source.control.value() == long.strip()
    assert days() == []


def test_a_day_is_taken_back(card: WorkCalendarCard) -> None:
    card.choose(date(2026, 3, 21))
    assert card.official.text() == "By the calendar of Kazakhstan: Saturday, Nauryz"
    assert card.kind.value() == "working"
    card.source.control.set_value("№ 12 бұйрық")
    card.save()
    assert card.remove_button.isVisibleTo(card)
    card.remove()
    assert days() == []
    assert not card.remove_button.isVisibleTo(card)


def test_what_was_done_to_a_day_is_taken_back_like_any_act(
    card: WorkCalendarCard, workplace: Workplace
) -> None:
    workplace.changes.committed.connect(card.reload)
    card.choose(date(2026, 3, 19))
    card.source.control.set_value("№ 12 бұйрық")
    card.save()
    assert card.remove_button.isVisibleTo(card)
    undo_last(workplace)
    assert days() == []
    assert not card.remove_button.isVisibleTo(card)
    assert card.source.control.value() == ""
    card.source.control.set_value("№ 13 бұйрық")
    card.save()
    card.remove()
    undo_last(workplace)
    assert days() == [(date(2026, 3, 19), False, "№ 13 бұйрық")]
    assert card.source.control.value() == "№ 13 бұйрық"


def test_a_day_that_stood_there_so_already_offers_no_way_back(
    card: WorkCalendarCard, workplace: Workplace
) -> None:
    card.choose(date(2026, 3, 19))
    card.source.control.set_value("№ 12 бұйрық")
    card.save()
    workplace.changes.committed.emit()
    card.kind.set_value("off")
    card.save()
    assert workplace.last_act is None


def test_before_saving_it_is_said_which_open_terms_move(card: WorkCalendarCard) -> None:
    household = a_household()
    Breach.create(
        household=household,
        happened_on=date(2026, 3, 16),
        facts="Тәртіп бұзды",
        recorded_on=date(2026, 3, 16),
        year=2026,
        sequence=7,
        proposed_on=date(2026, 3, 16),
        registered_on=date(2026, 3, 18),
        registered_number="12",
        decision_number="",
    )
    card.choose(date(2026, 3, 19))
    assert card.moved.text() == "1 open term moves:\nr.14 · № 7/26: 19.03.2026 → 20.03.2026"
    card.kind.set_value("working")
    card.reload()
    assert card.moved.text() == "No open term moves."


def test_a_click_chooses_a_day(card: WorkCalendarCard, qtbot: QtBot) -> None:
    middle = card.grid._cell(date(2026, 9, 9)).center()
    qtbot.mouseClick(card.grid, Qt.MouseButton.LeftButton, pos=QPointF(middle).toPoint())
    assert card.grid.day == date(2026, 9, 9)
    card.later.click()
    assert card.grid.day == date(2027, 1, 1)
    card.earlier.click()
    assert card.grid.day == date(2026, 1, 1)


def test_a_year_is_confirmed_by_its_announcement(workplace: Workplace, qtbot: QtBot) -> None:
    confirmation = YearConfirmation(workplace)
    qtbot.addWidget(confirmation)
    assert confirmation.chip.text == "not confirmed"
    confirmation.confirm()
    assert confirmation.source.message
    confirmation.source.control.set_value("№ 1 қаулы")
    confirmation.confirm_button.click()
    (row,) = CalendarYear.select()
    assert (row.year, row.source) == (2026, "№ 1 қаулы")
    assert confirmation.chip.text == "confirmed on 18.03.2026"
    confirmation.ask_about(2027)
    assert confirmation.chip.text == "not confirmed"
    confirmation.reload()
    assert confirmation.year == 2026


def test_a_year_is_not_confirmed_by_a_source_too_long(workplace: Workplace, qtbot: QtBot) -> None:
    confirmation = YearConfirmation(workplace)
    qtbot.addWidget(confirmation)
    confirmation.source.control.setText("№ 1 қаулы " * 30)
    confirmation.confirm_button.click()
    assert confirmation.source.message == "Longer than 200 characters."
    assert CalendarYear.select().count() == 0


def test_the_settings_lead_to_the_calendar(workplace: Workplace, qtbot: QtBot) -> None:
    page = SettingsPage(workplace)
    qtbot.addWidget(page)
    page.show()
    page.go_to(Place.WORK_CALENDAR, 2027)
    assert "Calendar of 2027" in words_in(page)
    assert page.focusWidget() is page.work_calendar.grid
    assert page.work_calendar.grid.day == date(2027, 1, 1)
    page.go_to(Place.WORK_CALENDAR, 0)
    assert page.year_confirmation.year == 2027


def test_what_was_typed_for_one_day_is_not_carried_to_another(card: WorkCalendarCard, qtbot: QtBot) -> None:
    card.choose(date(2026, 3, 20))
    as_it_stands = card.kind.value()
    qtbot.keyClicks(card.source.control, "12-A")
    card.kind.set_value("working")
    card.choose(date(2026, 3, 19))
    assert (card.source.control.value(), card.kind.value()) == ("", as_it_stands)
    qtbot.keyClicks(card.source.control, "12-A")
    card.later.click()
    assert card.source.control.value() == ""
    card.choose(date(2026, 3, 19))
    qtbot.keyClicks(card.source.control, "12-B")
    card.save()
    card.choose(date(2026, 3, 20))
    assert card.source.control.value() == ""
    card.choose(date(2026, 3, 19))
    assert card.source.control.value() == "12-B"
