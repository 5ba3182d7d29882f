"""Drafts of the intake page: kept, reopened, thrown away."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.errors import Trouble
from kandas_desktop.queries.office import drafts
from kandas_desktop.ui.intake import drafts as keeping
from kandas_desktop.ui.intake.drafts import SAVE_AFTER, kept_forms
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.workplace import Workplace
from tests.ui.intake.clerk import part_focused, write_applicant
from tests.ui.intake.conftest import Open
from tests.ui.intake.keyboard import fill, press, write


def test_what_was_typed_is_kept_a_moment_later(qtbot: QtBot, page: IntakePage) -> None:
    with qtbot.waitSignal(page.keeper.saved, timeout=10 * SAVE_AFTER):
        write("Үлгібаев")
    assert "Үлгібаев" in drafts()[0].content
    assert page.head.state == "Draft saved · 10:42"


def test_a_draft_survives_a_page_that_never_said_goodbye(
    qtbot: QtBot, open_page: Open, workplace: Workplace
) -> None:
    page = open_page()
    write_applicant()
    with qtbot.waitSignal(page.keeper.saved, timeout=10 * SAVE_AFTER):
        fill("Нобаева", "Күлән", "", "1951", "анасы", "20-1")
    before = page.view.form().to_draft()
    page.keeper.forget()  # nothing more is written when it goes
    page.close()
    again = open_page()
    assert again.view.form().to_draft() == before
    assert again.head.state.startswith("Draft reopened")
    assert again.view.family.rows[0].line.fields[Part.GIVEN_NAME].text() == "Күлән"


def test_hiding_the_page_saves_at_once(page: IntakePage) -> None:
    write("Үлгібаев")
    page.hide()
    assert len(drafts()) == 1


def test_an_empty_form_is_not_kept(page: IntakePage) -> None:
    write("Ү")
    page.keeper.save_now()
    assert len(drafts()) == 1
    press(Qt.Key.Key_Backspace)
    page.keeper.save_now()
    assert drafts() == []


def test_another_family_comes_while_the_first_fetches_its_papers(page: IntakePage) -> None:
    write("Үлгібаев")
    page.begin()
    assert page.view.form().is_empty
    write("Мысалов")
    page.keeper.save_now()
    assert len(drafts()) == 2
    assert page.head.drafts.accessibleName() == "Drafts"


def test_a_reopened_draft_is_what_the_first_new_application_shows(open_page: Open) -> None:
    page = open_page()
    write("Үлгібаев")
    page.close()
    again = open_page()
    assert again.view.form().applicant.surname == "Үлгібаев"
    again.begin()
    assert again.view.form().is_empty


def test_the_page_goes_back_to_the_field_in_which_the_clerk_was(page: IntakePage) -> None:
    fill("Үлгібаев", "Ержан")
    page.head.drafts.setFocus()
    page.setFocus()
    assert part_focused(page) == (0, Part.PATRONYMIC)


def test_a_draft_thrown_away_can_be_brought_back(page: IntakePage) -> None:
    write("Үлгібаев")
    page.keeper.save_now()
    page.shelf.throw_away(kept_forms()[0])
    assert drafts() == []
    assert page.view.form().is_empty
    page.shelf.bring_back()
    assert [kept.form.applicant.surname for kept in kept_forms()] == ["Үлгібаев"]


def fail(*_anything: object) -> None:
    raise Trouble("The disk is full.")


def test_a_draft_that_cannot_be_thrown_away_stays_as_it_is(
    page: IntakePage, monkeypatch: pytest.MonkeyPatch, notices: list[tuple[str, str]]
) -> None:
    write("Үлгібаев")
    page.keeper.save_now()
    current = page.keeper.draft_id
    monkeypatch.setattr(keeping, "throw_draft_away", fail)
    page.shelf.throw_away(kept_forms()[0])
    assert notices == [("fault", "The disk is full.")]
    assert page.keeper.draft_id == current
    assert page.view.form().applicant.surname == "Үлгібаев"
    page.shelf.bring_back()  # nothing was thrown away
    assert len(drafts()) == 1


def test_a_draft_that_could_not_be_brought_back_can_be_asked_for_again(
    page: IntakePage, monkeypatch: pytest.MonkeyPatch, notices: list[tuple[str, str]]
) -> None:
    write("Үлгібаев")
    page.keeper.save_now()
    page.shelf.throw_away(kept_forms()[0])
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "save_draft", fail)
        page.shelf.bring_back()
    assert notices[-1] == ("fault", "The disk is full.")
    assert drafts() == []
    page.shelf.bring_back()
    assert [kept.form.applicant.surname for kept in kept_forms()] == ["Үлгібаев"]
