"""The books of the registration journal (appendix 3): begun, ended, followed by the next."""

from datetime import date

from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.tables import Volume


def volume_for(day: date) -> Volume:
    """The open volume for a line registered on ``day``; begun where there is none.

    Numbers start again each year, so a volume of an earlier year ends on its 31 December.
    """
    volume = Volume.get_or_none(Volume.ended_on.is_null())
    if volume is not None and volume.year < day.year:
        volume.ended_on = date(volume.year, 12, 31)
        volume.save()
        volume = None
    return volume or _begun(day)


def begin_next_volume(desk: Desk) -> int:
    """End the open volume today, begin the next, and return the id of the new one."""
    with desk.transaction():
        volume = Volume.get_or_none(Volume.ended_on.is_null())
        if volume is not None:
            volume.ended_on = max(desk.today, volume.begun_on)
            volume.save()
        begun = _begun(desk.today)
        desk.record("begin", "volume", begun.id, year=begun.year, number=begun.number)
    return int(begun.id)


def _begun(day: date) -> Volume:
    number = Volume.select().where(Volume.year == day.year).count() + 1
    return Volume.create(year=day.year, number=number, begun_on=day)
