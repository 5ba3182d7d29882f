"""What the Center's own papers say: proposals, notices, the house rules and the linen round."""

from collections.abc import Collection, Iterable
from datetime import date

from kandas_desktop.models.breaches import breach_file, breach_number, breach_people
from kandas_desktop.models.cases import birth_date, paper_birth, term_calendar
from kandas_desktop.models.paper_tables import Paper
from kandas_desktop.models.stay_tables import Breach, HouseholdContact, Stay
from kandas_desktop.models.stays import (
    applicant_of,
    contact_of,
    household_rows,
    kandas_status,
    person_name,
    referral_people,
    term_ends_on,
)
from kandas_desktop.models.tables import Office, Person, Referral, ReferralPerson
from kandas_desktop.queries.bedding import linen_rows
from kandas_desktop.queries.papers import PaperRow, paper_row
from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports.forms import FormPerson
from kandas_desktop.reports.stay_forms import (
    DecisionNoticeForm,
    HouseRulesForm,
    HouseRulesLine,
    LeaverLine,
    Letterhead,
    LinenForm,
    LinenLine,
    ProposalForm,
    ReferralLine,
    ResidentLine,
    TermLine,
    TermNoticeForm,
)
from kandas_desktop.rules.breaches import (
    BreachPaper,
    obstacles_to_notice_paper,
    obstacles_to_proposal_paper,
)
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.status import stay_follows
from kandas_desktop.rules.terms import explain_stay_ends_on, vacate_due


def breach_paper(breach_id: int, kind: BreachPaper) -> PaperRow | None:
    """The paper kept of a breach; ``None`` until it was first made."""
    return paper_row(Paper.get_or_none(Paper.breach == breach_id, Paper.kind == kind.value))


def obstacles_to_breach_paper(breach_id: int, kind: BreachPaper) -> list[Obstacle]:
    """Why a paper of a breach cannot be made yet: the step it rests on was not taken (r.13, r.14)."""
    file = breach_file(Breach.get_by_id(breach_id))
    proposal = kind is BreachPaper.PROPOSAL
    return obstacles_to_proposal_paper(file) if proposal else obstacles_to_notice_paper(file)


def is_breach_closed(breach_id: int) -> bool:
    """Whether a file was closed without a decision, so that its proposal is no longer in force."""
    return Breach.get_by_id(breach_id).closed_on is not None


def proposal_form(breach_id: int) -> ProposalForm:
    """What the proposal says (r.13); only once it was made."""
    breach = Breach.get_by_id(breach_id)
    assert breach.proposed_on is not None, "a proposal is printed once it was made"
    concerned = breach_people(breach_id)
    rows = [row for row in household_rows(breach.household_id) if row.id in concerned]
    applicant = applicant_of(breach.household_id)
    return ProposalForm(
        letterhead=_letterhead(),
        local_body=_local_body(breach.household_id),
        number=breach_number(breach),
        proposed_on=breach.proposed_on,
        happened_on=breach.happened_on,
        facts=breach.facts,
        people=tuple(map(_resident_line, rows)),
        referrals=_referrals(concerned),
        is_term_over=all(term_ends_on(row, applicant) < breach.proposed_on for row in rows),
    )


def decision_notice_form(breach_id: int, on: date) -> DecisionNoticeForm:
    """What the family is told of a decision (r.14, r.16, r.17), in a notice of the day ``on``."""
    breach = Breach.get_by_id(breach_id)
    assert breach.decided_on is not None, "nobody is told what was not decided"
    assert breach.proposed_on is not None, "nothing is decided that was not proposed"
    people = breach_people(breach_id)
    rows = household_rows(breach.household_id)
    leaving = [row for row in rows if people.get(row.id)]
    calendar = term_calendar(Office.get_by_id(1))
    # Who stays where all may stay is told of those whom the proposal concerned.
    staying = (
        [row for row in rows if row not in leaving and _lives_on(row, on)]
        if leaving
        else [row for row in rows if row.id in people]
    )
    return DecisionNoticeForm(
        letterhead=_letterhead(),
        to=_addressee([*(leaving or staying), *_speaking_for(breach.household_id, rows)], on),
        on=on,
        local_body=_local_body(breach.household_id),
        number=breach.decision_number,
        decided_on=breach.decided_on,
        proposal=breach_number(breach),
        proposed_on=breach.proposed_on,
        leaving=tuple(
            LeaverLine(
                name=person_name(row.person).full,
                born=paper_birth(birth_date(row.person)),
                ended_on=row.ended_on or breach.decided_on,
                vacate_by=vacate_due(row.ended_on or breach.decided_on, calendar),
                has_left=row.left_on is not None,
            )
            for row in leaving
        ),
        staying=tuple(map(_resident_line, staying)),
        contact=_new_contact(breach, staying) if leaving else "",
    )


def term_notice_form(household_id: int, on: date) -> TermNoticeForm | None:
    """The notice to a family of when its stay ends (r.15); ``None`` where nobody of it lives here."""
    rows = [row for row in household_rows(household_id) if row.left_on is None]
    if not rows:
        return None
    calendar = term_calendar(Office.get_by_id(1))
    applicant = applicant_of(household_id)
    return TermNoticeForm(
        letterhead=_letterhead(),
        to=_addressee(_speaking_for(household_id, rows), on),
        on=on,
        people=tuple(_term_line(row, applicant, calendar) for row in rows),
    )


def house_rules_form(referral_id: int, on: date) -> HouseRulesForm | None:
    """The acknowledgement of the house rules (r.10) by a referral's adults; ``None`` while there are none."""
    rows = (
        Stay.select(Stay, Person, ReferralPerson)
        .join(Person)
        .switch(Stay)
        .join(ReferralPerson)
        .where(ReferralPerson.referral == referral_id, Stay.left_on.is_null())
        .order_by(ReferralPerson.position)
    )
    people = tuple(
        HouseRulesLine(
            FormPerson(person_name(row.person).full, paper_birth(birth_date(row.person))),
            row.rules_signed_on,
        )
        for row in rows
        if birth_date(row.person).is_adult_on(on)
    )
    if not people:
        return None
    return HouseRulesForm(_letterhead(), Referral.get_by_id(referral_id).number, people)


def why_no_term_notice(household_id: int) -> Obstacle:
    """Why a family is told of no term (r.15): it has left, or never came."""
    return _nobody_here(Clause.R15, has_left=bool(household_rows(household_id)))


def why_no_house_rules(referral_id: int, on: date) -> Obstacle:
    """Why nobody of a referral is to sign the house rules (r.10): no adult is on it, came, or lives here."""
    adults = [
        row.id
        for row in referral_people(referral_id)
        if birth_date(row.application_person.person).is_adult_on(on)
    ]
    if not adults:
        return Obstacle(ObstacleKind.NO_ADULT, Clause.R10)
    came = Stay.select().where(Stay.referral_person.in_(adults))
    return _nobody_here(Clause.R10, has_left=came.exists())


def _nobody_here(clause: Clause, *, has_left: bool) -> Obstacle:
    return Obstacle(ObstacleKind.LEFT if has_left else ObstacleKind.NOT_MOVED_IN, clause)


def linen_form(on: date) -> LinenForm:
    """The list for the linen round (r.11)."""
    return LinenForm(
        Office.get_by_id(1).center_name_kk,
        on,
        tuple(
            LinenLine(row.floor, row.room, row.bed, row.last_changed_on, row.due_on, row.is_due)
            for row in linen_rows(on)
        ),
    )


def _letterhead() -> Letterhead:
    office = Office.get_by_id(1)
    return Letterhead(office.center_name_kk, office.address, office.business_number, office.director)


def _local_body(household_id: int) -> str:
    """The body that issued the household's referral (r.13), as it was named then."""
    referral = (
        Referral.select(Referral.local_body_name)
        .where(Referral.application == household_id, Referral.struck_out_on.is_null())
        .order_by(Referral.id.desc())
        .first()
    )
    return str(referral.local_body_name if referral else Office.get_by_id(1).local_body_name)


def _referrals(stay_ids: Collection[int]) -> tuple[ReferralLine, ...]:
    """The referrals on which residents moved in (r.3), the first one first."""
    rows = (
        Referral.select(Referral.id, Referral.number, Referral.issued_on)
        .distinct()
        .join(ReferralPerson)
        .join(Stay)
        .where(Stay.id.in_(list(stay_ids)))
        .order_by(Referral.id)
    )
    return tuple(ReferralLine(row.number, row.issued_on) for row in rows)


def _speaking_for(household_id: int, rows: Iterable[Stay]) -> list[Stay]:
    """Those of a household who live here, whoever speaks for it first."""
    contact = contact_of(household_id)
    return sorted((row for row in rows if row.left_on is None), key=lambda row: row.id != contact)


def _addressee(rows: Iterable[Stay], on: date) -> str:
    """The first of them who is of age, as no notice goes to a minor; empty, to be written by hand, else."""
    adults = (row for row in rows if birth_date(row.person).is_adult_on(on))
    first = next(adults, None)
    return person_name(first.person).full if first else ""


def _lives_on(row: Stay, on: date) -> bool:
    """Whether somebody's stay goes on: they have not left, nor was it ended or is it over."""
    if row.left_on is not None or row.ended_on is not None:
        return False
    return term_ends_on(row, applicant_of(row.household_id)) >= on


def _new_contact(breach: Breach, staying: list[Stay]) -> str:
    """Whoever was chosen by the decision to speak for those who stay (r.14); empty where nobody was."""
    chosen = HouseholdContact.select().where(
        HouseholdContact.household == breach.household_id, HouseholdContact.chosen_on >= breach.decided_on
    )
    last = chosen.order_by(HouseholdContact.id.desc()).first()
    names = {row.id: person_name(row.person).full for row in staying}
    return names.get(last.stay_id, "") if last else ""


def _resident_line(row: Stay) -> ResidentLine:
    return ResidentLine(person_name(row.person).full, paper_birth(birth_date(row.person)), row.moved_in_on)


def _term_line(row: Stay, applicant: Person, calendar: WorkCalendar | None) -> TermLine:
    status = stay_follows(kandas_status(row.person), kandas_status(applicant))
    term = explain_stay_ends_on(row.moved_in_on, status)
    ends_on = row.ended_on or term.due
    # A decision made once the term was over ended nothing.
    if ends_on < term.due:
        why = words.WHY_DECISION
    else:
        why = words.WHY_STATUS if term.ended_by_status else words.WHY_SIX_MONTHS
    return TermLine(
        name=person_name(row.person).full,
        moved_in_on=row.moved_in_on,
        ends_on=ends_on,
        why=why,
        vacate_by=vacate_due(ends_on, calendar),
    )
