"""The journal's lines as a screen reader says them."""

from collections.abc import Sequence

from kandas_desktop.queries.journal import JournalRow
from kandas_desktop.ui.journal.columns import Column, Sight
from kandas_desktop.words import _, ngettext


def spoken_cell(row: JournalRow, column: Column, sight: Sight) -> str:
    """A cell after its title; what only a line through it shows is said."""
    text = f"{column.title()}: {column.cell(row, sight).text}"
    if column.name == "referral" and row.referral_is_struck_out:
        return f"{text}, {_('struck out')}"
    return text


def spoken_line(row: JournalRow, columns: Sequence[Column], sight: Sight) -> str:
    """The whole line, said when it is chosen."""
    texts = [spoken_cell(row, column, sight) for column in columns]
    if row.family_size:
        texts.append(ngettext("{count} family member", "{count} family members", row.family_size))
    return "; ".join(texts)
