"""Somebody who does whatever comes to mind at a desk, and looks after each step whether all is well."""

from collections import Counter
from datetime import date
from random import Random
from typing import NamedTuple

from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.desk import Refused
from kandas_desktop.models.cases import application_standing, reserve_queue
from kandas_desktop.models.house import house
from kandas_desktop.models.stays import residents, stay_rows
from kandas_desktop.models.tables import Application
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.factories import TestOffice
from tests.fuzz import rows as small
from tests.fuzz.bed_plays import BedPlays
from tests.fuzz.correction_plays import CorrectionPlays
from tests.fuzz.file_plays import FilePlays
from tests.fuzz.game import Game, Plays, refusal_or
from tests.fuzz.journal_plays import JournalPlays
from tests.fuzz.move_plays import MovePlays
from tests.fuzz.referral_plays import ReferralPlays
from tests.fuzz.resident_plays import ResidentPlays
from tests.fuzz.stay_plays import StayPlays, is_here

_GROWN_UP = 18
_LOOKS_AT_A_RESIDENT = 0.12
_COLUMNS = {
    "stay": "referral_person_id, household_id, moved_in_on, ended_on, ended_because, left_on, rules_signed_on"
    " FROM stay",
    "linen": "bed_id, stay_id, changed_on FROM bedding_change",
    "petition": "stay_id, filed_on, answered_on FROM petition",
    "outage": "bed_id, began_on, ended_on FROM outage",
}
"""How the office's file tells what the model has as rows."""


class Player:
    """Plays in one office by one source of chance."""

    def __init__(self, office: TestOffice, chance: Random) -> None:
        self.game = Game(office, chance)
        kinds = (
            *(JournalPlays, ReferralPlays, StayPlays, ResidentPlays, FilePlays),
            *(BedPlays, MovePlays, CorrectionPlays),
        )
        self._plays: Plays = [play for kind in kinds for play in kind(self.game).plays] + [(12, self.undo)]

    def play(self) -> None:
        """Let some time go by, do one thing, and look whether all is well."""
        self.game.let_time_pass()
        weights = [weight for weight, _play in self._plays]
        (play,) = self.game.chance.choices([play for _weight, play in self._plays], weights)
        play()
        self.look()

    def undo(self) -> None:
        """The last act can be taken back at once; an older one where nothing was built on it."""
        if not self.game.acts:
            return
        place = (
            -1
            if self.game.chance.random() < 0.35
            else -self.game.chance.randint(1, min(25, len(self.game.acts)))
        )
        act_id, log = self.game.acts[place]
        audited = self.game.audited()
        result = refusal_or(lambda: undo(self.game.desk, act_id))
        if isinstance(result, Refused):
            assert act_id != self.game.fresh, f"the last act was not taken back: {result}"
            assert [obstacle.kind for obstacle in result.obstacles] == [ObstacleKind.CANNOT_UNDO]
            assert self.game.audited() == audited
            self.game.tally["undo, refused"] += 1
            return
        self.game.tally["undo"] += 1
        del self.game.acts[place]
        self.game.fresh = None
        self.game.model.take_back(log)

    def look(self) -> None:
        """Everything that must be so after each step."""
        self._look_at_the_house()
        self._look_at_the_journal()
        if self.game.chance.random() < _LOOKS_AT_A_RESIDENT:
            self._look_at_a_resident()
        states = self.game.model.bed_states(self.game.today)
        assert not any(state == small.OUT and who for state, who in states.values()), "a bed in use is out"
        self._look_into_the_rooms(states)
        nobody_twice = Counter(who for _state, who in states.values() if who)
        assert max(nobody_twice.values(), default=0) <= 1, "somebody has two beds"

    def _look_at_the_house(self) -> None:
        seen = house(self.game.desk.database, self.game.today)
        found = {
            bed.id: (bed.state.value, bed.holder.referral_person_id if bed.holder else None)
            for bed in seen.beds()
        }
        assert found == self.game.model.bed_states(self.game.today), "the house is not that of the model"
        assert {holder.referral_person_id for holder in seen.without_bed} == self.game.model.bedless()
        counts = seen.counts()
        assert counts.in_all == len(found)
        told = self.game.model.counts(self.game.today)
        assert (counts.free, counts.held, counts.occupied, counts.vacating) == (
            told[small.FREE],
            told[small.HELD],
            told[small.OCCUPIED],
            told[small.VACATING],
        )

    def _look_into_the_rooms(self, states: dict[int, tuple[str, int | None]]) -> None:
        """Unrelated men and women are never in one room."""
        game = self.game
        lodgers: dict[int, dict[int, set[bool]]] = {}
        for bed, (_state, who) in states.items():
            if who is not None:
                named = game.row("named", who)
                if named.human.age_on(game.today) >= _GROWN_UP:
                    household = game.row("ref", named.ref).app
                    of_room = lodgers.setdefault(game.row("bed", bed).room, {})
                    of_room.setdefault(household, set()).add(named.human.is_woman)
        for room, households in lodgers.items():
            is_shared = len(households) > 1
            assert not is_shared or len(set().union(*households.values())) == 1, f"mixed: room {room}"

    def _look_at_the_journal(self) -> None:
        assert [waiting.id for waiting in reserve_queue()] == self.game.model.queue(), "another queue"
        for table in ("application", "referral", "breach", "petition"):
            for _year, count, last in self.game.sql(
                f"SELECT year, count(*), max(sequence) FROM {table} WHERE year IS NOT NULL GROUP BY year"
            ):
                assert count == last, f"a number of {table} is missing"
        app_id = self.game.some("app")
        if app_id is not None:
            standing = application_standing(Application.get_by_id(app_id)).value
            assert standing == self.game.model.standing(app_id)

    def _look_at_a_resident(self) -> None:
        """Until when somebody may stay and why, who speaks for the family: as the model has it."""
        model, today = self.game.model, self.game.today
        stay_id = self.game.some("stay", is_here)
        if stay_id is None:
            return
        stay = self.game.row("stay", stay_id)
        (seen,) = residents(stay_rows([stay_id]), today=today)
        told = (seen.ends_on, seen.is_contact, seen.put_out_on)
        contact = model.contact(stay.household)
        assert told == (model.ends_on(stay), contact == stay_id, model.put_out_on(stay_id)), "another stay"

    def look_back(self) -> None:
        """What must be so of all the days together."""
        uses = list(self.game.model.rows("use"))
        assert small.overlaps(uses, "bed") == [], "two people in one bed"
        assert small.overlaps(uses, "named") == [], "somebody in two beds"
        outages = [outage for _key, outage in self.game.model.rows("outage")]
        assert small.nights_out(uses, outages) == [], "slept in a bed that was out of service"
        stored = self.game.sql(
            "SELECT bed_id, referral_person_id, stay_id, began_on, ended_on, ready_on FROM bed_use"
        )
        assert Counter(stored) == Counter(_stored(use) for _key, use in uses)
        for table, columns in _COLUMNS.items():
            rows = [(key, *_stored(row)) for key, row in sorted(self.game.model.rows(table))]
            assert self.game.sql(f"SELECT id, {columns} ORDER BY id") == rows, f"another {table}"
        self._look_at_files()

    def _look_at_files(self) -> None:
        """Nobody is put out without a decision of a file that went all its way (r.13, r.14, r.16)."""
        out = {stay for _key, file in self.game.model.rows("breach") for stay in file.to_leave}
        for key, stay in self.game.model.rows("stay"):
            assert stay.because != "evicted" or key in out, "put out by nobody"
        named = self.game.sql("SELECT breach_id, stay_id FROM breach_person WHERE is_to_leave = 1")
        assert sorted(named) == sorted(
            (key, stay) for key, file in self.game.model.rows("breach") for stay in file.to_leave
        )


def _stored(row: NamedTuple) -> tuple[object, ...]:
    """A row of the model as the office's file has it."""
    return tuple(value.isoformat() if isinstance(value, date) else value for value in row)
