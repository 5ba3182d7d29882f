"""Files from breach to decision, played at random: proposed, registered, decided, told, closed."""

from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    close_breach,
    notify,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.rules.breaches import Outcome
from tests.fuzz.game import Game, Plays
from tests.fuzz.rows import Breach
from tests.fuzz.stay_plays import is_here


class FilePlays:
    """What happens to the files of breaches."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [(16, self.breach)]

    def breach(self) -> None:
        """The next step of a file, or the first of a new one."""
        files = [
            key
            for key, file in self.game.model.rows("breach")
            if file.closed_on is None and file.notified_on is None
        ]
        if not files or self.game.chance.random() < 0.2:
            self._record_breach()
            return
        steps = (self._propose, self._register_proposal, self._decide, self._notify)
        if self.game.chance.random() < 0.9:
            breach_id = self.game.chance.choice(files[-4:])
            file: Breach = self.game.row("breach", breach_id)
            reached = (file.proposed_on, file.registered_on, file.outcome)
            step = steps[sum(value is not None for value in reached)]
        else:
            breach_id = self.game.chance.choice(list(self.game.model.tables["breach"]))
            step = self.game.chance.choice((*steps, self._close))
        step(breach_id, self.game.row("breach", breach_id))

    def _record_breach(self) -> None:
        stay_id = self.game.some("stay", is_here)
        if stay_id is None:
            return
        household = self.game.row("stay", stay_id).household
        living = self.game.model.residents(household)
        concerned = living if living and self.game.chance.random() < 0.5 else [stay_id]
        happened_on = self.game.a_day(self.game.today)
        is_allowed = happened_on <= self.game.today and all(
            self.game.row("stay", key).left_on is None
            and self.game.row("stay", key).moved_in_on <= happened_on
            for key in concerned
        )

        def then(breach_id: int) -> None:
            self.game.model.put("breach", breach_id, Breach(household, tuple(concerned), happened_on))

        request = BreachRequest(household, happened_on, "Шулаған", tuple(concerned))
        self.game.attempt("record a breach", is_allowed, lambda: record_breach(self.game.desk, request), then)

    def _propose(self, breach_id: int, file: Breach) -> None:
        day = self.game.a_day(self.game.today)
        before = [
            other.proposed_on
            for _key, other in self.game.model.rows("breach")
            if other.proposed_on and other.proposed_on.year == day.year and not other.closed_on
        ]
        is_allowed = (
            file.closed_on is None
            and file.proposed_on is None
            and max(before, default=day) <= day
            and file.happened_on <= day <= self.game.today
            and any(self.game.row("stay", key).left_on is None for key in file.concerned)
        )

        def then(_result: object) -> None:
            self.game.model.change("breach", breach_id, proposed_on=day)

        self.game.attempt(
            "propose", is_allowed, lambda: propose(self.game.desk, breach_id, proposed_on=day), then
        )

    def _register_proposal(self, breach_id: int, file: Breach) -> None:
        day = self.game.a_day(self.game.today)
        is_allowed = (
            file.closed_on is None
            and file.proposed_on is not None
            and file.registered_on is None
            and file.proposed_on <= day <= self.game.today
        )

        def then(_result: object) -> None:
            self.game.model.change("breach", breach_id, registered_on=day)

        self.game.attempt(
            "register a proposal",
            is_allowed,
            lambda: register_proposal(self.game.desk, breach_id, registered_on=day, number="03-1"),
            then,
            is_act=True,
        )

    def _decide(self, breach_id: int, file: Breach) -> None:
        model = self.game.model
        day = self.game.a_day(self.game.today)
        living = [stay for stay in model.residents(file.household) if not model.is_put_out(stay)]
        likely = [stay for stay in file.concerned if stay in living]
        leaving = self.game.chance.choices((living, likely, list(file.concerned)), (40, 50, 10))[0]
        is_over = not leaving and self.game.chance.random() < 0.8
        outcome = Outcome.KEEP if is_over or self.game.chance.random() < 0.3 else Outcome.EVICT
        possible = model.needs_contact(file.household, leaving, self.game.today)
        others = possible if possible and self.game.chance.random() < 0.7 else [None, *living]
        contact = self.game.chance.choice(others)
        is_allowed = (
            file.closed_on is None
            and file.outcome is None
            and file.registered_on is not None
            and file.registered_on <= day <= self.game.today
        )
        if outcome is Outcome.EVICT:
            stays = [self.game.row("stay", key) for key in leaving]
            is_allowed = (
                is_allowed
                and bool(leaving)
                and all(not stay.left_on and stay.because != "evicted" for stay in stays)
                and all(stay.moved_in_on <= day for stay in stays)
                and (not possible or contact in possible)
            )

        def then(act_id: int) -> None:
            to_leave = tuple(leaving) if outcome is Outcome.EVICT else ()
            model.change("breach", breach_id, outcome=outcome.value, decided_on=day, to_leave=to_leave)
            for key in to_leave:
                stay = self.game.row("stay", key)
                ended_on = max(min(day, model.ends_on(stay)), stay.moved_in_on)
                model.change("stay", key, ended_on=ended_on, because="evicted")
            if to_leave and possible:
                model.put("contact", act_id, (file.household, contact))

        request = DecisionRequest(breach_id, outcome, "7-ө", day, tuple(leaving), contact)
        self.game.attempt(
            f"decide to {outcome}",
            is_allowed,
            lambda: record_decision(self.game.desk, request),
            then,
            is_act=True,
        )

    def _notify(self, breach_id: int, file: Breach) -> None:
        expected = self.game.chance.choice((self.game.today, file.decided_on or self.game.today))
        day = self.game.a_day(expected, rarely=self.game.chance.random() < 0.6)
        is_allowed = (
            file.decided_on is not None
            and file.notified_on is None
            and file.decided_on <= day <= self.game.today
        )

        def then(_result: object) -> None:
            self.game.model.change("breach", breach_id, notified_on=day)

        self.game.attempt(
            "tell of a decision",
            is_allowed,
            lambda: notify(self.game.desk, breach_id, notified_on=day),
            then,
            is_act=True,
        )

    def _close(self, breach_id: int, file: Breach) -> None:
        reason = self.game.a_reason()
        is_allowed = file.closed_on is None and file.outcome is None and bool(reason)

        def then(_result: object) -> None:
            self.game.model.change("breach", breach_id, closed_on=self.game.today)

        self.game.attempt(
            "close a file",
            is_allowed,
            lambda: close_breach(self.game.desk, breach_id, reason=reason),
            then,
            is_act=True,
        )
