"""What of an application can be searched: its names, birth dates, numbers and days."""

from kandas_desktop.models.cases import birth_date, people_rows
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.search import SearchPerson, put_in_index, words_of
from kandas_desktop.models.stays import applicant_row
from kandas_desktop.models.tables import Application, Referral
from kandas_desktop.rules.names import PersonName


def index_application(database: OfficeDatabase, application_id: int) -> None:
    """Put everything by which an application can be found into the index, in place of what was there.

    Those who join a household are found by whoever applied for them as well: that name stands on the line.
    """
    application = Application.get_by_id(application_id)
    applied = applicant_row(application)
    people = [
        SearchPerson(
            PersonName(row.person.surname, row.person.given_name, row.person.patronymic).full,
            row.person.latin_name,
            row.person.native_name,
            birth_date(row.person).digits,
        )
        for row in (*([applied] if applied else ()), *people_rows([application_id]))
    ]
    referrals = list(Referral.select().where(Referral.application == application_id))
    days = [application.registered_on, *(referral.issued_on for referral in referrals)]
    words = words_of(
        people,
        [application.number, *(referral.number for referral in referrals)],
        [day.strftime("%d.%m.%Y") for day in days],
    )
    put_in_index(database, application_id, words)
