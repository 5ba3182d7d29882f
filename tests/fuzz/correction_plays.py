"""Corrections, played at random: what was recorded wrongly of a receipt and of a stay, and of its nights."""

from datetime import date

from kandas_desktop.actions.corrections import (
    CorrectedLeaving,
    correct_leaving,
    correct_move_in,
    take_back_leaving,
)
from kandas_desktop.actions.receipts import correct_receipt
from kandas_desktop.rules.stays import EndReason
from tests.fuzz import rows as small
from tests.fuzz.game import Doing, Game, Plays, Then
from tests.fuzz.rows import Ref, Stay, Use


class CorrectionPlays:
    """What is corrected with a reason, and what becomes of the nights in the beds by it."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [(3, self.receipt), (3, self.move_in), (3, self.leaving), (2, self.take_back)]

    # --- receipt

    def receipt(self) -> None:
        """Another day of receipt (r.9): whoever moved in did so in its three days as well."""
        ref_id = self.game.some("ref", lambda ref: ref.received_on and not ref.lapsed_on)
        if ref_id is None:
            return
        ref: Ref = self.game.row("ref", ref_id)
        day = self.game.a_day(ref.received_on or self.game.today, rarely=False)
        reason = self.game.a_reason()
        came_on = [stay[1].moved_in_on for named in ref.named if (stay := self.game.model.stay_of(named))]
        is_allowed = (
            bool(reason)
            and not ref.is_struck_out
            and ref.lapsed_on is None
            and ref.received_on is not None
            and ref.issued_on <= day <= self.game.today
            and all(day <= moved_in_on <= small.move_in_due(day) for moved_in_on in came_on)
        )

        def then(_result: object) -> None:
            self.game.model.change("ref", ref_id, received_on=day)

        self._attempt(
            "correct a receipt",
            is_allowed,
            lambda: correct_receipt(self.game.desk, ref_id, received_on=day, reason=reason),
            then,
        )

    # --- the first day

    def move_in(self) -> None:
        """Another first day."""
        stays = self._some_of_a_household(has_left=False)
        if not stays:
            return
        day = self.game.a_day(self.game.row("stay", stays[0]).moved_in_on, rarely=False)
        reason = self.game.a_reason()

        def then(_result: object) -> None:
            for key in stays:
                self._begin_on(key, day)

        self._attempt(
            "correct a move-in",
            bool(reason) and all(self._may_begin_on(key, day) for key in stays),
            lambda: correct_move_in(self.game.desk, stays, moved_in_on=day, reason=reason),
            then,
        )

    def _may_begin_on(self, key: int, day: date) -> bool:
        stay: Stay = self.game.row("stay", key)
        ref: Ref = self.game.row("ref", self.game.row("named", stay.named).ref)
        assert ref.received_on is not None
        nights = self.game.model.nights(key)
        first = nights[0][1] if nights else None
        later = [stay.signed_on, stay.left_on, stay.ended_on, first.ended_on if first else None]
        later += self.game.model.heard_on(key)
        status_ends_on = self.game.model.status_ends_on(stay.named)
        if status_ends_on and stay.moved_in_on <= status_ends_on < day:
            return False
        if not ref.received_on <= day <= min(self.game.today, small.move_in_due(ref.received_on)):
            return False
        if any(then is not None and day > then for then in later):
            return False
        if first is None:
            return True
        begins_on = self._first_night(stay, first, day)
        return not self.game.model.is_taken(first, begins_on, first.ended_on or date.max)

    def _first_night(self, stay: Stay, first: Use, day: date) -> date:
        """A bed that was held is slept in from the first day on; one that was given later, from then on."""
        hold = self._hold(first)
        if hold is not None:
            return max(day, hold[1].began_on)
        return max(day, first.began_on) if first.began_on > stay.moved_in_on else day

    def _hold(self, first: Use) -> tuple[int, Use] | None:
        found = [
            (key, use)
            for key, use in self.game.model.rows("use")
            if (use.named, use.bed, use.stay, use.ended_on) == (first.named, first.bed, None, first.began_on)
        ]
        return max(found, default=None)

    def _begin_on(self, key: int, day: date) -> None:
        model = self.game.model
        stay: Stay = self.game.row("stay", key)
        nights = model.nights(key)
        if nights:
            use_id, first = nights[0]
            begins_on, hold = self._first_night(stay, first, day), self._hold(first)
            model.change("use", use_id, began_on=begins_on)
            if hold:
                model.change("use", hold[0], ended_on=begins_on)
            made = {(one.bed, one.changed_on): linen for linen, one in model.rows("linen")}
            issued = made.get((first.bed, first.began_on))
            if issued and self.game.row("linen", issued).stay == key and (first.bed, begins_on) not in made:
                model.change("linen", issued, changed_on=begins_on)
        model.change("stay", key, moved_in_on=day)
        if stay.because:
            left_on = stay.left_on or self.game.today
            model.change("stay", key, **model.ended(key, left_on, stay.because, anew=True))

    # --- the last day

    def leaving(self) -> None:
        """Another last day, or another reason."""
        stays = self._some_of_a_household(has_left=True)
        if not stays:
            return
        day = self.game.a_day(self.game.row("stay", stays[0]).left_on or self.game.today, rarely=False)
        because = self.game.chance.choice(list(EndReason))
        reason = self.game.a_reason()

        def then(_result: object) -> None:
            for key in stays:
                last = self._last_use(key)
                ended = self.game.model.ended(key, day, because.value, anew=True)
                self.game.model.change("stay", key, left_on=day, **ended)
                if last:
                    ready_on = max(day, last[1].ready_on) if last[1].ready_on else None
                    self.game.model.change("use", last[0], ended_on=day, ready_on=ready_on)

        corrected = CorrectedLeaving(tuple(stays), day, because, "Мысал ауылы", reason)
        self._attempt(
            "correct a leaving",
            bool(reason) and all(self._may_have_left(key, day, because) for key in stays),
            lambda: correct_leaving(self.game.desk, corrected),
            then,
        )

    def _may_have_left(self, key: int, day: date, because: EndReason) -> bool:
        stay: Stay = self.game.row("stay", key)
        last = self._last_use(key)
        put_out_on = self.game.model.put_out_on(key)
        return (
            stay.left_on is not None
            and max(stay.moved_in_on, stay.signed_on or stay.moved_in_on) <= day <= self.game.today
            and all(heard_on <= day for heard_on in self.game.model.heard_on(key))
            and (because is not EndReason.TERM or day >= self.game.model.term_ends_on(stay))
            and (because is not EndReason.EVICTED or (put_out_on is not None and day >= put_out_on))
            and (
                last is None
                or (day >= last[1].began_on and not self.game.model.is_taken(last[1], last[1].began_on, day))
            )
        )

    def _last_use(self, key: int) -> tuple[int, Use] | None:
        """The bed in which somebody slept until they left."""
        nights = self.game.model.nights(key)
        is_last = bool(nights) and nights[-1][1].ended_on == self.game.row("stay", key).left_on
        return nights[-1] if is_last else None

    def take_back(self) -> None:
        """Nobody left after all."""
        stays = self._some_of_a_household(has_left=True)
        if not stays:
            return
        reason = self.game.a_reason()

        def then(_result: object) -> None:
            for key in sorted(stays):
                self._let_live_here(key)

        self._attempt(
            "take a leaving back",
            bool(reason) and all(self.game.row("stay", key).left_on for key in stays),
            lambda: take_back_leaving(self.game.desk, stays, reason=reason),
            then,
        )

    def _let_live_here(self, key: int) -> None:
        model = self.game.model
        stay: Stay = self.game.row("stay", key)
        last, out = self._last_use(key), model.put_out_on(key)
        ended_on = max(min(out, model.term_ends_on(stay)), stay.moved_in_on) if out else None
        because = "evicted" if out else None
        model.change("stay", key, left_on=None, ended_on=ended_on, because=because)
        if last is None:
            return
        use_id, use = last
        human = self.game.row("named", stay.named).human
        is_open = (
            not self.game.row("bed", use.bed).is_retired
            and not model.was_given_since(use)
            and model.admits(use.bed, human, stay.household, self.game.today)
        )
        if is_open:
            model.change("use", use_id, ended_on=None, ready_on=None)

    def _some_of_a_household(self, *, has_left: bool) -> list[int]:
        found = self.game.some("stay", lambda stay: (stay.left_on is not None) is has_left)
        if found is None:
            return []
        household = self.game.row("stay", found).household
        family = [key for key, stay in self.game.model.rows("stay") if stay.household == household]
        return family if self.game.chance.random() < 0.4 else [found]

    def _attempt(self, name: str, is_allowed: bool, do: Doing, then: Then) -> None:
        self.game.attempt(name, is_allowed, do, then, is_act=True)
