"""The middle of the side panel: whose turn it is and why, what is in the way, and what is waited for."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.reserve import PassedBy, Preferred, ReserveRow, ReserveView
from kandas_desktop.queries.reserve_history import LeftBecause, LeftRow
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Condition, Obstacle, ObstacleKind
from kandas_desktop.ui.kit.frame import Banner, Rule
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.panel_rows import ConditionRow, FactRow, ObstacleCard, SectionTitle
from kandas_desktop.ui.reserve.estimates import Estimate
from kandas_desktop.ui.reserve.history_lines import left_chip, waited_words
from kandas_desktop.ui.reserve.words import (
    condition_line,
    decision_text,
    decision_title,
    decisions_of,
    whom_words,
)
from kandas_desktop.ui.wording import digits, obstacle_title
from kandas_desktop.words import _

_CLAUSES = {
    LeftBecause.REFERRED: Clause.R8,
    LeftBecause.RETURNED: Clause.R6,
    LeftBecause.STRUCK_OUT: Clause.R5,
}


class _Middle(QWidget):
    """A column of the panel's rows."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8 if theme().is_compact else 12)

    def add_decisions(self, passed_by: Sequence[PassedBy], preferred: Sequence[Preferred]) -> None:
        """The written decisions that concern the household (r.8)."""
        found = decisions_of(passed_by, preferred)
        if not found:
            return
        self.column.addWidget(SectionTitle(_("Decisions of the local executive body")))
        for decision in found:
            self.column.addWidget(
                FactRow(
                    decision_title(decision),
                    decision_text(decision),
                    icon="scale",
                    family="accent" if decision.is_in_favour else "held",
                    clause=Clause.R8,
                )
            )
        self.column.addWidget(Rule())

    def add_order(self, row: ReserveRow | LeftRow) -> None:
        """By what the place in the order is proved (r.7)."""
        registered = f"{digits(row.registered_on)}, {row.arrived_at:%H:%M}"
        if row.arrived_at.date() != row.registered_on:
            came = _("came in {day}").format(day=f"{row.arrived_at:%d.%m.%Y, %H:%M}")
            registered = f"{digits(row.registered_on)} ({came})"
        words = _("registered then; the order goes by it and cannot be edited. In the reserve from {day}")
        self.column.addWidget(
            FactRow(
                registered,
                words.format(day=digits(row.entered_on)),
                icon="list-ordered",
                clause=Clause.R7,
            )
        )


class WaitingMiddle(_Middle):
    """What is said of one who waits; ``conditions`` are met, ``obstacles`` still in the way."""

    def __init__(
        self,
        row: ReserveRow,
        view: ReserveView,
        *,
        obstacles: Sequence[Obstacle],
        conditions: Iterable[Condition],
        naming: Naming,
    ) -> None:
        super().__init__()
        if not obstacles:
            self.column.addWidget(
                Banner(
                    _("Nothing stands in the way of the referral"),
                    _("Every condition is met"),
                    family="free",
                    icon="check-circle",
                )
            )
        else:
            self.column.addWidget(SectionTitle(_("Obstacles to the referral"), len(obstacles)))
            for obstacle in obstacles:
                self.column.addWidget(_obstacle(obstacle, view, naming))
        self._add_beds(row, view)
        self.add_decisions(row.passed_by, row.preferred)
        self._add_conditions(conditions, row)
        self.add_order(row)

    def _add_beds(self, row: ReserveRow, view: ReserveView) -> None:
        if row.waits_for:
            self.column.addWidget(SectionTitle(_("Beds it waits for")))
            if row.forecast_on is not None:
                self.column.addWidget(Estimate(row.waits_for, on=view.on))
        if row.forecast_on is None:
            words = _("No end is in sight: too few stays and repairs end on a known day.")
            self.column.addWidget(Label(words, role="second", ink="text2", wrap=True))
        if row.waits_for or row.forecast_on is None:
            self.column.addWidget(Rule())

    def _add_conditions(self, conditions: Iterable[Condition], row: ReserveRow) -> None:
        met = QWidget()
        column = QVBoxLayout(met)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionTitle(_("Conditions met")))
        column.addSpacing(4)
        for condition in conditions:
            column.addWidget(ConditionRow(condition_line(condition, row), condition.clause))
        self.column.addWidget(met)
        self.column.addWidget(Rule())


class LeftMiddle(_Middle):
    """What is said of one who left the reserve."""

    def __init__(self, row: LeftRow) -> None:
        super().__init__()
        words, family, icon = left_chip(row)
        self.column.addWidget(
            FactRow(
                f"{words}, {digits(row.left_on)}",
                row.words,
                icon=icon,
                family=family,
                clause=_CLAUSES[row.because],
            )
        )
        self.column.addWidget(
            FactRow(
                waited_words(row),
                f"{digits(row.entered_on)} – {digits(row.left_on)}",
                icon="hourglass",
                clause=Clause.R7,
            )
        )
        self.column.addWidget(Rule())
        self.add_decisions((), row.preferred)
        self.add_order(row)


def _obstacle(obstacle: Obstacle, view: ReserveView, naming: Naming) -> ObstacleCard:
    lines = [whom_words(obstacle, naming, view.on)]
    if obstacle.kind is ObstacleKind.OTHERS_AHEAD:
        lines.append(_("Only a written decision passes anybody over."))
    return ObstacleCard(obstacle_title(obstacle), [line for line in lines if line], clause=obstacle.clause)
