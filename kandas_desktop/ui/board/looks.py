"""What a bed says on the board, and how people are named there while names are hidden (F9)."""

from dataclasses import dataclass
from datetime import date

from kandas_desktop.queries.board import Tile
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import BedHolder, BedState
from kandas_desktop.ui.bed_looks import state_words
from kandas_desktop.ui.terms import days_left_words
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _, ngettext, pgettext

BOLD_FROM = 14
"""Days left from which on they are bold: two weeks, in which the family is reminded."""


@dataclass(frozen=True, slots=True)
class Names:
    """How people are named on the board: by name, or by their family's number while names are hidden (F9)."""

    hidden: bool = False

    def of(self, name: PersonName, number: str) -> str:
        """Surname and given name."""
        return number if self.hidden else name.short

    def holder(self, holder: BedHolder) -> str:
        """Who has a bed, by surname and given name."""
        return self.of(holder.name, holder.household_number)

    def ways(self, name: PersonName, number: str) -> tuple[str, ...]:
        """How somebody can be named, by what has room: with the given name, or with its first letter."""
        if self.hidden or not (name.surname and name.given_name):
            return (self.of(name, number),)
        return name.short, f"{name.surname} {name.given_name[0]}."

    def full(self, holder: BedHolder) -> str:
        """Who has a bed, by the whole name."""
        return holder.household_number if self.hidden else holder.name.full


def second_ways(tile: Tile, names: Names) -> tuple[str, ...]:
    """The second line by what has room; names only have more than one way."""
    holder = tile.bed.holder
    if tile.bed.outage is None and holder is not None:
        return names.ways(holder.name, holder.household_number)
    return (second_line(tile, names),)


def second_line(tile: Tile, names: Names) -> str:
    """Whom or what a tile names under its label; empty for a free bed."""
    bed = tile.bed
    if bed.outage is not None:
        return bed.outage.reason
    if bed.holder is not None:
        return names.holder(bed.holder)
    if bed.unready_since is not None:
        return pgettext("bed", "since {day}").format(day=short_day(bed.unready_since))
    return ""


def days_words(tile: Tile) -> str:
    """How long is left, as the tile writes it: «141 күн», «бүгін»; of what is over, how long since."""
    if tile.bed.outage is not None:
        until = tile.bed.outage.expected_until
        return pgettext("tile", "until {day}").format(day=short_day(until)) if until else ""
    left = tile.days_left
    if left is None:
        return ""
    return _("today") if left == 0 else ngettext("{count} day", "{count} days", abs(left))


def short_day(day: date) -> str:
    """A day of this year or the next: «25.03»."""
    return f"{day.day:02}.{day.month:02}"


def tool_tip(tile: Tile, names: Names) -> str:
    """Everything a tile says and what it has no room for, line by line."""
    bed, lines = tile.bed, [f"{tile.bed.label} · {state_words(tile.state)}"]
    if bed.outage is not None:
        lines.append(bed.outage.reason)
        lines.append(pgettext("bed", "since {day}").format(day=digits(bed.outage.began_on)))
        if bed.outage.expected_until:
            lines.append(_("expected until {day}").format(day=digits(bed.outage.expected_until)))
    holder = bed.holder
    if holder is not None:
        lines.append(names.full(holder))
        if not names.hidden:
            lines.append(holder.household_number)
        if holder.due is None:
            lines.append(_("The referral was not handed over yet"))
        else:
            left = days_left_words(holder.due, tile.on)
            lines.append(f"{due_title(tile)} — {digits(holder.due)}, {left}")
    elif bed.unready_since is not None:
        lines.append(_("left on {day}").format(day=digits(bed.unready_since)))
    return "\n".join(lines)


def due_title(tile: Tile) -> str:
    """What a holder's last day is the last day of."""
    holder = tile.bed.holder
    if holder is None or holder.stay_id is None:
        return _("Last day to move in")
    if tile.state is BedState.VACATING or (holder.stay_ends_on and holder.stay_ends_on < tile.on):
        return _("Last day to vacate")
    return _("Last day of the stay")
