import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.stylesheet import style_sheet
from kandas_desktop.ui.kit.theme import Choice, apply_theme, qt_palette, theme
from kandas_desktop.ui.kit.tokens import COMPACT, DARK, LIGHT, NORMAL, Palette


@pytest.mark.parametrize(("choice", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_chosen_palette_dresses_the_application(
    qapp: QApplication, qtbot: QtBot, choice: Choice, palette: Palette
) -> None:
    with qtbot.waitSignal(theme().changed):
        apply_theme(qapp, choice)
    assert theme().palette is palette
    assert theme().choice == choice
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == palette.window
    assert palette.text2 in qapp.styleSheet()


def test_where_the_desktop_says_nothing_the_system_theme_is_light(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    apply_theme(qapp, "system")
    assert theme().palette is LIGHT
    assert theme().choice == "system"


@pytest.mark.parametrize(
    ("width", "height", "compact"),
    [
        (1366, 734, False),
        (1200, 640, False),
        (1199, 640, True),
        (1200, 639, True),
        (1093, 560, True),
        (1920, 1000, False),
    ],
)
def test_a_small_window_is_compact(width: int, height: int, compact: bool) -> None:
    theme().fit_window(width, height)
    assert theme().is_compact is compact
    assert theme().sizes is (COMPACT if compact else NORMAL)


def test_the_same_density_again_redraws_nothing(qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme().changed):
        theme().set_density("normal")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_style_sheet_takes_only_colours_of_its_palette(palette: Palette) -> None:
    other = DARK if palette is LIGHT else LIGHT
    sheet = style_sheet(palette)
    assert palette.surface in sheet
    assert other.surface not in sheet


def test_disabled_text_is_readable_in_what_the_style_draws_itself() -> None:
    made = qt_palette(LIGHT)
    color = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert color.name().upper() == LIGHT.disabled_text
