"""Small measuring tools: medians of repeated runs, processes timed from their start."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent


class Started(NamedTuple):
    """What a measured process told: seconds from its start to the painted window, and its memory then."""

    seconds: float
    megabytes: float


def start(script: str, *arguments: str) -> Started:
    """Start a script of this folder in a process of its own and wait for what it tells."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{script} failed:\n{done.stderr[-3000:]}")
    moment, megabytes = done.stdout.split()[-2:]
    return Started(float(moment) - began, float(megabytes))


def median(seconds: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(seconds)


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
