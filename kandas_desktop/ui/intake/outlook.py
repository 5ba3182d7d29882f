"""What registering would lead to: beds, reserve, and the step that follows (r.6, r.7)."""

from typing import Literal, NamedTuple

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.words import _

Next = Literal["unknown", "reserve", "slips", "referral"]


class Prospect(NamedTuple):
    """The beds needed and free, the households waiting, and what comes after registering."""

    needed: int
    free: int
    waiting: int
    lacking_slips: int
    is_known: bool = True

    @property
    def next(self) -> Next:
        """The reserve where others wait or beds lack (r.7), else the referral, once the slips are there.

        Unknown before everybody has a name and a birth date: until then nobody can tell who needs a slip.
        An infant who shares a bed takes none from those who wait.
        """
        if not self.is_known:
            return "unknown"
        if self.needed and (self.waiting or self.needed > self.free):
            return "reserve"
        return "slips" if self.lacking_slips else "referral"


class ProspectWords(NamedTuple):
    """The prospect as its chip says it."""

    text: str
    family: FamilyName
    icon: IconName
    clause: Clause | None


def prospect_words(prospect: Prospect) -> ProspectWords:
    """What comes after registering, in three words, with its clause."""
    if prospect.next == "unknown":
        return ProspectWords(_("Not known yet"), "grey", "info", None)
    if prospect.next == "reserve":
        place = _("Place {place} in the reserve").format(place=prospect.waiting + 1)
        return ProspectWords(place, "held", "hourglass", Clause.R7)
    if prospect.next == "slips":
        return ProspectWords(_("Slips are needed first"), "held", "hourglass", Clause.R3)
    return ProspectWords(_("A referral follows"), "free", "check", Clause.R6)
