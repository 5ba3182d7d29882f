"""What the audit tells of those who live in the demo's house, or are to: their history's lines."""

from datetime import date, datetime, time

from kandas_desktop.demo.guests import Guests
from kandas_desktop.demo.ledger import Ledger, Written


def tell(ledger: Ledger, guests: Guests, written: Written) -> None:
    """Put down how a household came into the house, from its referral on."""
    application_id = written.application_id
    referral_id, number = written.referrals[-1]
    if guests.line.waited_until is not None:
        ledger.record(_at(guests.line.day, 16), "enter reserve", "application", application_id)
    ledger.record(_at(guests.issued_on, 15), "issue", "referral", referral_id, number=number)
    if guests.received_on is not None:
        received_on = guests.received_on
        at = _at(received_on, 15, 30)
        ledger.record(at, "hand over", "referral", referral_id, received_on=received_on)
    if guests.moved_in_on is None:
        return
    moved_in_on, family = guests.moved_in_on, guests.line.family
    ledger.record(
        _at(moved_in_on, 16, 10),
        "move in",
        "referral",
        referral_id,
        number=number,
        people=[person.name.full for person in family],
        moved_in_on=moved_in_on,
    )
    adults = [person.name.full for person in family if person.born.is_adult_on(moved_in_on)]
    if adults:
        ledger.record(
            _at(moved_in_on, 16, 20),
            "sign house rules",
            "application",
            application_id,
            people=adults,
            signed_on=moved_in_on,
        )


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute))
