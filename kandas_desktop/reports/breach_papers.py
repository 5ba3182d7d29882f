"""Draws the proposal to the local executive body (r.13), and the notice of its decision (r.14–r.17)."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports import wording
from kandas_desktop.reports.forms import long_date
from kandas_desktop.reports.letter import Letter, numbered, vacating_over
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.stay_forms import (
    DecisionNoticeForm,
    ProposalForm,
    ReferralLine,
    ResidentLine,
    day_from,
    day_in,
    day_of,
    digits,
)
from kandas_desktop.reports.table import Column

_NUMBER: Final = Column(words.COLUMN_NUMBER, 14.0, centred=True)
_RESIDENTS: Final = (
    _NUMBER,
    Column(words.COLUMN_NAME, 92.0),
    Column(words.COLUMN_BORN, 30.0),
    Column(words.COLUMN_MOVED_IN, 34.0),
)
_LEAVERS: Final = (
    _NUMBER,
    Column(words.COLUMN_NAME, 60.0),
    Column(words.COLUMN_BORN, 28.0),
    Column(words.COLUMN_ENDED, 34.0),
    Column(words.COLUMN_VACATED, 34.0),
)


def render_proposal(form: ProposalForm) -> bytes:
    """The proposal as PDF (r.13). Raises ``LettersMissing`` when the paper cannot show what was typed."""
    require_letters(form)
    return numbered(partial(_proposal, form))


def _proposal(form: ProposalForm, sheets: int) -> Letter:
    number = wording.NUMBERED.format(title=words.PROPOSAL_TITLE, number=form.number)
    name = words.LETTER_OF.format(title=number, day=long_date(form.proposed_on))
    letter = Letter(title=number, name=name, letterhead=form.letterhead, sheets=sheets)
    letter.addressee(form.proposed_on, wording.TO_THE_HEAD, form.local_body, wording.NAME_OF_THE_BODY)
    letter.title(number, words.PROPOSAL_ABOUT_TERM_OVER if form.is_term_over else words.PROPOSAL_ABOUT)
    letter.paragraph(words.PROPOSAL.format(referrals=_referrals(form.referrals)))
    letter.space(1.0)
    _residents(letter, form.people)
    letter.paragraph(words.BREACH.format(day=day_in(form.happened_on)))
    letter.paragraphs(form.facts)
    letter.last_paragraph(words.PROPOSAL_REQUEST, is_receipted=True)
    letter.signature()
    letter.receipt(words.PROPOSAL_REGISTERED, words.PROPOSAL_REGISTERED_CAPTIONS)
    return letter


def render_decision_notice(form: DecisionNoticeForm) -> bytes:
    """The notice of a decision as PDF (r.14): who must leave by which day, or that all may stay.

    Raises ``LettersMissing`` when the paper cannot show what was typed.
    """
    require_letters(form)
    return numbered(partial(_decision_notice, form))


def _decision_notice(form: DecisionNoticeForm, sheets: int) -> Letter:
    name = words.NOTICE_OF_DECISION.format(
        title=words.NOTICE_TITLE,
        day=long_date(form.on),
        name=form.to or (form.leaving or form.staying)[0].name,
        number=form.number,
    )
    letter = Letter(title=words.NOTICE_TITLE, name=name, letterhead=form.letterhead, sheets=sheets)
    letter.addressee(form.on, words.TO_WHOM, form.to, words.NAME)
    letter.title(words.NOTICE_TITLE, words.EVICTION_ABOUT if form.leaving else words.KEEPING_ABOUT)
    sentence = words.EVICTION if form.leaving else words.KEEPING
    letter.paragraph(sentence.format(day=day_of(form.decided_on), number=form.number))
    letter.space(1.0)
    if form.leaving:
        _leavers(letter, form)
    else:
        _residents(letter, form.staying)
    decided_by = words.DECIDED_BY.format(
        body=form.local_body.rstrip("."), day=day_of(form.proposed_on), number=form.proposal
    )
    last = f"{decided_by} {words.APPEAL}" if form.leaving else decided_by
    letter.last_paragraph(last, is_receipted=True)
    letter.signature()
    letter.receipt(words.RECEIVED, (words.SIGNATURE, words.RECEIVED_ON))
    return letter


def _referrals(referrals: Sequence[ReferralLine]) -> str:
    *others, last = (
        words.REFERRAL.format(day=day_of(referral.issued_on), number=referral.number)
        for referral in referrals
    )
    if not others:
        return words.REFERRAL_OF.format(referrals=last)
    named = words.SEVERAL_REFERRALS.format(others=", ".join(others), last=last)
    return words.REFERRALS_OF.format(referrals=named)


def _leavers(letter: Letter, form: DecisionNoticeForm) -> None:
    letter.table(
        _LEAVERS,
        [
            (str(number), line.name, line.born, digits(line.ended_on), digits(line.vacate_by))
            for number, line in enumerate(form.leaving, start=1)
        ],
    )
    days = {line.vacate_by for line in form.leaving if not line.has_left}
    by_then = words.VACATED_BY.format(day=day_from(min(days))) if len(days) == 1 else ""
    letter.paragraph(f"{words.VACATING} {vacating_over(days, form.on) or by_then}")
    if form.staying:
        staying = words.STAYING.format(names=", ".join(line.name for line in form.staying))
        contact = words.CONTACT.format(name=form.contact) if form.contact else ""
        letter.paragraph(f"{staying} {contact}")


def _residents(letter: Letter, people: tuple[ResidentLine, ...]) -> None:
    letter.table(
        _RESIDENTS,
        [
            (str(number), line.name, line.born, digits(line.moved_in_on))
            for number, line in enumerate(people, start=1)
        ],
    )
