import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from kandas_desktop.paths import resource
from kandas_desktop.ui.kit import fonts
from kandas_desktop.ui.kit.tokens import LETTERS, TypeRole

UPPER = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
BUNDLED = ["fonts/Inter-Regular.ttf", "fonts/Inter-SemiBold.ttf"]


@pytest.mark.parametrize("name", BUNDLED)
def test_the_bundled_letters_hold_the_whole_alphabet(qapp: object, name: str) -> None:
    letters = QRawFont(resource(name).read_bytes(), 13)
    wanted = UPPER + UPPER.lower() + "₸№—–·…«»→←↑↓"
    assert [letter for letter in wanted if not letters.supportsCharacter(ord(letter))] == []


def test_the_licence_lies_beside_the_letters() -> None:
    text = resource("fonts/Inter-LICENSE.txt").read_text(encoding="utf-8")
    assert "OFL-1.1" in text


@pytest.mark.parametrize("role", LETTERS)
def test_digits_stand_in_columns(role: TypeRole) -> None:
    metrics = QFontMetricsF(fonts.font(role))
    widths = [metrics.horizontalAdvance(digit * 8) for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.5


@pytest.mark.parametrize("role", LETTERS)
def test_a_line_is_high_enough_for_kazakh_tails(role: TypeRole) -> None:
    metrics = QFontMetricsF(fonts.font(role))
    box = metrics.tightBoundingRect("ҚҢҰЁЙҺқңұұщ")
    assert box.height() <= LETTERS[role].line


def test_only_two_weights_are_used() -> None:
    made = [fonts.font(role, bold=bold) for role in LETTERS for bold in (False, True)]
    assert {int(font.weight()) for font in made} == {400, 600}
    assert not any(font.italic() for font in made)


def test_the_bold_letters_are_really_drawn_bold() -> None:
    plain, bold = fonts.font("body"), fonts.font("body", bold=True)
    assert QFontInfo(bold).weight() == 600
    words = "Тіркеу журналы"
    assert QFontMetricsF(bold).horizontalAdvance(words) > QFontMetricsF(plain).horizontalAdvance(words)


def test_without_segoe_the_bundled_letters_are_used_one_step_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    for cached in (fonts.face, fonts._known_families, fonts.font):
        cached.cache_clear()
    monkeypatch.setattr(fonts, "_SYSTEM", "No Such Letters")
    assert fonts.face() == "Inter"
    assert fonts.font("body").pixelSize() == 13
    assert fonts.font("page_title").pixelSize() == 20


def test_with_segoe_nothing_is_loaded_and_its_own_sizes_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for cached in (fonts.face, fonts._known_families, fonts.font):
        cached.cache_clear()
    some = QFontDatabase.families()[0]
    monkeypatch.setattr(fonts, "_SYSTEM", some)
    monkeypatch.setattr(fonts, "_BUNDLED", (str(Path("no such file")),))
    try:
        assert fonts.face() == some
        assert fonts.font("body").pixelSize() == 14
    finally:
        for cached in (fonts.face, fonts._known_families, fonts.font):
            cached.cache_clear()


def test_the_family_in_use_is_one_of_the_four() -> None:
    assert fonts.face() in fonts.FAMILIES
    assert sys.platform == "win32" or fonts.face() != "Segoe UI"


def test_letters_whose_path_qt_cannot_open_are_loaded_all_the_same(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[bytes] = []

    class Database:
        @staticmethod
        def addApplicationFont(path: str) -> int:  # as on Windows where a folder has Kazakh letters
            return -1

        @staticmethod
        def addApplicationFontFromData(letters: bytes) -> int:
            loaded.append(letters)
            return QFontDatabase.addApplicationFontFromData(letters)

    monkeypatch.setattr(fonts, "QFontDatabase", Database)
    fonts._load(resource(BUNDLED[0]))
    assert loaded == [resource(BUNDLED[0]).read_bytes()]
    assert "Inter" in QFontDatabase.families()
