"""Petitions on the page of decisions: registered, answered, found again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.petitions import answer_petition, file_petition
from kandas_desktop.models.stay_tables import Petition
from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.decisions.questions import PetitionQuestion
from kandas_desktop.ui.decisions.step_form import Draft
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.stays import Family
from tests.ui.decisions.files import MONDAY, WEDNESDAY, listed
from tests.ui.looking import filled_buttons_in, words_in


def test_a_petition_is_registered_and_answered(
    page: DecisionsPage, family: Family, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[object] = [None, (family.stay_ids[1], MONDAY, "Бөлме ауыстыру"), (77, MONDAY, "Бөлме")]
    monkeypatch.setattr(PetitionQuestion, "ask", lambda *_args, **_kinds: answers.pop(0))
    for stay_id in (0, family.stay_ids[1], 77):
        page.go_to(Place.NEW_PETITION, stay_id)
    assert listed(page) == ["1/26, Үлгібаева Сәуле, Ө-1/26, 16.03.2026, Бөлме ауыстыру, Waits for an answer"]
    panel = page.petition_panel
    assert filled_buttons_in(page) == ["Write the answer down"]
    page.take_main_action()
    assert panel.form is not None
    assert panel.form.text.message == ""  # Ctrl+Enter leads to the field; nothing wrong was written yet
    page.take_main_action()
    assert panel.form.text.message == "Write the text (r.10)."
    panel.form.text.control.set_value("Рұқсат етілді")
    page.take_main_action()
    assert panel.state == "Answered"
    assert filled_buttons_in(page) == []
    assert Petition.get().answer == "Рұқсат етілді"
    assert "Every petition of this kind is answered." in words_in(page)
    dict(panel.menu_entries())["Take back the answer"]()
    assert panel.state == "Waits for an answer"
    assert said[0] == ("Petition 1/26 is registered.", "done")
    assert said[1][1] == "note"


def test_an_answer_before_its_petition_is_told_beside_the_day(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    page.go_to(
        Place.PETITION, file_petition(workplace.desk, family.stay_ids[0], filed_on=MONDAY, request="Б")
    )
    form = page.petition_panel.form
    assert form is not None
    form.text.control.set_value("Иә")
    form.day.control.setText("13.03.2026")
    workplace.changes.committed.emit()
    page.take_main_action()
    assert form.day.message == "Not before 16.03.2026: the day a petition was filed (r.10)."


def test_an_answer_too_long_is_told_and_kept_whole(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    petition_id = file_petition(workplace.desk, family.stay_ids[0], filed_on=MONDAY, request="Бөлме")
    page.go_to(Place.PETITION, petition_id)
    form = page.petition_panel.form
    assert form is not None
    form.text.control.set_value("Рұқсат " * 300)
    assert form.text.message == "Longer than 2000 characters."
    page.take_main_action()
    assert form.text.control.value() == ("Рұқсат " * 300).strip()
    assert Petition.get_by_id(petition_id).answer is None


def test_the_arrows_stay_in_the_list_and_an_answer_begun_waits(
    qtbot: QtBot, page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    first, second = (
        file_petition(workplace.desk, stay_id, filed_on=MONDAY, request="Б") for stay_id in family.stay_ids
    )
    page.go_to(Place.PETITION, second)
    panel = page.petition_panel
    assert panel.form is not None
    panel.form.text.control.set_value("Рұқсат")
    panel.form.day.control.setText("17.03.2026")
    panel.form.text.control.setFocus()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Down)
    assert panel.record_id == first
    assert page.window().focusWidget() is page.table.view
    assert panel.form.draft == Draft()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Up)
    assert panel.record_id == second
    assert page.window().focusWidget() is page.table.view
    assert panel.form.draft == Draft("17.03.2026", "", "Рұқсат")
    answer_petition(workplace.desk, first, answered_on=WEDNESDAY, answer="Иә")
    page.reload()
    assert panel.form.draft == Draft("17.03.2026", "", "Рұқсат")


def test_the_answered_petitions_stand_apart(
    page: DecisionsPage, workplace: Workplace, family: Family, led: list[tuple[str, int]]
) -> None:
    petition_id = file_petition(workplace.desk, family.stay_ids[0], filed_on=MONDAY, request="Бөлме")
    answer_petition(workplace.desk, petition_id, answered_on=WEDNESDAY, answer="Иә")
    page.go_to(Place.PETITION, petition_id)
    assert listed(page) == ["1/26, Үлгібаев Дәурен, Ө-1/26, 16.03.2026, Бөлме, 18.03.2026, Иә"]
    dict(page.petition_panel.menu_entries())["Go to the resident"]()
    assert led == [(Place.RESIDENT, family.stay_ids[0])]
