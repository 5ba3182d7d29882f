"""What becomes of an application on the day it is considered (r.6), other than a referral."""

from datetime import date

from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.cases import application_standing, consideration_day
from kandas_desktop.models.referring import referral_case
from kandas_desktop.models.tables import Application, ReserveEntry
from kandas_desktop.rules.obstacles import (
    obstacles_to_reserve,
    obstacles_to_return,
    obstacles_to_striking_out_application,
)


def enter_reserve(desk: Desk, application_id: int) -> None:
    """Put an application in the reserve journal, for want of free beds (r.7). Raises ``Refused``."""
    with desk.transaction():
        application = Application.get_by_id(application_id)
        day = consideration_day(application, desk.today)
        refuse_if(obstacles_to_reserve(referral_case(application, day, today=desk.today)))
        ReserveEntry.create(application=application, entered_on=day)
        _considered(application, day)
        desk.record("enter reserve", "application", application.id)


def return_application(desk: Desk, application_id: int, *, reason: str) -> None:
    """Return an application to the applicant with a reason (r.6). Raises ``Refused``."""
    with desk.transaction():
        application = Application.get_by_id(application_id)
        refuse_if(obstacles_to_return(application_standing(application), reason))
        day = consideration_day(application, desk.today)
        application.returned_on = day
        application.returned_reason = reason.strip()
        _considered(application, day)
        leave_reserve(application, on=day, because="returned")
        desk.record("return", "application", application.id, reason=reason.strip())


def strike_out_application(desk: Desk, application_id: int, *, reason: str) -> None:
    """Strike a line of the journal out; line and number stay (r.5). Raises ``Refused``."""
    with desk.transaction():
        application = Application.get_by_id(application_id)
        refuse_if(obstacles_to_striking_out_application(application_standing(application), reason))
        application.struck_out_on = desk.today
        application.struck_out_reason = reason.strip()
        application.save(only=[Application.struck_out_on, Application.struck_out_reason])
        leave_reserve(application, on=desk.today, because="struck out")
        desk.record("strike out", "application", application.id, reason=reason.strip())


def leave_reserve(application: Application, *, on: date, because: str) -> None:
    """Take an application off the waiting list; its entry stays in the reserve journal (r.8)."""
    ReserveEntry.update(left_on=on, left_because=because).where(
        ReserveEntry.application == application, ReserveEntry.left_on.is_null()
    ).execute()


def _considered(application: Application, day: date) -> None:
    """Write down the outcome of a day; who waited in the reserve was considered before it."""
    application.considered_on = application.considered_on or day
    application.save(only=[Application.considered_on, Application.returned_on, Application.returned_reason])
