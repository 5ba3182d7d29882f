"""The demo's files of breaches: old ones that were decided, and one at every step between (r.13, r.14)."""

from collections import Counter
from collections.abc import Iterator, Sequence
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
_CLOSED_BECAUSE = "Ұсыныс қателесіп жасалды"
_SETTLED_SINCE = timedelta(days=20)
_MOST_BREACHES = 9
_EVERY_SO_OFTEN = 3  # the local executive body put the family out


class _File(NamedTuple):
    """One household's file, up to where it got."""

    household_id: int
    happened_on: date
    facts: str
    proposed_on: date | None = None
    registered_on: date | None = None
    outcome: str | None = None
    decided_on: date | None = None
    notified_on: date | None = None
    closed_on: date | None = None
    is_family: bool = True
    """Whether it concerns the whole family, or the applicant alone."""


class _Household(NamedTuple):
    """A household that lives here, and whether another adult stays when the applicant has to leave."""

    id: int
    people: int
    others_of_age: int


def write_breaches(
    database: engine.OfficeDatabase, *, today: date, calendar: WorkCalendar, spared: Sequence[str]
) -> None:
    """Files that were decided, and one at every step; nobody in the ``spared`` rooms has broken a rule."""
    files = _decided_files(database, today, calendar)
    if present := _present_file(database, today, calendar):
        files.append(present)
    taken = {file.household_id for file in files}
    households = [one for one in _households(database, today, spared) if one.id not in taken]
    files += _files_at_every_step(households, today, calendar)
    given = Counter[int]()
    for file in sorted(files, key=lambda file: file.proposed_on or date.max):
        if file.proposed_on:
            given[file.proposed_on.year] += 1
        _write_file(database, file, given[file.proposed_on.year] if file.proposed_on else None)


def _households(database: engine.OfficeDatabase, today: date, spared: Sequence[str]) -> list[_Household]:
    """Who has lived here for some weeks, and for whom nothing else is told."""
    places = ", ".join("?" * len(spared))
    return [
        _Household(*row)
        for row in database.execute_sql(
            "SELECT s.household_id, count(*), sum(p.birth_year < ? AND ap.position > 0) FROM stay s"
            " JOIN person p ON p.id = s.person_id JOIN referral_person rp ON rp.id = s.referral_person_id"
            " JOIN application_person ap ON ap.id = rp.application_person_id"
            " LEFT JOIN bed_use u ON u.stay_id = s.id AND u.ended_on IS NULL"
            " LEFT JOIN bed b ON b.id = u.bed_id LEFT JOIN room r ON r.id = b.room_id"
            f" GROUP BY s.household_id HAVING max(coalesce(r.name IN ({places}), 0)) = 0"
            " AND max(s.left_on IS NOT NULL) = 0 AND max(s.moved_in_on) < ?"
            " AND max(p.status_ended_on IS NOT NULL) = 0 ORDER BY min(s.id)",
            (today.year - 19, *spared, today - _SETTLED_SINCE),
        ).fetchall()
    ]


def _files_at_every_step(
    households: Sequence[_Household], today: date, calendar: WorkCalendar
) -> Iterator[_File]:
    """From the breach of yesterday to the notice of today; the one who was put out speaks for a family."""
    registered_on = day_before(today, calendar)
    decided_on = decision_due(registered_on, calendar)
    long_ago = calendar.next_working(today - 12 * _DAY)
    alone = iter([one.id for one in households if one.people == 1])
    steps: tuple[dict[str, Any], ...] = (
        {},
        {"proposed_on": registered_on},
        {"proposed_on": long_ago, "closed_on": long_ago + _DAY},
        {"registered_on": registered_on, "outcome": "keep", "decided_on": decided_on},
        {"registered_on": registered_on, "outcome": "evict", "decided_on": decided_on},
    )
    for number, (household_id, step) in enumerate(zip(alone, steps, strict=False)):
        proposed_on = step.get("proposed_on") or step.get("registered_on")
        file = _File(household_id, (proposed_on or today) - _DAY, _FACTS[number % len(_FACTS)], proposed_on)
        yield file._replace(**step)
    for family in [one for one in households if one.others_of_age][:1]:
        yield _File(
            family.id,
            registered_on - _DAY,
            _FACTS[1],
            proposed_on=registered_on,
            registered_on=registered_on,
            outcome="evict",
            decided_on=decided_on,
            notified_on=decided_on,
            is_family=False,
        )


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
            proposed_on = day_before(day, calendar)
            decided_on = decision_due(proposed_on, calendar)
            is_evicted = decided_on <= day <= vacate_due(decided_on)
        if decided_on <= day:
            facts = _FACTS[number % len(_FACTS)]
            outcome = "evict" if is_evicted else "keep"
            done = (proposed_on, proposed_on, outcome, decided_on, decided_on)
            files.append(_File(household_id, proposed_on - _DAY, facts, *done))
    return files


def day_before(day: date, calendar: WorkCalendar) -> date:
    """The latest working day with another one after it, not after ``day``."""
    found = day
    while decision_due(found, calendar) > day or not calendar.is_working(found):
        found -= _DAY
    return found


def _present_file(database: engine.OfficeDatabase, today: date, calendar: WorkCalendar) -> _File | None:
    proposed_on = day_before(calendar.next_working(today), calendar)
    found = database.execute_sql(
        "SELECT s.household_id FROM stay s JOIN person p ON p.id = s.person_id JOIN bed_use u ON"
        " u.stay_id = s.id WHERE s.left_on IS NULL AND u.ended_on IS NULL AND s.moved_in_on < ?"
        " AND p.sex = 'male' AND p.status_ended_on IS NULL AND (SELECT count(*) FROM stay o WHERE"
        " o.household_id = s.household_id) = 1 ORDER BY u.bed_id LIMIT 1 OFFSET 1",
        (proposed_on - 5 * _DAY,),
    ).fetchone()
    return _File(found[0], proposed_on - _DAY, _NOW, proposed_on, proposed_on) if found else None


def _write_file(database: engine.OfficeDatabase, file: _File, sequence: int | None) -> None:
    breach_id = database.execute_sql(
        "INSERT INTO breach (household_id, happened_on, facts, recorded_on, year, sequence, proposed_on,"
        " registered_on, registered_number, outcome, decision_number, decided_on, notified_on, closed_on,"
        " closed_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            file.household_id,
            file.happened_on,
            file.facts,
            file.proposed_on or file.happened_on,
            file.proposed_on.year if file.proposed_on else None,
            sequence,
            file.proposed_on,
            file.registered_on,
            f"03-{40 + 7 * (sequence or 0)}" if file.registered_on else "",
            file.outcome,
            f"{110 + 5 * (sequence or 0)}-ө" if file.outcome else "",
            file.decided_on,
            file.notified_on,
            file.closed_on,
            _CLOSED_BECAUSE if file.closed_on else None,
        ),
    ).fetchone()[0]
    is_evicted = file.outcome == "evict"
    database.execute_sql(
        "INSERT INTO breach_person (breach_id, stay_id, is_to_leave) SELECT ?, id, ? FROM stay"
        " WHERE household_id = ? ORDER BY id LIMIT ?",
        (breach_id, is_evicted, file.household_id, -1 if file.is_family else 1),
    )
    if is_evicted:
        database.execute_sql(
            "UPDATE stay SET ended_on = ?, ended_because = 'evicted', breach_id = ?"
            " WHERE id IN (SELECT stay_id FROM breach_person WHERE breach_id = ?)",
            (file.decided_on, breach_id, breach_id),
        )
    if is_evicted and not file.is_family:
        database.execute_sql(
            "INSERT INTO household_contact (household_id, stay_id, chosen_on) SELECT ?, s.id, ? FROM stay s"
            " JOIN person p ON p.id = s.person_id WHERE s.household_id = ? AND s.ended_on IS NULL"
            " ORDER BY p.birth_year, s.id LIMIT 1",
            (file.household_id, file.decided_on, file.household_id),
        )
