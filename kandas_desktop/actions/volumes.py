"""The volumes of the registration journal (appendix 3): begun, ended, followed by the next."""

from datetime import date

from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.tables import Application, Volume
from kandas_desktop.rules.volumes import obstacles_to_next_volume


def volume_for(day: date) -> Volume:
    """The open volume for a line registered on ``day``; begun where there is none.

    Numbers start again each year, so a volume of an earlier year ends on its 31 December.
    """
    volume = _open_volume()
    if volume is None:
        return _begun(day)
    if volume.year < day.year:
        _end(volume, day)
        return _begun(day)
    return volume


def begin_next_volume(desk: Desk) -> int:
    """End the open volume today, begin the next, and return the id of the new one.

    Where the last line was filed on a day off and bears the coming working day (r.6), that day is taken.
    Raises ``Refused`` while the open volume has no entries (r.5).
    """
    with desk.transaction():
        volume = _open_volume()
        refuse_if(obstacles_to_next_volume(entries=_entries(volume)))
        assert volume is not None, "what has entries is there"
        day = max(desk.today, _last_line_on(volume))
        _end(volume, day)
        begun = _begun(day)
        desk.record("begin", "volume", begun.id, year=begun.year, number=begun.number)
    return int(begun.id)


def _open_volume() -> Volume | None:
    return Volume.get_or_none(Volume.ended_on.is_null())


def _entries(volume: Volume | None) -> int:
    return 0 if volume is None else Application.select().where(Application.volume == volume).count()


def _last_line_on(volume: Volume) -> date:
    newest = Application.select().where(Application.volume == volume).order_by(Application.id.desc())
    last: date = newest.first().registered_on
    return last


def _end(volume: Volume, day: date) -> None:
    volume.ended_on = min(day, date(volume.year, 12, 31))
    volume.save()


def _begun(day: date) -> Volume:
    number = Volume.select().where(Volume.year == day.year).count() + 1
    return Volume.create(year=day.year, number=number, begun_on=day)
