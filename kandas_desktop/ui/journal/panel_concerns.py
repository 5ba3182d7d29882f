"""What is to be weighed before a referral: cards that refuse nothing, each with the way out (r.3, r.15)."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.rules.concerns import ABOUT_STATUS, Concern, ConcernKind, StatusKnown
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.panel_rows import ObstacleCard, SectionTitle
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _


class ConcernSection(QWidget):
    """Everything to be weighed; ``status_asked(concern)`` asks to write the status down."""

    status_asked = Signal(object)

    def __init__(self, concerns: Sequence[Concern], people: PeopleWords, *, is_referred: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6 if theme().is_compact else 8)
        before = (
            _("To be weighed before moving in") if is_referred else _("To be weighed before the referral")
        )
        column.addWidget(SectionTitle(before, len(concerns)))
        for concern in concerns:
            lines = list(_lines(concern, people))
            button = self._status_button(concern) if concern.kind in ABOUT_STATUS else None
            column.addWidget(ObstacleCard(_title(concern), lines, clause=concern.clause, button=button))

    def _status_button(self, concern: Concern) -> Button:
        button = Button(_("The status…"))
        button.clicked.connect(lambda: self.status_asked.emit(concern))
        return button


def holder_words(status: StatusKnown, people: PeopleWords) -> str:
    """Whose status it is, by name or by the application's number."""
    return people.number if people.hidden else status.name.short


def _title(concern: Concern) -> str:
    return {
        ConcernKind.STATUS_OVER: lambda: _("The kandas status is over"),
        ConcernKind.STATUS_DOUBTED: lambda: _("The kandas status may be over"),
        ConcernKind.TERM_USED: lambda: _("The whole term of stay was used before"),
        ConcernKind.STAYED_BEFORE: lambda: _("Stayed in the Center before"),
        ConcernKind.SLIP_TWICE: lambda: _("One slip number for several people"),
        ConcernKind.PERHAPS_HERE: lambda: _("Perhaps lives here already, or is awaited"),
        ConcernKind.APPLIED_TWICE: lambda: _("Another application of the same person is open"),
    }[concern.kind]()


def _lines(concern: Concern, people: PeopleWords) -> Iterator[str]:
    status, ended_on = concern.status, concern.status_ended_on
    if status is not None and ended_on is not None:
        name, day = holder_words(status, people), digits(ended_on)
        if status.is_written_down:
            yield _("{name}, until {day}").format(name=name, day=day)
            yield _("Whose stay follows it cannot move in until its extension is written down")
        else:
            yield _("{name}, by an earlier paper until {day}").format(name=name, day=day)
            yield _("Write down its extension, or the status given anew")
        return
    if concern.number:
        is_of_slip = concern.kind is ConcernKind.SLIP_TWICE
        number = "•••" if is_of_slip and people.hidden else concern.number
        yield f"{number}: {_names(concern, people)}"
        return
    yield _names(concern, people)
    for stay in concern.earlier:
        yield f"{digits(stay.moved_in_on)} – {digits(stay.ended_on)}, {stay.number}"
    if concern.kind is ConcernKind.TERM_USED:
        yield _("The order names no second term: the local executive body decides")


def _names(concern: Concern, people: PeopleWords) -> str:
    named: Iterable[str] = (people.short(person) for person in concern.people)
    return ", ".join(dict.fromkeys(named))
