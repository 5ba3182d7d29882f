"""What became of the demo's applications: referred, waiting, returned, or struck out."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from typing import NamedTuple

from kandas_desktop.demo.families import DemoPerson, Families

MISTAKE = "Жолдамада қате кетті, қайта берілді"
HOUSED_ELSEWHERE = "Отбасы басқа облыстың Орталығына орналасты"
WITHDRAWN = "Өтініш иесі өтінішін қайтарып алды"
_RETURNED_BECAUSE = (
    "Өтініш нысаны толық толтырылмаған",
    "Қандас мәртебесін растайтын құжат тапсырылмаған",
    HOUSED_ELSEWHERE,
)
_STRUCK_OUT_BECAUSE = (
    "Екі рет тіркелген",
    WITHDRAWN,
    "Деректер қате енгізілген",
)


class Ending(StrEnum):
    """How an application ended, as far as it has."""

    DUE = "due"
    WAITING = "waiting"
    REFERRED = "referred"
    REISSUED = "reissued"
    LAPSED = "lapsed"
    RETURNED = "returned"
    STRUCK_OUT = "struck out"


class DemoReferral(NamedTuple):
    """A referral of an application; its number is given when it is written."""

    issued_on: date
    received_on: date | None
    struck_out_on: date | None = None
    struck_out_reason: str | None = None
    lapsed_on: date | None = None


class Line(NamedTuple):
    """One line of the journal with all that happened to it; ``again`` is the same family's line before it."""

    place: int
    day: date
    family: list[DemoPerson]
    ending: Ending
    reason: str = ""
    waited_until: date | None = None
    is_in_reserve: bool = False
    referrals: tuple[DemoReferral, ...] = ()
    again: int | None = None
    passed: tuple[int, ...] = ()
    """The places of those who were passed over for it by a decision (r.8)."""
    joins: int | None = None
    """The place of the line of the family that it joins (r.3)."""
    applicant: DemoPerson | None = None
    """Who applied for those who join a family; else the first of the line did."""
    told: int | None = None
    """Which of those it is whose story is told by name."""


# Of a thousand applications: the rest is referred.
_CHANCES = ((Ending.RETURNED, 275), (Ending.STRUCK_OUT, 55), (Ending.LAPSED, 15), (Ending.REISSUED, 20))
_QUIET_DAYS = 20  # before the last days no referral has lapsed


class Story:
    """What becomes of one application after the other, in the order in which they came in."""

    def __init__(self, days: list[date], families: Families, chance: Random) -> None:
        self._days = days
        self._families = families
        self._random = chance.random
        self._anew: deque[Line] = deque()
        self._quiet_from = days[-1] - timedelta(days=_QUIET_DAYS)

    def lines(self, last_lines: Callable[[int, list[date]], list[Line]], last: int) -> Iterator[Line]:
        """The journal's lines, oldest first; ``last_lines`` tells the ``last`` ones of them."""
        last_from = max(0, len(self._days) - last)
        for index in range(last_from):
            yield self._line(index, self._days[index])
        yield from last_lines(last_from, self._days[last_from:])

    def _line(self, index: int, day: date) -> Line:
        if self._anew and (day - self._anew[0].day).days > _QUIET_DAYS:
            before = self._anew.popleft()
            return Line(index, day, before.family, Ending.REFERRED, again=before.place)
        line = Line(index, day, self._families.family(day), self._ending(day))
        if line.ending is Ending.RETURNED:
            return line._replace(reason=self._one_of(_RETURNED_BECAUSE))
        if line.ending is Ending.STRUCK_OUT:
            return line._replace(reason=self._one_of(_STRUCK_OUT_BECAUSE))
        if line.ending is Ending.LAPSED:
            self._anew.append(line)
        return line

    def _ending(self, day: date) -> Ending:
        drawn = int(self._random() * 1000)
        for ending, chances in _CHANCES:
            drawn -= chances
            if drawn < 0:
                return Ending.REFERRED if ending is Ending.LAPSED and day >= self._quiet_from else ending
        return Ending.REFERRED

    def _one_of(self, reasons: tuple[str, ...]) -> str:
        return reasons[int(self._random() * len(reasons))]
