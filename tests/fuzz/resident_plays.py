"""What residents bring to the desk, played at random: status, house rules, petitions, bedding."""

from datetime import date, timedelta

from kandas_desktop.actions.bedding import change_bedding
from kandas_desktop.actions.moving_in import sign_house_rules
from kandas_desktop.actions.petitions import answer_petition, file_petition
from kandas_desktop.actions.stays import change_status, choose_contact
from kandas_desktop.rules.status import KandasStatus, StatusEnd
from tests.fuzz import rows as small
from tests.fuzz.game import Game, Plays
from tests.fuzz.rows import Named, Petition, Status, Stay
from tests.fuzz.stay_plays import is_here


class ResidentPlays:
    """What is written down of residents between their coming and their leaving."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [
            (8, self.change_status),
            (6, self.sign_rules),
            (3, self.file_petition),
            (3, self.answer_petition),
            (5, self.change_bedding),
            (2, self.choose_contact),
        ]

    # --- status

    def change_status(self) -> None:
        """Given, extended, ended, or written down anew, of anybody on an application."""
        found = self.game.some("named", self._lives_here)
        if found is None:
            return
        named: Named = self.game.row("named", found)
        app = self.game.row("ref", named.ref).app
        before = self.game.model.status(app, named.position)
        after = self._another(before)
        reason = self.game.a_reason()
        ((person_id,),) = self.game.sql(
            "SELECT person_id FROM application_person WHERE application_id = ? AND position = ?",
            app,
            named.position,
        )

        def then(_result: object) -> None:
            self.game.model.tables["status"].setdefault((app, named.position), Status())
            self.game.model.put("status", (app, named.position), after)

        because = StatusEnd(after.because) if after.because else None
        status = KandasStatus(after.given_on, after.extended_until, after.ended_on, because)
        self.game.attempt(
            "change a status",
            self._may_be(before, after, reason),
            lambda: change_status(self.game.desk, person_id, status, reason=reason),
            then,
            is_act=bool(before != after),
        )

    def _lives_here(self, named: Named) -> bool:
        stays = (self.game.model.stay_of(key) for key in self.game.row("ref", named.ref).named)
        return any(found and not found[1].left_on for found in stays)

    def _another(self, before: Status) -> Status:
        chance, today = self.game.chance, self.game.today
        if before.given_on is None or chance.random() < 0.1:
            given_on = self.game.a_day(today - timedelta(days=chance.randint(0, 400)))
            return Status(None if chance.random() < 0.04 else given_on)
        drawn = chance.random()
        if drawn < 0.45:
            until = small.months_after(before.given_on, 12 + chance.choice((0, 1, 3, 6, 6, 7)))
            return before._replace(extended_until=until)
        if drawn < 0.9:
            because = chance.choice((*StatusEnd, None))
            return before._replace(
                ended_on=self.game.a_day(today), because=because.value if because else None
            )
        return before._replace(ended_on=None, because=None)

    def _may_be(self, before: Status, after: Status, reason: str) -> bool:
        """Art. 25: given for a year, extended once by up to six months, ended in that time for a reason."""
        if any(known not in (None, now) for known, now in zip(before, after, strict=True)) and not reason:
            return False
        if after.given_on is None:
            return after == Status()
        year = small.months_after(after.given_on, 12)
        longest = small.months_after(year, 6)
        until, ended_on = after.extended_until, after.ended_on
        return (
            after.given_on <= self.game.today
            and (until is None or year < until <= min(longest, before.extended_until or longest))
            and (ended_on is None or after.given_on <= ended_on <= min(until or year, self.game.today))
            and (ended_on is None) == (after.because is None)
        )

    # --- house rules and contact

    def sign_rules(self) -> None:
        """One adult, or all of a family."""
        found = self.game.some("stay", lambda stay: is_here(stay) and not stay.signed_on)
        if found is None:
            return
        household = self.game.row("stay", found).household
        adults = [
            key
            for key in self.game.model.residents(household)
            if self.game.model.is_adult(key, self.game.today) and not self.game.row("stay", key).signed_on
        ]
        stays = adults if adults and self.game.chance.random() < 0.6 else [found]
        signed_on = self.game.a_day(
            self.game.chance.choice((self.game.today, self.game.row("stay", found).moved_in_on))
        )

        def then(_result: object) -> None:
            for key in stays:
                self.game.model.change("stay", key, signed_on=signed_on)

        self.game.attempt(
            "sign the house rules",
            all(self._may_sign(self.game.row("stay", key), signed_on) for key in stays),
            lambda: sign_house_rules(self.game.desk, stays, signed_on=signed_on),
            then,
            is_act=True,
        )

    def _may_sign(self, stay: Stay, day: date) -> bool:
        return not stay.signed_on and self._is_of(stay, day)

    def _is_of(self, stay: Stay, day: date) -> bool:
        """Whether somebody lived here on a day that has come."""
        return stay.moved_in_on <= day <= min(stay.left_on or self.game.today, self.game.today)

    def choose_contact(self) -> None:
        """Anybody who lives here, and often somebody who has to leave and so may not speak for others."""
        has_to_leave = self.game.chance.random() < 0.4
        stay_id = self.game.some(
            "stay", lambda stay: is_here(stay) and (stay.because == "evicted") is has_to_leave
        )
        if stay_id is None:
            return
        stay: Stay = self.game.row("stay", stay_id)
        is_allowed = self.game.model.may_speak(stay_id, self.game.today)

        def then(act_id: int) -> None:
            self.game.model.put("contact", act_id, (stay.household, stay_id))

        self.game.attempt(
            "choose a contact",
            is_allowed,
            lambda: choose_contact(self.game.desk, stay.household, stay_id),
            then,
            is_act=True,
        )

    # --- petitions

    def file_petition(self) -> None:
        stay_id = self.game.some("stay", is_here)
        if stay_id is None:
            return
        filed_on = self.game.a_day(self.game.today)
        request = self.game.a_reason()

        filed = [one.filed_on for _key, one in self.game.model.rows("petition")]
        is_in_order = all(day <= filed_on for day in filed if day.year == filed_on.year)

        def then(petition_id: int) -> None:
            self.game.model.put("petition", petition_id, Petition(stay_id, filed_on))

        self.game.attempt(
            "file a petition",
            self._is_of(self.game.row("stay", stay_id), filed_on) and bool(request) and is_in_order,
            lambda: file_petition(self.game.desk, stay_id, filed_on=filed_on, request=request),
            then,
        )

    def answer_petition(self) -> None:
        petition_id = self.game.some("petition", lambda petition: not petition.answered_on)
        if petition_id is None:
            return
        petition: Petition = self.game.row("petition", petition_id)
        answered_on = self.game.a_day(self.game.today)
        answer = self.game.a_reason()
        is_allowed = (
            petition.answered_on is None
            and petition.filed_on <= answered_on <= self.game.today
            and bool(answer)
        )

        def then(_result: object) -> None:
            self.game.model.change("petition", petition_id, answered_on=answered_on)

        self.game.attempt(
            "answer a petition",
            is_allowed,
            lambda: answer_petition(self.game.desk, petition_id, answered_on=answered_on, answer=answer),
            then,
            is_act=True,
        )

    # --- bedding

    def change_bedding(self) -> None:
        """Some beds of a round."""
        states = self.game.model.bed_states(self.game.today)
        slept_in = [bed for bed, (state, _who) in states.items() if state in (small.OCCUPIED, small.VACATING)]
        likely = slept_in if slept_in and self.game.chance.random() < 0.9 else list(states)
        beds = self.game.chance.sample(likely, min(len(likely), self.game.chance.randint(1, 4)))
        day = self.game.a_day(self.game.today)
        is_allowed = day <= self.game.today and all(self._may_be_changed(bed, day) for bed in beds)

        def then(_result: object) -> None:
            for bed in beds:
                live = self.game.model.live_use_of_bed(bed)
                assert live is not None
                assert live[1].stay is not None
                self.game.make_bed(bed, live[1].stay, day)

        self.game.attempt(
            "change bedding",
            is_allowed,
            lambda: change_bedding(self.game.desk, beds, changed_on=day),
            then,
            is_act=True,
        )

    def _may_be_changed(self, bed: int, day: date) -> bool:
        live = self.game.model.live_use_of_bed(bed)
        if live is None or live[1].stay is None:
            return False
        began_on = live[1].began_on
        changed = [one.changed_on for _key, one in self.game.model.rows("linen") if one.bed == bed]
        return day >= began_on and all(day > before for before in changed if before >= began_on)
