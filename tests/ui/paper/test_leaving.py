"""How papers leave: the original once, then copies; and nothing is counted that did not leave."""

import errno
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kandas_desktop import press
from kandas_desktop.models.paper_tables import PaperIssue
from kandas_desktop.queries.papers import referral_paper
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral
from tests.test_press import page_count, text_of
from tests.ui.paper.conftest import PrintersOfPaper


@pytest.fixture
def referral_id(workplace: Workplace, page: PaperPage) -> int:
    referral_id = a_referral(workplace.desk, size=5)
    page.open_referral(referral_id)
    return referral_id


def left(referral_id: int) -> int:
    paper = referral_paper(referral_id)
    return paper.issues if paper else 0


def print_now(qtbot: QtBot, page: PaperPage) -> None:
    with qtbot.waitSignal(page.side.outgoing.ended):
        page.side.panel.print_button.trigger()


# --- to a printer


def test_what_will_come_out_is_said_before_it_does(page: PaperPage, referral_id: int, tmp_path: Path) -> None:
    remark = page.side.panel.remark
    assert remark.text.startswith("The original will come out.")
    page.side.panel.printing.copies.control.set_number(3)
    assert remark.text == "The original will come out, and with it КӨШІРМЕ № 1–2."
    page.side.panel.printing.copies.control.set_number(1)
    page.side.save_to(tmp_path / "referral.pdf")
    assert remark.text == "The original has left already. Now comes КӨШІРМЕ № 1."
    page.side.panel.ticks[1].click()
    assert remark.text == "Referral: КӨШІРМЕ № 1\nApplication: original"


def test_printing_counts_once_it_is_done(
    qtbot: QtBot, page: PaperPage, referral_id: int, printers: PrintersOfPaper, said: list[tuple[str, str]]
) -> None:
    print_now(qtbot, page)
    assert left(referral_id) == 1
    assert page_count(printers.output.read_bytes()) == 1
    assert said == [("Referral Ж-1/26 was sent to the printer", "done")]
    assert PaperIssue.get().left_by == "printer"


def test_the_wish_goes_into_the_systems_dialog(
    qtbot: QtBot, page: PaperPage, referral_id: int, printers: PrintersOfPaper, workplace: Workplace
) -> None:
    page.side.panel.printing.printer.control.set_choice("Қабылдау принтері")
    print_now(qtbot, page)
    [wish] = printers.wishes
    assert (wish.printer, wish.copies, wish.is_wide, wish.pages) == ("Қабылдау принтері", 1, False, 0)


def test_a_cancelled_dialog_prints_and_counts_nothing(
    page: PaperPage, referral_id: int, printers: PrintersOfPaper
) -> None:
    printers.is_cancelled = True
    page.side.panel.print_button.trigger()
    assert left(referral_id) == 0
    assert not page.side.outgoing.is_printing


def test_copies_are_the_original_and_numbered_copies(
    qtbot: QtBot, page: PaperPage, referral_id: int, printers: PrintersOfPaper
) -> None:
    page.side.panel.printing.copies.control.set_number(3)
    print_now(qtbot, page)
    assert page_count(printers.output.read_bytes()) == 3
    assert [row.copy_number for row in PaperIssue.select().order_by(PaperIssue.id)] == [0, 1, 2]


def test_the_copies_chosen_in_the_systems_dialog_are_the_ones_that_count(
    qtbot: QtBot, page: PaperPage, referral_id: int, printers: PrintersOfPaper
) -> None:
    printers.copies = 2
    print_now(qtbot, page)
    assert left(referral_id) == 2
    assert page_count(printers.output.read_bytes()) == 2


def test_both_papers_leave_together(
    qtbot: QtBot, page: PaperPage, referral_id: int, printers: PrintersOfPaper
) -> None:
    page.side.panel.ticks[1].click()
    print_now(qtbot, page)
    assert page_count(printers.output.read_bytes()) == 3
    assert PaperIssue.select().count() == 2


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it too
def test_a_printer_that_takes_nothing_leaves_the_referral_uncounted(
    qtbot: QtBot, page: PaperPage, referral_id: int, printers: PrintersOfPaper, tmp_path: Path
) -> None:
    printers.folder = tmp_path / "gone"
    print_now(qtbot, page)
    assert left(referral_id) == 0
    assert not page.side.panel.trouble.isHidden()
    assert not page.side.outgoing.is_printing


def test_a_printer_that_stops_in_the_middle_leaves_the_referral_uncounted(
    qtbot: QtBot, page: PaperPage, referral_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinter.newPage", lambda _printer: False)
    page.side.panel.ticks[1].click()
    print_now(qtbot, page)
    assert left(referral_id) == 0
    assert not page.side.panel.trouble.isHidden()


def test_printing_can_be_stopped_and_then_counts_nothing(
    qtbot: QtBot, page: PaperPage, referral_id: int
) -> None:
    page.side.panel.printing.copies.control.set_number(20)
    page.side.panel.print_button.trigger()
    qtbot.waitSignal(page.side.outgoing.progressed).wait()
    with qtbot.waitSignal(page.side.outgoing.ended):
        page.side.panel.cancel_asked.emit()
    assert left(referral_id) == 0
    page.side.outgoing.cancel()  # nothing is under way any more


def test_without_a_printer_it_is_said_and_a_pdf_can_be_saved(
    page: PaperPage, workplace: Workplace, printers: PrintersOfPaper, said: list[tuple[str, str]]
) -> None:
    printers.offered = []
    page.open_referral(a_referral(workplace.desk))
    assert page.side.panel.printing.no_printer.text.startswith("This computer has no printer")
    page.side.panel.print_button.trigger()
    assert said == [("This computer has no printer", "note")]
    assert page.side.panel.save_button.blocked_reason == ""


def test_the_printer_used_last_is_offered_first(
    page: PaperPage, workplace: Workplace, printers: PrintersOfPaper
) -> None:
    workplace.settings.printer = "Қабылдау принтері"
    page.open_referral(a_referral(workplace.desk))
    assert page.side.panel.printing.printer.control.choice() == "Қабылдау принтері"


# --- into a file


def test_a_saved_paper_is_the_original_and_then_a_copy(
    page: PaperPage, referral_id: int, tmp_path: Path, said: list[tuple[str, str]]
) -> None:
    page.side.save_to(tmp_path / "first.pdf")
    page.side.save_to(tmp_path / "second.pdf")
    paper = referral_paper(referral_id)
    assert paper is not None
    assert (tmp_path / "first.pdf").read_bytes() == paper.content
    assert "КӨШІРМЕ № 1" in text_of((tmp_path / "second.pdf").read_bytes())
    assert [kind for _text, kind in said] == ["done", "done"]


def test_a_failed_saving_says_why_and_offers_another_name(
    page: PaperPage, referral_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "referral.pdf"
    target.write_bytes(b"open in a reader")

    def held_open(_partial: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "made up")

    with monkeypatch.context() as held:
        held.setattr(Path, "replace", held_open)
        page.side.save_to(target)
    assert not page.side.panel.trouble.isHidden()
    assert not page.side.panel.other_name.isHidden()
    assert left(referral_id) == 0
    assert list(tmp_path.glob("*.partial")) == []


def the_file_dialog(page: PaperPage) -> QFileDialog:
    return page.findChildren(QFileDialog)[-1]


def test_the_file_dialog_offers_the_papers_number(
    qtbot: QtBot, page: PaperPage, referral_id: int, workplace: Workplace, tmp_path: Path
) -> None:
    workplace.settings.paper_folder = str(tmp_path)
    qtbot.keyClick(page.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = the_file_dialog(page)
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "Referral Ж-1-26.pdf"
    dialog.fileSelected.emit(str(tmp_path / "chosen.pdf"))
    dialog.close()
    assert (tmp_path / "chosen.pdf").exists()
    assert workplace.settings.paper_folder == str(tmp_path)


def test_after_a_failure_a_free_name_is_offered(
    page: PaperPage, referral_id: int, workplace: Workplace, tmp_path: Path
) -> None:
    workplace.settings.paper_folder = str(tmp_path)
    (tmp_path / "Referral Ж-1-26.pdf").touch()
    page.side.panel.other_name_asked.emit()
    dialog = the_file_dialog(page)
    assert Path(dialog.selectedFiles()[0]).name == "Referral Ж-1-26 (2).pdf"
    dialog.close()


def test_a_folder_that_is_gone_is_not_offered_again(
    page: PaperPage, referral_id: int, workplace: Workplace, tmp_path: Path
) -> None:
    workplace.settings.paper_folder = str(tmp_path / "gone")
    page.side.panel.save_asked.emit()
    dialog = the_file_dialog(page)
    assert "gone" not in dialog.directory().absolutePath()
    dialog.close()


def test_where_there_is_no_folder_for_documents_the_home_is_offered(
    page: PaperPage, referral_id: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: str(tmp_path / "Documents"))
    page.side.panel.save_asked.emit()
    dialog = the_file_dialog(page)
    assert Path(dialog.selectedFiles()[0]).parent == Path.home()
    dialog.close()


# --- to another program


def test_opened_elsewhere_where_it_can_be_printed_it_counts_as_saved(
    page: PaperPage,
    referral_id: int,
    opened: list[Path],
    workplace: Workplace,
    said: list[tuple[str, str]],
) -> None:
    assert page.side.panel.open_button.toolTip().endswith("counted as when it is saved.")
    page.side.panel.open_button.click()
    [path] = opened
    assert path == workplace.desk.database.path.parent / "papers" / "Referral Ж-1-26.pdf"
    assert path.read_bytes() == press.referral_pdf(workplace.desk, referral_id).stored
    assert left(referral_id) == 1
    assert PaperIssue.get().left_by == "file"
    assert said == [("Referral Ж-1/26 was opened in another program and counted", "done")]
    assert page.side.panel.remark.text == "The original has left already. Now comes КӨШІРМЕ № 1."


def test_opened_elsewhere_again_it_is_a_copy(
    page: PaperPage, referral_id: int, opened: list[Path], tmp_path: Path
) -> None:
    page.side.panel.open_button.click()
    page.side.panel.open_button.click()
    assert "КӨШІРМЕ № 1" in text_of(opened[1].read_bytes())
    page.side.save_to(tmp_path / "referral.pdf")
    assert "КӨШІРМЕ № 2" in text_of((tmp_path / "referral.pdf").read_bytes())


def test_while_another_reader_shows_it_printing_works(
    qtbot: QtBot, page: PaperPage, referral_id: int, opened: list[Path]
) -> None:
    page.side.panel.open_button.click()
    with opened[0].open("rb"), pdfium.PdfDocument(opened[0]):
        print_now(qtbot, page)
        page.side.panel.open_button.click()
    assert left(referral_id) == 3
    assert "КӨШІРМЕ № 2" in text_of(opened[1].read_bytes())


def test_without_a_reader_it_is_said_where_the_file_lies(
    page: PaperPage, referral_id: int, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, str]]
) -> None:
    monkeypatch.setattr("kandas_desktop.ui.paper.outgoing.QDesktopServices.openUrl", lambda _url: False)
    page.side.panel.open_button.click()
    assert not page.side.panel.trouble.isHidden()
    assert said == []
    assert left(referral_id) == 1  # the file lies where it is said to
    assert page.side.panel.other_name.isHidden()


def test_a_cache_that_cannot_be_written_is_said(
    page: PaperPage, referral_id: int, workplace: Workplace
) -> None:
    (workplace.desk.database.path.parent / "papers").write_bytes(b"in the way")
    page.side.panel.open_button.click()
    assert not page.side.panel.trouble.isHidden()
    assert left(referral_id) == 0
