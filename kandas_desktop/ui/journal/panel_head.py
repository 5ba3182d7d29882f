"""The head of the side panel: number, outcome, name, and the steps of the application's way."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.application import ApplicationDetail
from kandas_desktop.queries.countries import country_name
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.panel_words import PeopleWords, step_names
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.steps import Steps
from kandas_desktop.ui.wording import coming_words, digits
from kandas_desktop.words import _, language

_CLOSED = (Standing.STRUCK_OUT, Standing.RETURNED)


class ApplicationName(QWidget):
    """Who applied, with how many, from where and when; then the steps of the way, while it goes on."""

    def __init__(self, detail: ApplicationDetail, people: PeopleWords, *, is_compact: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(people.full(detail.applicant.household), role="panel_title", wrap=True))
        column.addWidget(Label(_second_line(detail), role="second", ink="text2", wrap=True))
        if detail.standing not in _CLOSED:
            names, at = step_names(detail)
            column.addSpacing(8 if is_compact else 14)
            column.addWidget(Steps(names, at))


def _second_line(detail: ApplicationDetail) -> str:
    registered = _("registered on {day}").format(day=digits(detail.registered_on))
    country = country_name(detail.applicant.origin_country, language())
    people = coming_words(len(detail.people), is_joining=detail.joins is not None)
    return " · ".join(part for part in (people, country, registered) if part)
