"""The reserve journal read into the values that the rules reason about."""

from kandas_desktop.models.cases import reserve_queue
from kandas_desktop.models.stay_tables import PassingOver
from kandas_desktop.models.tables import Application
from kandas_desktop.rules.reserve import Waiting


def waiting(application: Application) -> Waiting:
    """An application as the order of the reserve sees it."""
    return Waiting(
        application_id=application.id,
        number=application.number,
        registered_on=application.registered_on,
        arrived_at=application.arrived_at,
        needed=application.people,
    )


def waiting_queue() -> list[Waiting]:
    """Everybody who waits in the reserve, first who applied first (r.7)."""
    return [waiting(application) for application in reserve_queue()]


def passed_over_for(application_id: int) -> set[int]:
    """The applications that decisions passed over in favour of one (r.8)."""
    rows = PassingOver.select(PassingOver.passed).where(PassingOver.preferred == application_id)
    return set(rows.scalars())
