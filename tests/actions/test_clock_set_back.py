"""A clock that was set back a year: nothing is written before what was written already."""

from collections.abc import Callable
from datetime import date

import pytest

from kandas_desktop.actions.breaches import BreachRequest, record_breach
from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.notices import record_term_notice
from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.actions.rooms import retire_bed, retire_room, take_out_of_service
from kandas_desktop.actions.stays import choose_contact
from kandas_desktop.models.stay_tables import BedUse
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import TestOffice, a_waiting_application, leave_no_bed_free
from tests.residents import Family, a_resident_family

A_YEAR_AGO = date(2025, 3, 18)
Write = Callable[[TestOffice, Family], object]
WRITES: dict[str, Write] = {
    "retire a bed": lambda office, family: retire_bed(office.desk, 7),
    "retire a room": lambda office, family: retire_room(office.desk, 7),
    "choose a contact": lambda office, family: choose_contact(
        office.desk, family.application_id, family.stays[1]
    ),
    "give notice": lambda office, family: record_term_notice(office.desk, family.application_id),
    "take out of service": lambda office, family: take_out_of_service(
        office.desk, 7, reason="Сынды", began_on=A_YEAR_AGO
    ),
    "give a bed to whoever has none": lambda office, family: move_to_beds(office.desk, {family.people[0]: 6}),
    "record a breach": lambda office, family: record_breach(
        office.desk, BreachRequest(family.application_id, A_YEAR_AGO, "Шу", family.stays[:1])
    ),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_nothing_is_written_before_what_was_written_already(office: TestOffice, write: Write) -> None:
    family = a_resident_family(office.desk, size=2)
    BedUse.update(ended_on=office.desk.today).where(BedUse.ended_on.is_null()).execute()
    office.clock.set(A_YEAR_AGO)
    with pytest.raises(Refused) as refusal:
        write(office, family)
    assert ObstacleKind.CLOCK_BEHIND in [obstacle.kind for obstacle in refusal.value.obstacles]


def test_nobody_is_passed_over_by_a_clock_that_was_set_back(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    first, second = (a_waiting_application(office.desk) for _ in range(2))
    office.clock.go_on(days=400)
    a_waiting_application(office.desk)
    office.clock.go_on(days=-300)
    request = PassingOverRequest(second, (first,), "Ш-1", office.desk.today, "Ауыр науқас")
    with refused_with(office, ObstacleKind.CLOCK_BEHIND):
        pass_over(office.desk, request)
