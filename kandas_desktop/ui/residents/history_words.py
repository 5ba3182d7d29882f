"""What was recorded of a household, in sentences: who moved in, left, was corrected from what to what."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from kandas_desktop.queries.resident_household import HistoryLine
from kandas_desktop.rules.status import StatusEnd
from kandas_desktop.rules.stays import EndReason
from kandas_desktop.ui.leaving_question import end_reason_words
from kandas_desktop.ui.status_question import status_end_words
from kandas_desktop.ui.wording import digits, people_words
from kandas_desktop.words import _, pgettext

_Detail = Mapping[str, Any]


def history_title(line: HistoryLine) -> str:
    """What was done, in a few words."""
    words = _TITLES.get((line.subject, line.verb)) or _TITLES.get(("", line.verb))
    return words() if words else f"{line.subject}: {line.verb}"


def history_text(line: HistoryLine, *, hidden: bool) -> str:
    """Whom it concerned and what changed, before → after; people are counted while names are hidden (F9)."""
    tell = _TEXTS.get(line.verb)
    parts = [tell(line.detail, hidden) if tell else "", _reason(line.detail)]
    return ". ".join(part for part in parts if part)


_TITLES: dict[tuple[str, str], Callable[[], str]] = {
    ("application", "register"): lambda: _("Application registered"),
    ("application", "enter reserve"): lambda: _("Entered in the reserve"),
    ("application", "pass over"): lambda: _("Others passed over by a decision"),
    ("application", "return"): lambda: _("Application returned"),
    ("application", "strike out"): lambda: _("Line struck out"),
    ("application", "give notice"): lambda: _("Notice of the end of the stay given"),
    ("application", "record needs"): lambda: _("Who needs an accessible room"),
    ("referral", "issue"): lambda: _("Referral issued"),
    ("referral", "hand over"): lambda: _("Referral handed over"),
    ("referral", "correct receipt"): lambda: _("Day of receipt corrected"),
    ("referral", "strike out"): lambda: _("Referral struck out"),
    ("breach", "record"): lambda: _("Breach recorded"),
    ("breach", "close"): lambda: _("File on a breach closed"),
    ("breach", "propose"): lambda: _("Proposal made"),
    ("breach", "register proposal"): lambda: _("Proposal registered by the local body"),
    ("breach", "decide"): lambda: _("Decision of the local body recorded"),
    ("breach", "notify"): lambda: _("Family told of the decision"),
    ("petition", "file"): lambda: _("Petition filed"),
    ("petition", "answer"): lambda: _("Petition answered"),
    ("", "move in"): lambda: pgettext("happened", "Moved in"),
    ("", "sign house rules"): lambda: _("House rules signed"),
    ("", "lapse"): lambda: _("Lapse confirmed"),
    ("", "leave"): lambda: _("Left"),
    ("", "move"): lambda: _("Moved to another bed"),
    ("", "change status"): lambda: _("Status changed"),
    ("", "choose contact"): lambda: _("Contact of the family chosen"),
    ("", "correct move-in"): lambda: _("Day of moving in corrected"),
    ("", "correct leaving"): lambda: _("Leaving corrected"),
    ("", "take back leaving"): lambda: _("Leaving taken back"),
}


def _people(detail: _Detail, hidden: bool) -> str:
    names: Sequence[str] = detail.get("people") or detail.get("stays") or ()
    if hidden or not detail.get("people"):
        return people_words(len(names)) if names else ""
    return ", ".join(names)


def _moved_in(detail: _Detail, hidden: bool) -> str:
    return _on(_people(detail, hidden), detail.get("moved_in_on"))


def _signed(detail: _Detail, hidden: bool) -> str:
    return _on(_people(detail, hidden), detail.get("signed_on"))


def _left(detail: _Detail, hidden: bool) -> str:
    words = _on(_people(detail, hidden), detail.get("left_on"))
    return ", ".join(filter(None, (words, _because(detail.get("because")), detail.get("destination"))))


def _corrected_first_day(detail: _Detail, hidden: bool) -> str:
    before = ", ".join(dict.fromkeys(map(_day, (detail.get("before") or {}).values())))
    return _changed(_people(detail, hidden), before, _day(detail.get("after")))


def _corrected_receipt(detail: _Detail, hidden: bool) -> str:
    return _changed("", _day(detail.get("before")), _day(detail.get("after")))


def _corrected_leaving(detail: _Detail, hidden: bool) -> str:
    before = dict.fromkeys(map(_leaving, (detail.get("before") or {}).values()))
    return _changed(_people(detail, hidden), "; ".join(before), _leaving(detail.get("after") or ()))


def _leaving(facts: Sequence[str]) -> str:
    day, because, where = (*facts, "", "", "")[:3]
    return ", ".join(filter(None, (_day(day), _because(because), where)))


def _status(detail: _Detail, hidden: bool) -> str:
    before, after = (_status_facts(detail.get(key) or {}) for key in ("before", "after"))
    return _changed("" if hidden else detail.get("name", ""), before, after)


def _status_facts(facts: Mapping[str, str]) -> str:
    words = []
    if facts.get("given_on"):
        words.append(_("given on {day}").format(day=_day(facts["given_on"])))
    if facts.get("extended_until"):
        words.append(_("extended until {day}").format(day=_day(facts["extended_until"])))
    if facts.get("ended_on"):
        words.append(_("ended on {day}").format(day=_day(facts["ended_on"])))
    if facts.get("ended_because"):
        words.append(status_end_words(StatusEnd(facts["ended_because"])))
    return ", ".join(words) or _("not written")


def _needs(detail: _Detail, hidden: bool) -> str:
    """Nothing while names are hidden: it is nobody else's business."""
    if hidden:
        return ""
    before, after = (", ".join(detail.get(key) or ()) or _("nobody") for key in ("before", "after"))
    return _changed("", before, after)


def _moves(detail: _Detail, hidden: bool) -> str:
    moves = detail.get("moves") or ()
    return "; ".join(_move(each, hidden) for each in moves) if isinstance(moves, list) else ""


def _move(move: _Detail, hidden: bool) -> str:
    name = "" if hidden else str(move.get("name", ""))
    return _changed(name, str(move.get("from") or "—"), str(move.get("to") or "—"))


def _day_of(key: str) -> Callable[[_Detail, bool], str]:
    return lambda detail, hidden: _day(detail.get(key))


def _number(detail: _Detail, hidden: bool) -> str:
    return str(detail.get("number") or "")


_TEXTS: dict[str, Callable[[_Detail, bool], str]] = {
    "register": _number,
    "issue": _number,
    "file": _number,
    "propose": _number,
    "lapse": _number,
    "hand over": _day_of("received_on"),
    "register proposal": _day_of("registered_on"),
    "notify": _day_of("notified_on"),
    "answer": _day_of("answered_on"),
    "give notice": _day_of("ends_on"),
    "record": _people,
    "choose contact": _people,
    "take back leaving": _people,
    "move in": _moved_in,
    "sign house rules": _signed,
    "leave": _left,
    "move": _moves,
    "change status": _status,
    "record needs": _needs,
    "correct receipt": _corrected_receipt,
    "correct move-in": _corrected_first_day,
    "correct leaving": _corrected_leaving,
}


def _changed(whom: str, before: str, after: str) -> str:
    words = f"{before} → {after}"
    return f"{whom}: {words}" if whom else words


def _on(whom: str, day: object) -> str:
    return ", ".join(filter(None, (whom, _day(day))))


def _because(because: object) -> str:
    return end_reason_words(EndReason(because)) if isinstance(because, str) and because else ""


def _day(day: object) -> str:
    try:
        return digits(date.fromisoformat(str(day)))
    except ValueError:
        return ""


def _reason(detail: _Detail) -> str:
    reason = detail.get("reason")
    return _("Reason: {reason}").format(reason=reason) if reason else ""
