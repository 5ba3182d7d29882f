"""Draws the notice of a stay's end (r.15, r.17) and the acknowledgement of the house rules (r.10)."""

from functools import partial
from typing import Final

from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports.forms import long_date
from kandas_desktop.reports.letter import Letter, numbered, vacating_over
from kandas_desktop.reports.letters import require_letters
from kandas_desktop.reports.paper import TABLE
from kandas_desktop.reports.stay_forms import HouseRulesForm, TermNoticeForm, digits
from kandas_desktop.reports.table import Column

_NUMBER: Final = Column(words.COLUMN_NUMBER, 12.0, centred=True)
_TERMS: Final = (
    _NUMBER,
    Column(words.COLUMN_NAME, 51.0),
    Column(words.COLUMN_MOVED_IN, 23.0),
    Column(words.COLUMN_ENDS, 23.0),
    Column(words.COLUMN_WHY, 38.0),
    Column(words.COLUMN_VACATED, 23.0),
)
_SIGNATURES: Final = (
    _NUMBER,
    Column(words.COLUMN_NAME, 74.0),
    Column(words.COLUMN_BORN, 26.0),
    Column(words.COLUMN_DAY, 26.0),
    Column(words.COLUMN_SIGNATURE, 32.0),
)
_ROW_TO_SIGN: Final = 12.0


def render_term_notice(form: TermNoticeForm) -> bytes:
    """The notice as PDF, a line per person. Raises ``LettersMissing`` when a name cannot be shown."""
    require_letters(form)
    return numbered(partial(_term_notice, form))


def _term_notice(form: TermNoticeForm, sheets: int) -> Letter:
    to = form.to or form.people[0].name
    name = words.NOTICE_TO.format(title=words.NOTICE_TITLE, day=long_date(form.on), name=to)
    letter = Letter(title=words.NOTICE_TITLE, name=name, letterhead=form.letterhead, sheets=sheets)
    letter.addressee(form.on, words.TO_WHOM, form.to, words.NAME)
    letter.title(words.NOTICE_TITLE, words.TERM_ABOUT)
    letter.paragraph(words.TERM)
    letter.paragraph(_when(form))
    letter.space(1.0)
    letter.table(
        _TERMS,
        [
            (
                str(number),
                line.name,
                digits(line.moved_in_on),
                digits(line.ends_on),
                line.why,
                digits(line.vacate_by),
            )
            for number, line in enumerate(form.people, start=1)
        ],
        style=TABLE,
    )
    over = vacating_over({line.vacate_by for line in form.people}, form.on)
    letter.last_paragraph(f"{words.VACATING} {over}", is_receipted=True)
    letter.signature()
    letter.receipt(words.RECEIVED, (words.SIGNATURE, words.RECEIVED_ON))
    return letter


def _when(form: TermNoticeForm) -> str:
    """Whether the stays end, or have ended before the day of the notice."""
    over = [line.ends_on < form.on for line in form.people]
    if all(over):
        return words.TERM_ENDED
    return words.TERM_ENDS_OR_ENDED if any(over) else words.TERM_ENDS


def render_house_rules(form: HouseRulesForm) -> bytes:
    """The acknowledgement as PDF, a line to sign per adult. Raises ``LettersMissing``."""
    require_letters(form)
    return numbered(partial(_house_rules, form))


def _house_rules(form: HouseRulesForm, sheets: int) -> Letter:
    referral = words.HOUSE_RULES_REFERRAL.format(number=form.referral_number)
    name = f"{words.HOUSE_RULES_TITLE}, {referral}"
    letter = Letter(title=words.HOUSE_RULES_TITLE, name=name, letterhead=form.letterhead, sheets=sheets)
    letter.space(6.0)
    letter.title(words.HOUSE_RULES_TITLE, referral)
    letter.paragraph(words.HOUSE_RULES)
    letter.paragraph(words.HOUSE_RULES_READ)
    letter.space(1.0)
    letter.table(
        _SIGNATURES,
        [
            (
                str(number),
                line.person.name,
                line.person.born,
                digits(line.signed_on) if line.signed_on else "",
                "",
            )
            for number, line in enumerate(form.people, start=1)
        ],
        least=_ROW_TO_SIGN,
    )
    letter.last_paragraph(words.HOUSE_RULES_KEPT)
    letter.signature()
    return letter
