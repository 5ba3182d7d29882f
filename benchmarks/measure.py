"""Small measuring tools: medians of repeated work, and programs timed from their start."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

median = statistics.median
_LONGEST = 600  # seconds that a script may take


def timed(work: Callable[[], object]) -> float:
    """How many seconds ``work`` took."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turn(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The median seconds of several works done in turn, A B C A B C …, so that a slow moment hits all."""
    seconds: list[list[float]] = [[] for _ in works]
    for _round in range(rounds):
        for taken, work in zip(seconds, works, strict=True):
            taken.append(timed(work))
    return [median(taken) for taken in seconds]


def resident_megabytes() -> float:
    """The memory of this process that is in use now, in megabytes; no number where there is no /proc."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


class Programs:
    """Starts scripts of this folder as an installed program starts: with its bytecode compiled beforehand."""

    def __init__(self, bytecode: Path) -> None:
        self._environment = dict(os.environ)
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        # The first start compiles into a folder of our own; every later one finds the bytecode there.
        self._environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
        self._environment["PYTHONPATH"] = str(HERE.parent)
        if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            self._environment.setdefault("QT_QPA_PLATFORM", "offscreen")

    def at_home(self, folder: Path) -> "Programs":
        """The same programs of a user whose data lie in ``folder``."""
        programs = Programs(Path(self._environment["PYTHONPYCACHEPREFIX"]))
        programs._environment |= {"XDG_DATA_HOME": str(folder), "LOCALAPPDATA": str(folder)}
        return programs

    def run(self, script: str, *arguments: str) -> tuple[float, Any]:
        """The moment of the start, and what the script told in its last line."""
        began = time.monotonic()
        try:
            done = subprocess.run(
                [sys.executable, str(HERE / script), *arguments],
                capture_output=True,
                encoding="utf-8",
                env=self._environment,
                check=True,
                timeout=_LONGEST,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
            raise SystemExit(f"{script} failed: {failure}\n{failure.stderr!s}") from failure
        return began, json.loads(done.stdout.splitlines()[-1])

    def told(self, script: str, *arguments: str) -> Any:
        """What a script told in its last line."""
        return self.run(script, *arguments)[1]

    def seconds_to_window(self, script: str, *arguments: str) -> float:
        """From the start of a script to the moment that it told: that of its painted window."""
        began, moment = self.run(script, *arguments)
        return float(moment) - began
