"""Writing down afterwards who of an application or a household needs an accessible room."""

from collections.abc import Mapping

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.stays import person_name
from kandas_desktop.models.tables import Application, ApplicationPerson, Person


def record_needs(desk: Desk, needs: Mapping[int, bool]) -> int:
    """Write down who needs an accessible room, by the rows that name them; the act's id, 0 where all is so.

    It may be said at any time: it changes no right, but where beds are proposed from now on.
    """
    with desk.transaction():
        rows = list(
            ApplicationPerson.select(ApplicationPerson, Person, Application)
            .join(Person)
            .switch(ApplicationPerson)
            .join(Application)
            .where(ApplicationPerson.id.in_(list(needs)))
            .order_by(ApplicationPerson.id)
        )
        changed = [row for row in rows if row.needs_accessible != needs[row.id]]
        if not changed:
            return 0
        before = _in_need(rows)
        act = Act(desk)
        for row in changed:
            act.change(row, needs_accessible=needs[row.id])
        application = changed[0].application
        household_id = application.joins_id or application.id
        return act.close("record needs", "application", household_id, before=before, after=_in_need(rows))


def _in_need(rows: list[ApplicationPerson]) -> list[str]:
    return [person_name(row.person).full for row in rows if row.needs_accessible]
