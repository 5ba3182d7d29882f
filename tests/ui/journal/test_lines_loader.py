import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.desk import Desk
from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.models.database import open_database
from kandas_desktop.queries.journal_lines import JournalChoice, Order, Show, first_lines
from kandas_desktop.ui.journal import lines_loader
from kandas_desktop.ui.journal.lines_loader import AT_ONCE, LinesLoader
from kandas_desktop.ui.journal.model import JournalModel
from kandas_desktop.ui.journal.rows import JournalRows
from tests.factories import a_person, an_application

LINES = 451
NOW = datetime(2026, 3, 18, 10, 42)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo_office(tmp_path_factory.mktemp("demo"), size=LINES, today=date(2026, 3, 18))


@pytest.fixture
def desk(demo: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / demo.name
    shutil.copy(demo, path)
    database = open_database(path)
    yield Desk(database, "Сынақбаева С.", lambda: NOW, lambda: None)
    database.close()


@pytest.fixture
def loader(desk: Desk, qtbot: QtBot) -> Iterator[LinesLoader]:
    model = JournalModel(JournalRows(desk))
    made = LinesLoader(desk, model)
    made.setParent(model)
    yield made
    made.stop()


def model_of(loader: LinesLoader) -> JournalModel:
    model = loader.parent()
    assert isinstance(model, JournalModel)
    return model


def lines(loader: LinesLoader) -> list[int]:
    model = model_of(loader)
    return [model.application_id(line) for line in range(model.outline.lines)]


def shown_in_full(
    loader: LinesLoader, qtbot: QtBot, choice: JournalChoice, *, with_families: bool
) -> list[int]:
    loader.show(choice, with_families=with_families)
    qtbot.waitUntil(lambda: not loader.is_loading)
    return lines(loader)


def due_lines(desk: Desk) -> list[int]:
    """The demo's lines that are due: some, but fewer than a screen holds."""
    due = first_lines(desk.database, JournalChoice(show=Show.DUE), AT_ONCE)
    assert due is not None
    assert 0 < len(due.ids) < AT_ONCE
    return list(due.ids)


def test_the_whole_journal_is_there_at_once(loader: LinesLoader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loader.loaded):
        loader.show(JournalChoice(), with_families=False)
    assert lines(loader) == list(range(LINES, 0, -1))


@pytest.mark.parametrize("choice", [JournalChoice(order=Order.NAME), JournalChoice(typed="2026")])
@pytest.mark.parametrize("with_families", [False, True])
def test_the_first_screen_is_there_at_once_and_the_rest_follows(
    loader: LinesLoader, qtbot: QtBot, choice: JournalChoice, with_families: bool
) -> None:
    with qtbot.waitSignals([loader.came, loader.loaded]):
        loader.show(choice, with_families=with_families)
        assert len(lines(loader)) == AT_ONCE
        first = lines(loader)
    assert lines(loader)[:AT_ONCE] == first
    assert len(lines(loader)) == len(set(lines(loader))) > AT_ONCE
    assert (model_of(loader).rowCount() > model_of(loader).outline.lines) is with_families


def test_few_lines_are_there_in_full_at_once(loader: LinesLoader, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loader.loaded):
        loader.show(JournalChoice(show=Show.DUE), with_families=False)
    assert lines(loader) == due_lines(desk)
    assert not loader.is_loading


def test_a_newer_choice_leaves_nothing_of_the_older(loader: LinesLoader, desk: Desk, qtbot: QtBot) -> None:
    loader.show(JournalChoice(order=Order.NAME), with_families=True)
    assert loader.is_loading
    due = shown_in_full(loader, qtbot, JournalChoice(show=Show.DUE), with_families=False)
    assert due == due_lines(desk)


def test_what_takes_too_long_is_read_beside_the_window(
    loader: LinesLoader, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = due_lines(desk)
    loader.show(JournalChoice(show=Show.DUE), with_families=False)
    monkeypatch.setattr(lines_loader, "_PATIENCE", -1.0)
    loader.show(JournalChoice(country="MN"), with_families=False)
    assert lines(loader) == due, "what was seen stays until something else is there"
    qtbot.waitUntil(lambda: not loader.is_loading)
    assert len(lines(loader)) > len(due)


def test_nothing_found_beside_the_window_is_shown_as_nothing(
    loader: LinesLoader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loader.show(JournalChoice(show=Show.DUE), with_families=False)
    monkeypatch.setattr(lines_loader, "_PATIENCE", -1.0)
    assert shown_in_full(loader, qtbot, JournalChoice(country="TV"), with_families=False) == []


def test_reading_again_keeps_what_is_seen_until_all_is_there(
    loader: LinesLoader, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_name = JournalChoice(order=Order.NAME)
    before = shown_in_full(loader, qtbot, by_name, with_families=True)
    newest = an_application(desk)
    monkeypatch.setattr(lines_loader, "_AT_ONCE_AGAIN", 50)
    loader.reload()
    assert lines(loader) == before
    qtbot.waitUntil(lambda: not loader.is_loading)
    assert sorted(lines(loader)) == sorted([*before, newest])


def test_reading_again_shows_families_or_hides_them(loader: LinesLoader, qtbot: QtBot) -> None:
    shown_in_full(loader, qtbot, JournalChoice(), with_families=False)
    loader.reload_as(with_families=True)
    qtbot.waitUntil(lambda: not loader.is_loading)
    assert model_of(loader).rowCount() > LINES
    loader.reload_as(with_families=False)
    assert model_of(loader).rowCount() == LINES


def test_lines_written_meanwhile_are_not_lost_or_doubled(
    loader: LinesLoader, desk: Desk, qtbot: QtBot
) -> None:
    loader.show(JournalChoice(), with_families=True)
    newest = an_application(desk)
    qtbot.waitUntil(lambda: not loader.is_loading)
    assert lines(loader) == list(range(newest, 0, -1))


def test_a_stopped_loader_reads_no_more(loader: LinesLoader) -> None:
    loader.show(JournalChoice(order=Order.NAME), with_families=False)
    loader.stop()
    assert not loader.is_loading
    assert len(lines(loader)) == AT_ONCE


def families_open(loader: LinesLoader) -> set[int]:
    model = model_of(loader)
    return {model.application_id(line) for line in range(model.outline.lines) if model.is_open(line)}


def test_a_family_by_which_its_line_was_found_is_there_at_once(
    loader: LinesLoader, desk: Desk, qtbot: QtBot
) -> None:
    family = an_application(desk, a_person("Қалқаман"), a_person("Зейнолла"))
    by_family = JournalChoice(typed="зейнолла")
    loader.show(by_family, with_families=False)
    assert family in families_open(loader)
    loader.show(JournalChoice(typed="қалқаман"), with_families=False)
    assert families_open(loader) == set()
    shown_in_full(loader, qtbot, by_family, with_families=False)
    loader.show(JournalChoice(), with_families=False)
    assert families_open(loader) == set()


@pytest.mark.parametrize("is_read_again", [False, True])
def test_families_far_down_follow(
    loader: LinesLoader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_read_again: bool
) -> None:
    born = JournalChoice(typed="201")  # in the birth dates of children
    shown_in_full(loader, qtbot, born, with_families=False)
    all_open = families_open(loader)
    assert len(all_open) > 50
    monkeypatch.setattr(lines_loader, "_SEEN", 2)
    if is_read_again:
        loader.reload()
    else:
        loader.show(born, with_families=False)
        assert len(families_open(loader)) <= 2
    qtbot.waitUntil(lambda: not loader.is_loading)
    assert families_open(loader) == all_open
