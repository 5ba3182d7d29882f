"""What is asked before something is returned or struck out: the change, and the usual reasons."""

from dataclasses import dataclass

from kandas_desktop.queries.application import ApplicationDetail, ReferralRow
from kandas_desktop.ui.kit.dialog import Change
from kandas_desktop.ui.outcomes import application_outcome
from kandas_desktop.words import _


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """What a question for a reason says; ``reasons`` are the ready ones to choose from."""

    title: str
    verb: str
    explanation: str
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]


def returning(detail: ApplicationDetail) -> ReasonWords:
    """The question before an application is returned (r.6)."""
    return ReasonWords(
        title=_("Return application {number}?").format(number=detail.number),
        verb=_("Return"),
        explanation=_("The application goes back to the applicant. It can be filed anew, with a new number."),
        changes=(Change(_("Outcome"), application_outcome(detail).text, _("Returned")),),
        reasons=(
            _("The application form is not filled in completely"),
            _("No slip of the application for a residence permit is handed in (r.3)"),
            _("No paper confirms the kandas status"),
            _("The applicant went to another Center"),
        ),
    )


def striking_out(detail: ApplicationDetail) -> ReasonWords:
    """The question before a line of the journal is struck out (r.5)."""
    return ReasonWords(
        title=_("Strike out line {number}?").format(number=detail.number),
        verb=_("Strike out"),
        explanation=_("The line and its number stay in the journal, struck through. This cannot be undone."),
        changes=(Change(_("Outcome"), application_outcome(detail).text, _("Struck out")),),
        reasons=(
            _("Registered twice"),
            _("The applicant withdrew the application"),
            _("Written down by mistake"),
        ),
    )


def striking_out_referral(detail: ApplicationDetail, referral: ReferralRow) -> ReasonWords:
    """The question before a referral is struck out; the application stands where it stood before (r.8)."""
    back_to = _("In the reserve, in its place") if detail.reserve_entered_on else _("To be considered again")
    return ReasonWords(
        title=_("Strike out referral {number}?").format(number=referral.number),
        verb=_("Strike out"),
        explanation=_("The number is not given again. This cannot be undone."),
        changes=(
            Change(_("Referral"), _("in force"), _("struck out")),
            Change(_("Application"), application_outcome(detail).text, back_to),
        ),
        reasons=(
            _("There is a mistake in the referral"),
            _("The family gave up its place"),
        ),
    )
