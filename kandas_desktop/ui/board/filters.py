"""What the board's counters let stand out, and what a search typed inside the board finds."""

from collections.abc import Callable, Collection
from enum import StrEnum

from kandas_desktop.queries.board import BoardView, Tile
from kandas_desktop.rules.letters import fold
from kandas_desktop.rules.rooms import BedState


class Filter(StrEnum):
    """One counter: the beds in a state, or those where something is due."""

    FREE = "free"
    HELD = "held"
    OCCUPIED = "occupied"
    VACATING = "vacating"
    BEING_MADE_READY = "being made ready"
    OUT_OF_SERVICE = "out of service"
    ARRIVING = "arriving"
    LEAVING = "leaving"
    OVERDUE = "overdue"


_MATCHES: dict[Filter, Callable[[Tile], bool]] = {
    Filter.ARRIVING: lambda tile: tile.is_arriving,
    Filter.LEAVING: lambda tile: tile.is_leaving,
    Filter.OVERDUE: lambda tile: tile.is_overdue,
}


def matches(tile: Tile, filters: Collection[Filter]) -> bool:
    """Whether a tile is among what the counters ask for, each adding its own; all are without any."""
    return not filters or any(
        _MATCHES[each](tile) if each in _MATCHES else tile.state is BedState(each.value) for each in filters
    )


def standing_back(found: Collection[int] | None, filters: Collection[Filter]) -> Callable[[Tile], bool]:
    """Tells which beds are not among those that were found, or that the counters ask for."""

    def stands_back(tile: Tile) -> bool:
        is_found = found is None or tile.bed.id in found
        return not (is_found and matches(tile, filters))

    return stands_back


class Finder:
    """Searches one reading by name in any spelling, room, bed or number; its keys are made when needed."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._keys: dict[int, str] = {}

    def found(self, typed: str) -> frozenset[int] | None:
        """The beds of which every typed word is a part; ``None`` where nothing was typed."""
        words = fold(typed).split()
        if not words:
            return None
        if not self._keys:
            self._keys = {bed_id: _key(tile) for bed_id, tile in self._view.tiles.items()}
        return frozenset(
            bed_id for bed_id, key in self._keys.items() if all(f" {word}" in key for word in words)
        )


def _key(tile: Tile) -> str:
    """Every word by which a bed is found, each after a blank: a search goes by how words begin."""
    parts = [tile.bed.label]
    if tile.holder is not None:
        parts += [tile.holder.name.full, tile.holder.household_number, tile.mark]
        parts += tile.holder.household_number.replace("/", " ").replace("-", " ").split()
    if tile.bed.outage is not None:
        parts.append(tile.bed.outage.reason)
    return " " + " ".join(fold(part) for part in parts)
