"""The day's agenda: what is overdue, due today and soon, each with its clause, its term and whom it concerns.

It is computed from dates whenever it is read, so that nothing is missed after days on which the PC was off.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from kandas_desktop.rules.agenda_facts import BreachFile, Facts, Household, ReferralOut, Resident
from kandas_desktop.rules.agenda_items import AgendaItem, Group, ItemKind, group_of
from kandas_desktop.rules.bedding import linen_due
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.status import KandasStatus, status_ends_on, stay_follows
from kandas_desktop.rules.terms import (
    Term,
    explain_decision_due,
    explain_move_in_due,
    explain_registered_on,
    explain_stay_ends_on,
    explain_vacate_due,
)

WARNING_DAYS = (30, 14, 3)
"""How long before a stay ends its household is given notice; each is asked for until it was given."""
_LINEN_AHEAD = _REPAIR_AHEAD = 3
_LEAVING_AHEAD = 7
_NOVEMBER = 11
_ORDER = {kind: place for place, kind in enumerate(ItemKind)}

Row = TypeVar("Row")
Key = TypeVar("Key")


def agenda(facts: Facts, on: date) -> list[AgendaItem]:
    """Return everything that is due, by group and day."""
    stays = list(_stays(facts, on))
    # Where the stay's end stands there with its next step, the status that ends it is one thing with it.
    shown = {(item.subject_id, item.due) for item in stays}
    found = [
        *_applications(facts, on),
        *_referrals(facts, on),
        *stays,
        *_statuses(facts, on, shown),
        *_rules_to_sign(facts, on),
        *(item for file in facts.breaches for item in _breach(file, facts, on)),
        *_petitions(facts, on),
        *_linen(facts, on),
        *_beds(facts, on),
        *_offers(facts, on),
        *_calendars(facts, on),
        *_first_steps(facts, on),
    ]
    groups = {group: place for place, group in enumerate(Group)}
    return sorted(
        found,
        key=lambda item: (groups[item.group], item.due is None, item.day, _ORDER[item.kind], item.subject_id),
    )


def departures(facts: Facts, on: date) -> list[AgendaItem]:
    """Return whose stay ended or ends within a week, household by household, the earliest first."""
    within = on + timedelta(days=_LEAVING_AHEAD)
    leaving = [person for person in facts.residents if stay_end(person).due <= within]
    found = [_stay_item(family, end, facts, on) for end, family in _families_by_end(leaving)]
    return sorted((item for item in found if item.day <= within), key=lambda item: item.day)


def stay_end(resident: Resident) -> Term:
    """Return when a resident's stay ends and why (r.15); one that was ended before has that day."""
    if resident.ended_on is not None:
        return Term(base=resident.moved_in_on, due=resident.ended_on, clause=Clause.R15)
    return _stay_term(resident.moved_in_on, resident.own_status, resident.applicants_status)


@lru_cache(maxsize=4096)
def _stay_term(moved_in_on: date, own: KandasStatus, applicants: KandasStatus) -> Term:
    # Asked again and again of the same few hundred residents.
    return explain_stay_ends_on(moved_in_on, stay_follows(own, applicants))


def _applications(facts: Facts, on: date) -> Iterator[AgendaItem]:
    for one in facts.to_consider:
        due = one.reopened_on or one.registered_on
        yield AgendaItem(
            kind=ItemKind.CONSIDER,
            group=group_of(due, on),
            subject_id=one.application_id,
            due=due,
            clause=Clause.R6,
            term=None if one.reopened_on else explain_registered_on(one.arrived_at.date(), facts.calendar),
            base=due,
            arrived_at=one.arrived_at,
            household=one.household,
        )


def _referrals(facts: Facts, on: date) -> Iterator[AgendaItem]:
    for one in facts.referrals:
        if one.received_on is None:
            yield _hand_over(one, on)
            continue
        term = explain_move_in_due(one.received_on, facts.last_days)
        yield AgendaItem(
            kind=ItemKind.LAPSE if term.due < on else ItemKind.MOVE_IN,
            group=group_of(term.due, on),
            subject_id=one.referral_id,
            due=term.due,
            clause=Clause.R9,
            term=term,
            base=one.received_on,
            household=one.household,
            number=one.number,
        )


def _hand_over(one: ReferralOut, on: date) -> AgendaItem:
    return AgendaItem(
        kind=ItemKind.HAND_OVER,
        group=Group.SOON if one.issued_on > on else Group.TODAY,
        subject_id=one.referral_id,
        since=one.issued_on,
        clause=Clause.R9,
        base=one.issued_on,
        household=one.household,
        number=one.number,
    )


def _stays(facts: Facts, on: date) -> Iterator[AgendaItem]:
    given: dict[tuple[int, date], date] = {}
    for notice in facts.notices:
        key = notice.household_id, notice.ends_on
        given[key] = max(notice.given_on, given.get(key, date.min))
    for end, family in _families_by_end(facts.residents):
        if end < on:
            yield _stay_item(family, end, facts, on)
            continue
        days_left = (end - on).days
        warning = min((days for days in WARNING_DAYS if days_left <= days), default=None)
        if warning is None:
            continue
        is_given = given.get((family[0].household_id, end), date.min) >= end - timedelta(days=warning)
        if not is_given or days_left <= min(WARNING_DAYS):
            yield _stay_item(family, end, facts, on, notice_due=not is_given)


def _stay_item(
    family: Sequence[Resident], end: date, facts: Facts, on: date, *, notice_due: bool = False
) -> AgendaItem:
    """The end of a stay (r.15, by a decision r.14), or, once it is over, the room to be vacated (r.17)."""
    vacate = explain_vacate_due(end, facts.last_days)
    is_over = end < on
    is_put_out = family[0].ended_on is not None  # whoever leaves freely is gone by then
    term = vacate if is_over else stay_end(family[0])
    return AgendaItem(
        kind=ItemKind.VACATE if is_over else ItemKind.STAY_ENDS,
        group=group_of(term.due, on),
        subject_id=family[0].household_id,
        due=term.due,
        clause=Clause.R14 if is_put_out and not is_over else term.clause,
        term=term,
        base=term.base,
        household=_household(family),
        ids=tuple(person.stay_id for person in family),
        notice_due=notice_due,
        vacate=vacate,
    )


def _families_by_end(residents: Iterable[Resident]) -> list[tuple[date, list[Resident]]]:
    """Those of a household whose stays end on one day; who speaks for it comes first."""
    found = _grouped(residents, lambda person: (person.household_id, stay_end(person).due))
    return [
        (end, sorted(family, key=lambda person: not person.speaks_for_household))
        for (_household_id, end), family in found.items()
    ]


def _statuses(facts: Facts, on: date, shown: Collection[tuple[int, date | None]]) -> Iterator[AgendaItem]:
    """Whose status ends before the six months, so that it can still be extended (art. 25, r.15).

    Not where the end of the household's stay on that day is ``shown`` already.
    """

    def whose(person: Resident) -> tuple[int, KandasStatus, bool]:
        has_own = person.own_status.given_on is not None
        status = person.own_status if has_own else person.applicants_status
        return person.household_id, status, has_own

    ended_by_status = [
        person for person in facts.residents if person.ended_on is None and stay_end(person).ended_by_status
    ]
    within = on + timedelta(days=max(WARNING_DAYS))
    followed = _grouped(ended_by_status, lambda person: whose(person)[:2])
    for (household_id, status), people in followed.items():
        end = status_ends_on(status)
        if end is None or not on <= end <= within or (household_id, end) in shown:
            continue
        family = sorted(people, key=lambda person: (not whose(person)[2], not person.speaks_for_household))
        yield AgendaItem(
            kind=ItemKind.STATUS,
            group=group_of(end, on),
            subject_id=family[0].stay_id,
            due=end,
            clause=Clause.R15,
            base=status.given_on,
            household=_household(family),
            ids=tuple(person.stay_id for person in family),
            status=status,
        )


def _rules_to_sign(facts: Facts, on: date) -> Iterator[AgendaItem]:
    """Which adults have not signed the house rules yet (r.10)."""
    unsigned = [
        person
        for person in facts.residents
        if person.rules_signed_on is None and person.ended_on is None and person.born.is_adult_on(on)
    ]
    for (referral_id, moved_in_on), people in _grouped(
        unsigned, lambda person: (person.referral_id, person.moved_in_on)
    ).items():
        family = sorted(people, key=lambda person: not person.speaks_for_household)
        yield AgendaItem(
            kind=ItemKind.SIGN_RULES,
            group=Group.TODAY,
            subject_id=referral_id,
            since=moved_in_on,
            clause=Clause.R10,
            base=moved_in_on,
            household=_household(family),
            ids=tuple(person.stay_id for person in family),
        )


def _breach(file: BreachFile, facts: Facts, on: date) -> Iterator[AgendaItem]:
    """The next step of a breach's file (r.13, r.14)."""
    term = None
    if file.decided_on is not None:
        kind, since = ItemKind.NOTIFY, file.decided_on
    elif file.registered_on is not None:
        kind, since = ItemKind.DECISION, file.registered_on
        term = explain_decision_due(file.registered_on, facts.calendar)
    elif file.proposed_on is not None:
        kind, since = ItemKind.REGISTER, file.proposed_on
    else:
        kind, since = ItemKind.PROPOSE, file.recorded_on
    if kind is ItemKind.NOTIFY and file.notified_on is not None:
        return
    yield AgendaItem(
        kind=kind,
        group=group_of(term.due, on) if term else Group.TODAY,
        subject_id=file.breach_id,
        due=term.due if term else None,
        since=None if term else since,
        clause=Clause.R13 if kind in (ItemKind.PROPOSE, ItemKind.REGISTER) else Clause.R14,
        term=term,
        base=since,
        household=file.household,
        number=file.number,
    )


def _petitions(facts: Facts, on: date) -> Iterator[AgendaItem]:
    for one in facts.petitions:
        yield AgendaItem(
            kind=ItemKind.PETITION,
            group=Group.TODAY,
            subject_id=one.petition_id,
            since=one.filed_on,
            clause=Clause.R10,
            base=one.filed_on,
            household=one.household,
            number=one.number,
        )


def _linen(facts: Facts, on: date) -> Iterator[AgendaItem]:
    """Bedding to be changed (r.11), floor by floor and day by day."""
    due_beds = _grouped(facts.linen, lambda bed: (linen_due(bed.last_on, facts.bedding_days), bed.floor))
    for (due, floor), beds in due_beds.items():
        if due <= on + timedelta(days=_LINEN_AHEAD):
            yield AgendaItem(
                kind=ItemKind.LINEN,
                group=group_of(due, on),
                subject_id=floor,
                due=due,
                clause=Clause.R11,
                base=beds[0].last_on,
                ids=tuple(bed.bed_id for bed in beds),
                floor=floor,
            )


def _beds(facts: Facts, on: date) -> Iterator[AgendaItem]:
    for floor, beds in _grouped(facts.unready, lambda bed: bed.floor).items():
        yield AgendaItem(
            kind=ItemKind.MAKE_READY,
            group=Group.TODAY,
            subject_id=floor,
            since=min(bed.left_on for bed in beds),
            base=min(bed.left_on for bed in beds),
            ids=tuple(bed.bed_id for bed in beds),
            labels=tuple(bed.label for bed in beds),
            floor=floor,
        )
    for repair in facts.repairs:
        expected = repair.expected_until
        if expected is not None and expected <= on + timedelta(days=_REPAIR_AHEAD):
            # An estimate is never overdue: it is time to look.
            yield AgendaItem(
                kind=ItemKind.REPAIR,
                group=Group.SOON if expected > on else Group.TODAY,
                subject_id=repair.bed_id,
                due=expected if expected > on else None,
                since=None if expected > on else expected,
                base=repair.began_on,
                ids=(repair.bed_id,),
                labels=(repair.label,),
                reason=repair.reason,
            )


def _offers(facts: Facts, on: date) -> Iterator[AgendaItem]:
    for one in facts.offers:
        yield AgendaItem(
            kind=ItemKind.OFFER,
            group=Group.TODAY,
            subject_id=one.application_id,
            due=on,
            clause=Clause.R8,
            base=one.registered_on,
            household=one.household,
        )


def _calendars(facts: Facts, on: date) -> Iterator[AgendaItem]:
    """Whose year's days off are not confirmed: this year's at once, from November on the next one's."""
    if on.year not in facts.confirmed_years:
        yield AgendaItem(
            kind=ItemKind.CALENDAR,
            group=Group.TODAY,
            subject_id=on.year,
            since=max(date(on.year, 1, 1), facts.set_up_on),
        )
    if on.month >= _NOVEMBER and on.year + 1 not in facts.confirmed_years:
        due = date(on.year, 12, 31)
        yield AgendaItem(kind=ItemKind.CALENDAR, group=group_of(due, on), subject_id=on.year + 1, due=due)


def _first_steps(facts: Facts, on: date) -> Iterator[AgendaItem]:
    """What a new office begins with: beds to refer to (r.7), and the first line of its journal (r.5)."""
    if not facts.has_beds:
        begun = min(facts.set_up_on, on)
        yield AgendaItem(kind=ItemKind.ROOMS, group=Group.TODAY, since=begun, clause=Clause.R7)
    if not facts.has_applications:
        yield AgendaItem(kind=ItemKind.FIRST, group=Group.TODAY, since=on, clause=Clause.R5)


def _household(family: Sequence[Resident]) -> Household:
    first = family[0]
    return Household(
        id=first.household_id,
        number=first.household_number,
        name=first.name,
        people=len(family),
        beds=tuple(dict.fromkeys(person.bed for person in family if person.bed)),
        rooms=tuple(dict.fromkeys(person.room for person in family if person.room)),
    )


def _grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    found: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)
