"""The side panel of those who join a household: which one, and where it sleeps (r.3, r.12)."""

from collections.abc import Callable

from kandas_desktop.ui.journal.panel import ApplicationPanel
from kandas_desktop.ui.journal.panel_family import JoinedFamilyRow
from kandas_desktop.ui.kit.buttons import IconButton
from tests.factories import TestOffice, a_person
from tests.joining import a_brother, a_joining_line
from tests.residents import Family, a_resident_family
from tests.ui.looking import shown_in, words_in

Show = Callable[[int], ApplicationPanel]


def a_couple(office: TestOffice) -> Family:
    return a_resident_family(office.desk, a_person(), a_person("Сәуле", kinship="жұбайы"))


def test_a_newborns_panel_names_the_household_and_where_it_sleeps(office: TestOffice, show: Show) -> None:
    family = a_couple(office)
    panel = show(a_joining_line(office.desk, family.application_id))
    said = words_in(panel)
    assert "Мысалов Дәурен" in said, "who applied stands at the top"
    assert any(words.startswith("1 person joins · ") for words in said)
    assert "Joins the household Ө-1/26" in said
    assert "in one bed with a parent · beds of the family: 101-1, 102-1" in said
    shown_in(shown_in(panel, JoinedFamilyRow), IconButton).click()
    assert panel.application_id == family.application_id
    assert "Joins the household Ө-1/26" not in words_in(panel)


def test_who_needs_a_bed_is_not_said_to_share_one(office: TestOffice, show: Show) -> None:
    panel = show(a_joining_line(office.desk, a_couple(office).application_id, a_brother()))
    assert "beds of the family: 101-1, 102-1" in words_in(panel)
