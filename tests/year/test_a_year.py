"""The demo office played through a year: it fills, queues, lapses, frees, moves, decides, is left."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from kandas_desktop.actions.desk import Desk
from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.models.database import open_database
from kandas_desktop.models.engine import faults_in_file
from kandas_desktop.rules.calendar import kazakhstan
from tests.factories import Clock
from tests.year.clerk import Clerk
from tests.year.lists import look_at_every_list

FIRST, LAST = date(2026, 3, 18), date(2027, 3, 18)
_DONE_IN_A_YEAR = (
    "registered", "referred", "waits", "referred from the reserve", "moved in", "lapsed", "moved", "undone",
    "left: term", "left: freely", "left: evicted", "decided: keep", "decided: evict", "answered",
    "out of service",
)  # fmt: skip


def test_after_every_day_of_a_year_every_list_agrees_with_every_other(tmp_path: Path) -> None:
    database = open_database(make_demo_office(tmp_path, size=200, today=FIRST, is_full=True))
    database.execute_sql("PRAGMA synchronous = OFF")
    clock = Clock(FIRST)
    clerk = Clerk(Desk(database, "Сәуле Үлгіқызы", clock, lambda: None), clock, Random(2026))
    calendar, day = kazakhstan(), FIRST
    look_at_every_list(database, day)
    while day <= LAST:
        clerk.go_to(day)
        look_at_every_list(database, day)  # as the morning finds it, however long nobody was here
        clerk.work()
        look_at_every_list(database, day)
        away = 10 if clerk.chance.random() < 0.03 else clerk.chance.choice((1, 2, 3, 4))
        day = calendar.next_working(day + timedelta(days=away))
    assert [what for what in _DONE_IN_A_YEAR if not clerk.done.get(what)] == []
    assert faults_in_file(database) == []
    database.close()
