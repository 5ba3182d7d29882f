"""The journal's paper: made in a thread of its own, stopped when asked, never counted."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from kandas_desktop.errors import Trouble
from kandas_desktop.models.paper_tables import PaperIssue
from kandas_desktop.models.tables import Application
from kandas_desktop.reports.faults import Cancelled
from kandas_desktop.ui.paper import journal_maker
from kandas_desktop.ui.paper.journal_maker import JournalMaker
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral, an_application
from tests.test_press import page_count, text_of
from tests.ui.paper.conftest import PrintersOfPaper


@pytest.fixture
def volume_id(workplace: Workplace, page: PaperPage) -> int:
    an_application(workplace.desk, size=3)
    return int(Application.get().volume.id)


def open_now(qtbot: QtBot, page: PaperPage, volume_id: int) -> bytes:
    with qtbot.waitSignal(page.volume_press.made) as made:
        page.open_journal(volume_id)
    [pdf] = made.args or [b""]
    assert isinstance(pdf, bytes)
    return pdf


def test_the_volume_is_made_and_shown(qtbot: QtBot, page: PaperPage, volume_id: int) -> None:
    pdf = open_now(qtbot, page, volume_id)
    assert "тіркеу ЖУРНАЛЫ" in text_of(pdf)
    assert page.view.page_count == 1
    assert page.subject is not None
    assert page.subject.title == "Registration journal, 2026, volume 1"


def test_the_familys_lines_are_chosen_and_remembered(
    qtbot: QtBot, page: PaperPage, volume_id: int, workplace: Workplace
) -> None:
    assert "Сәуле" not in text_of(open_now(qtbot, page, volume_id))
    with qtbot.waitSignal(page.volume_press.made) as made:
        page.side.panel.families.click()
    assert made.args is not None
    assert "Сәуле" in text_of(made.args[0])
    assert workplace.settings.families_shown
    assert "Сәуле" in text_of(open_now(qtbot, page, volume_id))


def test_a_volume_is_printed_broadside_and_not_counted(
    qtbot: QtBot, page: PaperPage, volume_id: int, printers: PrintersOfPaper
) -> None:
    open_now(qtbot, page, volume_id)
    with qtbot.waitSignal(page.side.outgoing.ended):
        page.side.panel.print_button.trigger()
    [wish] = printers.wishes
    assert (wish.is_wide, wish.pages) == (True, 1)
    assert PaperIssue.select().count() == 0


def test_some_pages_of_a_volume_can_be_printed_again(
    qtbot: QtBot, page: PaperPage, workplace: Workplace, printers: PrintersOfPaper
) -> None:
    for _line in range(30):
        an_application(workplace.desk, size=4)
    workplace.settings.families_shown = True
    pdf = open_now(qtbot, page, int(Application.get().volume.id))
    assert page_count(pdf) > 3
    printers.pages = (2, 3)
    with qtbot.waitSignal(page.side.outgoing.ended):
        page.side.panel.print_button.trigger()
    assert page_count(printers.output.read_bytes()) == 2


def test_a_volume_is_saved_whole(qtbot: QtBot, page: PaperPage, volume_id: int, tmp_path: Path) -> None:
    pdf = open_now(qtbot, page, volume_id)
    page.side.save_to(tmp_path / "journal.pdf")
    assert (tmp_path / "journal.pdf").read_bytes() == pdf
    assert PaperIssue.select().count() == 0


def test_a_volume_opened_elsewhere_is_not_counted(
    qtbot: QtBot, page: PaperPage, volume_id: int, opened: list[Path]
) -> None:
    pdf = open_now(qtbot, page, volume_id)
    assert page.side.panel.open_button.toolTip() == ""
    page.side.panel.open_button.click()
    assert opened[0].read_bytes() == pdf
    assert PaperIssue.select().count() == 0


def test_a_volume_that_cannot_be_written_for_another_program_is_said(
    qtbot: QtBot, page: PaperPage, volume_id: int, workplace: Workplace, opened: list[Path]
) -> None:
    open_now(qtbot, page, volume_id)
    (workplace.desk.database.path.parent / "papers").write_bytes(b"in the way")
    page.side.panel.open_button.click()
    assert not page.side.panel.trouble.isHidden()
    assert opened == []


def test_until_it_is_made_nothing_can_leave(page: PaperPage, volume_id: int) -> None:
    page.open_journal(volume_id)
    assert page.side.panel.print_button.blocked_reason == "The journal's paper is not made yet"
    assert page.side.panel.open_button.toolTip() == "The journal's paper is not made yet"
    page.volume_press.stop()


def held_until(release: threading.Event) -> Callable[..., bytes]:
    """A making that goes on until it is asked to stop."""

    def make(*_anything: object, progress: Callable[[int], bool], **_named: object) -> bytes:
        release.set()
        while progress(1):
            release.wait(0.001)
        raise Cancelled

    return make


def test_the_making_can_be_cancelled(
    qtbot: QtBot,
    page: PaperPage,
    volume_id: int,
    said: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal_maker, "journal_pdf", held_until(threading.Event()))
    page.open_journal(volume_id)
    with qtbot.waitSignal(page.volume_press.cancelled):
        page.side.panel.cancel_asked.emit()
    assert said == [("The journal's paper was not made", "note")]
    assert not page.volume_press.is_making
    page.volume_press.cancel()  # nothing is under way any more


def test_leaving_the_page_ends_the_making(
    qtbot: QtBot, page: PaperPage, volume_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_maker, "journal_pdf", held_until(threading.Event()))
    page.open_journal(volume_id)
    with qtbot.waitSignal(page.back_asked):
        page.head.back_asked.emit()
    assert not page.volume_press.is_making


def test_another_paper_takes_the_place_of_one_in_the_making(
    page: PaperPage, volume_id: int, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_maker, "journal_pdf", held_until(threading.Event()))
    page.open_journal(volume_id)
    page.open_referral(a_referral(workplace.desk))
    assert not page.volume_press.is_making
    assert page.view.page_count == 1


def test_what_an_earlier_wish_made_is_not_taken_for_the_later_one(
    qtbot: QtBot, page: PaperPage, volume_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(*_anything: object, with_families: bool, **_named: object) -> bytes:
        return b"with families" if with_families else b"without them"

    monkeypatch.setattr(journal_maker, "journal_pdf", make)
    press, made = page.volume_press, list[bytes]()
    press.made.connect(made.append)
    press.make(volume_id, with_families=False)
    (maker,) = page.findChildren(JournalMaker)
    assert maker.wait(5000)  # its word is on the way, and not here yet
    press.make(volume_id, with_families=True)
    qtbot.waitUntil(lambda: not press.is_making)
    assert made == [b"with families"]


def test_no_maker_is_left_behind(qtbot: QtBot, page: PaperPage, volume_id: int) -> None:
    open_now(qtbot, page, volume_id)
    open_now(qtbot, page, volume_id)
    qtbot.waitUntil(lambda: not page.findChildren(JournalMaker))


def failing(error: Exception) -> Callable[..., bytes]:
    def make(*_anything: object, **_named: object) -> bytes:
        raise error

    return make


def test_letters_that_the_journal_lacks_are_said(
    qtbot: QtBot, page: PaperPage, volume_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Trouble("The paper cannot show «☃» in «Мысалов ☃».")
    monkeypatch.setattr(journal_maker, "journal_pdf", failing(trouble))
    with qtbot.waitSignal(page.volume_press.failed):
        page.open_journal(volume_id)
    assert not page.side.panel.trouble.isHidden()


def test_a_bug_in_the_thread_reaches_the_windows_thread(
    qtbot: QtBot, page: PaperPage, volume_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_maker, "journal_pdf", failing(ZeroDivisionError()))
    with capture_exceptions() as caught:
        page.open_journal(volume_id)
        qtbot.waitUntil(lambda: not page.volume_press.is_making)
    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]


def test_a_volume_stays_as_it_was_made_while_others_write(
    qtbot: QtBot, page: PaperPage, volume_id: int, workplace: Workplace
) -> None:
    open_now(qtbot, page, volume_id)
    an_application(workplace.desk)
    assert not page.volume_press.is_making
    assert page.view.page_count == 1


def test_a_hidden_name_is_no_part_of_a_volumes_head(qtbot: QtBot, page: PaperPage, volume_id: int) -> None:
    open_now(qtbot, page, volume_id)
    assert page.head.who == "begun on 18.03.2026 · 1 entry"
