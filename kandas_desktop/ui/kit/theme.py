"""Which palette, sizes and letters are in force, and the one place that puts them onto the application."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from kandas_desktop.ui.kit import fonts
from kandas_desktop.ui.kit.stylesheet import style_sheet
from kandas_desktop.ui.kit.tokens import (
    COMPACT,
    COMPACT_HEIGHT,
    COMPACT_WIDTH,
    DARK,
    LETTERS,
    LIGHT,
    NORMAL,
    Palette,
    Sizes,
    TypeRole,
)

Choice = Literal["system", "light", "dark"]
STYLE = ("-style", "Fusion")
"""Arguments for the application: its base style, set so without a Python class for every style there is."""
Density = Literal["normal", "compact"]


class Theme(QObject):
    """The palette and density in force; ``changed`` says that everything must be drawn anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice: Choice = "light"
        self._palette = LIGHT
        self._density: Density = "normal"

    @property
    def palette(self) -> Palette:
        return self._palette

    @property
    def sizes(self) -> Sizes:
        return COMPACT if self._density == "compact" else NORMAL

    @property
    def density(self) -> Density:
        return self._density

    @property
    def is_compact(self) -> bool:
        return self._density == "compact"

    @property
    def choice(self) -> Choice:
        """What was asked for: ``system`` stays ``system`` whichever palette that led to."""
        return self._choice

    def color(self, token: str) -> QColor:
        """A palette token such as ``"line2"`` as a colour to paint with."""
        return QColor(getattr(self._palette, token))

    def font(self, role: TypeRole, *, bold: bool = False) -> QFont:
        """The font of a role of text."""
        return fonts.font(role, bold=bold)

    def line(self, role: TypeRole) -> int:
        """The height of one line of that role, in logical pixels."""
        return LETTERS[role].line

    def set_density(self, density: Density) -> None:
        """Normal or compact sizes from now on."""
        if density != self._density:
            self._density = density
            self.changed.emit()

    def fit_window(self, width: int, height: int) -> None:
        """Take the density that a window of this inner size asks for."""
        small = width < COMPACT_WIDTH or height < COMPACT_HEIGHT
        self.set_density("compact" if small else "normal")

    def use(self, choice: Choice, palette: Palette) -> None:
        """Paint with ``palette`` from now on; ``apply_theme`` calls this."""
        self._choice = choice
        self._palette = palette
        self.changed.emit()


_active = Theme()


def theme() -> Theme:
    """The theme in force; light and normal until ``apply_theme`` is called."""
    return _active


def system_is_dark() -> bool:
    """Whether the desktop is set to dark; light where it does not say."""
    return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply_theme(app: QApplication, choice: Choice) -> None:
    """Dress the whole application: palette, letters, one style sheet; then ``theme().changed``.

    The application was made with ``STYLE``.
    """
    # This also turns the window's own title bar dark or light where the desktop allows it.
    hints = app.styleHints()
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    if choice == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(schemes[choice])
    dark = choice == "dark" or (choice == "system" and system_is_dark())
    _dress(app, DARK if dark else LIGHT)
    _active.use(choice, DARK if dark else LIGHT)


def follow_system(app: QApplication) -> None:
    """Change with the desktop's own light and dark while the choice is ``system``; call once at start."""

    def _follow() -> None:
        if _active.choice == "system":
            apply_theme(app, "system")

    app.styleHints().colorSchemeChanged.connect(_follow)


def _dress(app: QApplication, palette: Palette) -> None:
    app.setPalette(qt_palette(palette))
    body = fonts.font("body")
    app.setFont(body)
    QToolTip.setFont(fonts.font("second"))
    app.setStyleSheet(style_sheet(palette))


def qt_palette(palette: Palette) -> QPalette:
    """The same colours in Qt's own roles, for whatever the style draws by itself."""
    role = QPalette.ColorRole
    colors = {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.sunken,
        role.Text: palette.text,
        role.PlaceholderText: palette.text3,
        role.Button: palette.surface,
        role.ButtonText: palette.text,
        role.BrightText: palette.on_accent,
        role.ToolTipBase: palette.surface,
        role.ToolTipText: palette.text,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Accent: palette.accent,
        role.Link: palette.accent_text,
        role.LinkVisited: palette.accent_text,
        role.Light: palette.surface,
        role.Midlight: palette.line,
        role.Mid: palette.line2,
        role.Dark: palette.field,
        role.Shadow: palette.line2,
    }
    made = QPalette()
    for name, value in colors.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(palette.disabled_text))
    return made
