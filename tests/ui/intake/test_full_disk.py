"""A disk that takes no draft: said at the title, tried again, and in the way of closing the window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.office import drafts
from kandas_desktop.ui.intake import drafts as keeping
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.main_window import MainWindow
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import language
from tests.ui.intake.keyboard import write


@pytest.fixture
def fill_disk(workplace: Workplace) -> Callable[[bool], object]:
    return lambda full: workplace.desk.database.execute_sql(f"PRAGMA query_only = {int(full)}")


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace) -> MainWindow:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.pages.take_in()
    return window


def test_the_head_says_that_the_newest_text_is_not_saved(
    page: IntakePage, fill_disk: Callable[[bool], object], notices: list[tuple[str, str]]
) -> None:
    write("Үлгі")
    page.keeper.save_now()
    fill_disk(True)
    write("баев")
    assert not page.keeper.save_now()
    assert page.head.state == "Draft not saved"
    fill_disk(False)
    assert page.keeper.save_now()
    assert page.head.state == "Draft saved · 10:42"
    assert [kind for kind, _text in notices] == ["fault"]


def test_a_disk_that_failed_is_tried_again_by_itself(
    qtbot: QtBot,
    page: IntakePage,
    fill_disk: Callable[[bool], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeping, "TRY_AGAIN_AFTER", 1)
    fill_disk(True)
    write("Үлгібаев")
    page.keeper.save_now()
    fill_disk(False)
    with qtbot.waitSignal(page.keeper.saved):
        pass
    assert "Үлгібаев" in drafts()[0].content


def test_another_form_does_not_push_out_what_cannot_be_saved(
    page: IntakePage, fill_disk: Callable[[bool], object]
) -> None:
    write("Үлгібаев")
    fill_disk(True)
    page.begin()
    assert page.view.form().applicant.surname == "Үлгібаев"
    fill_disk(False)


def test_the_window_stays_once_while_a_draft_would_be_lost(
    window: MainWindow, fill_disk: Callable[[bool], object]
) -> None:
    write("Үлгібаев")
    fill_disk(True)
    assert not window.close()
    assert window.isVisible()
    assert window._foot.shown is not None
    assert window._foot.shown.text.startswith("The draft is not saved")
    assert window.close()
    fill_disk(False)


def test_the_window_closes_at_once_when_the_draft_is_safe(window: MainWindow) -> None:
    write("Үлгібаев")
    assert window.close()
    assert len(drafts()) == 1


def test_a_draft_that_another_language_lost_is_not_told_again(
    window: MainWindow, fill_disk: Callable[[bool], object], qtbot: QtBot
) -> None:
    write("Үлгібаев")
    fill_disk(True)
    window.pages.language_chosen.emit("ru")
    qtbot.waitUntil(lambda: window._foot.shown is not None)
    assert language() == "en"
    window.pages.language_chosen.emit("ru")
    qtbot.waitUntil(lambda: language() == "ru")
    assert window._foot.shown is None
    fill_disk(False)
