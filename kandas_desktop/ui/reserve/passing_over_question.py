"""The question before somebody is passed over (r.8): the written decision, and who keeps which place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.actions.reserve import PassingOverRequest
from kandas_desktop.queries.reserve import ReserveRow, ReserveView
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.letters import clean, clean_number
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.reserve import Waiting, obstacles_to_passing_over
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.ui.reserve.words import ahead_words, more_words
from kandas_desktop.ui.stay_questions import ABOUT_DAY, ChoosePeople, DayField
from kandas_desktop.ui.wording import clause_words, digits, obstacle_title, people_words
from kandas_desktop.words import _

_NUMBER_LENGTH = 40
_REASON_LENGTH = 300
_MOST_PLACES = 6
_AROUND_TICKS = 480  # logical pixels, with all that may be said below the fields


class PassingOverQuestion(Question):
    """Asks for the decision's number, date and reason, and who of those before is passed over by it."""

    def __init__(
        self, row: ReserveRow, view: ReserveView, *, names_hidden: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Serve {number} before others").format(number=row.number),
            _("Record the decision"),
            explanation=_(
                "Only the local executive body's written decision passes anybody over ({clause}). "
                "It speaks for this application only; whoever is passed over keeps the place."
            ).format(clause=clause_words(Clause.R8)),
            parent=parent,
        )
        self._row, self._today = row, view.on
        self._before = [each for each in view.rows if each.application_id in row.ahead]
        ticks = [_tick(each, names_hidden) for each in self._before]
        self.households = ChoosePeople(_("Who is passed over"), ticks, around=_AROUND_TICKS)
        self.number = Field(_("Decision number"), TextField(max_length=_NUMBER_LENGTH))
        self.day = DayField(_("Decision date"), view.on, today=view.on)
        self.reason = Field(_("Reason in the decision"), TextAreaField(lines=2, max_length=_REASON_LENGTH))
        self._lay_out()
        self._watch()
        self._look()
        self.number.control.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, row: ReserveRow, view: ReserveView, *, names_hidden: bool = False
    ) -> PassingOverRequest | None:
        """The decision; ``None`` when nobody is passed over."""
        question = cls(row, view, names_hidden=names_hidden, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> PassingOverRequest:
        """What was written down."""
        return PassingOverRequest(
            preferred_id=self._row.application_id,
            passed_ids=self.households.chosen(),
            number=clean_number(self.number.control.value()),
            decided_on=self.day.control.date_value() or self._today,
            reason=clean(self.reason.control.value()),
        )

    def may_accept(self) -> bool:
        found = self._obstacles()
        asked: dict[ObstacleKind, Field[TextField] | Field[TextAreaField]] = {
            ObstacleKind.DECISION_NUMBER_MISSING: self.number,
            ObstacleKind.REASON_MISSING: self.reason,
        }
        others = [each for each in found if each.kind not in asked and each.kind not in ABOUT_DAY]
        wrong: list[QWidget] = []
        if not self.households.say(others, today=self._today):
            wrong.append(next(iter(self.households.ticks.values())))
        for kind, field in asked.items():
            if any(each.kind is kind for each in found):
                field.set_error(f"{obstacle_title(Obstacle(kind))}.")
                wrong.append(field.control)
        about_day = [each for each in found if each.kind in ABOUT_DAY]
        if not self.day.look(about_day, today=self._today):
            wrong.append(self.day.control)
        is_printable = may_be_printed(self.number, self.reason)
        self.make_room()
        if wrong:
            wrong[0].setFocus()
        return is_printable and not wrong

    def _obstacles(self) -> list[Obstacle]:
        asked, waiting = self.value(), {each.application_id: _waiting(each) for each in self._before}
        return obstacles_to_passing_over(
            _waiting(self._row),
            [waiting.get(passed_id) for passed_id in asked.passed_ids],
            already_passed=(),
            number=asked.number,
            decided_on=asked.decided_on,
            reason=asked.reason,
            today=self._today,
        )

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.number, 1)
        across.addWidget(self.day, 1)
        self.fields.addWidget(self.households)
        self.fields.addLayout(across)
        self.fields.addWidget(self.reason)

    def _watch(self) -> None:
        for tick in self.households.ticks.values():
            tick.toggled.connect(self._look)
            advance_on_enter(tick)
        self.number.control.textChanged.connect(self.number.clear_message)
        self.day.control.textChanged.connect(self.day.clear_message)
        self.reason.control.changed.connect(self.reason.clear_message)

    def _look(self) -> None:
        """Show what the decision changes as it stands."""
        chosen = self.households.chosen()
        left = len(self._before) - len(chosen)
        now = ahead_words(len(self._before))
        changes = [Change(self._row.number, now, ahead_words(left) if left else _("its turn has come"))]
        passed = [each for each in self._before if each.application_id in chosen]
        if passed:
            places = _places(passed)
            kept = _("{places}, as before").format(places=places)
            changes.append(Change(_("Passed over"), places, kept))
        self.show_changes(changes)
        self.households.say((), today=self._today)


def _places(rows: Sequence[ReserveRow]) -> str:
    """«1, 2, 3-орын»."""
    shown = ", ".join(str(row.place) for row in rows[:_MOST_PLACES])
    words = _("place {place}").format(place=shown)
    return f"{words}, {more_words(len(rows) - _MOST_PLACES)}" if len(rows) > _MOST_PLACES else words


def _tick(row: ReserveRow, hidden: bool) -> tuple[int, str, str, bool]:
    name = f"{row.place} · {Naming(row.number, hidden).short(row.applicant)}"
    second = f"{people_words(row.people)} · {digits(row.registered_on)}"
    return row.application_id, name, second, True


def _waiting(row: ReserveRow) -> Waiting:
    return Waiting(row.application_id, row.number, row.registered_on, row.arrived_at, row.needed)
