"""Thousands of random steps at a desk, each judged by a small model of the order."""

from collections import Counter
from pathlib import Path
from random import Random

from kandas_desktop.actions.rooms import RoomRequest
from kandas_desktop.rules.rooms import RoomKind
from tests.factories import an_office
from tests.fuzz.player import Player

_ROOMS = (
    RoomRequest(1, "101", RoomKind.MEN, 3),
    RoomRequest(1, "102", RoomKind.WOMEN, 3),
    RoomRequest(1, "103", RoomKind.FAMILY, 4),
    RoomRequest(1, "104", RoomKind.ACCESSIBLE, 2),
    RoomRequest(2, "201", RoomKind.FAMILY, 5),
    RoomRequest(2, "202", RoomKind.FAMILY, 3),
)
_LOOKS_BACK_EVERY = 50


def played(folder: Path, seed: int, steps: int) -> Counter[str]:
    """Play ``steps`` random steps by a seed; what was done how often. A failure names seed and step."""
    with an_office(folder, rooms=_ROOMS) as office:
        office.desk.database.execute_sql("PRAGMA synchronous = OFF")
        player = Player(office, Random(seed))
        for step in range(1, steps + 1):
            try:
                player.play()
                if step % _LOOKS_BACK_EVERY == 0 or step == steps:
                    player.look_back()
            except Exception as error:
                error.add_note(f"seed {seed}, step {step}, {office.clock()}")
                raise
        return player.game.tally


def test_whatever_is_done_at_a_desk_the_order_holds(tmp_path: Path, seed: int, steps: int) -> None:
    tally = played(tmp_path, seed, steps)
    assert tally.total() > steps / 2, tally
