"""Moving in, signing the house rules, and the lapse where nobody came (r.9, r.10)."""

from datetime import date, timedelta

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.moving_in import confirm_lapse, move_in, sign_house_rules
from kandas_desktop.actions.referrals import strike_out_referral
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BeddingChange, BedUse, Stay
from kandas_desktop.models.tables import Referral, ReferralPerson
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.rooms import BedState
from tests.actions.refusals import everything_in, refused_with
from tests.factories import TestOffice, a_referral
from tests.residents import Family, a_family_with_beds, a_resident_family, with_beds


def states(office: TestOffice, family: Family) -> list[BedState]:
    now = house(office.desk.database, office.desk.today)
    beds = (now.bed(bed_id) for bed_id in family.beds)
    return [bed.state for bed in beds if bed]


def but_the_audit(office: TestOffice) -> dict[str, list[tuple[object, ...]]]:
    rows = everything_in(office.desk.database)
    return {name: found for name, found in rows.items() if name not in ("audit_line", "sqlite_sequence")}


def test_a_family_moves_in_and_its_beds_are_slept_in(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=3)
    office.clock.go_on(days=2)
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=office.desk.today)
    assert states(office, family) == [BedState.OCCUPIED] * 3
    assert [row.household_id for row in Stay.select()] == [family.application_id] * 3
    uses = list(BedUse.select().order_by(BedUse.stay, BedUse.id).tuples())
    assert len(uses) == 6
    assert [row.changed_on for row in BeddingChange.select()] == [office.desk.today] * 3


def test_those_who_came_move_in_and_the_others_keep_their_beds(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=3)
    move_in(office.desk, family.referral_id, people=family.people[:2], moved_in_on=office.desk.today)
    assert states(office, family) == [BedState.OCCUPIED, BedState.OCCUPIED, BedState.HELD]
    with refused_with(office, ObstacleKind.MOVED_IN):
        move_in(office.desk, family.referral_id, people=family.people[:1], moved_in_on=office.desk.today)


def test_moving_in_is_undone_with_every_row(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=2)
    before = but_the_audit(office)
    act = move_in(office.desk, family.referral_id, people=family.people, moved_in_on=office.desk.today)
    undo(office.desk, act)
    assert but_the_audit(office) == before


def test_an_infant_who_shares_a_bed_stays_without_one(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=2)
    ReferralPerson.update(shares_bed=True).where(ReferralPerson.id == family.people[1]).execute()
    BedUse.delete().where(BedUse.referral_person == family.people[1]).execute()
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=office.desk.today)
    assert len(family.stays) == 2
    assert house(office.desk.database, office.desk.today).without_bed == ()


def test_bedding_that_was_issued_that_day_is_not_written_twice(office: TestOffice) -> None:
    first = a_resident_family(office.desk)
    Stay.update(ended_on=office.desk.today, ended_because="freely", left_on=office.desk.today).execute()
    BedUse.update(ended_on=office.desk.today, ready_on=office.desk.today).where(
        BedUse.ended_on.is_null()
    ).execute()
    second = a_family_with_beds(office.desk)
    BedUse.update(bed=first.beds[0]).where(BedUse.referral_person == second.people[0]).execute()
    move_in(office.desk, second.referral_id, people=second.people, moved_in_on=office.desk.today)
    assert BeddingChange.select().where(BeddingChange.bed == first.beds[0]).count() == 1


def test_who_was_given_another_bed_after_coming_sleeps_there_from_that_day(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    came_on = office.desk.today
    office.clock.go_on(days=1)
    BedUse.update(began_on=office.desk.today).execute()
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=came_on)
    assert Stay.get().moved_in_on == came_on
    assert BedUse.get(BedUse.stay.is_null(False)).began_on == office.desk.today


def test_nobody_moves_in_before_the_referral_was_received_or_tomorrow(office: TestOffice) -> None:
    today = office.desk.today
    family = with_beds(*_not_received(office))
    with refused_with(office, ObstacleKind.REFERRAL_NOT_RECEIVED):
        move_in(office.desk, family.referral_id, people=family.people, moved_in_on=today)
    Referral.update(received_on=today).execute()
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        move_in(office.desk, family.referral_id, people=family.people, moved_in_on=today - timedelta(days=1))
    with refused_with(office, ObstacleKind.DATE_IN_FUTURE):
        move_in(office.desk, family.referral_id, people=family.people, moved_in_on=today + timedelta(days=1))


def _not_received(office: TestOffice) -> tuple[int, int]:
    referral_id = a_referral(office.desk)
    return Referral.get_by_id(referral_id).application_id, referral_id


def test_nobody_moves_in_after_the_last_day_but_for_a_day_within_the_term(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    office.clock.set(date(2026, 3, 22))
    with refused_with(office, ObstacleKind.MOVE_IN_TERM_OVER):
        move_in(office.desk, family.referral_id, people=family.people, moved_in_on=date(2026, 3, 22))
    move_in(office.desk, family.referral_id, people=family.people, moved_in_on=date(2026, 3, 21))


def test_nobody_moves_in_on_a_referral_that_was_struck_out(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    strike_out_referral(office.desk, family.referral_id, reason="Қате")
    with refused_with(office, ObstacleKind.REFERRAL_STRUCK_OUT, *_bed_missing(family)):
        move_in(office.desk, family.referral_id, people=family.people, moved_in_on=office.desk.today)


def _bed_missing(family: Family) -> list[ObstacleKind]:
    """Its holds end with a referral that is struck out."""
    live = BedUse.select().where(BedUse.referral_person.in_(family.people), BedUse.ended_on.is_null())
    return [] if live.exists() else [ObstacleKind.BED_MISSING]


def test_the_house_rules_are_signed_once(office: TestOffice) -> None:
    family = a_resident_family(office.desk, size=2)
    act = sign_house_rules(office.desk, family.stays, signed_on=office.desk.today)
    assert {row.rules_signed_on for row in Stay.select()} == {office.desk.today}
    with refused_with(office, ObstacleKind.STEP_DONE):
        sign_house_rules(office.desk, family.stays[:1], signed_on=office.desk.today)
    undo(office.desk, act)
    assert {row.rules_signed_on for row in Stay.select()} == {None}


def test_who_is_unknown_signs_nothing(office: TestOffice) -> None:
    a_resident_family(office.desk)
    with refused_with(office, ObstacleKind.NOT_MOVED_IN):
        sign_house_rules(office.desk, [999], signed_on=office.desk.today)


def test_a_lapse_frees_the_beds_and_the_line_stays(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=2)
    with refused_with(office, ObstacleKind.MOVE_IN_TERM_RUNS):
        confirm_lapse(office.desk, family.referral_id)
    office.clock.set(date(2026, 3, 22))
    before = but_the_audit(office)
    act = confirm_lapse(office.desk, family.referral_id)
    assert states(office, family) == [BedState.FREE, BedState.FREE]
    assert Referral.get_by_id(family.referral_id).lapsed_on == date(2026, 3, 22)
    with refused_with(office, ObstacleKind.REFERRAL_LAPSED):
        confirm_lapse(office.desk, family.referral_id)
    undo(office.desk, act)
    assert but_the_audit(office) == before


def test_after_a_lapse_whoever_came_lives_on(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=2)
    move_in(office.desk, family.referral_id, people=family.people[:1], moved_in_on=office.desk.today)
    office.clock.set(date(2026, 3, 22))
    confirm_lapse(office.desk, family.referral_id)
    assert states(office, family) == [BedState.OCCUPIED, BedState.FREE]
    with refused_with(office, ObstacleKind.REFERRAL_LAPSED, *_bed_missing(_second(family))):
        move_in(office.desk, family.referral_id, people=family.people[1:], moved_in_on=office.desk.today)


def _second(family: Family) -> Family:
    return Family(family.application_id, family.referral_id, family.people[1:], family.beds[1:])


def test_an_infant_who_did_not_come_holds_no_bed_to_be_released(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=2)
    BedUse.delete().where(BedUse.referral_person == family.people[1]).execute()
    office.clock.set(date(2026, 3, 22))
    confirm_lapse(office.desk, family.referral_id)
    assert states(office, family) == [BedState.FREE, BedState.FREE]
