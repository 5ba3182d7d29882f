"""What stands in a bar of the tape chart, at its end, and after it."""

from datetime import date
from typing import NamedTuple

from kandas_desktop.queries.tape_bars import BarKind, TapeBar
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.ui.bed_looks import STATE_ICONS, state_words
from kandas_desktop.ui.board.looks import Names, short_day
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import Family
from kandas_desktop.ui.wording import people_words
from kandas_desktop.words import _, ngettext

_STATES = {
    BarKind.HELD: BedState.HELD,
    BarKind.OCCUPIED: BedState.OCCUPIED,
    BarKind.VACATING: BedState.VACATING,
    BarKind.BEING_MADE_READY: BedState.BEING_MADE_READY,
    BarKind.OUT_OF_SERVICE: BedState.OUT_OF_SERVICE,
    BarKind.FREE: BedState.FREE,
}
DASHED = (BarKind.BEING_MADE_READY, BarKind.EXPECTED_VACATING, BarKind.EXPECTED_RESERVE)


class BarWords(NamedTuple):
    """The words of a bar; whatever has no room is left out, the tooltip says it all."""

    inside: str = ""
    second: str = ""
    """Follows what is inside in plain letters."""
    is_bold: bool = False
    end: str = ""
    """The day at its right end."""
    pill: str = ""
    """How late it is, in red after it."""
    after: str = ""
    due: str = ""
    """Follows what stands after it, in the colour of the bar."""
    shorter: tuple[str, ...] = ()
    """How whoever is named can be named where there is less room."""


def bar_colors(kind: BarKind) -> Family:
    """Fill, edge, ink and solid of a bar in the palette in force."""
    palette = theme().palette
    match kind:
        case BarKind.OVERDUE:
            return palette.overdue
        case BarKind.VACATING:
            return palette.vacating
        case BarKind.EXPECTED_VACATING:
            return palette.vacating._replace(fill=palette.surface)
        case BarKind.EXPECTED_RESERVE:
            accent = palette.family("accent")
            return accent._replace(fill=palette.surface)
        case BarKind.BEING_MADE_READY:
            return palette.ready
        case BarKind.HELD:
            return palette.held
        case BarKind.OCCUPIED:
            return palette.occupied
        case BarKind.OUT_OF_SERVICE:
            return palette.out_of_service
        case BarKind.FREE:
            return palette.free


def bar_icon(kind: BarKind) -> IconName | None:
    """The icon with which a bar begins; none where another bar of the same person says it."""
    if kind is BarKind.EXPECTED_RESERVE:
        return "list-ordered"
    state = _STATES.get(kind)
    return STATE_ICONS[state] if state else None


def who_words(bar: TapeBar, names: Names) -> str:
    """«Ертегиев Қанат, 4 адам»; of several families only how many people."""
    return _who_ways(bar, names)[0]


def _who_ways(bar: TapeBar, names: Names) -> list[str]:
    """The same by what has room: «Ертегиев Қ., 4 адам» without the given name's letters."""
    if bar.families > 1:
        return [people_words(bar.people)]
    ways = names.ways(bar.name, bar.number)
    return [way if bar.people < 2 else f"{way}, {people_words(bar.people)}" for way in ways]


def late_words(days: int) -> str:
    """«! 2 күн»."""
    return "! " + ngettext("{count} day", "{count} days", days)


def bar_words(bar: TapeBar, on: date, names: Names) -> BarWords:
    """The words of a bar as of a day."""
    words, (who, *shorter) = _bar_words(bar, on, names), _who_ways(bar, names)
    return words._replace(shorter=tuple(shorter)) if who in (words.inside, words.after) else words


def _bar_words(bar: TapeBar, on: date, names: Names) -> BarWords:
    match bar.kind:
        case BarKind.OCCUPIED:
            return BarWords(who_words(bar, names), end=_end(bar, on))
        case BarKind.HELD if bar.is_past:
            return BarWords(who_words(bar, names))
        case BarKind.HELD:
            return BarWords(after=who_words(bar, names), due=_move_in_words(bar))
        case BarKind.OVERDUE:
            late = late_words((on - bar.until).days) if bar.until else ""
            return BarWords(pill=late, after=who_words(bar, names))
        case BarKind.OUT_OF_SERVICE:
            return BarWords(bar.reason, end=_end(bar, on))
        case BarKind.FREE:
            return BarWords(state_words(BedState.FREE))
        case BarKind.BEING_MADE_READY:
            return BarWords(after=state_words(BedState.BEING_MADE_READY))
        case BarKind.EXPECTED_VACATING:
            return BarWords(_("today") if bar.until == on else "", is_bold=True)
        case BarKind.VACATING:
            return BarWords(due=_("today") if bar.until == on else "")
        case BarKind.EXPECTED_RESERVE:
            return BarWords(who_words(bar, names), second=_("first in the reserve · estimate"), is_bold=True)


def not_left_words() -> str:
    """Follows the pill of a stay that is over and vacated by nobody."""
    return _("has not left yet")


def _move_in_words(bar: TapeBar) -> str:
    if bar.until is None:
        return _("the referral was not handed over yet")
    return _("to move in by {day}").format(day=short_day(bar.until))


def _end(bar: TapeBar, on: date) -> str:
    """The day at a bar's end, with its year where that is not this one or the next half year."""
    if bar.until is None or (bar.until == on and not bar.is_past):
        return ""  # of today the estimate after it speaks
    is_near = abs((bar.until - on).days) < 300
    return short_day(bar.until) if is_near else f"{short_day(bar.until)}.{bar.until.year % 100:02}"
