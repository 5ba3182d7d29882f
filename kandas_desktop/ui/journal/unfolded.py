"""Which families are shown though those of other lines are not: opened by hand, or found by a search."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kandas_desktop.queries.journal_found import FoundFamily

FOUND_LINES = 500  # of the lines that a search finds, those whose families are looked through


class Unfolded:
    """Families by their application; ``people`` are the family rows that a search found, by id."""

    def __init__(self) -> None:
        self.by_hand: set[int] = set()
        self._found: dict[int, FoundFamily] = {}
        self.people: frozenset[int] = frozenset()

    def set_found(self, found: "Mapping[int, FoundFamily]") -> None:
        """These families were found, and no others."""
        self._found = dict(found)
        self.people = frozenset().union(*(family.members for family in found.values()))

    def add_found(self, found: "Mapping[int, FoundFamily]") -> bool:
        """These families were found as well; whether that was not known."""
        is_news = any(self._found.get(id_) != family for id_, family in found.items())
        if is_news:
            self.set_found({**self._found, **found})
        return is_news

    def among(
        self, ids: Sequence[int], size_of: Callable[[int], int], *, above: int = 0
    ) -> Iterator[tuple[int, int]]:
        """The lines with a family to show, counted within ``ids``, and its size; ``above`` stand others."""
        for id_ in self.by_hand - self._found.keys():
            if id_ in ids:
                yield ids.index(id_), size_of(id_)
        if self._found:
            for line, id_ in enumerate(ids[: max(0, FOUND_LINES - above)]):
                if id_ in self._found:
                    yield line, self._found[id_].size
