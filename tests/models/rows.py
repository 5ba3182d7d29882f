"""Rows for the tests of the tables: each says only what matters."""

from datetime import date, datetime

from kandas_desktop.models.paper_tables import Paper
from kandas_desktop.models.tables import (
    Application,
    ApplicationPerson,
    Office,
    Person,
    Referral,
    ReferralPerson,
    ReserveEntry,
    Volume,
)

DAY = date(2026, 3, 16)
MOMENT = datetime(2026, 3, 16, 9, 30)


def a_volume(*, year: int = 2026, number: int = 1, ended_on: date | None = None) -> Volume:
    return Volume.create(year=year, number=number, begun_on=date(year, 1, 5), ended_on=ended_on)


def a_person(surname: str = "Мысалов", given_name: str = "Дәурен", **columns: object) -> Person:
    values: dict[str, object] = {
        "surname": surname,
        "given_name": given_name,
        "patronymic": "",
        "latin_name": "",
        "native_name": "",
        "birth_year": 1984,
        "birth_place": "",
        "origin_country": "MN",
        "citizenship": "MN",
        "iin": "",
        "certificate_number": "",
        "sort_key": "",
    }
    return Person.create(**values | columns)


def an_application(sequence: int = 1, *, year: int = 2026, **columns: object) -> Application:
    volume = Volume.get_or_none(Volume.ended_on.is_null()) or a_volume()
    values: dict[str, object] = {
        "volume": volume,
        "year": year,
        "sequence": sequence,
        "number": f"Ө-{sequence}/{year % 100}",
        "arrived_at": MOMENT,
        "registered_on": DAY,
        "people": 1,
        "sort_key": "",
    }
    return Application.create(**values | columns)


def a_named_person(
    application: Application, *, position: int = 0, person: Person | None = None
) -> ApplicationPerson:
    return ApplicationPerson.create(
        application=application,
        person=person or a_person(),
        position=position,
        kinship="ұлы" if position else "",
        document_number="",
        document_issued_by="",
    )


def a_referral(
    application: Application, sequence: int = 1, *, year: int = 2026, **columns: object
) -> Referral:
    values: dict[str, object] = {
        "application": application,
        "year": year,
        "sequence": sequence,
        "number": f"Ж-{sequence}/{year % 100}",
        "issued_on": DAY,
        "people": 1,
        "local_body_name": "",
        "local_body_head": "",
    }
    return Referral.create(**values | columns)


def a_person_referred(referral: Referral, named: ApplicationPerson, *, position: int = 0) -> ReferralPerson:
    return ReferralPerson.create(
        referral=referral,
        application_person=named,
        position=position,
        name="Мысалов",
        born="1984 ж.",
        kinship="",
        shares_bed=False,
    )


def a_reserve_entry(application: Application) -> ReserveEntry:
    return ReserveEntry.create(application=application, entered_on=DAY)


def a_paper(application: Application) -> Paper:
    return Paper.create(application=application, content=b"%PDF", made_at=MOMENT)


def an_office(**columns: object) -> Office:
    values: dict[str, object] = {
        "id": 1,
        "center_name_kk": "",
        "center_name_ru": "",
        "business_number": "",
        "address": "",
        "director": "",
        "local_body_name": "",
        "local_body_head": "",
        "application_pattern": "Ө-{n}/{yy}",
        "referral_pattern": "Ж-{n}/{yy}",
        "bedding_days": 14,
        "last_day_moves": False,
        "set_up_on": DAY,
        "applications_before": 0,
        "referrals_before": 0,
    }
    return Office.create(force_insert=True, **values | columns)
