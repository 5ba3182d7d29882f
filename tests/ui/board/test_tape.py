"""The tape chart on the board's page: which bars are drawn where, and what is written in them."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.stay_tables import BedUse, Stay
from kandas_desktop.models.tables import CalendarDay
from kandas_desktop.queries.tape import Tape, read_further
from kandas_desktop.queries.tape_bars import BarKind, TapeBar
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.tape.bar_words import bar_words
from kandas_desktop.ui.board.tape.bars import shown_bar
from kandas_desktop.ui.board.tape.days import BEDS_WIDTH, DAY_WIDTH, month_words, weekday_letters
from kandas_desktop.ui.board.tape.head import holidays
from kandas_desktop.ui.board.tape.range_picker import range_words
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import spoken_in
from tests.ui.board.conftest import press
from tests.ui.board.houses import TODAY, AHouse
from tests.ui.board.tapes import HOME, Key, Open, drawn, expected, kinds, tape_of

# --- what is drawn


def test_it_begins_nine_days_before_today(filled: AHouse, open_tape: Open) -> None:
    tape = tape_of(open_tape())
    assert tape.days.first == HOME
    assert tape.days.left_of(TODAY) == BEDS_WIDTH + 9 * DAY_WIDTH


def test_each_bed_has_the_bars_of_what_it_is(filled: AHouse, open_tape: Open) -> None:
    filled.out_of_service("102-2", until=TODAY + timedelta(days=4))
    board = open_tape()
    found = {label: kinds(board, label) for label in ("101-1", "102-1", "102-2", "103-1", "104-1")}
    assert found == {
        "101-1": [BarKind.OCCUPIED],
        "102-1": [BarKind.FREE],
        "102-2": [BarKind.OUT_OF_SERVICE],
        "103-1": [BarKind.OCCUPIED, BarKind.VACATING, BarKind.EXPECTED_VACATING],
        "104-1": [BarKind.HELD],
    }


def test_only_bars_of_the_days_in_sight_are_drawn(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    assert kinds(board, "101-1") == [BarKind.OCCUPIED]
    tape_of(board).show_days(TODAY + timedelta(days=90))
    assert kinds(board, "101-1") == [BarKind.OCCUPIED, BarKind.EXPECTED_VACATING]
    tape_of(board).show_days(TODAY + timedelta(days=120))
    assert kinds(board, "101-1") == []


def test_a_bar_past_the_edge_says_its_real_end(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    (bar,) = drawn(board, "101-1")
    assert (bar.goes_on, bar.bar.until) == (True, TODAY + timedelta(days=100))
    assert bar.seen == (BEDS_WIDTH, tape_of(board).viewport().width())


def test_a_bar_lies_over_its_days(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    tape = tape_of(board)
    (held,) = drawn(board, "104-1")
    assert held.seen == (
        tape.days.left_of(TODAY - timedelta(days=3)),
        tape.days.right_of(TODAY + timedelta(days=1)),
    )


def test_what_was_long_ago_is_read_on_the_way_there(filled: AHouse, open_tape: Open) -> None:
    (stay,) = filled.lives(filled.family("Кеткенов Үлгі"), "102-1", left=-40)
    left_on = TODAY - timedelta(days=130)
    Stay.update(ended_on=left_on, ended_because="freely", left_on=left_on).where(Stay.id == stay.id).execute()
    BedUse.update(ended_on=left_on, ready_on=left_on).where(BedUse.stay == stay).execute()
    board = open_tape()
    for _day in range(140):
        press(board, Key.Key_Left)
    assert kinds(board, "102-1") == [BarKind.OCCUPIED]


def test_the_past_is_read_on_by_some_days_at_a_time_until_there_is_enough(
    filled: AHouse, open_tape: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    steps: list[timedelta] = []

    def further(database: OfficeDatabase, tape: Tape, *, since: date) -> Tape:
        steps.append(tape.since - since)
        return read_further(database, tape, since=since)

    monkeypatch.setattr("kandas_desktop.ui.board.tape.reading.read_further", further)
    tape = tape_of(open_tape())
    assert tape.reading is not None
    qtbot.waitUntil(lambda: tape.reading is not None and not tape.reading.is_near_its_end(HOME))
    assert len(steps) > 2
    assert max(steps) <= timedelta(days=14)
    assert tape.reading.reaches(HOME - timedelta(days=40))


def test_days_off_follow_the_offices_own_calendar(filled: AHouse, open_tape: Open) -> None:
    CalendarDay.create(day=TODAY, is_working=False, source="Үлгі")
    reading = tape_of(open_tape()).reading
    assert reading is not None
    days = [TODAY + timedelta(days=number) for number in range(5)]
    assert [reading.is_day_off(day) for day in days] == [True, False, False, True, True]


def test_a_holiday_is_named_over_all_its_days(filled: AHouse, open_tape: Open) -> None:
    tape = tape_of(open_tape())
    assert tape.reading is not None
    (nauryz,) = holidays(tape.days, tape.reading)
    assert (nauryz.first, nauryz.last) == (date(2026, 3, 21), date(2026, 3, 25))
    assert nauryz.words == "Nauryz"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("density", ["normal", "compact"])
def test_it_is_painted_in_every_language_and_density(
    a_family_whole: AHouse, open_tape: Open, language: str, density: str
) -> None:
    a_family_whole.out_of_service("102-2", until=TODAY + timedelta(days=4))
    a_family_whole.lives(a_family_whole.family("Нобаев Қайрат"), "101-2", left=-6)
    a_family_whole.left_unready("102-1")
    expected(a_family_whole)
    theme().set_density("compact" if density == "compact" else "normal")
    with spoken_in(language):
        board = open_tape()
        for days in (0, -30, 120):
            tape_of(board).show_around(TODAY + timedelta(days=days))
            assert not board.page.grab().isNull()


# --- words


def test_a_bar_says_how_late_somebody_is(filled: AHouse) -> None:
    bar = TapeBar(BarKind.OVERDUE, TODAY, TODAY, until=TODAY - timedelta(days=2))
    assert bar_words(bar, TODAY, Names()).pill == "! 2 days"


def test_the_last_day_of_a_stay_or_of_vacating_is_called_today(filled: AHouse) -> None:
    for kind in (BarKind.EXPECTED_VACATING, BarKind.VACATING):
        said = [
            bar_words(TapeBar(kind, TODAY, TODAY, until=until), TODAY, Names())
            for until in (TODAY, TODAY + timedelta(days=1))
        ]
        assert [words.inside + words.due for words in said] == ["today", ""]


def test_a_referral_that_nobody_has_handed_over_has_no_last_day(filled: AHouse) -> None:
    words = bar_words(TapeBar(BarKind.HELD, TODAY, TODAY), TODAY, Names())
    assert words.due == "the referral was not handed over yet"


def test_months_weekdays_and_the_range_are_written_in_kazakh() -> None:
    with spoken_in("kk"):
        assert month_words(TODAY, with_year=True) == "2026 жылғы наурыз"
        assert month_words(TODAY, with_year=False) == "наурыз"
        week = [weekday_letters(date(2026, 3, day)) for day in range(16, 23)]
    assert week == ["дс", "сс", "ср", "бс", "жм", "сб", "жс"]
    assert range_words(date(2026, 3, 9), date(2026, 4, 10)) == "09.03 – 10.04.2026"
    assert range_words(date(2025, 12, 9), date(2026, 1, 10)) == "09.12.2025 – 10.01.2026"


def test_a_bar_that_goes_on_is_drawn_past_both_edges(filled: AHouse, open_tape: Open) -> None:
    board = open_tape()
    tape = tape_of(board)
    line = tape.lines.of(board.id("101-1"))
    assert line is not None
    shown = shown_bar(line.bars[0], line, tape.days, tape.viewport().width())
    assert shown.box.left() < BEDS_WIDTH
    assert shown.box.right() > tape.viewport().width()
