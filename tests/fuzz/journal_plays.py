"""The journal and the reserve, played at random: registering, considering, referring, passing over."""

from collections.abc import Callable, Collection
from datetime import date, time, timedelta

from kandas_desktop.actions.consideration import enter_reserve, return_application, strike_out_application
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    issue_referral,
)
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import Sex
from tests.factories import a_person, a_slip, an_application
from tests.fuzz import rows as small
from tests.fuzz.game import Game, Plays
from tests.fuzz.model import Model
from tests.fuzz.rows import App, Human, Named, Ref

_NAMES = ("Дәурен", "Сәуле", "Ерасыл", "Аяла", "Бибі", "Бекзат", "Мөлдір", "Арман", "Әмина", "Нұрлан")
_KINSHIPS = ("", "жұбайы", "баласы", "баласы", "баласы", "анасы", "ағасы", "баласы", "баласы", "баласы")
_OPENS, _CLOSES = time(9), time(18)


class JournalPlays:
    """What happens to applications."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.plays: Plays = [
            (11, self.register),
            (22, self.refer),
            (8, self.wait),
            (2, self.send_back),
            (2, self.strike_out_line),
            (4, self.pass_over),
        ]

    def register(self) -> None:
        people = self._a_family()
        entries = [
            a_person(
                _NAMES[position],
                surname="Үлгібаев",
                born=BirthDate(human.born.year, human.born.month, human.born.day),
                document=a_slip() if human.age_on(self.game.today) >= 18 else None,
                kinship=_KINSHIPS[position],
                sex=Sex.FEMALE if human.is_woman else Sex.MALE,
                needs_accessible=human.needs_accessible,
            )
            for position, human in enumerate(people)
        ]
        now = self.game.office.clock()
        day = self.game.calendar.next_working(now.date())

        def then(app_id: int) -> None:
            self.game.model.put("app", app_id, App(people, day, now, app_id))

        self.game.attempt("register", True, lambda: an_application(self.game.desk, *entries), then)

    def _a_family(self) -> tuple[Human, ...]:
        size = self.game.chance.choices((1, 2, 3, 4, 5, 7), (40, 20, 16, 12, 8, 4))[0]
        ages = [self.game.chance.randint(20, 60)]
        ages += [self.game.chance.choice((0, 1, 2, 5, 9, 14, 25, 40)) for _ in range(size - 1)]
        return tuple(
            Human(
                self.game.today - timedelta(days=365 * age + 100 + age // 4),
                self.game.chance.random() < 0.5,
                needs_accessible=self.game.chance.random() < 0.1,
            )
            for age in ages
        )

    def _considered_on(self, app: App) -> date:
        return self.game.calendar.next_working(max(app.registered_on, self.game.today))

    def refer(self) -> None:
        """The head of the reserve mostly, a new application often, anybody at times."""
        queue = self.game.model.queue()
        app_id = (
            queue[0]
            if queue and self.game.chance.random() < 0.5
            else self.game.some("app", _is_due(self.game.model))
        )
        if app_id is None:
            return
        app: App = self.game.row("app", app_id)
        day = self._considered_on(app)
        infants = [position for position, human in enumerate(app.people) if human.age_on(day) < 3]
        sharing = frozenset(position for position in infants if self.game.chance.random() < 0.5)
        beds = self._chosen_beds(app, sharing) if self.game.chance.random() < 0.3 else None
        is_allowed = (
            self.game.model.standing(app_id) in ("due", "reserve")
            and not self.game.model.ahead_of(app_id)
            and (
                self.game.model.fits(app_id, sharing, day, self.game.today)
                if beds is None
                else self.game.model.may_have(app_id, beds, day, self.game.today)
            )
        )
        in_accessible: Collection[int] = ()
        if is_allowed and beds is None:
            in_accessible = self._to_be_in_accessible(app_id, app, sharing, day)

        def then(ref_id: int) -> None:
            self._refer(app_id, ref_id, day, sharing, in_accessible)

        request = ReferralRequest(app_id, beds, sharing)
        self.game.attempt("refer", is_allowed, lambda: issue_referral(self.game.desk, request), then)

    def _chosen_beds(self, app: App, sharing: frozenset[int]) -> dict[int, int]:
        states = self.game.model.bed_states(self.game.today)
        free = [bed for bed, (state, _who) in states.items() if state == small.FREE]
        choice = free if self.game.chance.random() < 0.8 else list(states)
        positions = [position for position in range(len(app.people)) if position not in sharing]
        if len(choice) < len(positions):
            choice = list(states)
        return dict(zip(positions, self.game.chance.sample(choice, len(positions)), strict=True))

    def _to_be_in_accessible(
        self, app_id: int, app: App, sharing: Collection[int], day: date
    ) -> Collection[int]:
        """Who of an application needs an accessible room, where one can be had for all of them who do."""
        if not self.game.model.fits(app_id, sharing, day, self.game.today, keeps_need=True):
            return ()
        people = enumerate(app.people)
        return [position for position, one in people if one.needs_accessible and position not in sharing]

    def _refer(
        self, app_id: int, ref_id: int, day: date, sharing: frozenset[int], in_accessible: Collection[int]
    ) -> None:
        app: App = self.game.row("app", app_id)
        named = self.game.sql(
            "SELECT rp.id, rp.position, u.bed_id FROM referral_person rp LEFT JOIN bed_use u ON"
            " u.referral_person_id = rp.id WHERE rp.referral_id = ? ORDER BY rp.position",
            ref_id,
        )
        assert [position for _id, position, _bed in named] == list(range(len(app.people)))
        assert {position for _id, position, bed in named if bed is None} == sharing
        beds = {position: bed for _id, position, bed in named if bed}
        assert self.game.model.may_have(app_id, beds, day, self.game.today), "beds that nobody may have"
        assert all(self.game.model.is_accessible(beds[one]) for one in in_accessible), "not accessible"
        self.game.model.put("ref", ref_id, Ref(app_id, day, tuple(id_ for id_, _position, _bed in named)))
        for id_, position, bed in named:
            self.game.model.put(
                "named", id_, Named(ref_id, app.people[position], position in sharing, position)
            )
            if bed:
                self.game.use(bed, id_, None, self.game.today)
        self.game.model.change("app", app_id, is_waiting=False)

    def wait(self) -> None:
        app_id = self.game.some("app", _is_due(self.game.model))
        if app_id is None:
            return
        app = self.game.row("app", app_id)
        day = self._considered_on(app)
        is_allowed = self.game.model.standing(app_id) == "due" and bool(
            self.game.model.ahead_of(app_id) or not self.game.model.fits(app_id, (), day, self.game.today)
        )

        def then(_result: object) -> None:
            self.game.model.change("app", app_id, is_waiting=True, has_waited=True)

        self.game.attempt("wait", is_allowed, lambda: enter_reserve(self.game.desk, app_id), then)

    def send_back(self) -> None:
        app_id = self.game.some("app")
        if app_id is None:
            return
        is_allowed = self.game.model.standing(app_id) in ("due", "reserve")

        def then(_result: object) -> None:
            self.game.model.change("app", app_id, is_returned=True, is_waiting=False)

        self.game.attempt(
            "return",
            is_allowed,
            lambda: return_application(self.game.desk, app_id, reason="Толық емес"),
            then,
        )

    def strike_out_line(self) -> None:
        app_id = self.game.some("app")
        if app_id is None:
            return
        is_allowed = self.game.model.standing(app_id) in ("due", "reserve", "returned")

        def then(_result: object) -> None:
            self.game.model.change("app", app_id, is_struck_out=True, is_waiting=False)

        self.game.attempt(
            "strike a line out",
            is_allowed,
            lambda: strike_out_application(self.game.desk, app_id, reason="Қате"),
            then,
        )

    def pass_over(self) -> None:
        queue = self.game.model.queue()
        if len(queue) < 2:
            return
        preferred, *others = self.game.chance.sample(queue, min(len(queue), self.game.chance.randint(2, 3)))
        order = [self.game.row("app", other).order for other in others]
        decided_on = self.game.a_day(self.game.today)
        is_allowed = (
            all(one < self.game.row("app", preferred).order for one in order)
            and not any((preferred, other) in self.game.model.tables["passed"] for other in others)
            and self.game.row("app", preferred).registered_on <= decided_on <= self.game.today
        )

        def then(_result: object) -> None:
            for other in others:
                self.game.model.put("passed", (preferred, other), (preferred, other))

        request = PassingOverRequest(preferred, tuple(others), "12-ө", decided_on, "Бөлме сыймайды")
        self.game.attempt(
            "pass over", is_allowed, lambda: pass_over(self.game.desk, request), then, is_act=True
        )


def _is_due(model: Model) -> Callable[[App], bool]:
    return lambda app: model.standing(app.id) == "due"
