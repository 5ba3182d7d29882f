import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.frame import Banner, Card, EmptyState, PageHead, Rule, SidePanel, Surface
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.theme import apply_theme, theme
from kandas_desktop.ui.kit.tokens import DARK, LIGHT
from tests.ui.kit.conftest import Sheet

SENTENCE = "18.03.2026 + күнтізбелік 3 күн. Сенбі, Наурыз мейрамы: мерзім жылжымайды."


def color(widget: Surface | Card | Banner | Rule | IconMark, x: int, y: int) -> QColor:
    return widget.grab().toImage().pixelColor(x, y)


def test_a_surface_has_its_colour_and_its_lines(qtbot: QtBot) -> None:
    surface = Surface("sunken", lines="top left")
    qtbot.addWidget(surface)
    surface.resize(50, 50)
    assert color(surface, 25, 25) == QColor(LIGHT.sunken)
    assert color(surface, 25, 0) == color(surface, 0, 25) == QColor(LIGHT.line)
    assert color(surface, 49, 25) == color(surface, 25, 49) == QColor(LIGHT.sunken)


def test_a_head_is_lower_in_a_small_window_and_drops_its_second_line(sheet: Sheet) -> None:
    head = PageHead("Тіркеу журналы", "2026 жыл · 1-кітап", stacked=True)
    sheet.stand(head)
    assert head.height() == 60
    assert head._subtitle.isVisible()
    theme().set_density("compact")
    assert head.maximumHeight() == 48
    assert not head._subtitle.isVisible()


def test_the_words_of_a_head_can_change_and_its_widgets_stand_at_their_sides(
    sheet: Sheet, qtbot: QtBot
) -> None:
    head = PageHead("Бүгін")
    button, back = Button("Жаңа өтініш"), Button("Артқа")
    sheet.resize(900, 200)
    head.add(button)
    head.add_left(back, first=True)
    sheet.stand(head)
    qtbot.waitUntil(lambda: head.width() > 800)
    assert back.x() < head._title.x() < button.x()
    assert button.geometry().right() == head.width() - 24 - 1
    head.set_title("Ертең")
    head.set_subtitle("сәрсенбі")
    assert (head._title.text(), head._subtitle.isVisible()) == ("Ертең", True)
    head.set_subtitle("")
    assert not head._subtitle.isVisible()


def test_a_title_for_which_there_is_no_room_gives_up_its_middle_and_is_whole_in_its_tooltip(
    qtbot: QtBot,
) -> None:
    title = "Кететін күн туралы хабарлама, отбасының барлық мүшелеріне"
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(420, 60)
    head = PageHead(title, parent=window)
    head.add(Button("Жаңа өтініш"))
    head.resize(420, 60)
    window.show()
    assert "…" in head._title.shown
    assert head._title.toolTip() == title
    head.resize(900, 60)
    assert (head._title.shown, head._title.toolTip()) == (title, "")
    head.resize(420, 60)
    head.set_title("Бүгін")
    assert (head._title.shown, head._title.toolTip()) == ("Бүгін", "")


def test_a_card_takes_the_edge_of_a_family(qtbot: QtBot) -> None:
    plain, card = Card(), Card(family="held")
    for each in (plain, card):
        qtbot.addWidget(each)
        each.resize(60, 60)
    assert color(plain, 0, 30) == QColor(LIGHT.line)
    assert color(card, 0, 30) == QColor(LIGHT.held.line)
    assert color(card, 30, 30) == QColor(LIGHT.surface)


def test_a_card_is_drawn_anew_in_the_dark(qtbot: QtBot, qapp: object) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(60, 60)
    apply_theme(qapp, "dark")  # type: ignore[arg-type]
    assert color(card, 30, 30) == QColor(DARK.surface)


def test_a_banner_shows_its_whole_sentence(sheet: Sheet, qtbot: QtBot) -> None:
    banner = Banner("Орналасу мерзімі — 21.03.2026", SENTENCE, family="held", clause=9)
    sheet.setFixedWidth(280)
    sheet.resize(280, 400)
    sheet.stand(banner)
    words = banner._text
    qtbot.waitUntil(lambda: words.height() == words.heightForWidth(words.width()))
    assert words.height() >= 48
    assert color(banner, 3, 20) == QColor(LIGHT.held.fill)


def test_a_banner_can_say_something_else(qtbot: QtBot) -> None:
    banner = Banner("Кедергі бар", "Талон жоқ", family="held", icon="alert-triangle")
    qtbot.addWidget(banner)
    banner.resize(300, 60)
    banner.show_words("Кедергі жоқ", family="free", icon="check-circle")
    assert color(banner, 3, 30) == QColor(LIGHT.free.fill)
    assert banner._text.isHidden()


def test_a_panel_scrolls_in_its_middle_and_its_foot_stays(sheet: Sheet, qtbot: QtBot) -> None:
    panel = SidePanel(336)
    for number in range(60):
        panel.middle.addWidget(Label(f"{number}-жол"))
    button = Button("Жолдама беру", role="big")
    panel.foot.addWidget(button)
    sheet.setFixedHeight(400)
    sheet.stand(panel)
    assert panel.width() == 336
    assert button.isVisible()
    assert button.mapTo(panel, button.rect().bottomLeft()).y() < panel.height()
    assert panel._scroll.verticalScrollBar().maximum() > 0
    assert panel._scroll.horizontalScrollBar().maximum() == 0


def test_the_cross_of_a_panel_tells_the_page(sheet: Sheet, qtbot: QtBot) -> None:
    panel = SidePanel(304)
    panel.set_top(Label("Ө-145/26"))
    sheet.stand(panel)
    panel.set_top(Label("Ө-146/26"))
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel._close, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("button", "visible"), [("Сүзгіні тазалау", True), ("", False)])
def test_an_empty_place_says_one_sentence_and_offers_one_button(
    sheet: Sheet, qtbot: QtBot, button: str, visible: bool
) -> None:
    empty = EmptyState("search", "Ештеңе табылмады.", button)
    sheet.stand(empty)
    assert empty._button.isVisible() is visible
    if visible:
        with qtbot.waitSignal(empty.pressed):
            qtbot.mouseClick(empty._button, Qt.MouseButton.LeftButton)
    empty.say("Резервте ешкім жоқ. Бос орын: 7.")
    assert not empty._button.isVisible()


def test_an_icon_can_stand_on_a_tile_of_its_family(qtbot: QtBot) -> None:
    mark = IconMark("bed", family="free", tile=True)
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())
    assert (mark.width(), mark.height()) == (32, 32)
    assert color(mark, 4, 16) == QColor(LIGHT.free.fill)
    mark.show_icon("bed", family="overdue")
    assert color(mark, 4, 16) == QColor(LIGHT.overdue.fill)


def test_a_rule_is_one_pixel_high(qtbot: QtBot) -> None:
    rule = Rule()
    qtbot.addWidget(rule)
    rule.resize(40, 1)
    assert color(rule, 20, 0) == QColor(LIGHT.line)
