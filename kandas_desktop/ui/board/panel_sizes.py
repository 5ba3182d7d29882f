"""How wide the board's side panel is."""

from kandas_desktop.ui.kit.theme import theme


def panel_width() -> int:
    """How wide the side panel is."""
    return 284 if theme().is_compact else 304


def inner_width() -> int:
    """How much of it is left inside its edge and padding."""
    return panel_width() - 1 - 2 * (14 if theme().is_compact else 16)
