"""The demo's house: nobody in two beds, no bed with two people, and a present day that has everything."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.models import engine
from kandas_desktop.models.breaches import breach_file, household_residents
from kandas_desktop.models.cases import application_standing
from kandas_desktop.models.database import open_database
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import Breach
from kandas_desktop.models.stays import contact_of
from kandas_desktop.models.tables import Application
from kandas_desktop.options import DEMO_SIZE
from kandas_desktop.queries.reserve import reserve_view
from kandas_desktop.queries.reserve_history import LeftBecause, left_reserve
from kandas_desktop.queries.resident_household import household_history
from kandas_desktop.rules.breaches import Stage, stage
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.standing import Standing
from kandas_desktop.rules.status import StatusEnd
from tests.demo.conftest import TODAY
from tests.demo.reading import Opened, rows, seen
from tests.year.lists import look_at_every_list

SIZES = [1, 9, 30, 200, DEMO_SIZE, 2000]
OF_A_WHOLE_HOUSE = [200, DEMO_SIZE, 2000]


@pytest.mark.parametrize("size", SIZES)
def test_no_bed_ever_had_two_people_at_once(opened: Opened, size: int) -> None:
    database = opened(size)
    together = (
        "SELECT a.bed_id FROM bed_use a JOIN bed_use b ON b.bed_id = a.bed_id AND b.id > a.id"
        " WHERE a.ended_on IS NOT a.began_on AND b.ended_on IS NOT b.began_on"
        " AND (a.ended_on IS NULL OR a.ended_on > b.began_on)"
        " AND (b.ended_on IS NULL OR b.ended_on > a.began_on)"
    )
    assert rows(database, together) == []


@pytest.mark.parametrize("size", SIZES)
def test_nobody_ever_had_two_beds_at_once(opened: Opened, size: int) -> None:
    database = opened(size)
    together = (
        "SELECT a.referral_person_id FROM bed_use a JOIN bed_use b"
        " ON b.referral_person_id = a.referral_person_id AND b.id > a.id"
        " WHERE (a.ended_on IS NULL OR a.ended_on > b.began_on)"
        " AND (b.ended_on IS NULL OR b.ended_on > a.began_on)"
    )
    assert rows(database, together) == []
    twice = (
        "SELECT a.person_id FROM stay a JOIN stay b ON b.person_id = a.person_id AND b.id > a.id"
        " WHERE (a.left_on IS NULL OR a.left_on > b.moved_in_on)"
        " AND (b.left_on IS NULL OR b.left_on > a.moved_in_on)"
    )
    assert rows(database, twice) == []


@pytest.mark.parametrize("size", SIZES)
def test_whoever_lives_here_has_a_bed_or_shares_one(opened: Opened, size: int) -> None:
    database = opened(size)
    assert seen(database).without_bed == ()
    slept_elsewhere = (
        "SELECT s.id FROM stay s JOIN referral_person rp ON rp.id = s.referral_person_id"
        " WHERE NOT rp.shares_bed AND NOT EXISTS (SELECT 1 FROM bed_use u WHERE u.stay_id = s.id"
        " AND u.began_on = s.moved_in_on)"
    )
    assert rows(database, slept_elsewhere) == []
    beyond_the_stay = (
        "SELECT u.id FROM bed_use u JOIN stay s ON s.id = u.stay_id WHERE u.began_on < s.moved_in_on"
        " OR u.ended_on > s.left_on OR (u.ended_on IS NULL AND s.left_on IS NOT NULL)"
    )
    assert rows(database, beyond_the_stay) == []


@pytest.mark.parametrize("size", SIZES)
def test_no_bed_is_given_before_it_was_made_ready(opened: Opened, size: int) -> None:
    early = (
        "SELECT b.id FROM bed_use a JOIN bed_use b ON b.bed_id = a.bed_id AND b.id <> a.id"
        " WHERE a.stay_id IS NOT NULL AND b.began_on >= a.ended_on AND b.began_on < b.ended_on"
        " AND (a.ready_on IS NULL OR b.began_on < a.ready_on)"
    )
    assert rows(opened(size), early) == []


@pytest.mark.parametrize("size", SIZES)
def test_nobody_moved_in_but_by_a_referral_received_no_more_than_three_days_before(
    opened: Opened, size: int
) -> None:
    astray = (
        "SELECT s.id FROM stay s JOIN referral_person rp ON rp.id = s.referral_person_id"
        " JOIN referral r ON r.id = rp.referral_id WHERE r.received_on IS NULL OR r.lapsed_on IS NOT NULL"
        " OR r.struck_out_on IS NOT NULL OR s.moved_in_on < r.received_on"
        " OR s.moved_in_on > date(r.received_on, '+3 days')"
    )
    assert rows(opened(size), astray) == []


@pytest.mark.parametrize("size", SIZES)
def test_whoever_waited_got_a_referral_in_the_order_of_applying(opened: Opened, size: int) -> None:
    waited = (
        "SELECT a.id FROM reserve_entry e JOIN application a ON a.id = e.application_id"
        " JOIN referral r ON r.application_id = a.id AND r.struck_out_on IS NULL"
        " WHERE e.left_because = 'referred'"
        " AND NOT EXISTS (SELECT 1 FROM passing_over p WHERE p.preferred_id = a.id) ORDER BY r.id"
    )
    places = [application_id for (application_id,) in rows(opened(size), waited)]
    assert places == sorted(places)
    overtaken = (
        "SELECT b.id FROM reserve_entry e JOIN application b ON b.id > e.application_id"
        " JOIN referral r ON r.application_id = b.id"
        " WHERE r.issued_on >= e.entered_on AND r.issued_on < coalesce(e.left_on, '9999')"
        " AND b.registered_on >= e.entered_on AND NOT EXISTS (SELECT 1 FROM passing_over p"
        " WHERE p.preferred_id = b.id AND p.passed_id = e.application_id AND p.decided_on <= r.issued_on)"
        " AND NOT (b.joins_id IS NOT NULL AND b.people = 1)"
    )
    assert rows(opened(size), overtaken) == []


@pytest.mark.parametrize("is_full", [True, False])
@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 22), date(2027, 5, 16)])
def test_every_state_of_a_bed_a_line_a_wait_a_file_and_a_petition_is_to_be_seen(
    today: date, is_full: bool, tmp_path: Path
) -> None:
    database = open_database(make_demo_office(tmp_path, size=DEMO_SIZE, today=today, is_full=is_full))
    assert {bed.state for bed in house(database, today).beds()} == set(BedState)
    lines = Application.select().order_by(Application.id)
    waits = set() if is_full else {Standing.RESERVE}  # so that a newcomer can be referred at once (r.8)
    assert {application_standing(line) for line in lines} == set(Standing) - waits
    left = left_reserve()
    assert {row.because for row in left} == set(LeftBecause)
    assert sum(bool(row.preferred) for row in left) == 1
    assert {stage(breach_file(breach)) for breach in Breach.select()} == set(Stage)
    petitions = rows(database, "SELECT answered_on IS NULL, count(*) > 0 FROM petition GROUP BY 1")
    assert petitions == [(0, 1), (1, 1)]
    because = rows(database, "SELECT DISTINCT status_ended_because FROM person WHERE status_ended_on NOTNULL")
    assert {StatusEnd(text) for (text,) in because} == set(StatusEnd)
    assert rows(database, "SELECT count(*) FROM person WHERE status_extended_until NOTNULL") == [(1,)]
    assert rows(database, "SELECT count(*) FROM term_notice WHERE given_on < ?", today)[0][0] > 0
    database.close()


@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 22), date(2024, 2, 29)])
def test_who_was_preferred_to_others_waited_behind_them_and_they_were_next(
    today: date, tmp_path: Path
) -> None:
    database = open_database(make_demo_office(tmp_path, size=DEMO_SIZE, today=today))
    decided = rows(database, "SELECT passed_id, preferred_id, decided_on FROM passing_over")
    assert len({preferred_id for _passed_id, preferred_id, _day in decided}) == 1
    waited = "SELECT entered_on, left_on, left_because FROM reserve_entry WHERE application_id = ?"
    for passed_id, preferred_id, decided_on in decided:
        ((passed_from, passed_until, because),) = rows(database, waited, passed_id)
        ((preferred_from, preferred_until, _because),) = rows(database, waited, preferred_id)
        assert passed_id < preferred_id
        assert passed_from <= preferred_from <= decided_on == preferred_until <= passed_until
        assert because == "referred"
    database.close()


def test_a_child_born_here_joined_its_family_by_a_line_and_a_referral_of_its_own(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    joined = rows(
        database,
        "SELECT a.joins_id, s.household_id, s.left_on, rp.shares_bed, ap.kinship FROM application a"
        " JOIN application_person ap ON ap.application_id = a.id"
        " JOIN referral_person rp ON rp.application_person_id = ap.id"
        " JOIN stay s ON s.referral_person_id = rp.id WHERE a.joins_id IS NOT NULL",
    )
    ((joins, household, left_on, shares_bed, kinship),) = joined
    assert (joins, left_on, shares_bed, kinship) == (household, None, True, "қызы")
    together = rows(
        database, "SELECT count(*) FROM stay WHERE household_id = ? AND left_on IS NULL", household
    )
    assert together[0][0] > 2


def test_somebody_else_speaks_for_a_family_whose_applicant_has_to_leave(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    ((household_id, stay_id),) = rows(database, "SELECT household_id, stay_id FROM household_contact")
    family = {one.stay_id: one for one in household_residents(household_id, today=TODAY)}
    assert contact_of(household_id) == stay_id
    assert family[stay_id].is_adult
    put_out = [one for one in family.values() if one.put_out_on]
    assert [one.ended_because for one in put_out] == ["evicted"]
    assert put_out[0].left_on is None
    assert stay_id != put_out[0].stay_id
    assert len(family) > 1


def test_some_waited_and_some_did_not_come_in_time(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    assert rows(database, "SELECT count(*) FROM reserve_entry WHERE left_on > entered_on")[0][0] > 5
    lapsed = "SELECT count(*) FROM referral WHERE lapsed_on IS NOT NULL"
    assert rows(database, lapsed)[0][0] > 0
    anew = (
        "SELECT count(*) FROM referral r JOIN application a ON a.previous_id = r.application_id"
        " WHERE a.registered_on > r.lapsed_on"
    )
    assert rows(database, anew) == rows(database, lapsed)


@pytest.mark.parametrize("size", SIZES)
def test_no_stay_lasted_beyond_its_term_and_the_days_to_vacate(opened: Opened, size: int) -> None:
    too_long = (
        "SELECT id FROM stay WHERE left_on > date(ended_on, '+3 days')"
        " OR ended_on > date(moved_in_on, '+184 days')"
    )
    assert rows(opened(size), too_long) == []


def test_stays_end_for_every_reason_but_death(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    reasons = Counter(
        dict(rows(database, "SELECT ended_because, count(*) FROM stay WHERE left_on IS NOT NULL GROUP BY 1"))
    )
    assert set(reasons) == {"term", "freely", "evicted"}
    assert rows(database, "SELECT id FROM stay WHERE (left_on IS NULL) <> (destination = '')") == []


# --- the present day


@pytest.mark.parametrize("size", OF_A_WHOLE_HOUSE)
def test_a_full_house_is_that_of_the_picture(opened: Opened, size: int) -> None:
    counts = seen(opened(size)).counts()
    assert counts.in_all == 90
    assert (counts.free, counts.held, counts.vacating, counts.out_of_service) == (7, 9, 4, 3)
    assert (counts.occupied, counts.being_made_ready) == (66, 1)


def test_it_has_three_floors_and_rooms_of_every_kind_and_size(opened: Opened) -> None:
    rooms = seen(opened(DEMO_SIZE)).rooms
    assert (len(rooms), len({room.floor for room in rooms})) == (24, 3)
    assert len({room.kind for room in rooms}) == 4
    assert {len(room.beds) for room in rooms} == {2, 3, 4, 5}


@pytest.mark.parametrize("size", OF_A_WHOLE_HOUSE)
def test_unrelated_men_and_women_are_never_in_one_room(opened: Opened, size: int) -> None:
    for room in seen(opened(size)).rooms:
        holders = [bed.holder for bed in room.beds if bed.holder]
        if len({holder.household_id for holder in holders}) > 1:
            assert len({holder.sex for holder in holders}) == 1, room.name


@pytest.mark.parametrize("table", ["breach", "petition"])
def test_the_numbers_of_its_files_have_no_gaps(opened: Opened, table: str) -> None:
    database = opened(DEMO_SIZE)
    day = "proposed_on" if table == "breach" else "filed_on"
    for year, count, last in rows(
        database, f"SELECT year, count(*), max(sequence) FROM {table} WHERE year NOTNULL GROUP BY year"
    ):
        assert count == last
        days = rows(database, f"SELECT {day} FROM {table} WHERE year = ? ORDER BY sequence", year)
        assert list(days) == sorted(days)


def test_the_guards_of_the_database_hold_while_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A demo that puts two into one bed is not made."""
    monkeypatch.setattr("kandas_desktop.demo.bed_times.BedTimes.is_open", lambda beds, bed, day: True)
    with pytest.raises(engine.IntegrityError, match="two people in one bed"):
        make_demo_office(tmp_path, size=200, today=TODAY)


@pytest.mark.parametrize("today", [date(2026, 3, 20), date(2026, 5, 4), date(2025, 1, 6), date(2024, 2, 29)])
def test_on_any_day_one_is_late_to_come_and_one_to_leave(today: date, tmp_path: Path) -> None:
    database = open_database(make_demo_office(tmp_path, size=300, today=today, is_full=True))
    late = [
        bed.state
        for bed in house(database, today).beds()
        if bed.holder and bed.holder.due and bed.holder.due < today
    ]
    assert Counter(late) == {BedState.HELD: 3, BedState.VACATING: 1}
    assert engine.faults_in_file(database) == []
    database.close()


def test_a_large_house_over_years_is_nearly_full_and_has_its_whole_history(tmp_path: Path) -> None:
    database = open_database(
        make_demo_office(tmp_path, size=2400, today=TODAY, is_full=True, beds=180, years=2)
    )
    counts = house(database, TODAY).counts()
    assert counts.in_all == 180
    assert counts.occupied + counts.vacating > 150
    slept = "SELECT count(*) FROM bed_use WHERE stay_id IS NOT NULL AND ended_on IS NOT NULL"
    assert rows(database, slept)[0][0] > 1000
    database.close()


def test_of_more_applications_than_a_house_can_take_only_those_of_late_had_beds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kandas_desktop.demo.office._LINES_THAT_FIT_THE_HOUSE", 500)
    database = open_database(make_demo_office(tmp_path, size=1500, today=TODAY, is_full=True))
    assert 7 <= house(database, TODAY).counts().free <= 12
    assert house(database, TODAY).without_bed == ()
    bedless = (
        "SELECT count(*), max(left_on) FROM stay s WHERE NOT EXISTS"
        " (SELECT 1 FROM bed_use u WHERE u.stay_id = s.id)"
    )
    ((count, last_left_on),) = rows(database, bedless)
    assert count > 1000
    assert last_left_on < str(TODAY)
    assert engine.faults_in_file(database) == []
    database.close()


def test_the_history_of_who_lives_here_tells_how_they_came(opened: Opened) -> None:
    database = opened(DEMO_SIZE)
    holder = next(
        bed.holder for bed in seen(database).beds() if bed.state is BedState.OCCUPIED and bed.holder
    )
    told = [(line.subject, line.verb) for line in household_history(database, holder.household_id)]
    assert told[:4] == [
        ("application", "sign house rules"),
        ("referral", "move in"),
        ("referral", "hand over"),
        ("referral", "issue"),
    ]
    assert told[-1] == ("application", "register")
    moments = [at for (at,) in rows(database, "SELECT at FROM audit_line ORDER BY id")]
    assert moments == sorted(moments)
    assert moments[-1] <= f"{TODAY} 23:59:59"


@pytest.mark.parametrize("is_full", [True, False])
@pytest.mark.parametrize("today", [date(2026, 1, 20), date(2026, 11, 22), date(2027, 5, 16), TODAY])
def test_every_list_of_it_agrees_with_every_other(today: date, is_full: bool, tmp_path: Path) -> None:
    database = open_database(make_demo_office(tmp_path, size=DEMO_SIZE, today=today, is_full=is_full))
    look_at_every_list(database, today)
    assert len(reserve_view(today).rows) == (3 if is_full else 0)
    assert house(database, today).counts().in_all == 90
    assert is_full or house(database, today).counts().free >= 20
    database.close()
