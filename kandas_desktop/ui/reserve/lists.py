"""Which lines a list of the page has, and what stands there when it has none."""

from collections.abc import Sequence

from kandas_desktop.queries.reserve import ReserveView
from kandas_desktop.queries.reserve_history import LeftRow
from kandas_desktop.ui.cells import Column
from kandas_desktop.ui.filter_row import finds
from kandas_desktop.ui.reserve import forecast_lines, history_lines, queue_lines
from kandas_desktop.ui.reserve.cells import Line
from kandas_desktop.ui.reserve.filter_row import Show
from kandas_desktop.words import _


def lines_of(
    what: Show, view: ReserveView, left: Sequence[LeftRow], typed: str, *, hidden: bool
) -> tuple[Sequence[Column], list[Line]]:
    """The columns of a list and its lines, as far as the search finds them."""
    columns: Sequence[Column]
    if what is Show.QUEUE:
        columns, lines = queue_lines.COLUMNS, queue_lines.queue_lines(view, hidden=hidden)
    elif what is Show.FORECAST:
        columns, lines = forecast_lines.COLUMNS, forecast_lines.forecast_lines(view, hidden=hidden)
    else:
        columns, lines = history_lines.COLUMNS, history_lines.history_lines(left, hidden=hidden)
    if typed:
        lines = [line for line in lines if finds(typed, line.told)]
    return columns, lines


def empty_words(what: Show, view: ReserveView, typed: str) -> tuple[str, str]:
    """The sentence and the button of a list without lines."""
    if typed:
        return _("Nobody was found."), _("Clear the filter")
    if what is Show.QUEUE:
        nobody = _("Nobody waits in the reserve. Free beds: {count}.")
        return nobody.format(count=view.beds.free), _("Go to the beds")
    if what is Show.FORECAST:
        return _("No bed is expected to become free on a known day."), _("Go to the beds")
    return _("Nobody has left the reserve yet."), ""
