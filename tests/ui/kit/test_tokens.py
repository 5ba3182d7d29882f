"""The contrasts that the look promises, computed as WCAG does."""

import pytest

from kandas_desktop.ui.kit.tokens import DARK, LIGHT, Palette

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
STATES = ("free", "occupied", "held", "vacating", "out_of_service", "overdue")


def luminance(color: str) -> float:
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_that_everybody_knows() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", ["window", "nav", "surface", "sunken", "hover", "selected"])
@pytest.mark.parametrize(("ink", "least"), [("text", 11.4), ("text2", 5.9), ("text3", 4.8)])
def test_text_can_be_read_on_every_ground(palette: Palette, ground: str, ink: str, least: float) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= least


@pytest.mark.parametrize(("palette", "least"), [(LIGHT, 16), (DARK, 13.6)], ids=["light", "dark"])
def test_text_on_a_card_is_as_strong_as_promised(palette: Palette, least: float) -> None:
    assert contrast(palette.text, palette.surface) >= least
    assert contrast(palette.text2, palette.surface) >= 7


@THEMES
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_the_edge_of_an_input_can_be_seen(palette: Palette, ground: str) -> None:
    assert contrast(palette.field, getattr(palette, ground)) >= 3


@pytest.mark.parametrize(("palette", "least"), [(LIGHT, 6.2), (DARK, 7.6)], ids=["light", "dark"])
def test_words_on_the_accent_can_be_read(palette: Palette, least: float) -> None:
    assert contrast(palette.on_accent, palette.accent) >= least - 0.05


@THEMES
def test_words_on_a_hovered_or_pressed_button_can_be_read(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent_hover) >= 4.5
    assert contrast(palette.on_accent, palette.accent_press) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["accent_soft", "surface", "window", "selected", "sunken"])
def test_a_link_can_be_read(palette: Palette, ground: str) -> None:
    assert contrast(palette.accent_text, getattr(palette, ground)) >= 4.5


@THEMES
def test_a_disabled_button_stays_readable(palette: Palette) -> None:
    assert contrast(palette.disabled_text, palette.disabled_fill) >= 5


@THEMES
@pytest.mark.parametrize("state", STATES)
def test_icons_and_bars_of_a_state_can_be_seen_on_its_fill(palette: Palette, state: str) -> None:
    family = getattr(palette, state)
    assert contrast(family.solid, family.fill) >= 3


@pytest.mark.parametrize(
    ("palette", "state", "promised"),
    [
        (LIGHT, "free", 7.6),
        (LIGHT, "occupied", 8.0),
        (LIGHT, "held", 7.5),
        (LIGHT, "vacating", 7.0),
        (LIGHT, "out_of_service", 6.8),
        (LIGHT, "ready", 8.8),
        (LIGHT, "overdue", 7.3),
        (DARK, "free", 8.6),
        (DARK, "occupied", 8.0),
        (DARK, "held", 8.9),
        (DARK, "vacating", 8.3),
        (DARK, "out_of_service", 7.7),
        (DARK, "ready", 10.4),
        (DARK, "overdue", 8.5),
    ],
)
def test_the_words_of_a_state_have_the_contrast_of_the_table(
    palette: Palette, state: str, promised: float
) -> None:
    family = getattr(palette, state)
    assert contrast(family.ink, family.fill) == pytest.approx(promised, abs=0.06)


@pytest.mark.parametrize(("palette", "promised"), [(LIGHT, 5.9), (DARK, 7.1)], ids=["light", "dark"])
def test_the_overdue_pill_has_the_contrast_of_the_table(palette: Palette, promised: float) -> None:
    assert contrast(palette.on_overdue, palette.overdue.solid) == pytest.approx(promised, abs=0.06)


def test_grey_words_can_be_read_on_the_hatch() -> None:
    assert contrast(LIGHT.out_of_service.ink, LIGHT.hatch) == pytest.approx(5.9, abs=0.06)
    assert contrast(DARK.out_of_service.ink, DARK.hatch) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground"), [("accent_text", "accent_soft"), ("text", "line2")], ids=["accent badge", "grey badge"]
)
def test_counts_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


def test_both_themes_have_the_same_paper() -> None:
    assert LIGHT.paper == DARK.paper
