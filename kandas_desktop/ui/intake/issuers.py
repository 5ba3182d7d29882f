"""Which bodies issued the slips of late: what the form proposes."""

from collections.abc import Sequence

from kandas_desktop.queries.office import slip_issuers
from kandas_desktop.rules.letters import clean
from kandas_desktop.ui.intake.person_form import PersonForm


class RecentIssuers:
    """Those of the latest applications, read once, behind those that stand on the form already."""

    def __init__(self) -> None:
        self._known: list[str] = []

    def read(self) -> None:
        """Read afresh which bodies issued the latest slips."""
        self._known = slip_issuers()

    def on_form(self, people: Sequence[PersonForm]) -> list[str]:
        """Every one of them once, the one written last first."""
        here = [clean(person.document_issuer) for person in reversed(people) if person.document_number]
        return list(dict.fromkeys(issuer for issuer in (*here, *self._known) if issuer))
