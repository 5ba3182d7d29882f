"""The rooms and beds of the house, for the page on which they are added and changed."""

from datetime import date

from kandas_desktop.models.engine import in_use
from kandas_desktop.models.house import house
from kandas_desktop.rules.rooms import Room


def rooms(on: date) -> tuple[Room, ...]:
    """Every room in use with its beds as they are on a day, by floor and number."""
    return house(in_use(), on).rooms
