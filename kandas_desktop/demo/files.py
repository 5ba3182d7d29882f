"""The demo's files from breach to decision, and its petitions with their answers."""

from collections import Counter
from datetime import date, timedelta
from typing import Any, NamedTuple

from kandas_desktop.models import engine
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.terms import decision_due, vacate_due

_DAY = timedelta(days=1)
_FACTS = (
    "Түнгі сағат екіде бөтен адамдарды бөлмеге кіргізген",
    "Бөлмеде темекі шеккен, ескертуден кейін де қайталаған",
    "Ортақ ас үйдің жиһазын сындырып, орнын толтырмаған",
    "Түнде қатты шулап, көршілердің тынығуына кедергі жасаған",
)
_NOW = "Түнде қатты шулап, көршілердің ескертуін тыңдамаған"
_MOST_BREACHES = 9
_EVERY_SO_OFTEN = 3  # the local executive body put the family out
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


class _File(NamedTuple):
    """One household's file, up to where it got."""

    household_id: int
    happened_on: date
    proposed_on: date
    facts: str
    outcome: str | None


def write_breaches(database: engine.OfficeDatabase, *, today: date, calendar: WorkCalendar) -> None:
    """Files that were decided, and one whose proposal was registered on the working day before."""
    files = _decided_files(database, today, calendar)
    if present := _present_file(database, today, calendar):
        files.append(present)
    given = Counter[int]()
    for file in sorted(files, key=lambda file: file.proposed_on):
        given[file.proposed_on.year] += 1
        _write_file(database, file, given[file.proposed_on.year], calendar)


def _decided_files(database: engine.OfficeDatabase, today: date, calendar: WorkCalendar) -> list[_File]:
    left = database.execute_sql(
        "SELECT household_id, min(moved_in_on), max(left_on) FROM stay WHERE ended_because = 'freely'"
        " AND left_on < ? GROUP BY household_id HAVING julianday(max(left_on)) - julianday(min(moved_in_on))"
        " > 20 AND min(left_on) = max(left_on) ORDER BY max(left_on) DESC, household_id LIMIT ?",
        (today - 10 * _DAY, _MOST_BREACHES * 4),
    ).fetchall()
    files = []
    for number, (household_id, _moved_in_on, left_on) in enumerate(left[::4]):
        is_evicted = number % _EVERY_SO_OFTEN == 1
        day = date.fromisoformat(left_on)
        proposed_on = calendar.next_working(day - (9 if is_evicted else 12) * _DAY)
        decided_on = decision_due(proposed_on, calendar)
        if is_evicted and not decided_on <= day <= vacate_due(decided_on):
            proposed_on = _day_before(day, calendar)
            decided_on = decision_due(proposed_on, calendar)
            is_evicted = decided_on <= day
        if decided_on <= day:
            facts = _FACTS[number % len(_FACTS)]
            outcome = "evict" if is_evicted else "keep"
            files.append(_File(household_id, proposed_on - _DAY, proposed_on, facts, outcome))
    return files


def _day_before(day: date, calendar: WorkCalendar) -> date:
    """The latest working day with another one after it, not after ``day``."""
    found = day
    while decision_due(found, calendar) > day or not calendar.is_working(found):
        found -= _DAY
    return found


def _present_file(database: engine.OfficeDatabase, today: date, calendar: WorkCalendar) -> _File | None:
    proposed_on = _day_before(calendar.next_working(today), calendar)
    found = database.execute_sql(
        "SELECT s.household_id FROM stay s JOIN person p ON p.id = s.person_id JOIN bed_use u ON"
        " u.stay_id = s.id WHERE s.left_on IS NULL AND u.ended_on IS NULL AND s.moved_in_on < ?"
        " AND p.sex = 'male' AND p.status_ended_on IS NULL AND (SELECT count(*) FROM stay o WHERE"
        " o.household_id = s.household_id) = 1 ORDER BY u.bed_id LIMIT 1 OFFSET 1",
        (proposed_on - 5 * _DAY,),
    ).fetchone()
    return _File(found[0], proposed_on - _DAY, proposed_on, _NOW, None) if found else None


def _write_file(database: engine.OfficeDatabase, file: _File, sequence: int, calendar: WorkCalendar) -> None:
    decided_on = decision_due(file.proposed_on, calendar) if file.outcome else None
    breach_id = database.execute_sql(
        "INSERT INTO breach (household_id, happened_on, facts, recorded_on, year, sequence, proposed_on,"
        " registered_on, registered_number, outcome, decision_number, decided_on, notified_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            file.household_id,
            file.happened_on,
            file.facts,
            file.proposed_on,
            file.proposed_on.year,
            sequence,
            file.proposed_on,
            file.proposed_on,
            f"03-{40 + 7 * sequence}",
            file.outcome,
            f"{110 + 5 * sequence}-ө" if file.outcome else "",
            decided_on,
            decided_on,
        ),
    ).fetchone()[0]
    is_evicted = file.outcome == "evict"
    database.execute_sql(
        "INSERT INTO breach_person (breach_id, stay_id, is_to_leave) SELECT ?, id, ? FROM stay"
        " WHERE household_id = ? ORDER BY id",
        (breach_id, is_evicted, file.household_id),
    )
    if is_evicted:
        database.execute_sql(
            "UPDATE stay SET ended_on = ?, ended_because = 'evicted', breach_id = ? WHERE household_id = ?",
            (decided_on, breach_id, file.household_id),
        )


def write_petitions(database: engine.OfficeDatabase, *, today: date, calendar: WorkCalendar) -> None:
    """Petitions of residents, old and new ones, all answered but the one of yesterday."""
    filed_last = _day_before(calendar.next_working(today), calendar)
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
