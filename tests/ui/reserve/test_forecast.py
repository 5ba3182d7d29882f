"""What the reserve's page tells of beds that become free, and for whom."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.rooms import take_out_of_service
from kandas_desktop.models.stay_tables import Bed
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.reserve.filter_row import Show
from tests.factories import WEDNESDAY
from tests.ui.looking import words_in
from tests.ui.reserve.conftest import Desk
from tests.ui.reserve.reading import PageOf, menu_of, press, spoken


def test_the_forecast_tells_for_whom_beds_become_free(
    desk: Desk, page_of: PageOf, queue: list[int], qtbot: QtBot
) -> None:
    bed = Bed.select().order_by(Bed.id.desc()).first()
    until = date(2026, 3, 25)
    take_out_of_service(desk.office.desk, bed.id, reason="терезе", began_on=WEDNESDAY, expected_until=until)
    page = page_of(desk)
    page.filters.choose(Show.FORECAST)
    assert spoken(page) == [
        "25.03.2026, estimate, 7 days left, 1 bed, 107-1, out of service, "
        "1 · Мысалов Дәурен, Ө-2/26 · 6 people",
        "21.09.2026, estimate, 187 days left, 2 beds, 101-1, 102-1, occupied, "
        "1 · Мысалов Дәурен, Ө-2/26 · 6 people",
        "1 bed, 103-1, occupied, 2 · Қасымов Дәурен, Ө-3/26 · 2 people",
    ]
    press(qtbot, page, Qt.Key.Key_End)
    assert page.panel.application_id == queue[1]
    press(qtbot, page, Qt.Key.Key_Return)
    assert desk.led == [(Place.BED, page.table.lines[2].bed_id)]


def test_beds_for_which_nobody_waits_are_told_as_well(desk: Desk, page_of: PageOf) -> None:
    page = page_of(desk)
    page.filters.choose(Show.FORECAST)
    (line,) = spoken(page)
    assert line.endswith("3 beds, 101-1, 102-1, 103-1, occupied, nobody waits for them")
    assert not page.is_panel_open


def test_beds_of_one_day_tell_what_each_is_now(desk: Desk, page_of: PageOf) -> None:
    bed = Bed.select().order_by(Bed.id.desc()).first()
    until = date(2026, 9, 21)
    take_out_of_service(desk.office.desk, bed.id, reason="терезе", began_on=WEDNESDAY, expected_until=until)
    page = page_of(desk)
    page.filters.choose(Show.FORECAST)
    (line,) = spoken(page)
    assert "4 beds, 101-1, 102-1, 103-1, 107-1, occupied 3, out of service 1" in line


def test_an_overdue_bed_may_be_free_any_day(desk: Desk, page_of: PageOf, queue: list[int]) -> None:
    desk.office.clock.set(date(2026, 12, 1))
    page = page_of(desk)
    page.filters.choose(Show.FORECAST)
    assert spoken(page)[0].startswith("today, estimate, at any time, 2 beds")
    assert "at any time" in words_in(page.panel)


def test_the_menu_of_the_forecast_leads_to_the_bed_first(
    desk: Desk, page_of: PageOf, queue: list[int]
) -> None:
    page = page_of(desk)
    page.filters.choose(Show.FORECAST)
    texts = [action.text() for action in menu_of(page).actions()]
    assert texts[:2] == ["Open the application", "Show the bed on the board\tEnter"]
