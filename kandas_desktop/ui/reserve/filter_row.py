"""Which of the reserve's lists is shown."""

from enum import StrEnum

from kandas_desktop.ui.filter_row import FilterRow
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _, pgettext


class Show(StrEnum):
    """The lists of the page."""

    QUEUE = "queue"
    FORECAST = "forecast"
    HISTORY = "history"


def filter_row() -> FilterRow[Show]:
    """The row above the lists."""
    return FilterRow(
        SearchField(_("Name, number, day"), _("Search the reserve by name, number or day of registration")),
        {
            Show.QUEUE: pgettext("reserve", "Waiting"),
            Show.FORECAST: _("Forecast"),
            Show.HISTORY: _("Have left the reserve"),
        },
        icons={Show.QUEUE: "list-ordered", Show.FORECAST: "calendar", Show.HISTORY: "history"},
    )
