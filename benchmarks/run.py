"""Measures the program beside its peers, all in one run, and prints a table.

``python benchmarks/run.py [--quick] [--offices DIR]``. The exit code is 1 when a limit does not hold.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import Programs, in_turn, median
from benchmarks.offices import copy_of, large_house, office, without_history
from benchmarks.table import Line, as_text, limited, seconds
from benchmarks.word_template import libreoffice, turn_into_pdf

STARTS = 11
WARMING = 2
CONVERSIONS = 5
SMALL, MEDIUM, LARGE = 1_000, 100_000, 1_000_000
HOME_FOLDER = "Kandas Desktop" if sys.platform == "win32" else "kandas-desktop"
KEY_LIMIT = 0.05  # seconds from a key to the first page of answers
BOARD_LIMIT = 0.1  # six frames
FRAME_LIMIT = 0.033
DROP_LIMIT = 0.05  # three frames
MEMORY_LIMIT = 150  # megabytes above a bare window


class Benchmarks:
    """Everything that is measured, each thing as the lines it adds to the table."""

    def __init__(self, offices: Path, scratch: Path, *, large: int) -> None:
        self._offices, self._scratch, self._large = offices, scratch, large
        self._programs = Programs(scratch / "bytecode")

    def all(self) -> Iterator[Line]:
        """Measure one thing after the other."""
        yield from self._cold_start()
        yield from self._journal()
        yield from self._memory()
        yield from self._issuing()
        yield from self._board()

    def _cold_start(self) -> Iterator[Line]:
        home = self._scratch / "home"
        copy_of(office(self._offices, MEDIUM), home / HOME_FOLDER)
        begun_today = f"[General]\nday_begun={date.today().isoformat()}\n"
        (home / HOME_FOLDER / "computer.ini").write_text(begun_today, encoding="utf-8")
        programs = self._programs.at_home(home)
        bare: list[float] = []
        ours: list[float] = []
        for _round in range(WARMING + STARTS):
            bare.append(programs.seconds_to_window("bare_window.py"))
            ours.append(programs.seconds_to_window("cold_start.py"))
        peer, mine = median(bare[WARMING:]), median(ours[WARMING:])
        yield limited(
            f"cold start to the painted journal, {MEDIUM:,} applications; peer: bare PySide6 window",
            seconds(mine),
            seconds(peer),
            ratio=mine / peer,
            most=2,
        )

    def _journal(self) -> Iterator[Line]:
        folders = [str(office(self._offices, size)) for size in (SMALL, self._large)]
        told = self._programs.told("journal_at_work.py", *folders)
        search, jumps = told["search"], told["jumps"]
        what = f"search, key to painted answers, {self._large:,} lines"
        yield Line(
            f"{what}; median of 200 ({search['within_limit']:.0%} within 50 ms, slowest"
            f" {seconds(search['slowest'])})",
            seconds(search["large"]),
            "",
            limit="≤ 50 ms",
            holds=search["large"] <= KEY_LIMIT,
        )
        yield limited(
            f"{what}; peer: {SMALL:,} lines",
            seconds(search["large"]),
            seconds(search["small"]),
            ratio=search["large"] / search["small"],
            most=3,
        )
        yield limited(
            f"jump to any place, {self._large:,} lines; peer: QTableView over a Python list",
            seconds(jumps["ours"]),
            seconds(jumps["peer"]),
            ratio=jumps["ours"] / jumps["peer"],
            most=1.5,
        )

    def _memory(self) -> Iterator[Line]:
        folder = office(self._offices, self._large)
        bare = self._programs.told("memory.py")
        ours = self._programs.told("memory.py", str(folder))
        yield Line(
            f"memory, {self._large:,} lines scrolled and searched; peer: bare PySide6 window",
            f"{ours:.0f} MB",
            f"{bare:.0f} MB",
            limit=f"≤ {MEMORY_LIMIT} MB more",
            holds=ours - bare <= MEMORY_LIMIT,
        )

    def _issuing(self) -> Iterator[Line]:
        copies = [
            str(copy_of(office(self._offices, size), self._scratch / f"copy of {size}"))
            for size in (SMALL, self._large)
        ]
        told = self._programs.told("issuing.py", *copies)
        mine, small = told["large"], told["small"]
        what = f"issue a referral for eight people, click to PDF, {self._large:,} applications"
        yield limited(
            f"{what}; peer: {SMALL:,} applications",
            seconds(mine),
            seconds(small),
            ratio=mine / small,
            most=1.2,
        )
        bare = told["reportlab"]
        yield limited(
            f"{what}; peer: bare ReportLab, same text, same fonts",
            seconds(mine),
            seconds(bare),
            ratio=mine / bare,
            most=10,
        )
        helvetica = told["reportlab, Helvetica"]
        yield Line(
            "… peer: bare ReportLab in Helvetica, which has no Kazakh letters",
            seconds(mine),
            seconds(helvetica),
            mine / helvetica,
        )
        yield self._word_template(mine, told["lines"])

    def _board(self) -> Iterator[Line]:
        house = large_house(self._offices)
        copy_of(house, self._scratch / "house")
        without_history(house, self._scratch / "house without history")
        told = self._programs.told(
            "board_at_work.py", str(self._scratch / "house"), str(self._scratch / "house without history")
        )
        shown = told["shown"]["house"]
        what = "board shown, 500 beds, 480 residents, ten years of stays"
        yield limited(
            f"{what}; peer: the same house without what was before",
            seconds(shown),
            seconds(told["shown"]["peer"]),
            ratio=shown / told["shown"]["peer"],
            most=1.5,
        )
        yield _within(f"{what}; asked for to painted", shown, BOARD_LIMIT)
        yield _within(
            "drop answered on it: rules, commit, painted anew; median of 40", told["drop"], DROP_LIMIT
        )
        yield _within(
            "tape chart of it scrolled half a year back and forth; slowest of 364 frames",
            told["slowest frame"],
            FRAME_LIMIT,
        )

    def _word_template(self, mine: float, lines: list[str]) -> Line:
        what = "… peer: a Word template turned into PDF by LibreOffice"
        command = libreoffice()
        if command is None:
            return Line(what, seconds(mine), "LibreOffice is not installed here")
        folder = self._scratch / "word template"
        folder.mkdir()
        turn_into_pdf(command, folder, lines)  # the first start makes LibreOffice's own profile
        (peer,) = in_turn([lambda: turn_into_pdf(command, folder, lines)], CONVERSIONS)
        return Line(what, seconds(mine), seconds(peer), mine / peer)


def _within(what: str, taken: float, limit: float) -> Line:
    """A line whose time must not be above a number of seconds."""
    return Line(what, seconds(taken), "", limit=f"≤ {limit * 1000:.0f} ms", holds=taken <= limit)


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        chosen.mkdir(parents=True, exist_ok=True)
        yield chosen.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="kandas-benchmarks-", ignore_cleanup_errors=True) as made:
        yield Path(made)


def _conditions(large: int) -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    quick = " --quick: a tenth of the large office." if large < LARGE else ""
    return (
        f"{datetime.now():%Y-%m-%d %H:%M}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}{load}.{quick}"
    )


def main() -> int:
    """Measure everything and print it; 1 when a limit does not hold."""
    parser = argparse.ArgumentParser(description="Measures the program beside its peers.")
    parser.add_argument("--quick", action="store_true", help="100,000 applications in place of a million")
    parser.add_argument(
        "--offices",
        type=Path,
        metavar="DIR",
        help="keep the offices that are measured here, for the next run",
    )
    options = parser.parse_args()
    large = MEDIUM if options.quick else LARGE
    print(_conditions(large), flush=True)
    with _folder(options.offices) as offices, _folder(None) as scratch:
        lines = list(Benchmarks(offices, scratch, large=large).all())
    print(as_text(lines))
    return 1 if any(line.holds is False for line in lines) else 0


if __name__ == "__main__":
    raise SystemExit(main())
