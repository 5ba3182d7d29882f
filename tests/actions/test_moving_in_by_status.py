"""Nobody moves in after the end of the status that their stay would follow (r.15)."""

from datetime import date, timedelta

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.corrections import correct_move_in
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.stays import change_status
from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Application, ApplicationPerson, Person
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from tests.actions.refusals import refused_with
from tests.factories import WEDNESDAY, TestOffice
from tests.residents import Family, a_family_with_beds

DAY = timedelta(days=1)


def person_of(family: Family, position: int = 0) -> int:
    named = ApplicationPerson.get(
        ApplicationPerson.application == family.application_id, ApplicationPerson.position == position
    )
    return int(named.person_id)


def know(office: TestOffice, family: Family, status: KandasStatus, *, position: int = 0) -> int:
    return change_status(office.desk, person_of(family, position), status, reason="Белгілі болды")


def come(office: TestOffice, family: Family, *places: int, on: date = WEDNESDAY) -> int:
    people = [family.people[place] for place in places or range(len(family.people))]
    return move_in(office.desk, family.referral_id, people=people, moved_in_on=on)


def test_on_the_last_day_of_the_status_a_family_moves_in_and_on_the_next_it_does_not(
    office: TestOffice,
) -> None:
    family = a_family_with_beds(office.desk, size=2)
    know(office, family, KandasStatus(WEDNESDAY.replace(year=2025)))
    office.clock.go_on(days=1)
    with refused_with(office, ObstacleKind.STATUS_OVER):
        come(office, family, on=WEDNESDAY + DAY)
    come(office, family)
    assert len(family.stays) == 2


def test_a_status_that_was_extended_lets_the_family_move_in(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    given = KandasStatus(date(2025, 3, 1))
    know(office, family, given)
    with refused_with(office, ObstacleKind.STATUS_OVER):
        come(office, family)
    know(office, family, KandasStatus(given.given_on, date(2026, 9, 1)))
    come(office, family)


def test_who_became_a_citizen_before_does_not_move_in(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    ended = KandasStatus(date(2025, 10, 1), None, WEDNESDAY - DAY, StatusEnd.CITIZENSHIP)
    know(office, family, ended)
    with refused_with(office, ObstacleKind.STATUS_OVER):
        come(office, family)


def test_one_whose_own_status_lasts_moves_in_without_those_whose_is_over(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=3)
    know(office, family, KandasStatus(date(2025, 3, 1)))
    know(office, family, KandasStatus(date(2025, 10, 1)), position=1)
    with refused_with(office, ObstacleKind.STATUS_OVER):
        come(office, family)
    come(office, family, 1)
    assert Stay.select().count() == 1


def test_who_joins_later_follows_the_status_of_the_familys_applicant(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    come(office, family)
    joining = a_family_with_beds(office.desk)
    line = Application.id == joining.application_id
    Application.update(joins=family.application_id).where(line).execute()
    know(office, family, KandasStatus(date(2025, 3, 1)))
    with refused_with(office, ObstacleKind.STATUS_OVER):
        come(office, joining)


@pytest.mark.parametrize(("known_until", "is_refused"), [(WEDNESDAY, True), (WEDNESDAY - DAY, False)])
def test_a_day_of_moving_in_is_corrected_past_the_status_only_where_it_lay_there_before(
    office: TestOffice, known_until: date, is_refused: bool
) -> None:
    family = a_family_with_beds(office.desk)
    come(office, family)
    office.clock.go_on(days=3)
    know(office, family, KandasStatus(known_until.replace(year=2025)))

    def correct() -> None:
        correct_move_in(office.desk, family.stays, moved_in_on=WEDNESDAY + DAY, reason="Қате жазылды")

    if is_refused:
        with refused_with(office, ObstacleKind.STATUS_OVER):
            correct()
    else:
        correct()
        assert Stay.get().moved_in_on == WEDNESDAY + DAY


def test_an_extension_is_not_taken_back_once_somebody_moved_in_by_it(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk, size=2)
    know(office, family, KandasStatus(date(2025, 3, 1)))
    extended = know(office, family, KandasStatus(date(2025, 3, 1), date(2026, 9, 1)))
    moved = come(office, family, 1)
    with refused_with(office, ObstacleKind.CANNOT_UNDO):
        undo(office.desk, extended)
    undo(office.desk, moved)
    undo(office.desk, extended)
    assert Person.get_by_id(person_of(family)).status_extended_until is None


def test_a_status_is_taken_back_while_nobody_came_by_it(office: TestOffice) -> None:
    family = a_family_with_beds(office.desk)
    first = know(office, family, KandasStatus(date(2025, 10, 1)))
    come(office, family)
    undo(office.desk, first)
    assert Person.get_by_id(person_of(family)).status_given_on is None
