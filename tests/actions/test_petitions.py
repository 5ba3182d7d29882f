"""Petitions: numbered when they are filed, answered once."""

from datetime import date

import pytest

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.petitions import answer_petition, file_petition
from kandas_desktop.models.breaches import petition_number
from kandas_desktop.models.engine import IntegrityError
from kandas_desktop.models.stay_tables import Petition
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import TestOffice
from tests.stays import a_family_living_here

WEDNESDAY = date(2026, 3, 18)


def a_petition(office: TestOffice, *, filed_on: date = WEDNESDAY, request: str = "Бөлме ауыстыру") -> int:
    family = a_family_living_here(office.desk)
    return file_petition(office.desk, family.stay_ids[0], filed_on=filed_on, request=request)


def test_petitions_are_numbered_without_gaps_within_their_year(office: TestOffice) -> None:
    numbers = [petition_number(Petition.get_by_id(a_petition(office))) for _ in range(2)]
    office.clock.set(date(2027, 1, 4))
    numbers.append(petition_number(Petition.get_by_id(a_petition(office, filed_on=date(2027, 1, 4)))))
    assert numbers == ["1/26", "2/26", "1/27"]


def test_a_petition_stays(office: TestOffice) -> None:
    a_petition(office)
    with pytest.raises(IntegrityError, match="an entry stays"):
        Petition.delete().execute()


def test_a_petition_of_nobody_or_about_nothing_is_refused(office: TestOffice) -> None:
    with refused_with(office, ObstacleKind.NOBODY_CHOSEN):
        file_petition(office.desk, 77, filed_on=WEDNESDAY, request="Бөлме")
    family = a_family_living_here(office.desk)
    with refused_with(office, ObstacleKind.TEXT_MISSING):
        file_petition(office.desk, family.stay_ids[0], filed_on=WEDNESDAY, request="\u200b")


def test_no_petition_is_dated_before_the_one_with_the_number_before(office: TestOffice) -> None:
    a_petition(office, filed_on=date(2026, 3, 16))
    with refused_with(office, ObstacleKind.DATE_TOO_EARLY):
        a_petition_of(office, filed_on=date(2026, 3, 15))
    a_petition_of(office, filed_on=date(2026, 3, 16))
    office.clock.set(date(2027, 1, 4))
    a_petition_of(office, filed_on=date(2027, 1, 1))
    office.clock.set(date(2027, 1, 5))
    a_petition_of(office, filed_on=date(2026, 12, 31))
    assert [petition_number(row) for row in Petition.select()] == ["1/26", "2/26", "1/27", "3/26"]


def a_petition_of(office: TestOffice, *, filed_on: date) -> int:
    """A petition of the first who lives here."""
    return file_petition(office.desk, 1, filed_on=filed_on, request="Бөлме")


def test_a_petition_is_answered_once_and_the_answer_can_be_taken_back(office: TestOffice) -> None:
    petition_id = a_petition(office)
    with refused_with(office, ObstacleKind.TEXT_MISSING):
        answer_petition(office.desk, petition_id, answered_on=WEDNESDAY, answer=" ")
    act = answer_petition(office.desk, petition_id, answered_on=WEDNESDAY, answer=" Рұқсат\n етілді ")
    assert Petition.get_by_id(petition_id).answer == "Рұқсат\nетілді"
    with refused_with(office, ObstacleKind.ANSWERED):
        answer_petition(office.desk, petition_id, answered_on=WEDNESDAY, answer="Жоқ")
    undo(office.desk, act)
    assert Petition.get_by_id(petition_id).answered_on is None
