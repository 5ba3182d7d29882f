"""The questions of moving in and of a lapse: who came and when, and what changes by it (r.9)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kandas_desktop.queries.stays import ComerRow, LapseFacts, MoveInFacts
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.minors import Housemate, minors_alone
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.rules.stays import may_still_come, obstacles_to_moving_in
from kandas_desktop.ui.bed_looks import state_words
from kandas_desktop.ui.error_line import ErrorLine
from kandas_desktop.ui.kit.date_field import DateField
from kandas_desktop.ui.kit.dialog import Change, Question
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.minors_banner import Alone, MinorsBanner
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.terms import term_reason
from kandas_desktop.ui.wording import clause_words, date_fault_words, digits, obstacle_sentence
from kandas_desktop.words import _, ngettext

_MOST_TICKS = 4
_AROUND_TICKS = 430  # logical pixels


class DayField(Field[DateField]):
    """A day that is asked for, with what is wrong with it below."""

    def __init__(self, label: str, day: date | None, *, today: date, second: str = "") -> None:
        super().__init__(label, DateField(today=lambda: today), second=second)
        self.control.set_date(day)

    def look(self, obstacles: Iterable[Obstacle], *, today: date, is_asked: bool = True) -> bool:
        """Say the first thing that is wrong with the day; return whether it is right."""
        fault = self.control.fault()
        first = next(iter(obstacles), None)
        if fault:
            self.set_error(date_fault_words(fault))
        elif is_asked and self.control.date_value() is None:
            self.set_error(_("Write the date."))
        elif first:
            self.set_error(f"{obstacle_sentence(first, today)}.")
        else:
            self.clear_message()
            return True
        return False


class ChoosePeople(QWidget):
    """A tick for everybody who may be chosen.

    ``around`` is what the rest of its question takes of the screen's height, in logical pixels.
    """

    def __init__(
        self, label: str, ticks: Sequence[tuple[int, str, str, bool]], *, around: int = _AROUND_TICKS
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(label, role="second", ink="text2"))
        self.ticks: dict[int, TickBox] = {}
        ticked = QWidget()
        lines = QVBoxLayout(ticked)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for key, words, second, is_chosen in ticks:
            tick = TickBox(words, second=second)
            tick.setChecked(is_chosen)
            self.ticks[key] = tick
            lines.addWidget(tick)
        column.addWidget(ticked if len(ticks) <= _MOST_TICKS else _scrolling(ticked, around))
        self.remark = ErrorLine()
        column.addWidget(self.remark)

    def chosen(self) -> tuple[int, ...]:
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def say(self, obstacles: Iterable[Obstacle], *, today: date) -> bool:
        """Say below what stands in the way; return whether nothing does."""
        # Two people of whom the same is said are said once, when neither is named.
        said = dict.fromkeys(obstacle_sentence(obstacle, today) for obstacle in obstacles)
        words = " ".join(f"{sentence}." for sentence in said)
        self.remark.say(words)
        return not words


class _FollowingArea(QScrollArea):
    """Shows whatever inside it gets the focus, from wherever that comes."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidget(inside)
        for tick in inside.findChildren(TickBox):
            tick.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)


def screen_height() -> int:
    """How high a question may be, in logical pixels: the screen without its task bar."""
    return QGuiApplication.primaryScreen().availableSize().height()


def _scrolling(ticked: QWidget, around: int) -> QScrollArea:
    """A large family is looked through, so that the question fits on a small screen."""
    area = _FollowingArea(ticked)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    ticked.setAutoFillBackground(False)
    lines = ticked.findChildren(TickBox)
    line = ticked.sizeHint().height() / len(lines)
    seen = max(_MOST_TICKS, int((screen_height() - around) / line))
    # Half a line more tells that others follow.
    area.setFixedHeight(round(line * (len(lines) if len(lines) <= seen else seen + 0.5)))
    return area


ABOUT_DAY = (
    ObstacleKind.DATE_IN_FUTURE,
    ObstacleKind.DATE_TOO_EARLY,
    ObstacleKind.DATE_TOO_LATE,
    ObstacleKind.MOVE_IN_TERM_OVER,
)


def without_names(obstacles: Iterable[Obstacle], naming: Naming) -> list[Obstacle]:
    """The obstacles as they may be said: by the household's number while names are hidden."""
    return [replace(each, name=naming.number) if naming.hidden and each.name else each for each in obstacles]


def say_beside(obstacles: Iterable[Obstacle], *, people: ChoosePeople, day: DayField, today: date) -> bool:
    """Say what stands in the way beside the day or the people; return whether nothing does.

    The keyboard goes to a day that is wrong.
    """
    found = list(obstacles)
    is_day_right = day.look([each for each in found if each.kind in ABOUT_DAY], today=today)
    if not is_day_right:
        day.control.setFocus()
    return people.say([each for each in found if each.kind not in ABOUT_DAY], today=today) and is_day_right


class WhoAndWhenQuestion(Question):
    """Asks who of a family did something, and on which day; the order's answer stands beside both."""

    people: ChoosePeople
    day: DayField
    _today: date

    def value(self) -> tuple[tuple[int, ...], date]:
        """The keys of those who are ticked, and the day."""
        return self.people.chosen(), self.day.control.date_value() or self._today

    def may_accept(self) -> bool:
        may = say_beside(self._obstacles(), people=self.people, day=self.day, today=self._today)
        self.make_room()
        return may

    def _obstacles(self) -> list[Obstacle]:
        """What the order says to those who are ticked, on the day that is written."""
        raise NotImplementedError


class MoveInQuestion(WhoAndWhenQuestion):
    """Asks who of a family came, and on which day (r.9)."""

    def __init__(
        self, facts: MoveInFacts, *, today: date, naming: Naming, parent: QWidget | None = None
    ) -> None:
        term = facts.term
        super().__init__(
            _("The family of referral {number} moved in").format(number=facts.number),
            _("Record the move-in"),
            explanation=_("Last day {day} ({clause}): {reason}.").format(
                day=digits(term.due), clause=clause_words(term.clause), reason=term_reason(term)
            )
            if term
            else "",
            parent=parent,
        )
        self._facts, self._today, self._naming = facts, today, naming
        coming = [person for person in facts.people if not person.has_moved_in]
        may_come = may_still_come(facts.case)
        self.people = ChoosePeople(
            _("Who came"),
            [
                (
                    person.id,
                    naming.short(person.name, person.kinship),
                    _place_and_status(person),
                    bool(person.bed or person.shares_bed) and person.id in may_come,
                )
                for person in coming
            ],
        )
        due = facts.case.due
        self.day = DayField(_("Moved in on"), min(today, due) if due else today, today=today)
        self.minors = MinorsBanner()
        self.fields.addWidget(self.people)
        self.fields.addWidget(self.day)
        self.fields.addWidget(self.minors)
        for tick in self.people.ticks.values():
            tick.toggled.connect(self._look)
        self.day.control.textChanged.connect(self._look)
        self._look()
        self.day.control.setFocus()
        self.day.control.selectAll()

    @classmethod
    def ask(
        cls, parent: QWidget | None, facts: MoveInFacts, *, today: date, naming: Naming
    ) -> tuple[tuple[int, ...], date] | None:
        """Who came and when; ``None`` when nothing is recorded."""
        question = cls(facts, today=today, naming=naming, parent=parent)
        return question.value() if question.was_accepted() else None

    def _obstacles(self) -> list[Obstacle]:
        chosen, day = self.value()
        found = obstacles_to_moving_in(self._facts.case, chosen=chosen, moved_in_on=day, today=self._today)
        return without_names(found, self._naming)

    def _together(self) -> list[Housemate]:
        """Everybody of the household who would live here then: those who come, and those who do already."""
        chosen, day = self.value()
        coming = (person for person in self._facts.people if person.id in chosen)
        return [*self._facts.here, *(person.housemate_on(day) for person in coming)] if chosen else []

    def _look(self) -> None:
        chosen = self.people.chosen()
        self.minors.say(Alone.MOVING_IN, minors_alone(self._together()), self._naming)
        beds = [person.bed for person in self._facts.people if person.id in chosen and person.bed]
        changes = []
        if beds:
            changes.append(beds_change(beds, state_words(BedState.HELD), state_words(BedState.OCCUPIED)))
        self.show_changes(changes)
        self.day.clear_message()
        self.people.say((), today=self._today)
        self.make_room()


def _place_and_status(person: ComerRow) -> str:
    """The bed that waits for somebody, and that their status is over where it is (r.15)."""
    place = person.bed or (_("shares a bed") if person.shares_bed else _("no bed"))
    if person.status_over_on is None:
        return place
    status = _("status until {day}").format(day=digits(person.status_over_on))
    return f"{place} · {status}"


def beds_change(beds: Sequence[str], before: str, after: str) -> Change:
    """What becomes of some beds."""
    names = ", ".join(beds)
    return Change(_("Beds"), f"{names}: {before}", after)


class LapseQuestion(Question):
    """Asks whether the term to move in was not kept, and shows which beds are free by it, and for whom."""

    def __init__(self, lapse: LapseFacts, *, naming: Naming, parent: QWidget | None = None) -> None:
        facts = lapse.facts
        came = sum(person.has_moved_in for person in facts.people)
        missing = len(facts.people) - came
        changes = [Change(_("Referral"), _("in force"), _("lapsed"))]
        if lapse.beds:
            changes.append(beds_change(lapse.beds, state_words(BedState.HELD), state_words(BedState.FREE)))
        free_after = lapse.free_now + len(lapse.beds)
        changes.append(Change(_("Free beds"), str(lapse.free_now), str(free_after)))
        term = facts.term
        reason = term_reason(term) if term else ""
        super().__init__(
            _("Referral {number}: the family did not come").format(number=facts.number),
            _("Confirm the lapse"),
            explanation=" ".join(
                (
                    ngettext("{count} person did not come.", "{count} people did not come.", missing),
                    _("Last day {day} ({clause}): {reason}.").format(
                        day=digits(term.due), clause=clause_words(term.clause), reason=reason
                    )
                    if term
                    else "",
                    _("The line of the journal stays; the applicant may apply anew."),
                    _("Whoever came stays.") if came else "",
                )
            ).strip(),
            changes=changes,
            parent=parent,
        )
        self.fields.addWidget(Label(self._next_words(lapse, free_after), wrap=True))
        self.minors = MinorsBanner()
        self.minors.say(Alone.STAYING, minors_alone(facts.here), naming)
        self.fields.addWidget(self.minors)
        self.verb_button.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, lapse: LapseFacts, *, naming: Naming) -> bool:
        """Whether the lapse is confirmed."""
        return cls(lapse, naming=naming, parent=parent).was_accepted()

    @staticmethod
    def _next_words(lapse: LapseFacts, free_after: int) -> str:
        if not lapse.next_number:
            return _("Nobody waits in the reserve.")
        return _("Next in the reserve ({clause}): {number}: {needed} needed, {free} free.").format(
            clause=clause_words(Clause.R8),
            number=lapse.next_number,
            needed=lapse.next_needed,
            free=free_after,
        )
