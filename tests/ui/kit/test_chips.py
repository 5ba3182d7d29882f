import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.chips import (
    Badge,
    Chip,
    ClauseChip,
    KeyCap,
    badge_size,
    cap_size,
    chip_size,
    paint_chip,
)
from kandas_desktop.ui.kit.tokens import LIGHT, FamilyName
from kandas_desktop.words import spoken_in


@pytest.mark.parametrize(
    ("family", "fill"),
    [
        ("accent", LIGHT.accent_soft),
        ("free", LIGHT.free.fill),
        ("occupied", LIGHT.occupied.fill),
        ("held", LIGHT.held.fill),
        ("vacating", LIGHT.vacating.fill),
        ("overdue", LIGHT.overdue.fill),
        ("grey", LIGHT.out_of_service.fill),
    ],
)
def test_a_chip_is_filled_with_the_colour_of_its_family(qapp: object, family: FamilyName, fill: str) -> None:
    image = QImage(100, 22, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_chip(painter, QRect(0, 0, 100, 22), "", family=family)
    painter.end()
    assert image.pixelColor(50, 11) == QColor(fill)


def test_a_chip_has_the_height_of_the_drawing_and_room_for_its_words(qtbot: QtBot) -> None:
    plain, marked = chip_size("Резервте · 1"), chip_size("Резервте · 1", icon="hourglass")
    assert plain.height() == 22
    assert marked.width() == plain.width() + 20
    assert chip_size("Резервте · 1-орын").width() > plain.width()


def test_a_chip_can_show_another_state(qtbot: QtBot) -> None:
    chip = Chip("Резервте", family="held", icon="hourglass")
    qtbot.addWidget(chip)
    before = chip.grab().toImage()
    chip.show_state("Жолдама берілді", family="free", icon="check-circle")
    assert chip.accessibleName() == "Жолдама берілді"
    assert chip.sizeHint() == chip_size("Жолдама берілді", icon="check-circle")
    assert chip.grab().toImage() != before


@pytest.mark.parametrize(("language", "words"), [("kk", "3-тармақ"), ("ru", "пункт 3"), ("en", "clause 3")])
def test_a_clause_chip_says_its_clause(qtbot: QtBot, language: str, words: str) -> None:
    with spoken_in(language):
        chip = ClauseChip(3)
    qtbot.addWidget(chip)
    assert chip.text == words
    assert chip.sizeHint() == cap_size(words)


def test_a_key_cap_is_never_narrower_than_high(qtbot: QtBot) -> None:
    cap = KeyCap("↑")
    qtbot.addWidget(cap)
    assert (cap.sizeHint().width(), cap.sizeHint().height()) == (18, 18)
    assert cap_size("Ctrl+Enter").width() > 40


def test_a_badge_is_read_out(qtbot: QtBot) -> None:
    badge = Badge("2", kind="red")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "2"
    badge.set_text("151")
    assert badge.sizeHint() == badge_size("151")
    assert badge_size("151").width() > badge_size("2").width()
