"""Which face the screen is written in: the system's own where it is good, the bundled Inter elsewhere."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kandas_desktop.paths import resource
from kandas_desktop.ui.kit.tokens import LETTERS, TypeRole

FAMILIES = ("Segoe UI", "Inter", "Noto Sans", "DejaVu Sans")
_BUNDLED = ("fonts/Inter-Regular.ttf", "fonts/Inter-SemiBold.ttf")
_SYSTEM = "Segoe UI"


@cache
def face() -> str:
    """The family in use; the first call loads the bundled Inter where Segoe UI is missing (about 2 ms)."""
    if _SYSTEM in QFontDatabase.families():
        return _SYSTEM
    for name in _BUNDLED:
        _load(resource(name))
    return next(iter(_known_families()), QFont().family())


def _load(letters: Path) -> None:
    # Without a screen, Qt on Windows opens no path with letters outside its code page, as Kazakh ones.
    if QFontDatabase.addApplicationFont(str(letters)) < 0:
        QFontDatabase.addApplicationFontFromData(letters.read_bytes())


@cache
def _known_families() -> tuple[str, ...]:
    # Asking for a family that is not there makes Qt search all aliases, and warn about it.
    known = set(QFontDatabase.families())
    return tuple(family for family in FAMILIES if family in known)


@cache
def font(role: TypeRole, *, bold: bool = False) -> QFont:
    """A font for a role of text, with tabular digits; titles are always bold. Do not change it: copy it."""
    letter = LETTERS[role]
    made = QFont([face(), *(family for family in _known_families() if family != face())])
    made.setPixelSize(letter.segoe if face() == _SYSTEM else letter.inter)
    heavy = bold or letter.bold
    made.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
    if face() != _SYSTEM:
        # Letters keep their own widths at 125 %, instead of being pressed into whole pixels.
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Segoe UI's digits are tabular already; Inter's become so by this feature.
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
