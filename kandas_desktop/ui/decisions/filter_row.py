"""Whether what is open, finished or all of it is shown of files and petitions."""

from enum import StrEnum

from kandas_desktop.ui.filter_row import FilterRow
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _, pgettext


class Which(StrEnum):
    """Which rows are shown."""

    OPEN = "open"
    FINISHED = "finished"
    ALL = "all"


def filter_row() -> FilterRow[Which]:
    """The row over either table."""
    return FilterRow(
        SearchField(_("Name, number"), _("Search by name or number")),
        {Which.OPEN: pgettext("filter", "Open"), Which.FINISHED: _("Finished"), Which.ALL: _("All")},
    )
