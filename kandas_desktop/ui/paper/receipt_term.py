"""What handing a referral over leads to: by when its family must move in (r.9), or why nothing does."""

from datetime import date

from kandas_desktop.queries.application import move_in_term
from kandas_desktop.queries.office import work_calendar
from kandas_desktop.queries.papers import ReferralFacts
from kandas_desktop.ui.kit.frame import Banner
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.terms import term_reason
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class ReceiptTerm(Banner):
    """Shows the last day to move in; hidden where no day of receipt is known."""

    def __init__(self) -> None:
        super().__init__("", family="held")
        self._words = ""

    @property
    def words(self) -> str:
        """What is said of the term, or why there is none; empty where nothing is."""
        return "" if self.isHidden() else self._words

    def show_of(self, referral: ReferralFacts, *, typed: date | None, waits: str, today: date) -> None:
        """Show the term of a referral: from the day that is typed on until it was handed over.

        ``waits`` says from when on it may be handed over, where that day is still to come.
        """
        base = referral.received_on or typed
        if base is not None and referral.stay_id is not None and move_in_term(base).due < today:
            base = None  # the term is over, but they live here: they kept it
        if referral.struck_out_on is not None:
            title = _("Struck out on {day}").format(day=digits(referral.struck_out_on))
            self._say(title, referral.struck_out_reason, "grey", "ban")
        elif waits:
            self._say(waits, _("The referral is dated and signed on that day"), "grey", "clock")
        elif base is not None:
            self._say_due(base, today)
        self.setVisible(bool(referral.struck_out_on is not None or waits or base is not None))

    def _say_due(self, base: date, today: date) -> None:
        term = move_in_term(base)
        is_over = term.due < today
        title = _("To move in by {day}") if not is_over else _("The term to move in ended on {day}")
        family: FamilyName = "overdue" if is_over else "held"
        self._say(title.format(day=digits(term.due)), term_reason(term, work_calendar()), family)

    def _say(self, title: str, text: str, family: FamilyName, icon: IconName | None = None) -> None:
        self.show_words(title, text, family=family, icon=icon)
        self._words = f"{title}\n{text}"
