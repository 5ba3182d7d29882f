"""Those who wait to join a household stand beneath whoever applied for them (r.2)."""

from collections.abc import Callable

from kandas_desktop.actions.consideration import enter_reserve, return_application
from kandas_desktop.queries.reserve_history import left_reserve
from kandas_desktop.ui.reserve.history_lines import history_lines
from kandas_desktop.ui.reserve.page import ReservePage
from tests.factories import a_person, leave_no_bed_free
from tests.joining import a_brother, a_joining_line
from tests.residents import a_resident_family
from tests.ui.looking import words_in
from tests.ui.reserve.conftest import Desk

PageOf = Callable[[Desk], ReservePage]


def who_waits_to_join(desk: Desk) -> int:
    family = a_resident_family(desk.office.desk, a_person())
    line = a_joining_line(desk.office.desk, family.application_id, a_brother())
    leave_no_bed_free(desk.office.desk)
    enter_reserve(desk.office.desk, line)
    return line


def test_the_page_and_its_panel_name_who_applied_and_who_joins(desk: Desk, page_of: PageOf) -> None:
    who_waits_to_join(desk)
    page = page_of(desk)
    assert "Мысалов Дәурен, Ө-3/26 · 1 person joins" in page.table.lines[-1].spoken
    told = words_in(page.panel)
    assert "Мысалов Дәурен" in told
    assert "Мысалов Бекзат · younger brother" in told
    page.set_names_hidden(True)
    told = words_in(page.panel)
    assert "Ө-3/26 · younger brother" in told
    assert not any("Бекзат" in words for words in told)


def test_who_left_the_reserve_is_told_alike(desk: Desk) -> None:
    line = who_waits_to_join(desk)
    return_application(desk.office.desk, line, reason="Бас тартты")
    [left] = history_lines(left_reserve(), hidden=False)
    assert "Мысалов Дәурен, Ө-3/26 · 1 person joins" in left.spoken
