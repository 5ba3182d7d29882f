"""How beds and rooms look and are called everywhere: colour, icon and word, never one of them alone."""

from collections.abc import Callable

from kandas_desktop.rules.rooms import BedState, RoomKind
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import Family, FamilyName
from kandas_desktop.words import _, ngettext, pgettext

STATE_ICONS: dict[BedState, IconName] = {
    BedState.FREE: "circle",
    BedState.HELD: "hourglass",
    BedState.OCCUPIED: "user",
    BedState.VACATING: "log-out",
    BedState.BEING_MADE_READY: "broom",
    BedState.OUT_OF_SERVICE: "wrench",
}
STATE_FAMILIES: dict[BedState, FamilyName] = {
    BedState.FREE: "free",
    BedState.HELD: "held",
    BedState.OCCUPIED: "occupied",
    BedState.VACATING: "vacating",
    BedState.BEING_MADE_READY: "free",
    BedState.OUT_OF_SERVICE: "grey",
}
KIND_ICONS: dict[RoomKind, IconName] = {
    RoomKind.FAMILY: "family",
    RoomKind.WOMEN: "woman",
    RoomKind.MEN: "man",
    RoomKind.ACCESSIBLE: "accessibility",
}
_STATE_WORDS: dict[BedState, Callable[[], str]] = {
    BedState.FREE: lambda: pgettext("bed", "free"),
    BedState.HELD: lambda: pgettext("bed", "held"),
    BedState.OCCUPIED: lambda: pgettext("bed", "occupied"),
    BedState.VACATING: lambda: pgettext("bed", "vacating"),
    BedState.BEING_MADE_READY: lambda: pgettext("bed", "being made ready"),
    BedState.OUT_OF_SERVICE: lambda: pgettext("bed", "out of service"),
}
_KIND_WORDS: dict[RoomKind, Callable[[], str]] = {
    RoomKind.FAMILY: lambda: pgettext("room", "Family"),
    RoomKind.WOMEN: lambda: pgettext("room", "Women"),
    RoomKind.MEN: lambda: pgettext("room", "Men"),
    RoomKind.ACCESSIBLE: lambda: pgettext("room", "Accessible"),
}
_ROOM_WORDS: dict[RoomKind, Callable[[], str]] = {
    RoomKind.FAMILY: lambda: _("Family room"),
    RoomKind.WOMEN: lambda: _("Women's room"),
    RoomKind.MEN: lambda: _("Men's room"),
    RoomKind.ACCESSIBLE: lambda: _("Accessible room"),
}


def state_words(state: BedState) -> str:
    """The word of a state as a tile writes it: «бос», «брондалған»."""
    return _STATE_WORDS[state]()


def state_title(state: BedState) -> str:
    """The word of a state with a capital, for counters and chips."""
    words = state_words(state)
    return words[:1].upper() + words[1:]


def state_colors(state: BedState) -> Family:
    """Fill, edge, ink and solid of a state in the palette in force."""
    palette = theme().palette
    if state is BedState.BEING_MADE_READY:
        return palette.ready
    return palette.family(STATE_FAMILIES[state])


def kind_words(kind: RoomKind) -> str:
    """For whom a room is: «Отбасы», «Ерлер»."""
    return _KIND_WORDS[kind]()


def beds_words(count: int) -> str:
    """«30 төсек»."""
    return ngettext("{count} bed", "{count} beds", count)


def rooms_words(count: int) -> str:
    """«8 бөлме»."""
    return ngettext("{count} room", "{count} rooms", count)


def floors_words(count: int) -> str:
    """«3 қабат»."""
    return ngettext("{count} floor", "{count} floors", count)


def free_words(count: int) -> str:
    """«2 бос», of beds that were counted just before."""
    return ngettext("{count} free", "{count} free", count)


def floor_words(*, rooms: int, beds: int, free: int) -> str:
    """«8 бөлме · 30 төсек · 2 бос»: what a floor has."""
    return " · ".join((rooms_words(rooms), beds_words(beds), *((free_words(free),) if free else ())))


def room_words(kind: RoomKind) -> str:
    """A room by whom it is for: «Отбасы бөлмесі», «Қолжетімді бөлме»."""
    return _ROOM_WORDS[kind]()
