"""Beds, played at random: made ready, out of service, back, more of them and fewer."""

from kandas_desktop.actions.rooms import add_bed, make_ready, put_in_service, retire_bed, take_out_of_service
from tests.fuzz import rows as small
from tests.fuzz.game import Game, Plays
from tests.fuzz.rows import Bed, Outage


class BedPlays:
    """What happens to beds."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [
            (10, self.make_beds_ready),
            (4, self.break_bed),
            (4, self.mend_bed),
            (1, self.change_beds),
        ]

    def _some_bed(self, *likely: str) -> int:
        states = self.game.model.bed_states(self.game.today)
        found = [bed for bed, (state, _who) in states.items() if state in likely]
        return self.game.chance.choice(found if found and self.game.chance.random() < 0.85 else list(states))

    def make_beds_ready(self) -> None:
        states = self.game.model.bed_states(self.game.today)
        beds = {self._some_bed(small.UNREADY) for _ in range(self.game.chance.randint(1, 3))}
        taken = (small.HELD, small.OCCUPIED, small.VACATING)
        is_allowed = all(self.game.model.is_unready(bed) and states[bed][0] not in taken for bed in beds)

        def then(_result: object) -> None:
            for key, use in self.game.model.rows("use"):
                if use.bed in beds and use.stay and use.ended_on and not use.ready_on:
                    self.game.model.change("use", key, ready_on=max(self.game.today, use.ended_on))

        self.game.attempt(
            "make ready", is_allowed, lambda: make_ready(self.game.desk, beds), then, is_act=True
        )

    def break_bed(self) -> None:
        bed = self._some_bed(small.FREE, small.UNREADY)
        state, _who = self.game.model.bed_states(self.game.today)[bed]
        began_on = self.game.a_day(self.game.today)
        until = self.game.model.used_until(bed)
        is_allowed = (
            state in (small.FREE, small.UNREADY)
            and began_on <= self.game.today
            and (until is None or began_on >= until)
        )

        def then(_result: object) -> None:
            ((outage_id,),) = self.game.sql(
                "SELECT id FROM outage WHERE bed_id = ? AND ended_on IS NULL", bed
            )
            self.game.model.put("outage", outage_id, Outage(bed, began_on))

        self.game.attempt(
            "take out of service",
            is_allowed,
            lambda: take_out_of_service(self.game.desk, bed, reason="Радиатор", began_on=began_on),
            then,
            is_act=True,
        )

    def mend_bed(self) -> None:
        bed = self._some_bed(small.OUT)

        def then(_result: object) -> None:
            for key, outage in self.game.model.rows("outage"):
                if outage.bed == bed and outage.ended_on is None:
                    self.game.model.change("outage", key, ended_on=max(self.game.today, outage.began_on))

        self.game.attempt(
            "put in service",
            self.game.model.is_out(bed),
            lambda: put_in_service(self.game.desk, bed),
            then,
            is_act=True,
        )

    def change_beds(self) -> None:
        """One bed more, or one less."""
        states = self.game.model.bed_states(self.game.today)
        bed = self._some_bed(small.FREE)
        row: Bed = self.game.row("bed", bed)
        if len(states) < 24:

            def added(bed_id: int) -> None:
                self.game.model.put("bed", bed_id, Bed(row.room, row.kind))

            self.game.attempt("add a bed", True, lambda: add_bed(self.game.desk, row.room), added)
            return

        def retired(_result: object) -> None:
            for key, outage in self.game.model.rows("outage"):
                if outage.bed == bed and outage.ended_on is None:
                    self.game.model.change("outage", key, ended_on=max(self.game.today, outage.began_on))
            self.game.model.change("bed", bed, is_retired=True)

        is_allowed = states[bed][0] not in (small.HELD, small.OCCUPIED, small.VACATING)
        self.game.attempt(
            "retire a bed", is_allowed, lambda: retire_bed(self.game.desk, bed), retired, is_act=True
        )
