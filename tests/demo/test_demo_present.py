"""What goes on in the demo's house on its day: who comes and goes, what is due, who needs which room."""

from collections import Counter
from datetime import date, timedelta

from kandas_desktop.options import DEMO_SIZE
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.terms import decision_due
from tests.demo.conftest import TODAY
from tests.demo.reading import Opened, rows, seen


def test_accessible_rooms_are_for_those_who_need_them_and_one_waits_for_one(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    of_those_in_need = (
        "SELECT r.name FROM application_person ap LEFT JOIN referral_person rp"
        " ON rp.application_person_id = ap.id LEFT JOIN bed_use u ON u.referral_person_id = rp.id"
        " AND u.ended_on IS NULL LEFT JOIN bed b ON b.id = u.bed_id LEFT JOIN room r ON r.id = b.room_id"
        " WHERE ap.needs_accessible ORDER BY r.name"
    )
    assert rows(database, of_those_in_need) == [(None,), ("104",), ("208",)]


def test_a_decision_is_due_and_a_petition_waits_for_its_answer(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    undecided = rows(
        database,
        "SELECT registered_on FROM breach WHERE registered_on IS NOT NULL AND decided_on IS NULL",
    )
    assert [decision_due(date.fromisoformat(day), kazakhstan()) for (day,) in undecided] == [TODAY]
    assert rows(database, "SELECT count(*) FROM petition WHERE answered_on IS NULL") == [(1,)]
    assert rows(database, "SELECT count(*) FROM petition WHERE answered_on IS NOT NULL")[0][0] > 5


def test_nobody_was_put_out_without_a_decision(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    evicted = "SELECT count(*) FROM stay WHERE ended_because = 'evicted'"
    decided = (
        "SELECT count(*) FROM stay s JOIN breach b ON b.id = s.breach_id JOIN breach_person bp"
        " ON bp.breach_id = b.id AND bp.stay_id = s.id WHERE s.ended_because = 'evicted'"
        " AND b.outcome = 'evict' AND bp.is_to_leave AND s.ended_on = b.decided_on"
    )
    assert rows(database, evicted) == rows(database, decided)
    assert rows(database, evicted)[0][0] > 0


def test_all_but_one_signed_the_house_rules_who_are_of_age(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    unsigned = (
        "SELECT count(*) FROM stay s JOIN person p ON p.id = s.person_id WHERE s.rules_signed_on IS NULL"
        " AND s.left_on IS NULL AND p.birth_year < ?"
    )
    assert rows(database, unsigned, TODAY.year - 20) == [(1,)]


def test_some_bedding_is_due_for_a_change(opened: Opened) -> None:
    last = (
        "SELECT max(c.changed_on) FROM bed_use u JOIN bedding_change c ON c.stay_id = u.stay_id"
        " WHERE u.ended_on IS NULL GROUP BY u.bed_id"
    )
    since = Counter((TODAY - date.fromisoformat(day)).days for (day,) in rows(opened(DEMO_SIZE), last))
    assert [(days, count) for days, count in since.items() if days > 14] == [(15, 3)]
    assert since[12] > 5


def test_stays_end_today_and_soon_and_one_is_late_to_leave(opened: Opened) -> None:
    beds = list(seen(opened(DEMO_SIZE)).beds())
    vacating = [bed.holder for bed in beds if bed.state is BedState.VACATING]
    assert [holder.due for holder in vacating if holder and holder.due and holder.due < TODAY] == [
        TODAY - timedelta(days=1)
    ]
    ends = {bed.holder.stay_ends_on for bed in beds if bed.holder and bed.state is BedState.OCCUPIED}
    assert {TODAY + timedelta(days=days) for days in (0, 3, 9, 14, 30)} <= ends


def test_two_families_arrive_and_one_has_not_come_in_time(opened: Opened) -> None:
    held = [bed.holder for bed in seen(opened(DEMO_SIZE)).beds() if bed.state is BedState.HELD]
    due = {holder.name.surname[:6]: holder.due for holder in held if holder}
    assert due == {
        "Қалыпб": date(2026, 3, 20),
        "Қиялбе": date(2026, 3, 19),
        "Сынақб": date(2026, 3, 16),
    }
