"""The question of a person's status: given, extended, ended (Law on migration, art. 25)."""

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.status import (
    STATUS_MONTHS,
    KandasStatus,
    StatusEnd,
    latest_extension,
    status_ends_on,
)
from kandas_desktop.rules.status_changes import obstacles_to_status
from kandas_desktop.rules.terms import months_after
from kandas_desktop.ui.kit.choice_field import ChoiceField, Option
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.reason_field import ReasonField
from kandas_desktop.ui.stay_questions import DayField
from kandas_desktop.ui.wording import digits, obstacle_sentence
from kandas_desktop.words import _


class ChangedStatus(NamedTuple):
    """What is known of a status now, and why what was known changes."""

    status: KandasStatus
    reason: str


def status_end_words(because: StatusEnd) -> str:
    """Why a status ended before its time."""
    return {
        StatusEnd.CITIZENSHIP: lambda: _("citizenship of Kazakhstan"),
        StatusEnd.PERMIT_REFUSED: lambda: _("residence permit refused"),
        StatusEnd.PERMIT_WITHDRAWN: lambda: _("residence permit withdrawn"),
    }[because]()


class StatusQuestion(Question):
    """Asks when a person's status was given, until when extended, when and why ended (art. 25)."""

    def __init__(
        self, before: KandasStatus, whom: str, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Kandas status"),
            _("Save"),
            explanation=_("{name}. It lasts a year and can be extended once, by up to six months.").format(
                name=whom
            ),
            parent=parent,
        )
        self._before, self._today = before, today
        self.given = DayField(_("Given on"), before.given_on, today=today)
        self.extended = DayField(
            _("Extended until"), before.extended_until, today=today, second=_("if it was")
        )
        self.ended = DayField(_("Ended on"), before.ended_on, today=today, second=_("if it did"))
        self.because = Field(
            _("Why it ended"),
            ChoiceField([Option(each.value, status_end_words(each)) for each in StatusEnd]),
        )
        self.because.control.set_choice(before.ended_because.value if before.ended_because else None)
        self.reason = ReasonField()
        for pair in ((self.given, self.extended), (self.ended, self.because)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field, 1)
            self.fields.addLayout(row)
        self.fields.addWidget(self.reason)
        self._days = (self.given, self.extended, self.ended)
        for day in self._days:
            day.control.textChanged.connect(self._look)
        self.because.control.textChanged.connect(self._look)
        self._look()
        self.given.control.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, before: KandasStatus, whom: str, *, today: date
    ) -> ChangedStatus | None:
        """What is known now; ``None`` when nothing changes."""
        question = cls(before, whom, today=today, parent=parent)
        return question.value() if question.was_accepted() else None

    def value(self) -> ChangedStatus:
        because = self.because.control.choice()
        ended_on = self.ended.control.date_value()
        status = KandasStatus(
            self.given.control.date_value(),
            self.extended.control.date_value(),
            ended_on,
            StatusEnd(because) if because and ended_on else None,
        )
        return ChangedStatus(status, self.reason.value())

    def may_accept(self) -> bool:
        if any(day.control.fault() for day in self._days):
            for day in self._days:
                day.look((), today=self._today, is_asked=False)
            self.make_room()
            return False
        changed = self.value()
        found = obstacles_to_status(self._before, changed.status, reason=changed.reason, today=self._today)
        for obstacle in found:
            self._say(obstacle)
        self.make_room()
        return not found

    def _say(self, obstacle: Obstacle) -> None:
        words = f"{obstacle_sentence(obstacle, self._today)}."
        if obstacle.kind is ObstacleKind.REASON_MISSING:
            is_ended_for_nothing = self.value().status.ended_on and not self.because.control.choice()
            (self.because if is_ended_for_nothing else self.reason).set_error(words)
        else:
            self._field_of(obstacle).set_error(words)

    def _field_of(self, obstacle: Obstacle) -> DayField:
        status = self.value().status
        is_to_come = obstacle.kind is ObstacleKind.DATE_IN_FUTURE
        if obstacle.kind is ObstacleKind.STATUS_UNKNOWN or (
            is_to_come and obstacle.last_on == status.given_on
        ):
            return self.given
        if not is_to_come and self._is_about_extension(obstacle):
            return self.extended
        return self.ended

    def _is_about_extension(self, obstacle: Obstacle) -> bool:
        given = self.given.control.date_value()
        if given is None or self.extended.control.date_value() is None:
            return False
        bounds = (months_after(given, STATUS_MONTHS), latest_extension(given), self._before.extended_until)
        return obstacle.last_on in bounds

    def _look(self) -> None:
        """Say until when the status lasts by this, and forget what was wrong."""
        for field in (*self._days, self.because, self.reason):
            field.clear_message()
        before, after = status_ends_on(self._before), status_ends_on(self.value().status)
        changes = []
        if before != after:
            changes.append(Change(_("Status until"), _day(before), _day(after)))
        self.show_changes(changes)
        self.because.setVisible(self.ended.control.date_value() is not None)
        self.reason.setVisible(self._before != KandasStatus())
        self.make_room()


def _day(day: date | None) -> str:
    return digits(day) if day else "—"
