"""Writing down the slip or the permit that a person handed in (r.3)."""

from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.cases import application_standing
from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.rules.household import ResidenceDocument
from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.obstacles import obstacles_to_recording_document


def record_document(desk: Desk, application_person_id: int, document: ResidenceDocument) -> None:
    """Write down what a person of an application handed in, in place of what stood there.

    Raises ``Refused`` when the application is closed or its referral in force, or for a date to come.
    """
    with desk.transaction():
        row = ApplicationPerson.get_by_id(application_person_id)
        standing = application_standing(row.application)
        refuse_if(obstacles_to_recording_document(standing, document, on=desk.today))
        row.document_kind = document.kind
        row.document_number = clean(document.number)
        row.document_issued_on = document.issued_on
        row.document_issued_by = clean(document.issued_by)
        row.save()
        desk.record(
            "record document",
            "application person",
            row.id,
            kind=document.kind,
            number=document.number,
            issued_on=document.issued_on,
            issued_by=document.issued_by,
        )
