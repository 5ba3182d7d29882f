"""The main window: from page to page, in every language, by keyboard alone."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.intake import save_draft
from kandas_desktop.ui.intake.drafts import kept_forms
from kandas_desktop.ui.intake.form import ApplicationForm
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import PersonForm
from kandas_desktop.ui.journal.page import JournalPage
from kandas_desktop.ui.keys import KeysDialog
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.navigation_item import ItemButton
from kandas_desktop.ui.kit.notice_queue import Notice
from kandas_desktop.ui.kit.notices_dialog import NoticesDialog
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.office.computer_section import ComputerSection
from kandas_desktop.ui.office.settings_page import SettingsPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import language, use_language
from tests.factories import a_referral, an_application

PAGES = ("journal", "intake", "settings")


@pytest.fixture
def window(workplace: Workplace, qtbot: QtBot) -> MainWindow:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _open_page(window: MainWindow) -> str:
    current = window.pages.currentWidget()
    return next(name for name in (*PAGES, "paper") if window.pages.page(name) is current)


@pytest.mark.parametrize("chosen", ["kk", "ru", "en"])
def test_every_page_opens_in_every_language(workplace: Workplace, qtbot: QtBot, chosen: str) -> None:
    use_language(chosen)
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.show()
    for name in PAGES:
        window.go_to(name)
        assert _open_page(window) == name


def test_it_begins_with_the_journal(window: MainWindow) -> None:
    assert _open_page(window) == "journal"


def test_ctrl_n_takes_a_family_in_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("settings")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert _open_page(window) == "intake"


def test_ctrl_k_searches_the_journal_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("settings")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert _open_page(window) == "journal"


def test_a_referral_opens_as_paper_and_escape_leads_back(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    window.pages.lead(Place.REFERRAL_PAPER, a_referral(workplace.desk))
    assert _open_page(window) == "paper"
    qtbot.keyClick(window.pages.currentWidget(), Qt.Key.Key_Escape)
    assert _open_page(window) == "journal"


def _navigation_words(window: MainWindow) -> list[str]:
    buttons = window.findChildren(ItemButton)
    return [button.accessibleName() for button in buttons]


def test_the_due_are_counted_beside_the_journal(window: MainWindow, workplace: Workplace) -> None:
    assert "Registration journal" in _navigation_words(window)
    an_application(workplace.desk)
    assert "Registration journal: 1" in _navigation_words(window)


def test_drafts_are_counted_beside_the_intake(window: MainWindow, workplace: Workplace, qtbot: QtBot) -> None:
    save_draft(workplace.desk, None, ApplicationForm(PersonForm(surname="Үлгібаев")).to_draft())
    again = MainWindow(workplace)
    qtbot.addWidget(again)
    assert "Intake: 1" in _navigation_words(again)
    again.pages.take_in()
    page = again.pages.page("intake")
    assert isinstance(page, IntakePage)
    page.shelf.throw_away(kept_forms()[0])
    assert "Intake" in _navigation_words(again)


def test_another_language_is_spoken_at_once_and_the_page_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("settings")
    with qtbot.waitSignal(window.pages.language_chosen):
        window.pages.language_chosen.emit("ru")
    qtbot.waitUntil(lambda: language() == "ru")
    assert _open_page(window) == "settings"
    assert "Приём" in _navigation_words(window)
    (section,) = window.pages.page("settings").findChildren(ComputerSection)
    choice = section.language
    assert choice.value() == "ru"
    qtbot.waitUntil(choice.isVisible)
    assert choice.isAncestorOf(window.focusWidget()) or choice is window.focusWidget()


def test_a_pages_keys_answer_while_the_navigation_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChildren(ItemButton)[-1]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget().isAncestorOf(window.focusWidget())


def test_names_stay_hidden_on_pages_made_later(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    def is_name_read() -> bool:
        journal = window.pages.page("journal")
        assert isinstance(journal, JournalPage)
        model = journal.table.model
        cells = [model.index(0, column).data() for column in range(model.columnCount())]
        return any("Үлгібаев" in str(cell) for cell in cells)

    an_application(workplace.desk)
    assert is_name_read()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    window.pages.language_chosen.emit("ru")
    qtbot.waitUntil(lambda: language() == "ru")
    window.go_to("journal")
    qtbot.waitUntil(window.pages.page("journal").isVisible)
    assert not is_name_read()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert is_name_read()


def test_another_language_takes_no_notice_away(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.notices.done("Something was done.")
    workplace.notices.fault("The disk is full.")
    window.pages.language_chosen.emit("ru")
    qtbot.waitUntil(lambda: language() == "ru")
    assert [notice.text for notice in window._foot.history] == ["The disk is full.", "Something was done."]
    assert window._foot.shown is not None
    assert window._foot.shown.text == "The disk is full."


def test_the_pages_of_the_earlier_language_are_gone(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    gone: list[str] = []
    for name in PAGES:
        window.pages.page(name).destroyed.connect(lambda _page, name=name: gone.append(name))
    window.pages.language_chosen.emit("ru")
    qtbot.waitUntil(lambda: sorted(gone) == sorted(PAGES))
    an_application(workplace.desk)  # told to the pages there are, and to no other


def test_every_head_says_that_names_are_hidden(window: MainWindow, qtbot: QtBot) -> None:
    def said() -> bool:
        chips = window.pages.currentWidget().findChildren(Chip)
        return any(chip.text == "Names hidden · F9" and chip.isVisible() for chip in chips)

    assert not said()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    for name in PAGES:
        window.go_to(name)
        assert said()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not said()


def test_a_small_window_is_compact(window: MainWindow) -> None:
    window.resize(1093, 614)
    assert theme().is_compact
    window.resize(1366, 768)
    assert not theme().is_compact


def test_a_new_day_is_told_once(window: MainWindow, workplace: Workplace) -> None:
    told: list[bool] = []
    workplace.changes.day_turned.connect(lambda: told.append(True))
    window._look_at_the_day()
    assert told == []
    tomorrow = workplace.desk.now() + timedelta(days=1)
    workplace.desk = workplace.desk._replace(now=lambda: tomorrow)
    window._look_at_the_day()
    window._look_at_the_day()
    assert told == [True]


@pytest.mark.parametrize(("kind", "shown"), [("done", "done"), ("note", "note"), ("fault", "fault")])
def test_notices_go_to_the_foot_strip(
    window: MainWindow, workplace: Workplace, kind: str, shown: str
) -> None:
    getattr(workplace.notices, kind)("Something happened.")
    notice = window._foot.history[0]
    assert (notice.text, notice.kind) == ("Something happened.", shown)


def test_the_window_comes_back_as_it_was_left(window: MainWindow, workplace: Workplace) -> None:
    window.close()
    assert not workplace.settings.window.isEmpty()


def test_the_window_stays_once_while_settings_are_not_saved(window: MainWindow) -> None:
    window.go_to("settings")
    settings = window.pages.page("settings")
    assert isinstance(settings, SettingsPage)
    settings.center.address.control.setText("Жаңа мекенжай")
    assert not window.close()
    assert window._foot.shown is not None
    assert window._foot.shown.text.startswith("The changes of the settings are not saved.")
    assert window.close()


def test_the_window_closes_at_once_when_the_settings_are_saved(window: MainWindow) -> None:
    window.go_to("settings")
    settings = window.pages.page("settings")
    assert isinstance(settings, SettingsPage)
    settings.center.address.control.setText("Жаңа мекенжай")
    settings.computer.operator.control.setText("Сынақбаева С.")
    settings.save()
    assert window.close()


def test_what_was_said_is_listed_with_its_time(
    window: MainWindow, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[str]] = []
    monkeypatch.setattr(
        NoticesDialog,
        "tell",
        lambda dialog: told.append([label.text() for label in dialog.findChildren(Label)]),
    )
    workplace.notices.done("Ө-1/26 тіркелді.")
    workplace.notices.fault("Дискіде орын жоқ.")
    window._navigation.notices_asked.emit()
    now = f"{workplace.desk.now():%H:%M}"
    assert [text for text in told[0] if text] == [
        "Notices",
        now,
        "Дискіде орын жоқ.",
        now,
        "Ө-1/26 тіркелді.",
    ]


def test_a_long_list_of_notices_stays_inside_the_smallest_window(qtbot: QtBot) -> None:
    notices = [
        Notice(f"Ө-{number}/26 тіркелді.", "done", at=datetime(2026, 3, 18, 12)) for number in range(200)
    ]
    dialog = NoticesDialog(notices)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() < 560


@pytest.mark.parametrize("chosen", ["kk", "ru", "en"])
def test_all_keys_and_no_notices_are_told_in_every_language(qtbot: QtBot, chosen: str) -> None:
    use_language(chosen)
    for dialog in (KeysDialog(), NoticesDialog(())):
        qtbot.addWidget(dialog)
        dialog.open()
        assert dialog.isVisible()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
