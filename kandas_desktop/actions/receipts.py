"""The day of receipt of a referral, corrected with a reason; the audit keeps the day that stood there."""

from datetime import date
from typing import Any

from kandas_desktop.actions.acts import RECEIVING, Act
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.cases import term_calendar
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Office, Referral, ReferralPerson
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.receipts import obstacles_to_correcting_receipt


def correct_receipt(desk: Desk, referral_id: int, *, received_on: date, reason: str) -> int:
    """Correct the day on which the family received its referral (r.9); the act's id. Raises ``Refused``."""
    with desk.transaction():
        referral = Referral.get_by_id(referral_id)
        refuse_if(
            obstacles_to_correcting_receipt(
                issued_on=referral.issued_on,
                before=referral.received_on,
                received_on=received_on,
                moved_in=_days_of_moving_in(referral),
                is_struck_out=referral.struck_out_on is not None,
                is_lapsed=referral.lapsed_on is not None,
                reason=reason,
                today=desk.today,
                calendar=term_calendar(Office.get_by_id(1)),
            )
        )
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


def _days_of_moving_in(referral: Referral) -> list[date]:
    stays: Any = Stay.select(Stay.moved_in_on).join(ReferralPerson)
    return list(stays.where(ReferralPerson.referral == referral).scalars())
