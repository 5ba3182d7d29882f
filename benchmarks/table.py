"""What was measured, as one table: ours beside the peer, the ratio, the limit, and whether it holds."""

from collections.abc import Iterable
from typing import NamedTuple


class Line(NamedTuple):
    """One measured thing. ``limit`` says what was demanded; ``holds`` is ``None`` where nothing was."""

    what: str
    ours: str
    peer: str
    ratio: float | None = None
    limit: str = ""
    holds: bool | None = None


_TITLES = ("what", "ours", "peer", "ratio", "limit", "holds")


def limited(what: str, ours: str, peer: str, *, ratio: float, most: float) -> Line:
    """A line whose ratio must not be above ``most``."""
    return Line(what, ours, peer, ratio, f"≤ {most:g} ×", ratio <= most)


def seconds(value: float) -> str:
    """A time as one reads it: 1.24 s, 38.2 ms."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def as_text(lines: Iterable[Line]) -> str:
    """The table in Markdown, aligned so that it can be read as it is."""
    rows = [_TITLES, *map(_cells, lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_TITLES))]
    texts = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join((texts[0], rule, *texts[1:]))


def _cells(line: Line) -> tuple[str, ...]:
    ratio = "" if line.ratio is None else f"{line.ratio:.2f} ×"
    holds = "" if line.holds is None else "yes" if line.holds else "NO"
    return line.what, line.ours, line.peer, ratio, line.limit, holds
