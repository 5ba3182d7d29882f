"""Corrections, played at random: whatever the program lets be corrected, no night may be slept twice."""

from kandas_desktop.actions.corrections import (
    CorrectedLeaving,
    correct_leaving,
    correct_move_in,
    take_back_leaving,
)
from kandas_desktop.rules.stays import EndReason
from tests.fuzz import model as small
from tests.fuzz.game import Game, Plays
from tests.fuzz.model import Ref, Stay


class CorrectionPlays:
    """What was recorded wrongly of a stay; what may be corrected, the model leaves to the program."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [(3, self.move_in), (3, self.leaving), (2, self.take_back)]

    def move_in(self) -> None:
        """Another first day."""
        stays = self._some_of_a_household(has_left=False)
        if stays:
            day = self.game.a_day(self.game.row("stay", stays[0]).moved_in_on, rarely=False)
            self._attempt(
                "correct a move-in",
                lambda: correct_move_in(self.game.desk, stays, moved_in_on=day, reason="Қате жазылды"),
            )

    def leaving(self) -> None:
        """Another last day, or another reason."""
        stays = self._some_of_a_household(has_left=True)
        if stays:
            day = self.game.a_day(self.game.row("stay", stays[0]).left_on or self.game.today, rarely=False)
            because = self.game.chance.choice(list(EndReason))
            corrected = CorrectedLeaving(tuple(stays), day, because, "Мысал ауылы", "Қате жазылды")
            self._attempt("correct a leaving", lambda: correct_leaving(self.game.desk, corrected))

    def take_back(self) -> None:
        """Nobody left after all."""
        stays = self._some_of_a_household(has_left=True)
        if stays:
            self._attempt(
                "take a leaving back",
                lambda: take_back_leaving(self.game.desk, stays, reason="Қате жазылды"),
            )

    def _some_of_a_household(self, *, has_left: bool) -> list[int]:
        found = self.game.some("stay", lambda stay: (stay.left_on is not None) is has_left)
        if found is None:
            return []
        household = self.game.row("stay", found).household
        family = [key for key, stay in self.game.model.rows("stay") if stay.household == household]
        return family if self.game.chance.random() < 0.4 else [found]

    def _attempt(self, name: str, do: small.Doing) -> None:
        def then(_result: object) -> None:
            self.game.reread()
            for _key, stay in self.game.model.rows("stay"):
                self._look_at(stay)

        self.game.attempt(name, None, do, then, is_act=True)

    def _look_at(self, stay: Stay) -> None:
        ref: Ref = self.game.row("ref", self.game.row("named", stay.named).ref)
        assert ref.received_on is not None
        assert ref.received_on <= stay.moved_in_on <= small.move_in_due(ref.received_on)
        assert stay.moved_in_on <= self.game.today
        if stay.left_on is not None:
            assert stay.ended_on is not None
            assert stay.ended_on <= stay.left_on <= self.game.today
            assert self.game.model.live_use_of(stay.named) is None, "left, and has a bed"
