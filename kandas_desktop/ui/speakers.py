"""Who speaks for those of a household who stay (r.14), and why nobody does, in words."""

from kandas_desktop.rules.breaches import NobodySpeaks
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.ui.wording import clause_words
from kandas_desktop.words import _

ABOUT_CONTACT = (ObstacleKind.CONTACT_MISSING, ObstacleKind.CONTACT_PUT_OUT)


def nobody_speaks_words(why: NobodySpeaks | None) -> str:
    """Why nobody is asked to speak for those who stay; empty where somebody is."""
    if why is None:
        return ""
    words = {
        NobodySpeaks.ONLY_MINORS: lambda: _("Nobody of age stays who could speak for the family"),
        NobodySpeaks.ALL_PUT_OUT: lambda: _(
            "Nobody is left to speak for the family: every adult who stays has to leave by a decision"
        ),
    }[why]()
    return f"{words} ({clause_words(Clause.R14)})."
