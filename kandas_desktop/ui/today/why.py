"""Why an item is due on its day: what Space unfolds beneath a row."""

from kandas_desktop.rules.agenda_items import AgendaItem, ItemKind
from kandas_desktop.rules.calendar import WorkCalendar
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.terms import Term
from kandas_desktop.ui.terms import day_off_words, days_off_words
from kandas_desktop.ui.today.words import ends_early
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _

Kind = ItemKind


def why(item: AgendaItem, calendar: WorkCalendar, *, moves_last_days: bool) -> list[str]:
    """Sentences, each a line: the term counted, the days skipped, and what follows from it."""
    sentences = []
    if item.term is not None:
        sentences += _term(item.term, calendar, moves_last_days=moves_last_days)
    if item.vacate is not None and item.kind is Kind.STAY_ENDS:
        vacate = _("The room is to be vacated by {day} (r.17).").format(day=digits(item.vacate.due))
        sentences.append(vacate)
    return sentences + _consequences(item)


def _term(term: Term, calendar: WorkCalendar, *, moves_last_days: bool) -> list[str]:
    if term.clause is Clause.R6:
        came = _("Came on {day}; an application is considered on the day it is registered.")
        found = [came.format(day=digits(term.base))]
        if term.skipped:
            skipped = _("{days}: registered on the next working day, {day}.")
            found.append(skipped.format(days=days_off_words(term.skipped), day=digits(term.due)))
        return found
    if ends_early(term) and term.clause is Clause.R15:
        return [_("It was ended on {day}, before its term.").format(day=digits(term.due))]
    counted = _("The day of the event is not counted; the last day, {day}, counts whole.")
    found = [counted.format(day=digits(term.due))]
    if term.skipped:
        words = _("Days off that are not counted: {days}.")
        if term.clause is not Clause.R14:
            words = _("The last day moved off days off (Civil Code, article 175): {days}.")
        found.append(words.format(days=days_off_words(term.skipped)))
    elif not calendar.is_working(term.due) and term.clause is not Clause.R14:
        off = day_off_words(term.due)
        if term.clause is Clause.R15:
            found.append(_("{day}: six months are a cap, which never moves.").format(day=off))
        elif not moves_last_days:
            found.append(_("{day}: calendar days are counted to the letter.").format(day=off))
    return found


def _consequences(item: AgendaItem) -> list[str]:
    """What follows from it, where the term alone does not say so."""
    sentence = {
        Kind.LAPSE: _("Beds stay held until somebody confirms the lapse; the line stays in the journal."),
        Kind.VACATE: _("The bed stays taken until they have really left."),
        Kind.HAND_OVER: _("The order sets no day for handing over; the three days of r.9 begin with it."),
        Kind.PETITION: _("The order sets no day for the answer."),
        Kind.LINEN: _("The interval is the office's own; it stands in the settings."),
        Kind.REPAIR: _("The day was an estimate: the bed is out of service until somebody puts it back."),
        Kind.MAKE_READY: _("A bed is free only once it is made ready."),
        Kind.STATUS: _("It can be extended once, by up to six months; those without their own follow it."),
        Kind.STAY_ENDS: _("The family is given notice 30, 14 and 3 days before."),
        Kind.CALENDAR: _("Confirm the year once its moved days are announced."),
    }.get(item.kind)
    return [sentence] if sentence else []
