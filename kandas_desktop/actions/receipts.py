"""The day of receipt of a referral, corrected with a reason; the audit keeps the day that stood there."""

from datetime import date

from kandas_desktop.actions.acts import RECEIVING, Act
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.corrections import obstacles_to_receipt
from kandas_desktop.models.tables import Referral
from kandas_desktop.rules.letters import clean


def correct_receipt(desk: Desk, referral_id: int, *, received_on: date, reason: str) -> int:
    """Correct the day on which the family received its referral (r.9); the act's id. Raises ``Refused``."""
    with desk.transaction():
        referral = Referral.get_by_id(referral_id)
        refuse_if(obstacles_to_receipt(referral, received_on=received_on, reason=reason, today=desk.today))
        act = Act(desk)
        before = referral.received_on
        act.change(referral, received_on=received_on)
        subject, verb = RECEIVING
        return act.close(
            verb,
            subject,
            referral_id,
            before=before,
            after=received_on,
            reason=clean(reason),
        )
