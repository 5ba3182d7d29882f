"""What stands in the way of a referral: a card each, with the person, the reason, the clause, the remedy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.application import ApplicationDetail
from kandas_desktop.rules.obstacles import NOTHING_TO_PROPOSE, Obstacle, ObstacleKind
from kandas_desktop.ui.journal.next_step import Step, next_step, obstacles_in_order
from kandas_desktop.ui.journal.panel_words import PeopleWords, obstacle_button_words, obstacle_whom
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.panel_rows import ObstacleCard, SectionTitle
from kandas_desktop.ui.wording import obstacle_title
from kandas_desktop.words import _


class ObstacleSection(QWidget):
    """All obstacles to a referral; ``filled`` is the button that the next step asks for."""

    document_asked = Signal(int)
    reserve_asked = Signal()
    application_asked = Signal(int)

    def __init__(self, detail: ApplicationDetail, people: PeopleWords) -> None:
        super().__init__()
        self._detail = detail
        self._people = people
        self._step = next_step(detail)
        self.filled: Button | None = None
        obstacles = obstacles_in_order(detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6 if theme().is_compact else 8)
        column.addWidget(SectionTitle(_("Obstacles to the referral"), len(obstacles)))
        column.addSpacing(2 if theme().is_compact else 0)
        for obstacle in obstacles:
            column.addWidget(self._card(obstacle))

    def _card(self, obstacle: Obstacle) -> ObstacleCard:
        lines = [obstacle_whom(obstacle, self._people)]
        if obstacle.kind is ObstacleKind.SLIP_MISSING and obstacle.person:
            lines.append(self._people.came_of_age(obstacle.person, since=self._detail.registered_on))
        is_of_beds = obstacle.kind in (ObstacleKind.BEDS_MISSING, *NOTHING_TO_PROPOSE)
        if is_of_beds and self._detail.fits_with_sharing:
            lines.append(_("It fits if the infant shares a bed"))
        return ObstacleCard(
            obstacle_title(obstacle),
            [line for line in lines if line],
            clause=obstacle.clause,
            button=self._remedy(obstacle),
        )

    def _remedy(self, obstacle: Obstacle) -> Button | None:
        if obstacle.person is not None:
            position = obstacle.person.position
            button = Button(obstacle_button_words(obstacle.kind))
            button.clicked.connect(lambda: self.document_asked.emit(position))
            return self._fill(button, Step.RECORD_DOCUMENT)
        if self._step is Step.ENTER_RESERVE and self.filled is None:
            button = Button(_("Enter in the reserve"))
            button.clicked.connect(lambda: self.reserve_asked.emit())
            return self._fill(button, Step.ENTER_RESERVE)
        first = self._detail.first_ahead
        if obstacle.kind is ObstacleKind.OTHERS_AHEAD and first is not None:
            button = Button(_("Show {number}").format(number=first.number))
            button.clicked.connect(lambda: self.application_asked.emit(first.id))
            return button
        return None

    def _fill(self, button: Button, step: Step) -> Button:
        if self._step is step and self.filled is None:
            button.set_role("filled")
            self.filled = button
        return button
