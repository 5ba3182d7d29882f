"""A newborn is taken in for a household that lives here."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.models.tables import Application, ApplicationPerson
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.ui.intake.drafts import kept_forms
from kandas_desktop.ui.intake.next_step import beds_needed
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_steps import step_to_person
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import WEDNESDAY, a_person
from tests.residents import Family, a_resident_family
from tests.ui.looking import words_in


@pytest.fixture
def family(workplace: Workplace) -> Family:
    return a_resident_family(workplace.desk, a_person(), a_person("Сәуле"))


@pytest.fixture
def joining(family: Family, open_page: Callable[[], IntakePage]) -> IntakePage:
    page = open_page()
    page.go_to(Place.INTAKE_JOINING, family.application_id)
    return page


def write(page: IntakePage, **parts: str) -> None:
    for name, text in parts.items():
        setattr(page.view.family.rows[0].person, name, text)
    page.view.show_form(page.view.form())


def test_the_household_is_named_and_the_first_row_waits(joining: IntakePage) -> None:
    assert "Joins the household Ө-1/26" in words_in(joining)
    assert any("Мысалов Дәурен speaks for the family" in text for text in words_in(joining))
    assert not joining.view.card.isVisible()
    row = joining.view.family.rows[0]
    assert row.isAncestorOf(joining.focusWidget() or joining)
    assert joining.view.form().is_empty


def test_a_newborn_is_registered_by_a_line_that_joins(
    joining: IntakePage, family: Family, qtbot: QtBot
) -> None:
    write(joining, given_name="Айсұлу", born="16.03.2026", kinship="қызы")
    with qtbot.waitSignal(joining.registered):
        joining.registering.register()
    line = Application.select().order_by(Application.id.desc()).get()
    assert line.joins_id == family.application_id
    named = ApplicationPerson.get(ApplicationPerson.application == line)
    assert (named.position, named.kinship, named.person.origin_country) == (0, "қызы", "MN")
    assert joining.view.card.isVisible()


def test_a_newborn_is_asked_for_no_slip_before_the_kinship_is_written(joining: IntakePage) -> None:
    write(joining, given_name="Айсұлу", born="16.03.2026")
    assert joining.view.family.rows[0].line.document.words.text == "not needed"
    assert joining.view.slips == []
    write(joining, born="16.03.1990")
    assert [slip.kind for slip in joining.view.slips] == [ObstacleKind.SLIP_MISSING]


def test_what_is_missing_is_said_in_the_row_of_the_new_member(joining: IntakePage) -> None:
    joining.registering.register()
    assert {remark.row for remark in joining.registering.stopping()} == {1}
    write(joining, given_name="Айсұлу", born="16.03.2026")
    assert [remark.text for remark in joining.registering.stopping()] == ["Write the kinship"]
    step_to_person(joining.view, -1)
    assert not joining.view.card.isVisible()


def test_the_one_who_speaks_for_the_family_is_not_taken_in_again(joining: IntakePage) -> None:
    write(joining, surname="Мысалов", given_name="Дәурен", born="22.06.1984", kinship="ұлы")
    assert "This person is already on the application" in [
        remark.text for remark in joining.registering.stopping()
    ]


def test_a_draft_remembers_whom_it_joins(joining: IntakePage, family: Family) -> None:
    write(joining, given_name="Айсұлу")
    joining.keeper.schedule()
    assert joining.keeper.save_now()
    (kept,) = kept_forms()
    assert (kept.form.joins_id, kept.form.joins_number) == (family.application_id, "Ө-1/26")


def test_hidden_names_are_hidden_in_the_banner(joining: IntakePage) -> None:
    joining.set_names_hidden(True)
    assert not any("Мысалов" in text for text in words_in(joining))


def test_a_newborn_is_not_said_to_need_a_bed(joining: IntakePage) -> None:
    form = joining.view.form()
    assert beds_needed(form, on=WEDNESDAY, today=WEDNESDAY) == 1, "before it is known who comes"
    write(joining, given_name="Айсұлу", born="16.03.2026", kinship="қызы")
    form = joining.view.form()
    assert beds_needed(form, on=WEDNESDAY, today=WEDNESDAY) == 0
    write(joining, born="16.03.2023")
    form = joining.view.form()
    assert beds_needed(form, on=WEDNESDAY, today=WEDNESDAY) == 1, "a child of three has a bed"
    form.joins_id = None
    assert beds_needed(form, on=WEDNESDAY, today=WEDNESDAY) == 2, "the applicant and the child"
