"""Writing down the slip or the permit that a person handed in (r.3)."""

from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.tables import ApplicationPerson
from kandas_desktop.rules.household import ResidenceDocument
from kandas_desktop.rules.obstacles import obstacles_to_document


def record_document(desk: Desk, application_person_id: int, document: ResidenceDocument) -> None:
    """Write down what a person of an application handed in. Raises ``Refused``."""
    with desk.transaction():
        refuse_if(obstacles_to_document(document, on=desk.today))
        row = ApplicationPerson.get_by_id(application_person_id)
        row.document_kind = document.kind
        row.document_number = document.number
        row.document_issued_on = document.issued_on
        row.document_issued_by = document.issued_by
        row.save()
        desk.record("record document", "application person", row.id, kind=document.kind)
