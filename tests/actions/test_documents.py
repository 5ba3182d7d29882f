from collections.abc import Callable
from datetime import date

import pytest

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.documents import record_document
from kandas_desktop.models.tables import ApplicationPerson, AuditLine
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import TestOffice, a_permit, a_person, a_referral, a_slip, an_application


def test_a_slip_is_written_down_for_its_person(office: TestOffice) -> None:
    an_application(office.desk, a_person(), a_person("Сәуле", document=None))
    record_document(office.desk, 2, a_slip(" 20-\n118 ", date(2026, 3, 18), "Мысал  ПБ"))
    row = ApplicationPerson.get_by_id(2)
    assert (row.document_kind, row.document_number, row.document_issued_on, row.document_issued_by) == (
        "slip", "20- 118", date(2026, 3, 18), "Мысал ПБ",
    )  # fmt: skip
    assert ApplicationPerson.get_by_id(1).document_number == "20-117"


def test_a_permit_takes_the_place_of_a_slip_whole(office: TestOffice) -> None:
    an_application(office.desk)
    record_document(office.desk, 1, a_permit())
    row = ApplicationPerson.get()
    assert (row.document_kind, row.document_number, row.document_issued_on, row.document_issued_by) == (
        "permit", "Ы-0001", None, "",
    )  # fmt: skip


def test_what_was_written_down_is_in_the_audit_line(office: TestOffice) -> None:
    an_application(office.desk)
    record_document(office.desk, 1, a_slip("20-118", date(2026, 3, 17), "Мысал ПБ"))
    assert AuditLine.get(AuditLine.verb == "record document").detail == (
        '{"kind": "slip", "number": "20-118", "issued_on": "2026-03-17", "issued_by": "Мысал ПБ"}'
    )


def test_a_document_of_tomorrow_is_refused(office: TestOffice) -> None:
    an_application(office.desk)
    with refused_with(office, ObstacleKind.DOCUMENT_IN_FUTURE):
        record_document(office.desk, 1, a_slip(issued_on=date(2026, 3, 19)))


def test_the_documents_of_a_referral_in_force_stay(office: TestOffice) -> None:
    a_referral(office.desk)
    with refused_with(office, ObstacleKind.REFERRAL_LIVE):
        record_document(office.desk, 1, a_permit())


@pytest.mark.parametrize(
    ("settle", "kind"),
    [
        (return_application, ObstacleKind.RETURNED),
        (strike_out_application, ObstacleKind.STRUCK_OUT),
    ],
)
def test_a_settled_application_takes_no_document(
    office: TestOffice, settle: Callable[..., None], kind: ObstacleKind
) -> None:
    settle(office.desk, an_application(office.desk), reason="себеп")
    with refused_with(office, kind):
        record_document(office.desk, 1, a_permit())
