"""Striking a referral out from its own page."""

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions.referrals import strike_out_referral
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.papers import ReferralFacts
from kandas_desktop.ui.attempt import attempt
from kandas_desktop.ui.questions import ReasonQuestion
from kandas_desktop.ui.reasons import striking_out_referral
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _


def ask_to_strike_out(workplace: Workplace, referral: ReferralFacts, parent: QWidget) -> None:
    """Ask why, and strike the referral out; its application stands where it stood before (r.8)."""
    detail = application_detail(referral.application_id, workplace.desk.today)
    if detail.referral is None or detail.referral.id != referral.id:
        return
    reason = ReasonQuestion.ask(parent, striking_out_referral(detail, detail.referral))
    if reason is not None:
        strike_out(workplace, referral, reason)


def strike_out(workplace: Workplace, referral: ReferralFacts, reason: str) -> bool:
    """Strike the referral out and say what came of it; return whether it was done."""
    return attempt(
        workplace,
        lambda: strike_out_referral(workplace.desk, referral.id, reason=reason),
        done=lambda: _("Referral {number} is struck out").format(number=referral.number),
    )
