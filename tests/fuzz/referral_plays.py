"""Referrals, played at random: handed over, moved in on, lapsed, struck out, and a clock set back."""

from collections.abc import Callable
from datetime import date, timedelta

from kandas_desktop.actions.consideration import enter_reserve
from kandas_desktop.actions.moving_in import confirm_lapse, move_in
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from tests.factories import an_application
from tests.fuzz import rows as small
from tests.fuzz.game import Game, Plays
from tests.fuzz.rows import Ref, Stay


class ReferralPlays:
    """What happens to referrals."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [
            (2, self.strike_out_paper),
            (16, self.hand_over),
            (6, self.lapse),
            (20, self.move_in),
            (2, self.set_clock_back),
        ]

    def strike_out_paper(self) -> None:
        ref_id = self.game.some("ref")
        if ref_id is None:
            return
        ref: Ref = self.game.row("ref", ref_id)
        is_lawful = not ref.is_struck_out and self.game.model.standing(ref.app) == "referred"
        is_allowed = is_lawful and not self._is_late(ref)  # then its lapse is to be confirmed (r.9)

        def then(_result: object) -> None:
            for named in ref.named:
                self._end_hold(named)
            self.game.model.change("ref", ref_id, is_struck_out=True)
            if self.game.row("app", ref.app).has_waited:
                self.game.model.change("app", ref.app, is_waiting=True)

        self.game.attempt(
            "strike a referral out",
            is_allowed,
            lambda: strike_out_referral(self.game.desk, ref_id, reason="Қате"),
            then,
        )

    def _end_hold(self, named: int) -> None:
        live = self.game.model.live_use_of(named)
        if live and live[1].stay is None:
            self.game.model.change("use", live[0], ended_on=max(self.game.today, live[1].began_on))

    def hand_over(self) -> None:
        ref_id = self.game.some("ref", lambda ref: not ref.is_struck_out and not ref.received_on)
        if ref_id is None:
            return
        ref: Ref = self.game.row("ref", ref_id)
        received_on = self.game.a_day(max(self.game.today, ref.issued_on))
        is_allowed = (
            not ref.is_struck_out
            and ref.received_on is None
            and ref.issued_on <= received_on <= self.game.today
        )

        def then(_result: object) -> None:
            self.game.model.change("ref", ref_id, received_on=received_on)

        self.game.attempt(
            "hand over",
            is_allowed,
            lambda: hand_over_referral(self.game.desk, ref_id, received_on=received_on),
            then,
        )

    def lapse(self) -> None:
        ref_id = self.game.some("ref", self._is_late)
        if ref_id is None:
            return
        ref: Ref = self.game.row("ref", ref_id)
        is_allowed = (
            not ref.is_struck_out
            and ref.lapsed_on is None
            and ref.received_on is not None
            and self.game.today > small.move_in_due(ref.received_on)
            and not all(self.game.model.stay_of(named) for named in ref.named)
        )

        def then(_result: object) -> None:
            for named in ref.named:
                self._end_hold(named)
            self.game.model.change("ref", ref_id, lapsed_on=self.game.today)

        self.game.attempt(
            "lapse", is_allowed, lambda: confirm_lapse(self.game.desk, ref_id), then, is_act=True
        )

    def _is_late(self, ref: Ref) -> bool:
        is_over = ref.received_on is not None and self.game.today > small.move_in_due(ref.received_on)
        return is_over and not ref.lapsed_on and not ref.is_struck_out

    def _is_expected(self, ref: Ref) -> bool:
        is_in_time = ref.received_on is not None and not self._is_late(ref) and not ref.lapsed_on
        return is_in_time and not all(self.game.model.stay_of(named) for named in ref.named)

    def move_in(self) -> None:
        ref_id = self.game.some("ref", self._is_expected)
        if ref_id is None:
            return
        ref: Ref = self.game.row("ref", ref_id)
        missing = [named for named in ref.named if not self.game.model.stay_of(named)]
        come = list(ref.named if self.game.chance.random() < 0.1 else missing)
        if len(come) > 1 and self.game.chance.random() < 0.3:
            come = self.game.chance.sample(come, self.game.chance.randint(1, len(come)))
        moved_in_on = self.game.a_day(
            min(self.game.today, small.move_in_due(ref.received_on or self.game.today))
        )
        is_allowed = (
            not ref.is_struck_out
            and ref.lapsed_on is None
            and ref.received_on is not None
            and ref.received_on <= moved_in_on <= min(self.game.today, small.move_in_due(ref.received_on))
            and bool(come)
            and not any(self.game.model.stay_of(named) for named in come)
            and self._have_beds(ref, come)
            and all(moved_in_on <= (self.game.model.status_ends_on(named) or date.max) for named in come)
        )

        def then(_result: object) -> None:
            for named in come:
                self._move_in(ref, named, moved_in_on)

        self.game.attempt(
            "move in",
            is_allowed,
            lambda: move_in(self.game.desk, ref_id, people=come, moved_in_on=moved_in_on),
            then,
            is_act=True,
        )

    def _have_beds(self, ref: Ref, come: list[int]) -> bool:
        """Whether everybody has a bed, and infants somebody beside whom they sleep: no infant comes alone."""
        model = self.game.model
        sharing = {named for named in ref.named if self.game.row("named", named).shares}
        if not all(named in sharing or model.live_use_of(named) for named in come):
            return False
        others = [named for named in ref.named if named not in sharing]
        comes_along = any(named in come or model.stay_of(named) for named in others)
        return sharing.isdisjoint(come) or comes_along or not others

    def _move_in(self, ref: Ref, named: int, moved_in_on: date) -> None:
        ((stay_id,),) = self.game.sql("SELECT id FROM stay WHERE referral_person_id = ?", named)
        self.game.model.put("stay", stay_id, Stay(named, ref.app, moved_in_on))
        live = self.game.model.live_use_of(named)
        if live:
            key, hold = live
            begins_on = max(moved_in_on, hold.began_on)
            self.game.model.change("use", key, ended_on=begins_on)
            self.game.use(hold.bed, named, stay_id, begins_on)
            self.game.make_bed(hold.bed, stay_id, begins_on)

    def set_clock_back(self) -> None:
        """By a clock that is behind the journal's last line nothing that it orders is written."""
        lines = [app for _key, app in self.game.model.rows("app") if not app.is_struck_out]
        if not lines:
            return
        last = max(lines, key=lambda app: app.id)
        now = self.game.office.clock()
        self.game.go_to(last.arrived_at.date() - timedelta(days=self.game.chance.randint(1, 365)))
        refs = list(self.game.model.tables["ref"])
        doings: list[Callable[[], object]] = [
            lambda: an_application(self.game.desk, size=1),
            lambda: issue_referral(self.game.desk, ReferralRequest(last.id)),
            lambda: enter_reserve(self.game.desk, last.id),
        ]
        if refs:
            one = self.game.chance.choice(refs)
            doings.append(lambda: hand_over_referral(self.game.desk, one, received_on=self.game.today))
            doings.append(lambda: confirm_lapse(self.game.desk, one))
        self.game.attempt("clock back", False, self.game.chance.choice(doings))
        self.game.office.clock.set(now.date(), now.time())
