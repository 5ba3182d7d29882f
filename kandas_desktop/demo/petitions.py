"""The demo's petitions with their answers."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from kandas_desktop.demo.files import day_before
from kandas_desktop.models import engine
from kandas_desktop.rules.calendar import WorkCalendar

_DAY = timedelta(days=1)
_PETITIONS = (
    ("Балаларды мектепке орналастыруға көмектесуді сұраймын", "№ 12 мектептің директорымен келісілді"),
    ("Бөлмедегі жарық шамын ауыстыруды сұраймын", "Шам ауыстырылды"),
    ("Қазақ тілі курсына жазылуды сұраймын", "Дүйсенбіден басталатын топқа жазылды"),
    ("Сенбі күні туыстарыма баруға рұқсат сұраймын", "Рұқсат етілді"),
    ("Балалар арбасын қоятын орын беруді сұраймын", "1-қабаттағы қойма берілді"),
    ("Жуынатын бөлменің есігін жөндеуді сұраймын", "Құлпы ауыстырылды"),
)
_OPEN_PETITION = "Анамның емханаға тіркелуіне көмектесуді сұраймын"
_MOST_PETITIONS = 24


def write_petitions(database: engine.OfficeDatabase, *, today: date, calendar: WorkCalendar) -> None:
    """Petitions of residents, old and new ones, all answered but the one of yesterday."""
    filed_last = day_before(calendar.next_working(today), calendar)
    stays = database.execute_sql(
        "SELECT id, moved_in_on, left_on FROM stay WHERE rules_signed_on IS NOT NULL AND moved_in_on < ?"
        " ORDER BY moved_in_on DESC, id LIMIT ?",
        (filed_last - 6 * _DAY, _MOST_PETITIONS * 5),
    ).fetchall()
    filed: list[tuple[Any, ...]] = []
    for number, (stay_id, moved_in_on, left_on) in enumerate(stays[5::5]):
        day = calendar.next_working(date.fromisoformat(moved_in_on) + 2 * _DAY)
        if day < filed_last and (left_on is None or day <= date.fromisoformat(left_on)):
            request, answer = _PETITIONS[number % len(_PETITIONS)]
            filed.append((day, stay_id, request, min(calendar.next_working(day + 2 * _DAY), today), answer))
    if stays:
        living = [stay_id for stay_id, _moved_in_on, left_on in stays if left_on is None]
        filed += [(filed_last, stay_id, _OPEN_PETITION, None, None) for stay_id in living[:1]]
    given = Counter[int]()
    for day, stay_id, request, answered_on, answer in sorted(filed, key=lambda row: row[0]):
        given[day.year] += 1
        database.execute_sql(
            "INSERT INTO petition (year, sequence, filed_on, stay_id, request, answered_on, answer)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (day.year, given[day.year], day, stay_id, request, answered_on, answer),
        )
