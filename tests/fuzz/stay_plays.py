"""The end of stays, played at random: people leave, one or all of a household, for whatever reason."""

from datetime import date

from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.rules.stays import EndReason
from tests.fuzz.game import Game, Plays
from tests.fuzz.rows import Stay


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
        is_put_out = self.game.model.is_put_out(stay_id)
        chances = (10, 20, 67, 3) if is_put_out else (30, 55, 12, 3)
        because = self.game.chance.choices(list(EndReason), chances)[0]
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
            and left_on >= max((stay.signed_on or stay.moved_in_on, *self.game.model.heard_on(stay_id)))
            and (because is not EndReason.TERM or left_on >= self.game.model.ends_on(stay))
            and (because is not EndReason.EVICTED or (put_out_on is not None and left_on >= put_out_on))
        )

    def _leave(self, stay_id: int, left_on: date, because: EndReason) -> None:
        stay: Stay = self.game.row("stay", stay_id)
        ended = self.game.model.ended(stay_id, left_on, because.value)
        self.game.model.change("stay", stay_id, left_on=left_on, **ended)
        live = self.game.model.live_use_of(stay.named)
        if live:
            self.game.model.change("use", live[0], ended_on=left_on)


def is_here(stay: Stay) -> bool:
    """Whether somebody has not left."""
    return stay.left_on is None
