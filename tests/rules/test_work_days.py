"""Changes of the work calendar: their source, and the open terms that they move."""

from datetime import date

from kandas_desktop.rules.agenda import agenda
from kandas_desktop.rules.agenda_facts import BreachFile, Facts, Household, OpenPetition
from kandas_desktop.rules.calendar import kazakhstan
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.rules.work_days import moved_terms, obstacles_to_marking

FAMILY = Household(7, "Ө-7/21", PersonName("Мысалов"))
FILE = BreachFile(4, FAMILY, date(2021, 3, 18), date(2021, 3, 18), registered_on=date(2021, 3, 19))
OPEN = OpenPetition(1, "1", FAMILY, date(2021, 3, 1))


def facts(overrides: dict[date, bool]) -> Facts:
    return Facts(calendar=kazakhstan(overrides), breaches=[FILE], petitions=[OPEN])


def test_a_day_must_say_from_where_it_is_known() -> None:
    assert [obstacle.kind for obstacle in obstacles_to_marking("")] == [ObstacleKind.TEXT_MISSING]
    assert obstacles_to_marking("№ 12 бұйрық") == []


def test_a_day_off_moves_the_decision_to_the_next_working_day() -> None:
    on = date(2021, 3, 19)
    before = agenda(facts({}), on)
    (moved,) = moved_terms(before, agenda(facts({date(2021, 3, 25): False}), on))
    assert (moved.item.due, moved.due) == (date(2021, 3, 25), date(2021, 3, 26))


def test_a_day_that_no_term_reaches_moves_nothing() -> None:
    on = date(2021, 3, 19)
    assert moved_terms(agenda(facts({}), on), agenda(facts({date(2021, 6, 1): False}), on)) == []
