"""Which residents are asked for."""

from kandas_desktop.queries.residents import Residents
from kandas_desktop.ui.filter_row import FilterRow
from kandas_desktop.ui.search_field import SearchField
from kandas_desktop.words import _


def filter_row() -> FilterRow[Residents]:
    """The row over the residents' table."""
    return FilterRow(
        SearchField(_("Name, number, bed"), _("Search the residents by name, number, birth date or bed")),
        {
            Residents.NOW: _("Live here"),
            Residents.ENDING: _("Ends soon"),
            Residents.STATUS_ENDING: _("Status ends"),
            Residents.UNSIGNED: _("Rules not signed"),
            Residents.LEFT: _("Have left"),
        },
        give_way=(Residents.STATUS_ENDING, Residents.UNSIGNED, Residents.ENDING, Residents.LEFT),
    )
