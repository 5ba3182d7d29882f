"""The page itself: what it shows of a paper, and where its keys lead."""

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop import press
from kandas_desktop.actions.referrals import hand_over_referral, strike_out_referral
from kandas_desktop.errors import Trouble
from kandas_desktop.models.tables import Application
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.paper.page import PaperPage
from kandas_desktop.ui.paper.page_places import Fit
from kandas_desktop.ui.paper.striking_out import ask_to_strike_out, strike_out
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import spoken_in
from tests.factories import a_referral, an_application
from tests.ui.paper.conftest import PrintersOfPaper


def test_a_referral_is_shown_with_its_application_beside_it(page: PaperPage, workplace: Workplace) -> None:
    page.open_referral(a_referral(workplace.desk, size=5))
    assert [tick.accessibleName() for tick in page.side.panel.ticks] == [
        "Referral, 1 page",
        "Application, family sheet, 2 pages",
    ]
    assert [tick.isChecked() for tick in page.side.panel.ticks] == [True, False]
    assert page.view.page_count == 1


def test_an_application_without_a_referral_is_alone(page: PaperPage, workplace: Workplace) -> None:
    page.open_application(an_application(workplace.desk))
    assert [tick.accessibleName() for tick in page.side.panel.ticks] == ["Application, 1 page"]
    assert page.side.next_step.isHidden()


def test_an_application_stands_where_its_line_says(page: PaperPage, workplace: Workplace) -> None:
    application_id = an_application(workplace.desk)
    page.open_application(application_id)
    assert page.head.state == "To consider today"
    Application.update(reopened_on=date(2026, 3, 18)).execute()
    page.open_application(application_id)
    assert page.head.state == "To consider again"
    Application.update(reopened_on=date(2026, 3, 19)).execute()
    page.open_application(application_id)
    assert page.head.state == "Due 19.03.2026"


def test_an_application_offers_its_referral_too(page: PaperPage, workplace: Workplace) -> None:
    a_referral(workplace.desk, size=2)
    page.open_application(Application.get().id)
    assert [tick.accessibleName() for tick in page.side.panel.ticks] == [
        "Application, family sheet, 2 pages",
        "Referral, 1 page",
    ]


def test_what_is_ticked_is_what_is_previewed(page: PaperPage, workplace: Workplace) -> None:
    page.open_referral(a_referral(workplace.desk, size=5))
    page.side.panel.ticks[1].click()
    assert page.view.page_count == 3
    page.side.panel.ticks[0].click()
    assert page.view.page_count == 2


def test_without_a_tick_nothing_can_leave(
    page: PaperPage, workplace: Workplace, said: list[tuple[str, str]]
) -> None:
    page.open_referral(a_referral(workplace.desk))
    page.side.panel.ticks[0].click()
    assert page.side.panel.print_button.blocked_reason == "Tick a paper first"
    page.side.panel.save_button.trigger()
    assert said == [("Tick a paper first", "note")]


def test_a_paper_that_cannot_be_made_says_why_and_nothing_leaves(
    page: PaperPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack_letters(*_anything: object) -> bytes:
        raise Trouble("The paper cannot show «☃» in «Мысалов ☃».")

    referral_id = a_referral(workplace.desk)
    monkeypatch.setattr(press, "_drawn", lack_letters)
    page.open_referral(referral_id)
    assert not page.side.panel.trouble.isHidden()
    assert "☃" in page.side.panel.print_button.blocked_reason
    assert page.view.page_count == 0
    assert not page.side.panel.ticks[1].isEnabled()


def test_the_page_follows_what_others_write(page: PaperPage, workplace: Workplace) -> None:
    referral_id = a_referral(workplace.desk)
    page.open_referral(referral_id)
    hand_over_referral(workplace.desk, referral_id, received_on=date(2026, 3, 18))
    assert not page.side.next_step.button.isVisible()


def test_a_hidden_page_reads_anew_when_it_is_shown(page: PaperPage, workplace: Workplace) -> None:
    referral_id = a_referral(workplace.desk)
    page.open_referral(referral_id)
    page.hide()
    hand_over_referral(workplace.desk, referral_id, received_on=date(2026, 3, 18))
    page.show()
    assert not page.side.next_step.button.isVisible()


def test_hidden_names_are_neither_in_the_head_nor_on_the_preview(
    page: PaperPage, workplace: Workplace
) -> None:
    page.open_referral(a_referral(workplace.desk))
    shown = page.view.viewport().grab().toImage()
    page.set_names_hidden(True)
    assert "Үлгібаев" not in page.head.who
    assert page.view.viewport().grab().toImage() != shown
    page.set_names_hidden(False)
    assert "Үлгібаев" in page.head.who
    assert page.view.viewport().grab().toImage() == shown


def test_escape_and_the_arrow_lead_back(qtbot: QtBot, page: PaperPage, workplace: Workplace) -> None:
    page.open_referral(a_referral(workplace.desk))
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(page.view, Qt.Key.Key_Escape)


def test_the_zoom_follows_keys_and_buttons(qtbot: QtBot, page: PaperPage, workplace: Workplace) -> None:
    page.open_referral(a_referral(workplace.desk))
    whole = page.view.percent
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.view.percent > whole
    assert page.head.fit.value() is None
    qtbot.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.view.percent == whole
    page.view.set_fit(Fit.WIDTH)
    assert page.view.percent > whole
    assert page.head.fit.value() == Fit.WIDTH


def test_a_struck_out_referral_says_so(page: PaperPage, workplace: Workplace) -> None:
    referral_id = a_referral(workplace.desk)
    strike_out_referral(workplace.desk, referral_id, reason="Жолдамада қате бар")
    page.open_referral(referral_id)
    assert page.head.state == "Struck out"
    assert "Жолдамада қате бар" in page.side.next_step.term_words
    assert not page.head.menu().actions()[0].isEnabled()


def test_striking_out_asks_why_and_shows_what_became_of_it(
    page: PaperPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, str]]
) -> None:
    page.open_referral(a_referral(workplace.desk))
    answers = iter([None, "Жолдамада қате бар"])
    monkeypatch.setattr(
        "kandas_desktop.ui.paper.striking_out.ReasonQuestion.ask", lambda *_anything: next(answers)
    )
    page.head.menu().actions()[0].trigger()
    assert page.head.state == "Referral issued"
    page.head.menu().actions()[0].trigger()
    assert page.head.state == "Struck out"
    assert said == [("Referral Ж-1/26 is struck out", "done")]


def test_a_referral_that_somebody_else_struck_out_is_not_struck_out_twice(
    page: PaperPage, workplace: Workplace, said: list[tuple[str, str]]
) -> None:
    page.open_referral(a_referral(workplace.desk))
    facts = page.subject.referral if page.subject else None
    assert facts is not None
    assert strike_out(workplace, facts, "Қате")
    assert not strike_out(workplace, facts, "Қате")
    ask_to_strike_out(workplace, facts, page)
    assert [kind for _text, kind in said] == ["done", "note"]


def test_the_keys_in_the_foot_strip_are_at_most_seven(page: PaperPage) -> None:
    assert 0 < len(page.keys()) <= 7


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("size", [QSize(1162, 736), QSize(1037, 538)])
def test_nothing_is_cut_in_the_panel(
    qtbot: QtBot, workplace: Workplace, page: PaperPage, language: str, size: QSize
) -> None:
    referral_id = a_referral(workplace.desk, size=5)
    theme().set_density("compact" if size.height() < 600 else "normal")
    with spoken_in(language):
        shown = PaperPage(workplace, page.printers)
        qtbot.addWidget(shown)
        shown.set_compact(theme().is_compact)
        shown.resize(size)
        shown.open_referral(referral_id)
        shown.show()
        content = shown.side.panel.widget()
        assert content.minimumSizeHint().width() <= shown.side.panel.viewport().width()
        assert shown.side.next_step.minimumSizeHint().width() <= shown.side.width()
        shown.close()


def test_without_a_printer_the_keyboard_stands_on_the_paper_and_its_keys_work(
    qtbot: QtBot, page: PaperPage, printers: PrintersOfPaper, workplace: Workplace
) -> None:
    printers.offered = []
    page.open_referral(a_referral(workplace.desk))
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    assert QApplication.focusWidget() is page.view


def test_what_is_blocked_while_the_keyboard_stands_on_it_gives_it_to_the_paper(
    qtbot: QtBot, page: PaperPage, printers: PrintersOfPaper, workplace: Workplace
) -> None:
    page.open_referral(a_referral(workplace.desk))
    qtbot.waitUntil(page.isActiveWindow)
    page.side.panel.print_button.setFocus()
    printers.offered = []
    page.reload()
    assert not page.side.panel.print_button.isEnabled()
    assert QApplication.focusWidget() is page.view


def test_tab_leads_from_what_is_printed_to_its_buttons(
    qtbot: QtBot, page: PaperPage, workplace: Workplace
) -> None:
    page.open_referral(a_referral(workplace.desk))
    QApplication.sendPostedEvents()
    page.side.panel.ticks[0].setFocus()
    stops = []
    for _stop in range(4):
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        stops.append(page.focusWidget())
    panel = page.side.panel
    assert stops == [panel.ticks[1], panel.print_button, panel.save_button, panel.open_button]
