"""Moves to other beds, played at random: one person, a family, two who swap, and impossible ones."""

from datetime import date

from kandas_desktop.actions.placing import move_to_beds
from tests.fuzz import rows as small
from tests.fuzz.game import Game, Plays
from tests.fuzz.rows import Named, Ref, Stay


class MovePlays:
    """Where people lie down."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [(5, self.move), (4, self.swap), (2, self.give_bed)]

    def move(self) -> None:
        """A person or a family to free beds, or to any."""
        named = self._somebody()
        if named is None:
            return
        ref: Ref = self.game.row("ref", self.game.row("named", named).ref)
        movers = (
            [named]
            if self.game.chance.random() < 0.6
            else [one for one in ref.named if self.game.model.live_use_of(one)]
        )
        states = self.game.model.bed_states(self.game.today)
        free = [bed for bed, (state, _who) in states.items() if state == small.FREE]
        choice = free if self.game.chance.random() < 0.8 and len(free) >= len(movers) else list(states)
        beds = self.game.chance.sample(choice, len(movers))
        if beds and self.game.chance.random() < 0.05:
            beds = [beds[0]] * len(beds)
        self._attempt("move", dict(zip(movers, beds, strict=True)))

    def swap(self) -> None:
        """Two people into each other's beds, or three in a ring."""
        lying = [use for _key, use in self.game.model.rows("use") if not use.ended_on]
        if len(lying) < 3:
            return
        chosen = self.game.chance.sample(lying, self.game.chance.choice((2, 2, 3)))
        beds = [use.bed for use in chosen]
        self._attempt("swap", {use.named: bed for use, bed in zip(chosen, [*beds[1:], beds[0]], strict=True)})

    def give_bed(self) -> None:
        """A bed for somebody who has none: an infant who shared one, or anybody named on a referral."""
        named = self.game.some("named", lambda named: named.shares)
        if named is not None:
            states = self.game.model.bed_states(self.game.today)
            self._attempt("give a bed", {named: self.game.chance.choice(list(states))})

    def _somebody(self) -> int | None:
        lying = [use.named for _key, use in self.game.model.rows("use") if not use.ended_on]
        if lying and self.game.chance.random() < 0.9:
            return int(self.game.chance.choice(lying))
        found = self.game.some("named")
        return None if found is None else int(found)

    def _attempt(self, name: str, wanted: dict[int, int]) -> None:
        model, today = self.game.model, self.game.today
        has = {
            named: use.bed for _key, use in model.rows("use") if not use.ended_on for named in (use.named,)
        }
        moves = {named: bed for named, bed in wanted.items() if has.get(named) != bed}
        may_lie = all(self._may_be_given_a_bed(named) for named in wanted)
        is_allowed = bool(wanted) and may_lie and (not moves or self._is_lawful(moves, has, today))

        def then(_result: object) -> None:
            for named in moves:
                self._lift(named, set(moves.values()))
                row: Named = self.game.row("named", named)
                if row.shares:
                    model.change("named", named, shares=False)
            for named, bed in moves.items():
                stay = model.stay_of(named)
                self.game.use(bed, named, stay[0] if stay else None, today)

        self.game.attempt(
            name, is_allowed, lambda: move_to_beds(self.game.desk, wanted), then, is_act=bool(moves)
        )

    def _may_be_given_a_bed(self, named: int) -> bool:
        found = self.game.model.stay_of(named)
        if found is not None:
            stay: Stay = found[1]
            return stay.left_on is None
        ref: Ref = self.game.row("ref", self.game.row("named", named).ref)
        return not ref.is_struck_out and ref.lapsed_on is None

    def _is_lawful(self, moves: dict[int, int], has: dict[int, int], today: date) -> bool:
        model = self.game.model
        states = model.bed_states(today)
        left = {has[named] for named in moves if named in has}
        for named, bed in moves.items():
            row: Named = self.game.row("named", named)
            household = self.game.row("ref", row.ref).app
            if states[bed][0] != small.FREE and (bed not in left or states[bed][0] == small.OUT):
                return False
            if not model.admits(bed, row.human, household, today, moves):
                return False
        return len(set(moves.values())) == len(moves)

    def _lift(self, named: int, taken_over: set[int]) -> None:
        live = self.game.model.live_use_of(named)
        if live:
            key, use = live
            is_ready = use.stay is not None and use.bed in taken_over
            self.game.model.change(
                "use", key, ended_on=self.game.today, ready_on=self.game.today if is_ready else None
            )
