"""One line of the reserve's lists: whom it concerns, and where it leads."""

from typing import NamedTuple

from kandas_desktop.ui.cells import Cell, spoken


class Line(NamedTuple):
    """One line of a list: what it is known by, whom it concerns, and its cells."""

    key: str
    application_id: int
    """The application that it leads to; 0 where it concerns nobody."""
    cells: tuple[Cell, ...]
    bed_id: int = 0
    """The bed that it leads to on the board, where it tells of beds."""
    told: tuple[str, ...] = ()
    """By what it is found."""

    @property
    def spoken(self) -> str:
        """The line for screen readers."""
        return spoken(self.cells)
