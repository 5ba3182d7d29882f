"""Files of breaches read into the values that the rules reason about."""

from datetime import date

from kandas_desktop.models.stay_tables import Breach, BreachPerson, Petition, Stay
from kandas_desktop.models.stays import household_rows, residents
from kandas_desktop.rules.breaches import BreachFile, Outcome
from kandas_desktop.rules.registers import LastEntry
from kandas_desktop.rules.stays import Resident


def breach_file(breach: Breach) -> BreachFile:
    """The days of a file as the rules see them."""
    leaving = (
        Stay.select(Stay.left_on)
        .join(BreachPerson)
        .where(BreachPerson.breach == breach.id, BreachPerson.is_to_leave == 1)
    )
    return BreachFile(
        happened_on=breach.happened_on,
        proposed_on=breach.proposed_on,
        registered_on=breach.registered_on,
        outcome=Outcome(breach.outcome) if breach.outcome else None,
        decided_on=breach.decided_on,
        notified_on=breach.notified_on,
        closed_on=breach.closed_on,
        left_on=tuple(stay.left_on for stay in leaving),
    )


def breach_people(breach_id: int) -> dict[int, bool]:
    """Whom a breach concerns: for each stay whether the decision ends it."""
    rows = BreachPerson.select().where(BreachPerson.breach == breach_id).order_by(BreachPerson.id)
    return {row.stay_id: row.is_to_leave for row in rows}


def household_residents(household_id: int, *, today: date) -> list[Resident]:
    """Everybody of a household who lives here or did, in the order in which they came."""
    return residents(household_rows(household_id), today=today)


def last_proposal(year: int) -> LastEntry | None:
    """The proposal of a year with the last number; one whose file was closed as a mistake does not count."""
    last = (
        Breach.select()
        .where(Breach.year == year, Breach.closed_on.is_null())
        .order_by(Breach.sequence.desc())
        .first()
    )
    return LastEntry(breach_number(last), last.proposed_on) if last else None


def last_petition(year: int) -> LastEntry | None:
    """The petition of a year with the last number."""
    last = Petition.select().where(Petition.year == year).order_by(Petition.sequence.desc()).first()
    return LastEntry(petition_number(last), last.filed_on) if last else None


def breach_number(breach: Breach) -> str:
    """The number of a proposal, «3/26»; empty before it is made."""
    if breach.sequence is None or breach.year is None:
        return ""
    return numbered(breach.sequence, breach.year)


def petition_number(petition: Petition) -> str:
    """The number of a petition, «3/26»."""
    return numbered(petition.sequence, petition.year)


def numbered(sequence: int, year: int) -> str:
    """A running number within its year, as lists and papers write it: «3/26»."""
    return f"{sequence}/{year % 100:02}"
