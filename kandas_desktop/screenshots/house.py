"""Pictures of the house: the day, the board, the reserve, residents, decisions, linen, rooms, papers."""

from collections.abc import Callable

from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import Breach, Petition, Stay
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.queries.reserve import reserve_view
from kandas_desktop.rules.rooms import Bed, BedHolder, BedState
from kandas_desktop.screenshots.studio import Studio
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.board.outage_question import OutageQuestion
from kandas_desktop.ui.board.page import BoardPage
from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.reserve.filter_row import Show
from kandas_desktop.ui.reserve.page import ReservePage
from kandas_desktop.ui.reserve.passing_over_question import PassingOverQuestion

_VIEWS = ("tiles", "list", "tape")


def take_house_pages(studio: Studio) -> None:
    """Every page about the house and those who live in it."""
    window, pages = studio.window, studio.window.pages
    window.go_to("today")
    studio.take("today")
    _take_board(studio)
    pages.lead(Place.RESERVE, studio.first_in_reserve)
    studio.take("reserve")
    _take_reserve_lists(studio)
    window.go_to("residents")
    studio.take("residents")
    if (stay := _newest(Stay)) is not None:
        pages.lead(Place.RESIDENT, stay)
        studio.take("residents-panel")
    pages.lead(Place.BREACH, _newest(Breach) or 0)
    studio.take("decisions")
    pages.lead(Place.PETITION, _newest(Petition) or 0)
    studio.take("petitions")
    for place, name in (
        (Place.LINEN, "linen"),
        (Place.ROOMS, "rooms"),
        (Place.WORK_CALENDAR, "work-calendar"),
    ):
        pages.lead(place, 0)
        studio.take(name)


def _take_board(studio: Studio) -> None:
    page = studio.window.pages.page("beds")
    assert isinstance(page, BoardPage)
    studio.window.go_to("beds")
    for view in _VIEWS:
        page.show_as(view)
        studio.take(f"beds-{view}")
    page.show_as(_VIEWS[0])
    for state in (BedState.HELD, BedState.VACATING, BedState.FREE):
        bed = _bed(studio, state)
        if bed is not None:
            studio.window.pages.lead(Place.BED, bed.id)
            studio.take(f"beds-panel-{state.value}")
    studio.window.hide_names(True)
    studio.take("beds-names-hidden")
    studio.window.hide_names(False)
    occupied = _bed(studio, BedState.OCCUPIED)
    if occupied is not None and occupied.holder is not None and occupied.holder.stay_id is not None:
        studio.window.pages.lead(Place.MOVE, occupied.holder.stay_id)
        studio.take("beds-moving")


def _take_reserve_lists(studio: Studio) -> None:
    """When beds free for whom, and who has left the reserve why."""
    page = studio.window.pages.page("reserve")
    assert isinstance(page, ReservePage)
    page.close_panel()
    for show in (Show.FORECAST, Show.HISTORY):
        page.filters.choose(show)
        studio.take(f"reserve-{show.value}")


def take_house_papers(studio: Studio) -> None:
    """The papers of the stay, on the page from which they are printed."""
    lived_on = (
        ReferralPerson.select(ReferralPerson.referral)
        .join(Stay)
        .where(Stay.left_on.is_null())
        .order_by(Stay.id.desc())
        .first()
    )
    resident = Stay.select().where(Stay.left_on.is_null(), Stay.ended_on.is_null()).order_by(Stay.id).first()
    decided = Breach.select().where(Breach.decided_on.is_null(False)).order_by(Breach.id.desc()).first()
    papers: list[tuple[str, str, Place, int | None]] = [
        ("house-rules", "residents", Place.HOUSE_RULES_PAPER, lived_on and lived_on.referral_id),
        ("term-notice", "residents", Place.TERM_NOTICE_PAPER, resident and resident.household_id),
        ("proposal", "decisions", Place.PROPOSAL_PAPER, _newest(Breach)),
        ("decision-notice", "decisions", Place.DECISION_NOTICE_PAPER, decided and decided.id),
        ("reserve", "reserve", Place.RESERVE_PAPER, 0),
        ("linen", "linen", Place.LINEN_PAPER, 0),
    ]
    for name, page, place, subject_id in papers:
        if subject_id is not None:
            studio.window.go_to(page)
            studio.window.pages.lead(place, subject_id)
            studio.take(f"paper-{name}")


def take_house_dialogs(studio: Studio) -> None:
    """Every question about beds, stays and decisions."""
    window, workplace = studio.window, studio.workplace
    asked: dict[str, Callable[[], object]] = {}
    for name, ask, holder in (
        ("move-in", stay_acts.move_in_family, _holder(studio, BedState.HELD, is_late=False)),
        ("lapse", stay_acts.confirm_lapse, _holder(studio, BedState.HELD, is_late=True)),
    ):
        if holder is not None:
            referral_id = holder.referral_id
            asked[name] = lambda ask=ask, id_=referral_id: ask(workplace, window, id_)  # type: ignore[misc]
    leaving = _holder(studio, BedState.VACATING, is_late=True)
    if leaving is not None and leaving.stay_id is not None:
        stay_id = leaving.stay_id
        asked["leaving"] = lambda: stay_acts.record_leaving(workplace, window, [stay_id])
    for name, ask_it in asked.items():
        studio.take_asked(name, ask_it)
    free = _bed(studio, BedState.FREE)
    if free is not None:
        studio.take_dialog("dialog-outage", OutageQuestion(free.label, today=studio.today, parent=window))
    _take_decisions(studio)
    _take_passing_over(studio)


def _take_decisions(studio: Studio) -> None:
    page = studio.window.pages.page("decisions")
    assert isinstance(page, DecisionsPage)
    studio.window.go_to("decisions")
    studio.take_asked("breach", page.begin_breach)
    studio.take_asked("petition", page.begin_petition)
    undecided = Breach.select(Breach.id).where(
        Breach.decided_on.is_null(), Breach.registered_on.is_null(False)
    )
    if (breach := undecided.first()) is not None:
        studio.window.pages.lead(Place.BREACH, breach.id)
        studio.take_asked("decision", page.take_main_action)


def _take_passing_over(studio: Studio) -> None:
    view = reserve_view(studio.today)
    if len(view.rows) > 1:
        question = PassingOverQuestion(view.rows[1], view, parent=studio.window)
        studio.take_dialog("dialog-passing-over", question)


def _newest(table: type[Breach] | type[Petition] | type[Stay]) -> int | None:
    """The id of the last row of a table; ``None`` where there is none."""
    row = table.select(table.id).order_by(table.id.desc()).first()
    return None if row is None else int(row.id)


def _bed(studio: Studio, state: BedState) -> Bed | None:
    """The first bed in a state."""
    beds = house(studio.workplace.desk.database, studio.today).beds()
    return next((bed for bed in beds if bed.state is state), None)


def _holder(studio: Studio, state: BedState, *, is_late: bool) -> BedHolder | None:
    """Somebody in a state whose term is over, or still runs."""
    beds = house(studio.workplace.desk.database, studio.today).beds()
    holders = (bed.holder for bed in beds if bed.state is state)
    return next(
        (
            holder
            for holder in holders
            if holder is not None and holder.due is not None and (holder.due < studio.today) is is_late
        ),
        None,
    )
