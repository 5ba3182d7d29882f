"""The paper on its desk: only what is seen is drawn, and every key moves it."""

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from kandas_desktop.ui.paper.page_places import Fit
from kandas_desktop.ui.paper.sheets import Sheets
from kandas_desktop.ui.paper.view import PaperView

A4 = (595.0, 842.0)


def blank_pages(count: int, size: tuple[float, float] = A4) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for number in range(count):
        canvas.rect(50, 50, 20 + number, 20, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PaperView:
    made = PaperView()
    qtbot.addWidget(made)
    made.resize(640, 675)
    made.show()
    return made


def drawn_pages(view: PaperView, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    drawn: list[int] = []
    draw = Sheets.picture

    def watched(sheets: Sheets, page: int, scale: float) -> object:
        drawn.append(page)
        return draw(sheets, page, scale)

    monkeypatch.setattr(Sheets, "picture", watched)
    return drawn


def test_a_whole_page_fits_without_scrolling(view: PaperView) -> None:
    view.show_sheets(Sheets(blank_pages(1)))
    assert view.percent == 57
    assert view.verticalScrollBar().maximum() == 0


def test_only_the_pages_in_sight_are_drawn(view: PaperView, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = drawn_pages(view, monkeypatch)
    view.show_sheets(Sheets(blank_pages(500)))
    view.grab()
    assert set(drawn) <= {0, 1}
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.grab()
    assert max(drawn) == 499
    assert len(set(drawn)) <= 4


def test_what_was_drawn_is_not_drawn_again(view: PaperView, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = drawn_pages(view, monkeypatch)
    view.show_sheets(Sheets(blank_pages(1)))
    view.grab()
    view.grab()
    assert drawn == [0]


@pytest.mark.parametrize("size", [A4, (842.0, 595.0)])
def test_by_width_the_page_takes_the_width_and_the_bar_never_flickers(
    view: PaperView, size: tuple[float, float]
) -> None:
    view.show_sheets(Sheets(blank_pages(1, size)))
    view.set_fit(Fit.WIDTH)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().isVisible()


def test_page_up_and_down_turn_pages(view: PaperView) -> None:
    view.show_sheets(Sheets(blank_pages(3)))
    view.turn_pages(1)
    assert view.page == 1
    view.turn_pages(5)
    assert view.page == 2
    view.turn_pages(-9)
    assert view.page == 0


@pytest.mark.parametrize(
    ("key", "moved"),
    [(Qt.Key.Key_Down, True), (Qt.Key.Key_End, True), (Qt.Key.Key_Up, False), (Qt.Key.Key_Home, False)],
)
def test_arrows_move_the_paper(qtbot: QtBot, view: PaperView, key: Qt.Key, moved: bool) -> None:
    view.show_sheets(Sheets(blank_pages(3)))
    qtbot.keyClick(view, key)
    assert (view.verticalScrollBar().value() > 0) is moved


def test_a_large_page_moves_sideways(qtbot: QtBot, view: PaperView) -> None:
    view.show_sheets(Sheets(blank_pages(1)))
    view.zoom_by_steps(5)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.horizontalScrollBar().value() > 0
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.horizontalScrollBar().value() == 0
    view.grab()


def test_the_zoom_has_its_bounds(view: PaperView) -> None:
    view.show_sheets(Sheets(blank_pages(1)))
    view.zoom_by_steps(50)
    assert view.percent == 400
    view.zoom_by_steps(-50)
    assert view.percent == 25


def test_the_wheel_with_ctrl_zooms_and_alone_scrolls(view: PaperView) -> None:
    view.show_sheets(Sheets(blank_pages(3)))
    before = view.percent
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        QApplication.sendEvent(
            view.viewport(),
            QWheelEvent(
                QPointF(50, 50),
                QPointF(50, 50),
                QPoint(0, 0),
                QPoint(0, -120 if modifier is Qt.KeyboardModifier.NoModifier else 120),
                Qt.MouseButton.NoButton,
                modifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    assert view.percent > before
    assert view.verticalScrollBar().value() > 0


def test_the_same_paper_shown_again_keeps_its_place(view: PaperView) -> None:
    view.show_sheets(Sheets(blank_pages(3)))
    view.turn_pages(2)
    view.show_sheets(Sheets(blank_pages(3)))
    assert view.page == 2
    view.show_sheets(Sheets(blank_pages(2)))
    assert view.page == 0


def test_an_empty_desk_has_no_page(view: PaperView) -> None:
    view.show_sheets(None)
    view.turn_pages(1)
    view.setFocus()
    view.grab()
    assert (view.page_count, view.page) == (0, 0)
