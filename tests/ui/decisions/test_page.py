"""The page of decisions: what it lists, what it opens, and how it is led through by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.breaches import BreachRequest, close_breach
from kandas_desktop.actions.petitions import file_petition
from kandas_desktop.models.stay_tables import Breach
from kandas_desktop.ui.decisions.filter_row import Which
from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.decisions.questions import BreachQuestion, PetitionQuestion
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import spoken_in
from tests.factories import a_person
from tests.stays import Family, a_family_living_here
from tests.ui.decisions.files import (
    FRIDAY,
    MONDAY,
    a_breach,
    a_decided_file,
    a_proposal,
    a_registered_file,
    listed,
)
from tests.ui.looking import button_in, words_in


def test_an_empty_page_says_so_and_offers_to_begin(
    page: DecisionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(BreachQuestion, "ask", lambda *_args, **_kinds: asked.append("file"))
    monkeypatch.setattr(PetitionQuestion, "ask", lambda *_args, **_kinds: asked.append("petition"))
    assert "No breach of the rules is written down." in words_in(page)
    button_in(page.table, "New file").click()
    page.go_to(Place.PETITION, 0)
    assert "Nobody has filed a petition yet." in words_in(page)
    button_in(page.table, "New petition").click()
    assert asked == ["file", "petition"]


def test_files_stand_newest_first_with_where_they_stand(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    a_proposal(workplace, family)
    a_breach(workplace, family, people=2)
    assert listed(page) == [
        "Үлгібаев Дәурен, Ө-1/26 · 2 people, 13.03.2026, 18.03.2026, recorded, Recorded",
        "1/26, Үлгібаев Дәурен, Ө-1/26, 13.03.2026, 13.03.2026, proposal made, Proposed",
    ]


def test_what_is_finished_stands_apart(page: DecisionsPage, workplace: Workplace, family: Family) -> None:
    finished, open_ = a_breach(workplace, family), a_breach(workplace, family)
    close_breach(workplace.desk, finished, reason="Қате")
    assert [line.key for line in page.table.lines] == [open_]
    page.filters.choose(Which.FINISHED)
    assert [line.key for line in page.table.lines] == [finished]
    page.filters.choose(Which.ALL)
    assert [line.key for line in page.table.lines] == [open_, finished]
    assert [chip.isChecked() for chip in page.filters.chips.values()] == [False, False, True]


@pytest.mark.parametrize("typed", ["ulgibaev", "Ө-1/26", "1/26 дәурен"])
def test_a_file_is_found_by_name_and_number(
    page: DecisionsPage, workplace: Workplace, family: Family, typed: str
) -> None:
    other = a_family_living_here(workplace.desk, a_person("Марат", surname="Болжамов"))
    a_breach(workplace, other)
    wanted = a_proposal(workplace, family)
    page.filters.search.setText(typed)
    assert [line.key for line in page.table.lines] == [wanted]
    page.filters.search.setText("жоқ адам")
    assert "Nothing was found." in words_in(page)
    button_in(page.table, "Clear the filter").click()
    assert len(page.table.lines) == 2


def test_a_filter_without_rows_offers_all(page: DecisionsPage, workplace: Workplace, family: Family) -> None:
    a_breach(workplace, family)
    page.filters.choose(Which.FINISHED)
    assert "There is no file of this kind." in words_in(page)
    button_in(page.table, "Show all").click()
    assert len(page.table.lines) == 1


def test_a_place_opens_its_record_whatever_was_filtered(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    breach_id = a_breach(workplace, family)
    close_breach(workplace.desk, breach_id, reason="Қате")
    page.go_to(Place.BREACH, breach_id)
    assert page.table.chosen_key == breach_id
    assert page.breach_panel.state == "Closed"
    assert page.breach_panel.filled_button is None
    assert "18.03.2026: Қате" in words_in(page.breach_panel)


def test_names_are_hidden_everywhere(page: DecisionsPage, workplace: Workplace, family: Family) -> None:
    file_petition(workplace.desk, family.stay_ids[1], filed_on=MONDAY, request="Бөлме")
    page.go_to(Place.BREACH, a_decided_file(workplace, family))
    page.set_names_hidden(True)
    for place in (Place.BREACH, Place.PETITION):
        page.go_to(place, page.panel.record_id or 0)
        shown = " ".join((*words_in(page), *listed(page)))
        assert "Ө-1/26" in shown
        assert "Үлгібаев" not in shown
    page.set_names_hidden(False)
    assert "Үлгібаева Сәуле" in " ".join(words_in(page))


def test_a_new_file_is_written_down_and_opened(
    page: DecisionsPage, family: Family, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    request = BreachRequest(family.household_id, FRIDAY, "Түнде төбелесті", family.stay_ids[:1])
    answers = [None, request, BreachRequest(family.household_id, FRIDAY, "", family.stay_ids[:1])]
    monkeypatch.setattr(BreachQuestion, "ask", lambda *_args, **_kinds: answers.pop(0))
    page.begin_breach()
    assert page.panel.isHidden()
    page.go_to(Place.NEW_BREACH, family.stay_ids[0])
    assert page.breach_panel.title == "Үлгібаев Дәурен"
    page.begin_breach()
    assert said == [("The breach is written down.", "done"), ("Write what happened (r.13).", "note")]


def test_enter_opens_arrows_follow_and_escape_closes(
    qtbot: QtBot, page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    first, second = a_breach(workplace, family), a_breach(workplace, family)
    view = page.table.view
    page.table.choose(second)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.breach_panel.record_id == second
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert page.breach_panel.record_id == first
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert page.table.chosen_key == first
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert page.panel.isHidden()
    page.take_main_action()
    assert page.breach_panel.record_id == first
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
    )
    assert page.breach_panel.record_id == second


def test_the_menu_key_offers_what_the_panel_offers(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    breach_id = a_proposal(workplace, family)
    workplace.changes.committed.emit()
    view = page.table.view
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(), view.mapToGlobal(QPoint())))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == [
        "Open\tEnter",
        "Go to the resident",
        "Print the proposal",
        "Close the file without a decision…",
    ]
    assert page.panel.isHidden()
    menu.actions()[0].trigger()
    menu.close()
    assert page.panel.isVisibleTo(page)
    assert page.panel.record_id == breach_id


@pytest.mark.parametrize(("is_compact", "width", "inset"), [(True, 304, 14), (False, 336, 20)])
def test_the_panel_takes_the_measures_of_the_window(
    page: DecisionsPage, workplace: Workplace, family: Family, is_compact: bool, width: int, inset: int
) -> None:
    page.go_to(Place.BREACH, a_registered_file(workplace, family, on=FRIDAY))
    theme().set_density("compact" if is_compact else "normal")
    page.set_compact(is_compact)
    panel = page.breach_panel
    assert panel.width() == width
    assert panel.foot.contentsMargins().left() == panel.head.contentsMargins().left() == inset
    assert panel.filled_button is not None
    assert panel.filled_button.height() == (40 if is_compact else 44)


def test_what_is_written_stays_when_the_window_becomes_small(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    page.go_to(
        Place.PETITION, file_petition(workplace.desk, family.stay_ids[0], filed_on=MONDAY, request="Х")
    )
    assert page.petition_panel.form is not None
    page.petition_panel.form.text.control.set_value("Жауап")
    theme().set_density("compact")
    page.set_compact(True)
    assert page.petition_panel.form.text.control.value() == "Жауап"


def test_tabs_change_the_table_and_the_panel(
    qtbot: QtBot, page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    page.go_to(Place.BREACH, a_breach(workplace, family))
    page.tabs.setFocus()
    qtbot.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.is_petitions
    assert page.breach_panel.isHidden()
    assert page.new_button.words == "New petition"


def test_ctrl_and_the_page_keys_change_the_list(
    qtbot: QtBot, page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    page.go_to(Place.BREACH, a_breach(workplace, family))
    for key, is_petitions in ((Qt.Key.Key_PageDown, True), (Qt.Key.Key_PageUp, False)):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        assert page.is_petitions is is_petitions
        assert page.panel.isHidden()


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("is_compact", [False, True])
def test_words_fit_in_either_language(
    qtbot: QtBot, workplace: Workplace, family: Family, language: str, is_compact: bool
) -> None:
    from kandas_desktop.ui.decisions.cells import BREACH_COLUMNS, PETITION_COLUMNS
    from kandas_desktop.ui.kit.painting import text_width

    with spoken_in(language):
        a_registered_file(workplace, family, on=FRIDAY)
        page = DecisionsPage(workplace)
        qtbot.addWidget(page)
        page.set_compact(is_compact)
        page.resize(*((1037, 534) if is_compact else (1162, 700)))
        page.show()
        page.go_to(Place.BREACH, Breach.get().id)
        font = theme().font("second")
        for column in (*BREACH_COLUMNS, *PETITION_COLUMNS):
            assert not column.width or text_width(font, column.title()) <= column.width - 4
        assert page.minimumSizeHint().width() <= page.width()
        assert not page.grab().isNull()
        assert page.keys()


def test_a_search_finds_words_by_their_beginning(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    a_breach(workplace, family)
    page.filters.search.setText("үлг дәу")
    assert len(page.table.lines) == 1
    page.filters.search.setText("баев")
    assert len(page.table.lines) == 0


def test_tab_leads_from_the_row_to_the_steps_day_and_its_button_first(
    page: DecisionsPage, workplace: Workplace, family: Family, qtbot: QtBot
) -> None:
    page.go_to(Place.BREACH, a_breach(workplace, family))
    page.table.view.setFocus()
    stops = []
    for _stop in range(4):
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        focused = page.focusWidget()
        stops.append(focused.accessibleName() if focused else "")
    assert stops == ["Date of the proposal", "Make the proposal (Ctrl+Enter)", "More", "Close"]
