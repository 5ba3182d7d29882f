import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.journal.reading import BackgroundRead, IsUnwanted
from tests.factories import TestOffice, an_application


@pytest.fixture
def reader(office: TestOffice, qtbot: QtBot) -> Iterator[BackgroundRead]:
    made = BackgroundRead(office.desk)
    yield made
    made.stop()


def test_a_read_hands_its_pieces_over_in_the_windows_thread(
    reader: BackgroundRead, office: TestOffice, qtbot: QtBot
) -> None:
    an_application(office.desk)
    here, taken = threading.get_ident(), []

    def read(is_unwanted: IsUnwanted) -> Iterator[tuple[int, int]]:
        (count,) = office.desk.database.execute_sql("SELECT count(*) FROM application").fetchone()
        yield count, threading.get_ident()

    with qtbot.waitSignal(reader.finished):
        reader.begin(read, lambda piece: taken.append((piece, threading.get_ident())))
    ((count, there), taken_in) = taken[0]
    assert count == 1
    assert there != here
    assert taken_in == here
    assert not reader.is_busy


def test_a_newer_read_withdraws_the_older(reader: BackgroundRead, qtbot: QtBot) -> None:
    taken: list[str] = []
    begun, gone = threading.Event(), threading.Event()

    def older(is_unwanted: IsUnwanted) -> Iterator[str]:
        begun.set()
        while not is_unwanted():
            pass
        gone.set()
        yield "older"

    reader.begin(older, taken.append)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(reader.finished):
        reader.begin(lambda is_unwanted: iter(["newer"]), taken.append)
    qtbot.waitUntil(gone.is_set)
    reader.stop()
    assert taken == ["newer"]


def test_a_read_withdrawn_before_it_began_never_begins(reader: BackgroundRead, qtbot: QtBot) -> None:
    taken: list[str] = []
    reader.begin(lambda is_unwanted: iter(["never"]), taken.append, after_milliseconds=60_000)
    assert reader.is_busy
    reader.withdraw()
    assert not reader.is_busy
    with qtbot.waitSignal(reader.finished):
        reader.begin(lambda is_unwanted: iter(["now"]), taken.append)
    assert taken == ["now"]


def test_a_read_that_fails_is_told_in_the_windows_thread(reader: BackgroundRead, qtbot: QtBot) -> None:
    def failing(is_unwanted: IsUnwanted) -> Iterator[str]:
        raise ZeroDivisionError
        yield ""

    with qtbot.captureExceptions() as exceptions:
        reader.begin(failing, lambda piece: None)
        qtbot.waitUntil(lambda: not reader.is_busy)
    assert [error[0] for error in exceptions] == [ZeroDivisionError]
