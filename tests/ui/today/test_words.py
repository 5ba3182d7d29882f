"""What the rows of the first page say, whatever is due, in every language."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from kandas_desktop import words
from kandas_desktop.queries.today import TodayView
from kandas_desktop.rules.agenda import agenda, departures
from kandas_desktop.rules.agenda_facts import (
    BreachFile,
    Facts,
    Household,
    LinenBed,
    NoticeGiven,
    Offer,
    OpenPetition,
    ReferralOut,
    Repair,
    Resident,
    ToConsider,
    UnreadyBed,
)
from kandas_desktop.rules.agenda_items import ItemKind
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.days_off import next_days_off, next_worked_weekend
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import BedCounts
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from kandas_desktop.ui.today.comers_card import comers_of
from kandas_desktop.ui.today.days import days_off_note, distance, long_day, short_day
from kandas_desktop.ui.today.rows import AgendaRow, groups_of
from kandas_desktop.ui.today.words import Sight, places_of

ON = date(2026, 3, 18)
FAMILY = Household(7, "Ө-7/26", PersonName("Мысалов", "Дәурен"), 3, ("103-1", "104-2"), ("103", "104"))
PAPER = date(2026, 3, 12)


def a_resident(stay_id: int, moved_in_on: date, **facts: object) -> Resident:
    return Resident(
        stay_id,
        stay_id,
        f"Ө-{stay_id}/25",
        stay_id,
        PersonName("Болжамов", "Марат"),
        BirthDate(1984, 6, 22),
        moved_in_on,
        speaks_for_household=True,
        bed="107-1",
        room="107",
        **facts,  # type: ignore[arg-type]
    )


SIGNED = {"rules_signed_on": date(2026, 3, 1)}
FACTS = Facts(
    calendar=kazakhstan(),
    to_consider=[
        ToConsider(1, FAMILY, ON, datetime(2026, 3, 18, 9, 12)),
        ToConsider(2, FAMILY, date(2026, 3, 17), datetime(2026, 3, 17, 9, 12)),
        ToConsider(3, FAMILY, date(2026, 3, 26), datetime(2026, 3, 21, 9, 12)),
        ToConsider(4, FAMILY, PAPER, datetime(2026, 3, 12, 9, 12), date(2026, 3, 16)),
    ],
    referrals=[
        ReferralOut(1, "Ж-1/26", FAMILY, PAPER, date(2026, 3, 13)),
        ReferralOut(2, "Ж-2/26", FAMILY, PAPER, date(2026, 3, 18)),
        ReferralOut(3, "Ж-3/26", FAMILY, PAPER, None),
        ReferralOut(4, "Ж-4/26", FAMILY, date(2026, 3, 19), None),
    ],
    residents=[
        a_resident(11, date(2025, 9, 10), **SIGNED),
        a_resident(12, date(2025, 9, 18), **SIGNED),
        a_resident(13, date(2025, 9, 21), **SIGNED),
        a_resident(14, date(2026, 1, 5), own_status=KandasStatus(date(2025, 3, 20)), **SIGNED),
        a_resident(15, date(2026, 1, 5), own_status=KandasStatus(date(2025, 4, 5)), **SIGNED),
        a_resident(
            16,
            date(2026, 1, 5),
            own_status=KandasStatus(date(2024, 10, 5), extended_until=date(2026, 4, 5)),
            **SIGNED,
        ),
        a_resident(
            17,
            date(2026, 1, 5),
            own_status=KandasStatus(
                date(2026, 1, 5), ended_on=date(2026, 4, 5), ended_because=StatusEnd.CITIZENSHIP
            ),
            **SIGNED,
        ),
        a_resident(18, date(2026, 3, 10)),
        a_resident(19, date(2026, 1, 5), ended_on=ON, **SIGNED),
    ],
    notices=[NoticeGiven(stay_id, date(2026, 4, 5), date(2026, 3, 10)) for stay_id in (15, 16, 17)],
    breaches=[
        BreachFile(1, FAMILY, PAPER),
        BreachFile(2, FAMILY, PAPER, PAPER, "6"),
        BreachFile(3, FAMILY, PAPER, PAPER, "7", date(2026, 3, 17)),
        BreachFile(4, FAMILY, PAPER, PAPER, "8", PAPER, decided_on=date(2026, 3, 16)),
    ],
    petitions=[OpenPetition(1, "4", FAMILY, PAPER)],
    linen=[LinenBed(1, 1, date(2026, 3, 4))],
    unready=[UnreadyBed(2, "102-1", 1, date(2026, 3, 17))],
    repairs=[Repair(3, "102-2", "Су", PAPER, ON), Repair(4, "102-3", "Су", PAPER, date(2026, 3, 20))],
    offers=[Offer(5, FAMILY, PAPER)],
    has_beds=False,
    has_applications=False,
)


def the_view(facts: Facts = FACTS, on: date = ON) -> TodayView:
    items = tuple(agenda(facts, on))
    return TodayView(
        on=on,
        items=items,
        beds=BedCounts(),
        families_overdue=0,
        arrivals=tuple(item for item in items if item.kind in (ItemKind.LAPSE, ItemKind.MOVE_IN)),
        departures=tuple(departures(facts, on)),
        reserve=(),
        fits=None,
        days_off=next_days_off(facts.calendar, on),
        worked_weekend=next_worked_weekend(facts.calendar, on),
        calendar=facts.calendar,
        moves_last_days=facts.moves_last_days,
        bedding_days=14,
    )


def rows(facts: Facts = FACTS, on: date = ON) -> list[AgendaRow]:
    view = the_view(facts, on)
    sight = Sight(on, calendar=view.calendar)
    return [row for group in groups_of(view, sight) for row in group.rows]


def reasons(kind: ItemKind, facts: Facts = FACTS, on: date = ON) -> list[str]:
    return [row.reason for row in rows(facts, on) if row.item.kind is kind]


def test_the_facts_of_this_test_have_something_of_every_kind() -> None:
    assert {row.item.kind for row in rows()} == set(ItemKind)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_row_says_what_whom_why_and_what_to_do(language: str) -> None:
    with words.spoken_in(language):
        for row in rows():
            parts = (row.day, row.distance, row.title, row.subject, row.reason, row.button, row.spoken)
            assert all(parts), row
            assert "{" not in " ".join([*parts, *row.why])


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            ItemKind.CONSIDER,
            [
                "Ө-7/26 · its referral was struck out on 16.03.2026",
                "Ө-7/26 · registered on 17.03.2026, considered the same day",
                "Ө-7/26 · registered today at 09:12, considered the same day",
                "Ө-7/26 · came on 21.03.2026, a day off",
            ],
        ),
        (ItemKind.VACATE, ["The stay ended on 10.03.2026 + 3 calendar days"]),
        (
            ItemKind.STAY_ENDS,
            [
                "Moved in on 18.09.2025 + 6 months; to be vacated by 21.03.2026",
                "Put out by a decision; to be vacated by 21.03.2026",
                "The kandas status ends that day; to be vacated by 23.03.2026",
                "Moved in on 21.09.2025 + 6 months; never moves for a day off",
            ],
        ),
        (
            ItemKind.STATUS,
            [
                "Given on 05.04.2025 + 1 year; the stay ends that day too",
                "Given on 05.10.2024, extended once; the stay ends that day too",
                "The status was ended; the stay ends with it",
            ],
        ),
        (ItemKind.DECISION, ["№ 7 · Proposal registered on 17.03.2026 + 1 working day"]),
        (ItemKind.LINEN, ["Changed on 04.03.2026 + 14 days of the office"]),
        (ItemKind.REPAIR, ["Су · out of service since 12.03.2026"] * 2),
    ],
)
def test_a_reason_names_the_day_from_which_it_runs(kind: ItemKind, said: list[str]) -> None:
    assert reasons(kind) == said


def whys(kind: ItemKind, facts: Facts = FACTS, on: date = ON) -> str:
    return " ".join(line for row in rows(facts, on) if row.item.kind is kind for line in row.why)


def test_what_is_unfolded_names_the_days_that_are_not_counted() -> None:
    assert "Days off that are not counted: Nauryz, 21–25.03." in whys(
        ItemKind.DECISION,
        replace(FACTS, breaches=[BreachFile(3, FAMILY, PAPER, PAPER, "7", date(2026, 3, 20))]),
    )
    assert "registered on the next working day, 26.03.2026." in whys(ItemKind.CONSIDER)


def test_what_is_unfolded_says_of_a_day_off_whether_the_term_moves() -> None:
    facts = replace(FACTS, referrals=[ReferralOut(2, "Ж-2/26", FAMILY, PAPER, date(2026, 3, 18))])
    assert "Saturday, Nauryz: calendar days are counted to the letter." in whys(ItemKind.MOVE_IN, facts)
    moved = whys(ItemKind.MOVE_IN, replace(facts, moves_last_days=True))
    assert "The last day moved off days off (Civil Code, article 175): Nauryz, 21–25.03." in moved
    assert "six months are a cap, which never moves." in whys(ItemKind.STAY_ENDS)
    assert "It was ended on 18.03.2026, before its term." in whys(ItemKind.STAY_ENDS)


def test_days_ahead_are_named_and_far_ones_counted() -> None:
    told = {row.day: row.distance for row in rows() if row.item.due}
    assert (told["18.03"], told["20.03"], told["21.03"], told["05.04"]) == ("today", "Fri", "Sat", "18 days")
    tomorrow = [distance(row.item, date(2026, 3, 20)) for row in rows() if row.day == "21.03"]
    assert set(tomorrow) == {"tomorrow"}
    since = [row.distance for row in rows() if row.item.kind is ItemKind.PETITION]
    assert since == ["day 7"]


def test_a_clock_that_is_behind_counts_no_day_below_the_first() -> None:
    behind = [distance(row.item, date(2025, 3, 18)) for row in rows()]
    assert not [told for told in behind if "-" in told]


def test_a_day_of_another_year_has_its_year() -> None:
    assert (short_day(date(2025, 12, 30), ON), short_day(ON, ON)) == ("30.12.25", "18.03")


def test_days_are_written_out_in_full_in_each_language() -> None:
    said = []
    for language in ("kk", "ru", "en"):
        with words.spoken_in(language):
            said.append(long_day(ON))
    assert said == ["2026 жылғы 18 наурыз, сәрсенбі", "18 марта 2026 года, среда", "18 March 2026, Wed"]


def test_holidays_ahead_and_moved_saturdays_are_told() -> None:
    assert days_off_note(the_view()) == ("Nauryz: 21–25.03 off", "next working day 26.03")
    worked = the_view()._replace(days_off=None, worked_weekend=date(2024, 5, 4))
    assert days_off_note(worked) == ("04.05, Sat: a working day", "")
    assert days_off_note(worked._replace(worked_weekend=None)) == ("", "")


def test_places_are_a_bed_or_rooms() -> None:
    assert places_of(FAMILY) == "rooms 103, 104"
    assert places_of(FAMILY._replace(rooms=("103",))) == "room 103"
    assert places_of(FAMILY._replace(beds=("103-1",))) == "103-1"
    assert places_of(FAMILY._replace(beds=(), rooms=())) == ""


def test_comers_say_why_they_leave() -> None:
    view = the_view()
    said = [(comer.second, comer.when) for comer in comers_of(view, Sight(ON)) if not comer.comes]
    assert said == [
        ("107-1 · not left yet", "due 13.03"),
        ("107-1 · 6 months are over", "today"),
        ("107-1 · the stay was ended", "today"),
        ("107-1 · the status ends", "due 20.03"),
        ("107-1 · 6 months are over", "due 21.03"),
    ]
