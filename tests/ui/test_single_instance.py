"""One office is open once."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.single_instance import SingleInstance


def test_a_second_start_raises_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path)
    assert not first.is_second
    first.listen()
    second = SingleInstance(tmp_path)
    assert second.is_second
    with qtbot.waitSignal(first.raised):
        assert second.raise_first()
    first.release()


def test_another_folder_is_another_office(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path / "one")
    other = SingleInstance(tmp_path / "two")
    assert not other.is_second
    first.release()
    other.release()


def test_a_released_folder_can_be_opened_again(tmp_path: Path, qtbot: QtBot) -> None:
    SingleInstance(tmp_path).release()
    again = SingleInstance(tmp_path)
    assert not again.is_second
    again.release()


def test_a_first_window_that_does_not_answer_is_not_raised(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = SingleInstance(tmp_path)
    first.listen()
    second = SingleInstance(tmp_path)
    first.release()
    monkeypatch.setattr("kandas_desktop.ui.single_instance._BETWEEN", 1)
    assert not second.raise_first()


def test_a_first_window_that_hangs_is_not_raised(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = SingleInstance(tmp_path)
    monkeypatch.setattr(first, "_answer", lambda: None)  # the system connects, and nobody looks
    first.listen()
    monkeypatch.setattr("kandas_desktop.ui.single_instance._ANSWER", 50)
    second = SingleInstance(tmp_path)
    assert not second.raise_first()
    first.release()


def test_a_second_start_waits_for_a_first_window_that_is_still_coming_up(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = SingleInstance(tmp_path)
    second = SingleInstance(tmp_path)
    monkeypatch.setattr("PySide6.QtCore.QThread.msleep", lambda _milliseconds: first.listen())
    with qtbot.waitSignal(first.raised):
        assert second.raise_first()
    first.release()


@pytest.mark.qt_log_ignore("Got unexpected locking error")
def test_a_folder_that_cannot_be_made_is_no_second_start(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert not SingleInstance(tmp_path / "file" / "office").is_second


def test_where_qts_network_is_missing_an_office_is_still_open_once(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    first = SingleInstance(tmp_path)
    first.listen()
    second = SingleInstance(tmp_path)
    assert second.is_second
    assert not second.raise_first()
    first.release()
