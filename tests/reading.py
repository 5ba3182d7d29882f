"""What the pages read of a Center with much or little going on, and by which statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from kandas_desktop.actions.bedding import change_bedding
from kandas_desktop.actions.breaches import BreachRequest, propose, record_breach
from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.actions.reserve import PassingOverRequest, pass_over
from kandas_desktop.actions.stays import LeavingRequest, record_leaving
from kandas_desktop.models.cases import last_written_on
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import holder_of, house, last_used_on
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.bedding import linen_rows
from kandas_desktop.queries.board import board_view
from kandas_desktop.queries.board_household import holder_detail
from kandas_desktop.queries.breaches import breach_detail, breach_rows
from kandas_desktop.queries.journal import family_rows, journal_counts, journal_rows
from kandas_desktop.queries.journal_lines import JournalChoice, Show, first_lines
from kandas_desktop.queries.petitions import dwellers, petition_rows
from kandas_desktop.queries.reserve import reserve_view
from kandas_desktop.queries.reserve_history import left_reserve
from kandas_desktop.queries.reserve_paper import reserve_journal_form
from kandas_desktop.queries.resident_household import household_detail, household_history
from kandas_desktop.queries.residents import Residents, resident_list
from kandas_desktop.queries.rooms import rooms
from kandas_desktop.queries.stay_papers import house_rules_form, linen_form, proposal_form, term_notice_form
from kandas_desktop.queries.stays import household_facts, move_in_facts
from kandas_desktop.queries.tape import read_tape
from kandas_desktop.queries.today import overdue_count, today_view
from kandas_desktop.queries.work_calendar import terms_moved_by
from kandas_desktop.rules.stays import EndReason
from tests.factories import a_referral, a_waiting_application, add_beds, leave_no_bed_free
from tests.residents import a_resident_family

Page = Callable[[OfficeDatabase, date], object]


def _journal(database: OfficeDatabase, _on: date) -> object:
    lines = first_lines(database, JournalChoice(), 100)
    return lines and journal_rows(database, lines.ids), journal_counts(database)


def _holders(database: OfficeDatabase, on: date) -> object:
    holder = next(bed.holder for bed in house(database, on).beds() if bed.holder)
    return holder_detail(database, holder, on), holder_of(database, holder.referral_person_id, on)


def _journal_of(show: Show) -> Page:
    return lambda database, on: first_lines(database, JournalChoice(show=show), 100)


PAGES: dict[str, Page] = {
    "day": lambda database, on: today_view(on),
    "overdue": lambda database, on: overdue_count(on),
    "board": lambda database, on: board_view(database, on),
    "board of a day gone by": lambda database, on: board_view(database, on, day=on - timedelta(days=9)),
    "tape": lambda database, on: read_tape(database, board_view(database, on), since=on - timedelta(days=90)),
    "residents": lambda database, on: resident_list(database, Residents.NOW, on, typed=""),
    "who left": lambda database, on: resident_list(database, Residents.LEFT, on, typed=""),
    "residents found": lambda database, on: resident_list(database, Residents.NOW, on, typed="үлгі"),
    "reserve": lambda database, on: reserve_view(on),
    "who left the reserve": lambda database, on: left_reserve(),
    "reserve journal": lambda database, on: reserve_journal_form(on),
    "breaches": lambda database, on: breach_rows(),
    "petitions": lambda database, on: petition_rows(),
    "dwellers": lambda database, on: dwellers(),
    "linen": lambda database, on: linen_rows(on),
    "linen round": lambda database, on: linen_form(on),
    "rooms": lambda database, on: rooms(on),
    "moved terms": lambda database, on: terms_moved_by(on, on, is_working=False),
    "journal": _journal,
    "families": lambda database, on: family_rows(database, [1, 2, 3], on),
    "application": lambda database, on: application_detail(2, on),
    "household": lambda database, on: household_detail(2, on),
    "history": lambda database, on: household_history(database, 2),
    "leaving": lambda database, on: household_facts(2, on),
    "moving in": lambda database, on: move_in_facts(3, on),
    "file": lambda database, on: breach_detail(1, on),
    "proposal": lambda database, on: proposal_form(1),
    "notice": lambda database, on: term_notice_form(2, on),
    "house rules": lambda database, on: house_rules_form(2, on),
    "holders": _holders,
    "last used": lambda database, on: last_used_on(database, [1, 2]),
    "clock": lambda database, on: last_written_on(),
    **{f"journal, {show.value}": _journal_of(show) for show in Show},
}


def let_much_go_on(desk: Desk, times: int, *, go_on: Callable[[], object]) -> None:
    """So many of everything: families that live here, left, are awaited, wait; files, petitions, bedding."""
    for _ in range(times):
        add_beds(desk, 7)
        gone, here = a_resident_family(desk, size=2), a_resident_family(desk, size=2)
        record_leaving(desk, LeavingRequest(gone.stays, desk.today, EndReason.FREELY))
        a_referral(desk, size=2)
        breach_id = record_breach(desk, BreachRequest(here.application_id, desk.today, "Шу", here.stays))
        propose(desk, breach_id, proposed_on=desk.today)
        file_petition(desk, here.stays[0], filed_on=desk.today, request="Төсек ауыстыру")
        go_on()
        change_bedding(desk, here.beds, changed_on=desk.today)
    leave_no_bed_free(desk)
    waiting = [a_waiting_application(desk, size=2) for _ in range(times + 1)]
    pass_over(desk, PassingOverRequest(waiting[-1], tuple(waiting[:-1]), "12", desk.today, "Ауыр науқас"))


@contextmanager
def statements_of(database: OfficeDatabase) -> Iterator[list[str]]:
    """The statements that are executed in the block, with their values; not those of SQLite's own search."""
    heard: list[str] = []

    def hear(statement: str) -> None:
        if not statement.startswith("--"):
            heard.append(statement)

    connection = database.connection()
    connection.set_trace_callback(hear)
    try:
        yield heard
    finally:
        connection.set_trace_callback(None)
