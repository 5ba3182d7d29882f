"""What must never be in the house, the database itself forbids: each guard, tried."""

from datetime import date, timedelta

import pytest

from kandas_desktop.models.engine import IntegrityError
from kandas_desktop.models.stay_tables import (
    Bed,
    BedUse,
    Breach,
    BreachPerson,
    Outage,
    PassingOver,
    Petition,
    Room,
    Stay,
)
from kandas_desktop.models.tables import Person, ReferralPerson
from tests.models.rows import (
    DAY,
    a_named_person,
    a_person,
    a_person_referred,
    a_referral,
    an_application,
)

pytestmark = pytest.mark.usefixtures("office")
LATER = DAY + timedelta(days=10)


def a_room(name: str = "101") -> Room:
    return Room.create(floor=1, name=name, kind="family")


def a_bed(name: str = "1", *, room: Room | None = None) -> Bed:
    return Bed.create(room=room or Room.get_or_none() or a_room(), name=name)


def somebody(number: int = 1, *, person: Person | None = None) -> ReferralPerson:
    """Somebody named on a referral of their own."""
    application = an_application(number)
    named = a_named_person(application, person=person or a_person())
    return a_person_referred(a_referral(application, number), named)


def a_stay(who: ReferralPerson, **columns: object) -> Stay:
    values: dict[str, object] = {
        "person": who.application_person.person,
        "referral_person": who,
        "household": who.referral.application,
        "moved_in_on": DAY,
        "destination": "",
    }
    return Stay.create(**values | columns)


def a_use(bed: Bed, who: ReferralPerson, **columns: object) -> BedUse:
    return BedUse.create(**{"bed": bed, "referral_person": who, "began_on": DAY} | columns)


def an_outage(bed: Bed, **columns: object) -> Outage:
    return Outage.create(**{"bed": bed, "began_on": DAY, "reason": "Сынды"} | columns)


def a_breach(who: ReferralPerson, **columns: object) -> Breach:
    values: dict[str, object] = {
        "household": who.referral.application,
        "happened_on": DAY,
        "facts": "Шу",
        "recorded_on": DAY,
        "registered_number": "",
        "decision_number": "",
    }
    return Breach.create(**values | columns)


DECIDED: dict[str, object] = {
    "year": 2026,
    "sequence": 1,
    "proposed_on": DAY,
    "registered_on": DAY,
    "decided_on": DAY,
    "outcome": "evict",
    "decision_number": "12-ш",
}


# --- one bed, one person


def test_a_bed_is_not_held_twice() -> None:
    bed = a_bed()
    a_use(bed, somebody(1))
    with pytest.raises(IntegrityError):
        a_use(bed, somebody(2))


def test_nobody_holds_two_beds() -> None:
    who = somebody()
    a_use(a_bed("1"), who)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_use(a_bed("2"), who)


def test_two_do_not_sleep_in_one_bed() -> None:
    bed, one, two = a_bed(), somebody(1), somebody(2)
    a_use(bed, one, stay=a_stay(one))
    with pytest.raises(IntegrityError):
        a_use(bed, two, stay=a_stay(two))


def test_nobody_has_two_stays_at_once() -> None:
    person = a_person()
    a_stay(somebody(1, person=person))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_stay(somebody(2, person=person))


def test_who_has_left_may_come_again() -> None:
    person = a_person()
    a_stay(somebody(1, person=person), ended_on=DAY, ended_because="freely", left_on=DAY)
    a_stay(somebody(2, person=person))


@pytest.mark.parametrize(
    ("began", "ended", "overlaps"),
    [
        (0, 5, True),
        (4, None, True),
        (5, None, False),
        (-5, 0, False),
        (-5, 1, True),
        (-5, None, True),
        (1, 2, True),
        (2, 2, False),  # held and released on one day: no night
    ],
)
def test_two_never_had_one_bed_in_one_night(began: int, ended: int | None, overlaps: bool) -> None:
    bed = a_bed()
    a_use(bed, somebody(1), ended_on=DAY + timedelta(days=5))
    columns: dict[str, object] = {
        "began_on": DAY + timedelta(days=began),
        "ended_on": None if ended is None else DAY + timedelta(days=ended),
    }
    if not overlaps:
        a_use(bed, somebody(2), **columns)
        return
    with pytest.raises(IntegrityError, match="two people in one bed"):
        a_use(bed, somebody(2), **columns)


def test_a_use_is_not_taken_up_again_under_another() -> None:
    bed = a_bed()
    first = a_use(bed, somebody(1), ended_on=DAY + timedelta(days=5))
    a_use(bed, somebody(2), began_on=DAY + timedelta(days=5), ended_on=LATER)
    with pytest.raises(IntegrityError, match="two people in one bed"):
        BedUse.update(ended_on=DAY + timedelta(days=6)).where(BedUse.id == first.id).execute()


@pytest.mark.parametrize(
    "columns",
    [
        {"ended_on": DAY - timedelta(days=1)},
        {"ready_on": DAY},
        {"ended_on": LATER, "ready_on": DAY},
    ],
)
def test_a_use_that_makes_no_sense_is_refused(columns: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="CHECK"):
        a_use(a_bed(), somebody(), **columns)


def test_ready_is_not_taken_back_once_somebody_has_had_the_bed() -> None:
    bed = a_bed()
    first = a_use(bed, somebody(1), ended_on=DAY, ready_on=DAY)
    BedUse.update(ready_on=None).where(BedUse.id == first.id).execute()
    BedUse.update(ready_on=DAY).where(BedUse.id == first.id).execute()
    a_use(bed, somebody(2))
    with pytest.raises(IntegrityError, match="somebody has had the bed since"):
        BedUse.update(ready_on=None).where(BedUse.id == first.id).execute()


# --- out of service, retired


def test_a_bed_out_of_service_is_given_to_nobody() -> None:
    bed, who = a_bed(), somebody()
    an_outage(bed)
    with pytest.raises(IntegrityError, match="out of service"):
        a_use(bed, who)
    Outage.update(ended_on=DAY).execute()
    a_use(bed, who)


def test_a_bed_that_somebody_has_is_not_out_of_service() -> None:
    bed = a_bed()
    outage = an_outage(bed, ended_on=DAY)
    a_use(bed, somebody())
    with pytest.raises(IntegrityError, match="somebody has the bed"):
        an_outage(bed)
    with pytest.raises(IntegrityError, match="somebody has the bed"):
        Outage.update(ended_on=None).where(Outage.id == outage.id).execute()


def test_a_bed_is_out_of_service_once_at_a_time() -> None:
    bed = a_bed()
    an_outage(bed)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        an_outage(bed)


def test_nobody_lies_down_again_in_a_bed_out_of_service_or_retired() -> None:
    bed = a_bed()
    use = a_use(bed, somebody(), ended_on=DAY + timedelta(days=1))
    outage = an_outage(bed, began_on=DAY + timedelta(days=1))
    with pytest.raises(IntegrityError, match="out of service"):
        BedUse.update(ended_on=None).where(BedUse.id == use.id).execute()
    Outage.update(ended_on=LATER).where(Outage.id == outage.id).execute()
    Bed.update(retired_on=LATER).execute()
    with pytest.raises(IntegrityError, match="out of service"):
        BedUse.update(ended_on=None).where(BedUse.id == use.id).execute()


@pytest.mark.parametrize(
    "columns",
    [{"reason": ""}, {"expected_until": date(2026, 3, 15)}, {"ended_on": date(2026, 3, 15)}],
)
def test_an_outage_that_makes_no_sense_is_refused(columns: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="CHECK"):
        an_outage(a_bed(), **columns)


def test_a_bed_that_somebody_has_is_not_retired() -> None:
    bed = a_bed()
    a_use(bed, somebody())
    with pytest.raises(IntegrityError, match="somebody has the bed"):
        Bed.update(retired_on=DAY).where(Bed.id == bed.id).execute()


def test_a_retired_bed_is_given_to_nobody() -> None:
    bed = a_bed()
    Bed.update(retired_on=DAY).where(Bed.id == bed.id).execute()
    with pytest.raises(IntegrityError, match="out of service"):
        a_use(bed, somebody())


@pytest.mark.parametrize("table", [Room, Bed])
def test_rooms_and_beds_are_never_deleted(table: type[Room] | type[Bed]) -> None:
    a_bed()
    with pytest.raises(IntegrityError, match="stays"):
        table.delete().execute()


def test_numbers_of_rooms_and_beds_are_their_own_while_they_are_in_use() -> None:
    room = a_room()
    a_bed("1", room=room)
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_room()
    with pytest.raises(IntegrityError, match="UNIQUE"):
        a_bed("1", room=room)
    Bed.update(retired_on=DAY).execute()
    a_bed("1", room=room)
    Room.update(retired_on=DAY).execute()
    a_bed("1", room=a_room())


@pytest.mark.parametrize("columns", [{"name": ""}, {"kind": "suite"}])
def test_a_room_has_a_number_and_a_kind_of_the_house(columns: dict[str, object]) -> None:
    values: dict[str, object] = {"floor": 1, "name": "101", "kind": "women"}
    with pytest.raises(IntegrityError, match="CHECK"):
        Room.create(**values | columns)


# --- nobody is put out undecided (r.16)


def test_nobody_is_evicted_without_a_decision() -> None:
    who = somebody()
    stay = a_stay(who)
    with pytest.raises(IntegrityError):
        Stay.update(ended_on=DAY, ended_because="evicted").where(Stay.id == stay.id).execute()
    with pytest.raises(IntegrityError):
        a_stay(somebody(2), ended_on=DAY, ended_because="evicted", breach=a_breach(who))


@pytest.mark.parametrize(
    ("columns", "is_to_leave"),
    [
        ({}, True),
        (DECIDED | {"outcome": "keep"}, True),
        (DECIDED, False),
    ],
)
def test_a_decision_puts_out_whom_it_names(columns: dict[str, object], is_to_leave: bool) -> None:
    who = somebody()
    stay = a_stay(who)
    breach = a_breach(who, **columns)
    BreachPerson.create(breach=breach, stay=stay, is_to_leave=is_to_leave)
    with pytest.raises(IntegrityError, match="undecided"):
        _evict(stay, breach)


def test_a_decision_to_evict_puts_out() -> None:
    who = somebody()
    stay = a_stay(who)
    breach = a_breach(who, **DECIDED)
    BreachPerson.create(breach=breach, stay=stay, is_to_leave=True)
    _evict(stay, breach)
    assert Stay.get().ended_because == "evicted"


def _evict(stay: Stay, breach: Breach) -> None:
    columns: dict[str, object] = {"ended_on": DAY, "ended_because": "evicted", "breach": breach}
    Stay.update(**columns).where(Stay.id == stay.id).execute()


@pytest.mark.parametrize(
    "columns",
    [
        {"rules_signed_on": DAY - timedelta(days=1)},
        {"ended_on": DAY - timedelta(days=1), "ended_because": "freely"},
        {"ended_on": DAY},
        {"left_on": DAY},
        {"ended_on": LATER, "ended_because": "freely", "left_on": DAY},
        {"ended_on": LATER, "ended_because": "bored"},
    ],
)
def test_a_stay_that_makes_no_sense_is_refused(columns: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="CHECK"):
        a_stay(somebody(), **columns)


# --- numbers without gaps


def test_petitions_are_numbered_without_gaps_and_stay() -> None:
    stay = a_stay(somebody())

    def file_petition(sequence: int) -> None:
        Petition.create(year=2026, sequence=sequence, filed_on=DAY, stay=stay, request="Көрпе")

    file_petition(1)
    for sequence in (1, 3):
        with pytest.raises(IntegrityError):
            file_petition(sequence)
    file_petition(2)
    with pytest.raises(IntegrityError, match="stays"):
        Petition.delete().execute()


def test_proposals_are_numbered_without_gaps() -> None:
    who = somebody()
    breach = a_breach(who)
    with pytest.raises(IntegrityError, match="no gaps"):
        Breach.update(year=2026, sequence=2, proposed_on=DAY).where(Breach.id == breach.id).execute()
    Breach.update(year=2026, sequence=1, proposed_on=DAY).where(Breach.id == breach.id).execute()


def test_nobody_is_passed_over_for_themselves_or_twice_for_one() -> None:
    one, two = an_application(1), an_application(2)

    def pass_over(passed: object, preferred: object, **columns: object) -> None:
        values: dict[str, object] = {
            "passed": passed,
            "preferred": preferred,
            "number": "12-ш",
            "decided_on": DAY,
            "reason": "Орын жетпейді",
            "recorded_on": DAY,
        }
        PassingOver.create(**values | columns)

    pass_over(one, two)
    for passed, preferred, columns in (
        (one, two, {}),
        (two, two, {}),
        (two, one, {"number": ""}),
        (two, one, {"decided_on": LATER}),
    ):
        with pytest.raises(IntegrityError):
            pass_over(passed, preferred, **columns)
