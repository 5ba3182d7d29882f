"""The linen round by keys: ticks, floors, and everything recorded in one go."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.models.stay_tables import Bed, BeddingChange, BedUse
from kandas_desktop.ui.computer import ComputerSettings
from kandas_desktop.ui.kit.frame import PageHead
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import Density, theme
from kandas_desktop.ui.linen.page import LinenPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Changes, Notices, Workplace
from kandas_desktop.words import spoken_in
from tests.factories import TestOffice, an_office
from tests.living import a_family_living, a_room
from tests.ui.looking import is_seen, words_in

ON = date(2026, 3, 18)
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=0) as made:
        yield made


@pytest.fixture
def beds(office: TestOffice) -> list[Bed]:
    """Two beds on the first floor that are due, one on the second that is not."""
    due, later = a_room("101", beds=2), a_room("201", floor=2, beds=1)
    a_family_living("Мысалов", due, since=date(2026, 3, 2))
    a_family_living("Болжамов", later, since=date(2026, 3, 10))
    return [*due, *later]


@pytest.fixture
def at_desk(office: TestOffice, tmp_path: Path) -> Workplace:
    changes = Changes()
    desk = office.desk._replace(committed=changes.committed.emit)
    return Workplace(desk, ComputerSettings(tmp_path / "computer.ini"), changes, Notices())


@pytest.fixture
def said(at_desk: Workplace) -> list[tuple[str, str]]:
    """The notices, as (sentence, kind)."""
    heard: list[tuple[str, str]] = []
    at_desk.notices.said.connect(lambda text, kind, action: heard.append((text, kind)))
    return heard


@pytest.fixture
def page(beds: list[Bed], at_desk: Workplace, qtbot: QtBot) -> LinenPage:
    made = LinenPage(at_desk)
    qtbot.addWidget(made)
    made.resize(1162, 736)
    made.show()
    made.view.setFocus()
    return made


def recorded() -> list[tuple[int, date]]:
    return [(row.bed.id, row.changed_on) for row in BeddingChange.select().order_by(BeddingChange.id)]


def test_beds_that_are_due_come_ticked(page: LinenPage, beds: list[Bed]) -> None:
    assert page.view.ticked == {beds[0].id, beds[1].id}
    assert [line.title for line in page.view.lines] == ["floor 1", "101-1", "101-2"]
    assert page.view.lines[1].is_overdue
    assert page.view.lines[1].who == "Мысалов Дәурен · Ө-1/26"


def test_the_round_is_recorded_by_keys_alone(
    page: LinenPage, beds: list[Bed], qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    page.all_chip.click()
    qtbot.keyClick(page.view, Key.Key_Down)
    qtbot.keyClick(page.view, Key.Key_Space)
    qtbot.keyClick(page.view, Key.Key_End)
    qtbot.keyClick(page.view, Key.Key_Return)
    qtbot.keyClick(page.view, Key.Key_Return, CTRL)
    assert recorded() == [(beds[1].id, ON), (beds[2].id, ON)]
    assert said == [("2 beds have fresh bedding (18.03.2026).", "done")]
    assert page.view.ticked == frozenset()


def test_a_floor_is_ticked_and_unticked_at_once(page: LinenPage, beds: list[Bed], qtbot: QtBot) -> None:
    qtbot.keyClick(page.view, Key.Key_Space)
    assert page.view.ticked == frozenset()
    qtbot.keyClick(page.view, Key.Key_Space)
    assert page.view.ticked == {beds[0].id, beds[1].id}
    assert "ticked" in page.view.accessibleDescription()


def test_all_beds_are_ticked_and_unticked_at_once(page: LinenPage, beds: list[Bed], qtbot: QtBot) -> None:
    page.all_chip.click()
    qtbot.keyClick(page.view, Key.Key_A, CTRL)
    assert page.view.ticked == {bed.id for bed in beds}
    qtbot.keyClick(page.view, Key.Key_A, CTRL)
    assert page.view.ticked == frozenset()


def test_without_ticks_the_button_says_why_not(
    page: LinenPage, qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    qtbot.keyClick(page.view, Key.Key_Space)
    qtbot.keyClick(page.view, Key.Key_Return, CTRL)
    assert said == [("Tick the beds whose bedding was changed", "note")]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Write the day of the change."),
        ("31.02.2026", "There is no such day."),
        ("19.03.2026", "This day is still to come: 101-1 (r.11). This day is still to come: 101-2 (r.11)."),
    ],
)
def test_a_wrong_day_is_said_and_the_ticks_stay(
    page: LinenPage, beds: list[Bed], said: list[tuple[str, str]], typed: str, words: str
) -> None:
    page.day.setText(typed)
    page.record()
    assert said == [(words, "note")]
    assert recorded() == []
    assert page.view.ticked == {beds[0].id, beds[1].id}


def test_only_what_is_due_may_be_shown(page: LinenPage, qtbot: QtBot) -> None:
    page.due_chip.click()
    assert [line.title for line in page.view.lines] == ["floor 1", "101-1", "101-2"]
    page.all_chip.click()
    assert len(page.view.lines) == 5


def test_what_was_unticked_stays_so_when_something_else_is_written(
    page: LinenPage, at_desk: Workplace, qtbot: QtBot, beds: list[Bed]
) -> None:
    qtbot.keyClick(page.view, Key.Key_Down)
    qtbot.keyClick(page.view, Key.Key_Space)
    at_desk.changes.committed.emit()
    assert page.view.ticked == {beds[1].id}


def test_beds_changed_on_the_day_are_left_out_of_the_ticks(
    page: LinenPage, at_desk: Workplace, beds: list[Bed], qtbot: QtBot
) -> None:
    slept = BedUse.get(BedUse.stay.is_null(False) & (BedUse.bed == beds[0]))
    BeddingChange.create(bed=beds[0], stay=slept.stay, changed_on=ON)
    at_desk.changes.committed.emit()
    page.all_chip.click()
    qtbot.keyClick(page.view, Key.Key_A, CTRL)
    assert page.view.ticked == {beds[1].id, beds[2].id}
    qtbot.keyClick(page.view, Key.Key_Space)
    assert page.view.ticked == {beds[2].id}
    qtbot.keyClick(page.view, Key.Key_Space)
    qtbot.keyClick(page.view, Key.Key_Return, CTRL)
    assert recorded()[1:] == [(beds[1].id, ON), (beds[2].id, ON)]


def test_a_bed_changed_on_the_day_says_so_when_it_is_to_be_ticked(
    page: LinenPage, beds: list[Bed], qtbot: QtBot, said: list[tuple[str, str]]
) -> None:
    page.record()
    said.clear()
    qtbot.keyClick(page.view, Key.Key_Space)
    assert page.view.ticked == frozenset()
    assert said == [("The bedding was changed that day already", "note")]


def test_a_day_written_back_and_forth_keeps_the_ticks(page: LinenPage, beds: list[Bed]) -> None:
    page.day.setText("02.03.2026")
    assert page.view.ticked == frozenset()
    page.day.setText("18.03.2026")
    assert page.view.ticked == {beds[0].id, beds[1].id}


def test_what_is_not_seen_is_not_recorded(page: LinenPage, beds: list[Bed], qtbot: QtBot) -> None:
    page.all_chip.click()
    qtbot.keyClick(page.view, Key.Key_A, CTRL)
    page.due_chip.click()
    page.record()
    assert recorded() == [(beds[0].id, ON), (beds[1].id, ON)]
    assert page.all_chip.isChecked()


def test_a_click_on_a_tick_turns_it(page: LinenPage, beds: list[Bed], qtbot: QtBot) -> None:
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 36 + 18))
    assert page.view.ticked == {beds[1].id}
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 2 * 36 + 18))
    assert page.view.ticked == {beds[1].id}
    assert page.view.chosen == page.view.lines[2]


def test_the_list_is_printed(page: LinenPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.leads_to) as led:
        qtbot.keyClick(page.view, Key.Key_P, CTRL)
    assert led.args == [Place.LINEN_PAPER, 0]


def test_names_are_hidden_by_their_numbers(page: LinenPage) -> None:
    page.set_names_hidden(True)
    assert page.view.lines[1].who == "Ө-1/26"


def test_an_empty_house_is_said(office: TestOffice, at_desk: Workplace, qtbot: QtBot) -> None:
    empty = LinenPage(at_desk)
    qtbot.addWidget(empty)
    empty.show()
    assert is_seen(empty.empty, empty)
    assert "Nobody sleeps in any bed." in words_in(empty)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("density", "size"), [("compact", (1037, 554)), ("normal", (1162, 700))])
def test_the_head_has_room_for_its_words(
    beds: list[Bed],
    at_desk: Workplace,
    qtbot: QtBot,
    language: str,
    density: Density,
    size: tuple[int, int],
) -> None:
    with spoken_in(language):
        theme().set_density(density)
        made = LinenPage(at_desk)
        qtbot.addWidget(made)
        made.set_compact(density == "compact")
        made.resize(*size)
        made.show()
    QApplication.sendPostedEvents()
    (head,) = made.findChildren(PageHead)
    labels = [label for label in head.findChildren(Label) if label.isVisible()]
    assert len(labels) == 2
    assert [label.text() for label in labels if label.width() < text_width(label.font(), label.text())] == []
    assert made.record_button.width() >= made.record_button.sizeHint().width()


def test_ctrl_and_the_page_keys_change_the_list(page: LinenPage, qtbot: QtBot) -> None:
    assert page.due_chip.isChecked()
    qtbot.keyClick(page.view, Key.Key_PageDown, CTRL)
    assert page.all_chip.isChecked()
    assert len(page.view.lines) == 5
    assert page.view.hasFocus()
    qtbot.keyClick(page.view, Key.Key_PageUp, CTRL)
    assert page.due_chip.isChecked()
