"""By what an application is found once its rows are written."""

import pytest

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.indexing import index_application
from tests.finding import found
from tests.models.rows import a_named_person, a_person, a_referral, an_application


@pytest.mark.parametrize(
    "typed", ["мысалов", "дәурен", "MYSALOV", "бибі", "1984", "1952", "ө-1/26", "16.03.2026", "ж-1/26"]
)
def test_an_application_is_found_by_people_numbers_and_days(office: OfficeDatabase, typed: str) -> None:
    application = an_application()
    a_named_person(application, person=a_person(latin_name="MYSALOV DAUREN"))
    a_named_person(application, person=a_person("", "Бибі", birth_year=1952), position=1)
    a_referral(application)
    index_application(office, application.id)
    assert found(office, typed) == [application.id]


def test_a_referral_is_found_as_soon_as_it_is_indexed(office: OfficeDatabase) -> None:
    application = an_application()
    a_named_person(application)
    index_application(office, application.id)
    assert found(office, "ж-1/26") == []
    a_referral(application)
    index_application(office, application.id)
    assert found(office, "ж-1/26") == [application.id]
