"""What the first page reads: only rows that are live, families as one, and everything that adds up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.models.stay_tables import (
    Bed,
    BeddingChange,
    BedUse,
    Breach,
    BreachPerson,
    CalendarYear,
    HouseholdContact,
    Outage,
    Petition,
    Stay,
    TermNotice,
)
from kandas_desktop.models.tables import Application, Office, Referral
from kandas_desktop.queries.breaches import breach_rows
from kandas_desktop.queries.today import overdue_count, today_view
from kandas_desktop.rules.agenda_items import AgendaItem, Group, ItemKind
from kandas_desktop.rules.breaches import Stage
from tests.factories import TestOffice, a_person, an_application, an_office
from tests.living import a_family_living, a_household, a_referral, a_room, moved_in
from tests.models import rows

ON = date(2026, 3, 18)
KIND = ItemKind


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """An office on Wednesday 18.03.2026 whose year is confirmed, and whose bedding lasts for good."""
    with an_office(tmp_path, beds=0, bedding_days=9_999) as made:
        CalendarYear.create(year=2026, confirmed_on=date(2026, 1, 5), source="№ 1 қаулы")
        yield made


@pytest.fixture
def beds(office: TestOffice) -> list[Bed]:
    return [*a_room("101", beds=5), *a_room("201", floor=2, beds=5)]


def kinds(items: tuple[AgendaItem, ...]) -> list[ItemKind]:
    return [item.kind for item in items]


@pytest.mark.usefixtures("beds")
def test_a_new_office_with_beds_is_asked_for_its_first_application_alone() -> None:
    view = today_view(ON)
    assert kinds(view.items) == [KIND.FIRST]
    assert (view.beds.free, view.beds.in_all, view.families_overdue) == (10, 10, 0)
    assert (view.arrivals, view.departures, view.reserve, view.fits) == ((), (), (), None)
    assert view.days_off is not None
    assert view.worked_weekend is None


@pytest.mark.usefixtures("office")
def test_a_new_office_begins_with_rooms_the_calendar_and_an_application() -> None:
    CalendarYear.delete().execute()
    assert kinds(today_view(ON).items) == [KIND.ROOMS, KIND.CALENDAR, KIND.FIRST]
    assert overdue_count(ON) == 0


@pytest.mark.usefixtures("office")
def test_beds_that_were_all_retired_are_asked_for_again() -> None:
    beds = a_room("101", beds=1)
    a_household()
    assert today_view(ON).items == ()
    Bed.update(retired_on=ON).where(Bed.id == beds[0].id).execute()
    assert kinds(today_view(ON).items) == [KIND.ROOMS]


@pytest.mark.usefixtures("beds")
def test_an_application_is_named_with_its_people(office: TestOffice) -> None:
    an_application(office.desk, size=3)
    (item,) = today_view(ON).items
    assert item.household is not None
    assert (item.kind, item.household.number, item.household.people) == (KIND.CONSIDER, "Ө-1/26", 3)
    assert item.arrived_at is not None
    assert f"{item.arrived_at:%H:%M}" == "10:42"


def test_a_family_that_was_handed_its_referral_arrives(beds: list[Bed]) -> None:
    a_referral(a_household(size=3), beds[:3], received_on=date(2026, 3, 16))
    view = today_view(ON)
    (item,) = view.items
    assert (item.kind, item.due, item.number) == (KIND.MOVE_IN, date(2026, 3, 19), "Ж-1/26")
    assert item.household is not None
    assert (item.household.people, item.household.rooms) == (3, ("101",))
    assert view.arrivals == (item,)
    assert view.beds.held == 3


def test_those_of_a_family_who_have_not_come_are_still_awaited(beds: list[Bed]) -> None:
    referral = a_referral(a_household(size=3), beds[:3], received_on=date(2026, 3, 13))
    first, *rest = moved_in(referral, date(2026, 3, 14))
    for stay in rest:
        undo_moving_in(stay)
    view = today_view(ON)
    (item,) = view.arrivals
    assert (item.kind, item.household and item.household.people) == (KIND.LAPSE, 2)
    assert view.families_overdue == 1
    assert first.left_on is None
    assert overdue_count(ON) == 1


def undo_moving_in(stay: Stay) -> None:
    """Put back the hold of somebody who has not come after all."""
    BedUse.delete().where(BedUse.stay == stay).execute()
    BedUse.update(ended_on=None).where(BedUse.referral_person == stay.referral_person).execute()
    Stay.delete().where(Stay.id == stay.id).execute()


def test_an_infant_without_a_bed_of_its_own_is_awaited_as_well(beds: list[Bed]) -> None:
    referral = a_referral(a_household(size=1), (), received_on=date(2026, 3, 16))
    assert kinds(today_view(ON).items) == [KIND.MOVE_IN]
    moved_in(referral, ON)
    assert today_view(ON).arrivals == ()


def test_what_lapsed_was_struck_out_or_moved_in_is_no_more_awaited(beds: list[Bed]) -> None:
    lapsed = a_referral(a_household("Нобаев"), (), received_on=date(2026, 3, 13))
    Referral.update(lapsed_on=date(2026, 3, 17)).where(Referral.id == lapsed.id).execute()
    struck = a_referral(a_household("Болжамов"))
    values = {"struck_out_on": date(2026, 3, 17), "struck_out_reason": "қате"}
    Referral.update(**values).where(Referral.id == struck.id).execute()
    a_family_living("Мысалов", beds[:2], since=date(2026, 3, 16))
    assert today_view(ON).items == ()


def test_a_referral_that_nobody_fetched_waits_at_the_desk(beds: list[Bed]) -> None:
    a_referral(a_household(), beds[:1])
    assert kinds(today_view(ON).items) == [KIND.HAND_OVER]


def test_a_family_whose_stay_is_over_departs_and_its_beds_are_overdue(beds: list[Bed]) -> None:
    a_family_living("Ертегиев", beds[:2], since=date(2025, 9, 14))
    a_family_living("Қалыпбаев", beds[2:3], since=date(2025, 9, 18))
    view = today_view(ON)
    assert kinds(view.items) == [KIND.VACATE, KIND.STAY_ENDS]
    assert [item.due for item in view.departures] == [date(2026, 3, 17), ON]
    assert view.items[0].household is not None
    assert view.items[0].household.beds == ("101-1", "101-2")
    assert (view.beds.vacating, view.families_overdue) == (2, 1)


def test_who_was_chosen_speaks_for_the_family(beds: list[Bed]) -> None:
    _first, second = a_family_living("Ертегиев", beds[:2], since=date(2025, 9, 14))
    HouseholdContact.create(household=second.household_id, stay=second, chosen_on=ON)
    (item,) = today_view(ON).items
    assert item.household is not None
    assert item.household.name.given_name == "Сәуле"


def test_a_notice_that_was_given_takes_the_row_away(beds: list[Bed]) -> None:
    (stay,) = a_family_living("Ертегиев", beds[:1], since=date(2025, 9, 30))
    assert kinds(today_view(ON).items) == [KIND.STAY_ENDS]
    TermNotice.create(household=stay.household_id, ends_on=date(2026, 3, 30), given_on=ON)
    assert today_view(ON).items == ()


def test_a_status_is_the_persons_own_or_the_applicants(beds: list[Bed]) -> None:
    stays = a_family_living("Нобаев", beds[:2], since=date(2025, 12, 27), status_given_on=date(2025, 3, 27))
    ends_on = date(2026, 3, 27)
    TermNotice.create(household=stays[0].household_id, ends_on=ends_on, given_on=date(2026, 3, 15))
    (item,) = today_view(ON).items
    assert item.kind is KIND.STATUS
    assert (item.due, item.ids) == (date(2026, 3, 27), tuple(stay.id for stay in stays))


def test_house_rules_are_signed_by_adults(beds: list[Bed]) -> None:
    stays = a_family_living("Нобаев", beds[:3], since=date(2026, 3, 16), signed=False, children=1)
    (item,) = today_view(ON).items
    assert (item.kind, item.ids) == (KIND.SIGN_RULES, (stays[0].id, stays[1].id))


def test_a_breach_names_those_whom_it_concerns(beds: list[Bed]) -> None:
    first, second = a_family_living("Жасандиев", beds[:2], since=date(2026, 3, 2))
    breach = a_breach(first.household_id, registered_on=date(2026, 3, 17))
    BreachPerson.create(breach=breach, stay=second, is_to_leave=False)
    (item,) = today_view(ON).items
    assert item.household is not None
    assert (item.kind, item.due, item.number) == (KIND.DECISION, ON, "7/26")
    assert (item.household.name.given_name, item.household.people, item.household.beds) == (
        "Сәуле",
        1,
        ("101-2",),
    )


def test_a_breach_without_people_is_named_by_nobody(beds: list[Bed]) -> None:
    (stay,) = a_family_living("Жасандиев", beds[:1], since=date(2026, 3, 2))
    a_breach(stay.household_id)
    (item,) = today_view(ON).items
    assert item.household is not None
    assert (item.kind, item.household.id) == (KIND.REGISTER, stay.household_id)


@pytest.mark.parametrize("outcome", ["evict", "keep"])
def test_a_decision_is_to_be_made_known_whatever_it_says(beds: list[Bed], outcome: str) -> None:
    breach = a_decided_breach(beds, outcome)
    assert kinds(today_view(ON).items) == [KIND.NOTIFY]
    assert [row.stage for row in breach_rows()] != [Stage.NOTIFIED]
    Breach.update(notified_on=ON).where(Breach.id == breach.id).execute()
    assert today_view(ON).items == ()


def test_nobody_is_told_of_a_decision_once_all_are_out(beds: list[Bed]) -> None:
    breach = a_decided_breach(beds, "evict")
    (one,) = BreachPerson.select().where(BreachPerson.breach == breach)
    gone = {"ended_on": date(2026, 3, 17), "ended_because": "freely", "left_on": date(2026, 3, 17)}
    Stay.update(**gone).where(Stay.id == one.stay_id).execute()
    BedUse.update(ended_on=date(2026, 3, 17), ready_on=ON).where(BedUse.ended_on.is_null()).execute()
    assert [row.stage for row in breach_rows()] == [Stage.OUT]
    assert today_view(ON).items == ()


def a_decided_breach(beds: list[Bed], outcome: str) -> Breach:
    """A breach of somebody who lives here, decided a day before."""
    (stay,) = a_family_living("Жасандиев", beds[:1], since=date(2026, 3, 2))
    breach = a_breach(stay.household.id, registered_on=date(2026, 3, 16))
    BreachPerson.create(breach=breach, stay=stay, is_to_leave=outcome == "evict")
    decided = {"outcome": outcome, "decision_number": "3", "decided_on": date(2026, 3, 17)}
    Breach.update(**decided).where(Breach.id == breach.id).execute()
    return breach


def a_breach(household_id: int, *, registered_on: date | None = None) -> Breach:
    return Breach.create(
        household=household_id,
        happened_on=date(2026, 3, 15),
        facts="Тәртіп бұзды",
        recorded_on=date(2026, 3, 15),
        year=2026,
        sequence=7,
        proposed_on=date(2026, 3, 16),
        registered_on=registered_on,
        registered_number="12" if registered_on else "",
        decision_number="",
    )


def test_a_petition_is_named_by_who_filed_it(beds: list[Bed]) -> None:
    (stay,) = a_family_living("Жасандиев", beds[:1], since=date(2026, 3, 2))
    Petition.create(year=2026, sequence=1, filed_on=date(2026, 3, 10), stay=stay, request="Бөлме")
    (item,) = today_view(ON).items
    assert (item.kind, item.number, item.household and item.household.name.surname) == (
        KIND.PETITION,
        "1/26",
        "Жасандиев",
    )


def test_beds_left_and_beds_repaired_are_asked_about(beds: list[Bed]) -> None:
    (stay,) = a_family_living("Жасандиев", beds[:1], since=date(2026, 3, 2))
    BedUse.update(ended_on=date(2026, 3, 16)).where(BedUse.stay == stay).execute()
    gone = {"ended_on": date(2026, 3, 16), "ended_because": "freely", "left_on": date(2026, 3, 16)}
    Stay.update(**gone).where(Stay.id == stay.id).execute()
    Outage.create(bed=beds[5], began_on=date(2026, 3, 1), expected_until=date(2026, 3, 17), reason="Су")
    Outage.create(bed=beds[6], began_on=date(2026, 3, 1), reason="Терезе")
    found = {item.kind: item for item in today_view(ON).items}
    assert found[KIND.MAKE_READY].labels == ("101-1",)
    assert (found[KIND.REPAIR].labels, found[KIND.REPAIR].reason) == (("201-1",), "Су")


def test_the_reserves_next_is_told_with_the_room_that_fits(office: TestOffice, beds: list[Bed]) -> None:
    application_id = an_application(office.desk, a_person(), a_person("Сәуле"))
    rows.a_reserve_entry(Application.get_by_id(application_id))
    Application.update(considered_on=ON).where(Application.id == application_id).execute()
    view = today_view(ON)
    assert [row.number for row in view.reserve] == ["Ө-1/26"]
    assert kinds(view.items) == [KIND.OFFER]
    assert view.fits is not None
    assert len(view.fits) == 1


def test_nobody_fits_where_beds_are_missing(office: TestOffice) -> None:
    a_room("101", beds=1)
    application_id = an_application(office.desk, size=2)
    rows.a_reserve_entry(Application.get_by_id(application_id))
    Application.update(considered_on=ON).where(Application.id == application_id).execute()
    view = today_view(ON)
    assert (view.items, view.fits) == ((), None)


def test_ten_days_later_everything_is_still_there(office: TestOffice, beds: list[Bed]) -> None:
    an_application(office.desk, size=1)
    a_referral(a_household("Нобаев"), beds[:1], received_on=date(2026, 3, 16))
    a_family_living("Қалыпбаев", beds[2:3], since=date(2025, 9, 18))
    later = today_view(date(2026, 3, 28))
    assert [(item.kind, item.due) for item in later.of(Group.OVERDUE)] == [
        (KIND.CONSIDER, ON),
        (KIND.LAPSE, date(2026, 3, 19)),
        (KIND.VACATE, date(2026, 3, 21)),
    ]


def test_bedding_is_counted_from_its_last_change(office: TestOffice, beds: list[Bed]) -> None:
    Office.update(bedding_days=14).execute()
    stays = a_family_living("Болжамов", beds[:2], since=date(2026, 3, 2))
    BeddingChange.create(bed=beds[0], stay=stays[0], changed_on=date(2026, 3, 6))
    found = [(item.due, item.ids) for item in today_view(ON).items if item.kind is KIND.LINEN]
    assert found == [(date(2026, 3, 16), (beds[1].id,)), (date(2026, 3, 20), (beds[0].id,))]
