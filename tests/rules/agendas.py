"""A day's agenda for tests: each call says only which facts there are."""

from dataclasses import replace
from datetime import date

from kandas_desktop.rules.agenda import agenda
from kandas_desktop.rules.agenda_facts import Facts, Household, ReferralOut, Resident
from kandas_desktop.rules.agenda_items import AgendaItem, ItemKind
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.names import PersonName

FAMILY = Household(7, "Ө-7/21", PersonName("Мысалов", "Дәурен"), 3)
FACTS = Facts(calendar=kazakhstan(), confirmed_years=frozenset(range(2020, 2030)))
KIND = ItemKind


def due(on: date, **facts: object) -> list[AgendaItem]:
    """The agenda of a day."""
    return agenda(replace(FACTS, **facts), on)  # type: ignore[arg-type]


def only(on: date, **facts: object) -> AgendaItem:
    """The one item of a day's agenda."""
    (item,) = due(on, **facts)
    return item


def a_resident(stay_id: int = 1, *, moved_in_on: date = date(2021, 3, 16), **facts: object) -> Resident:
    """Somebody who lives here alone and signed the house rules."""
    values: dict[str, object] = {
        "household_id": 7,
        "household_number": "Ө-7/21",
        "referral_id": 5,
        "name": PersonName("Мысалов", "Дәурен"),
        "born": BirthDate(1984, 6, 22),
        "rules_signed_on": moved_in_on,
        "speaks_for_household": stay_id == 1,
        "bed": f"103-{stay_id}",
        "room": "103",
    }
    return Resident(stay_id=stay_id, moved_in_on=moved_in_on, **values | facts)  # type: ignore[arg-type]


def a_referral(received_on: date | None, issued_on: date = date(2021, 3, 15)) -> ReferralOut:
    return ReferralOut(5, "Ж-5/21", FAMILY, issued_on, received_on)
