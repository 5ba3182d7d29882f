"""Stays, played at random: people leave, break the rules, and are put out by a decision."""

from datetime import date

from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.rules.breaches import Outcome
from kandas_desktop.rules.stays import EndReason
from tests.fuzz.game import Game, Plays
from tests.fuzz.model import Breach, Stay


class StayPlays:
    """What happens to residents."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [
            (13, self.leave),
        ]

    def leave(self) -> None:
        stay_id = self.game.some("stay", is_here)
        if stay_id is None:
            return
        household = self.game.row("stay", stay_id).household
        living = self.game.model.residents(household)
        leaving = living if living and self.game.chance.random() < 0.7 else [stay_id]
        because = self.game.chance.choices(list(EndReason), (30, 55, 12, 3))[0]
        left_on = self.game.a_day(self.game.today)
        possible = self.game.model.needs_contact(household, leaving, self.game.today)
        contact = self.game.chance.choice(possible) if possible and self.game.chance.random() < 0.9 else None
        is_allowed = (
            left_on <= self.game.today
            and all(self._may_leave(key, left_on, because) for key in leaving)
            and (not possible or contact is not None)
        )

        def then(act_id: int) -> None:
            for key in leaving:
                self._leave(key, left_on, because)
            if contact is not None:
                self.game.model.put("contact", act_id, (household, contact))

        request = LeavingRequest(tuple(leaving), left_on, because, "Үлгі қаласы", contact)
        self.game.attempt(
            "leave", is_allowed, lambda: record_leaving(self.game.desk, request), then, is_act=True
        )

    def _may_leave(self, stay_id: int, left_on: date, because: EndReason) -> bool:
        stay: Stay = self.game.row("stay", stay_id)
        live = self.game.model.live_use_of(stay.named)
        put_out_on = self.game.model.put_out_on(stay_id)
        return (
            stay.left_on is None
            and left_on >= max(stay.moved_in_on, live[1].began_on if live else stay.moved_in_on)
            and (because is not EndReason.TERM or left_on >= self.game.model.ends_on(stay))
            and (because is not EndReason.EVICTED or (put_out_on is not None and left_on >= put_out_on))
        )

    def _leave(self, stay_id: int, left_on: date, because: EndReason) -> None:
        stay: Stay = self.game.row("stay", stay_id)
        ends_on = self.game.model.ends_on(stay)
        put_out_on = self.game.model.put_out_on(stay_id)
        ended: tuple[date, str]
        if because is EndReason.EVICTED and put_out_on:
            ended = min(put_out_on, ends_on), "evicted"
        elif stay.because and left_on >= ends_on:
            ended = ends_on, stay.because
        else:
            is_over = because is EndReason.FREELY and left_on > ends_on
            ended = min(left_on, ends_on), "term" if is_over else because.value
        self.game.model.change("stay", stay_id, ended_on=ended[0], because=ended[1], left_on=left_on)
        live = self.game.model.live_use_of(stay.named)
        if live:
            self.game.model.change("use", live[0], ended_on=left_on)


class FilePlays:
    """What happens to the files of breaches."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [
            (9, self.breach),
        ]

    def breach(self) -> None:
        """The next step of a file, or the first of a new one."""
        open_files = [
            key for key, file in self.game.model.rows("breach") if file.outcome is None and not file.is_closed
        ]
        if not open_files or self.game.chance.random() < 0.25:
            self._record_breach()
            return
        breach_id = self.game.chance.choice(open_files)
        steps = (self._propose, self._register_proposal, self._decide)
        file: Breach = self.game.row("breach", breach_id)
        right = 0 if file.proposed_on is None else 1 if file.registered_on is None else 2
        step = steps[right] if self.game.chance.random() < 0.85 else self.game.chance.choice(steps)
        step(breach_id, file)

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
        is_allowed = (
            file.proposed_on is None
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
            file.proposed_on is not None
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
        outcome = self.game.chance.choice((Outcome.KEEP, Outcome.EVICT, Outcome.EVICT))
        day = self.game.a_day(self.game.today)
        living = self.game.model.residents(file.household)
        leaving = list(living if living and self.game.chance.random() < 0.5 else file.concerned)
        possible = self.game.model.needs_contact(file.household, leaving, self.game.today)
        contact = self.game.chance.choice(possible) if possible and self.game.chance.random() < 0.9 else None
        is_allowed = file.registered_on is not None and file.registered_on <= day <= self.game.today
        if outcome is Outcome.EVICT:
            stays = [self.game.row("stay", key) for key in leaving]
            is_allowed = (
                is_allowed
                and all(not stay.left_on and stay.because != "evicted" for stay in stays)
                and all(stay.moved_in_on <= day for stay in stays)
                and (not possible or contact is not None)
            )

        def then(act_id: int) -> None:
            to_leave = tuple(leaving) if outcome is Outcome.EVICT else ()
            self.game.model.change(
                "breach", breach_id, outcome=outcome.value, decided_on=day, to_leave=to_leave
            )
            for key in to_leave:
                ends_on = min(day, self.game.model.ends_on(self.game.row("stay", key)))
                self.game.model.change("stay", key, ended_on=ends_on, because="evicted")
            if to_leave and possible:
                self.game.model.put("contact", act_id, (file.household, contact))

        request = DecisionRequest(breach_id, outcome, "7-ө", day, tuple(leaving), contact)
        self.game.attempt(
            "decide", is_allowed, lambda: record_decision(self.game.desk, request), then, is_act=True
        )


def is_here(stay: Stay) -> bool:
    """Whether somebody has not left."""
    return stay.left_on is None
