"""Whether a family can be seated in free beds with every minor beside an adult of it, found by trying."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from tests.fuzz.rows import Human

May = Callable[[Human, int], bool]
"""Whether somebody may have a bed that is free."""


def can_be_seated(people: Sequence[Human], beds: dict[int, int], may: May, *, day: date) -> bool:
    """Whether everybody has one of the ``beds``, each with its room; minors in rooms with adults only."""
    adults = [human for human in people if human.age_on(day) >= 18]
    minors = [human for human in people if human.age_on(day) < 18]
    if not adults:
        return _matched(minors, list(beds), may)
    return any(
        _matched(minors, [bed for bed in left if beds[bed] in rooms], may)
        for rooms, left in _ways_of_adults(adults, beds, may)
    )


def _ways_of_adults(
    adults: Sequence[Human], beds: dict[int, int], may: May
) -> list[tuple[frozenset[int], list[int]]]:
    """The rooms in which the adults may be, and the beds that they leave, each way once."""
    ways: dict[tuple[tuple[int, int], ...], list[int]] = {(): list(beds)}
    for adult in adults:
        further: dict[tuple[tuple[int, int], ...], list[int]] = {}
        for _taken, left in ways.items():
            # The beds of a room are alike: the first that is left stands for all.
            first = {beds[bed]: bed for bed in reversed(left)}
            for bed in first.values():
                if may(adult, bed):
                    rest = [other for other in left if other != bed]
                    gone = Counter(beds[other] for other in beds if other not in rest)
                    further[tuple(sorted(gone.items()))] = rest
        ways = further
    return [(frozenset(room for room, _count in taken), left) for taken, left in ways.items()]


def _matched(people: Sequence[Human], beds: Sequence[int], may: May) -> bool:
    """Whether everybody has a bed; each in turn takes one, moving others on where that helps."""
    given: dict[int, int] = {}

    def seat(position: int, tried: set[int]) -> bool:
        for bed in beds:
            if bed not in tried and may(people[position], bed):
                tried.add(bed)
                if bed not in given or seat(given[bed], tried):
                    given[bed] = position
                    return True
        return False

    return all(seat(position, set()) for position in range(len(people)))
