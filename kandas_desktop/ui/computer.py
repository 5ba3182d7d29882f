"""What this computer remembers for itself: window, language, theme, folders, what the journal shows."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from kandas_desktop.ui.kit.theme import Choice
from kandas_desktop.words import DEFAULT_LANGUAGE, LANGUAGES

_HIDDEN_AT_FIRST = ("people",)
THEMES: tuple[Choice, ...] = ("system", "light", "dark")


class ComputerSettings:
    """Typed access to an INI file; a value that cannot be read counts as never set."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language of the screen: ``kk``, ``ru`` or ``en``."""
        return self._one_of("language", LANGUAGES, DEFAULT_LANGUAGE)

    @language.setter
    def language(self, value: str) -> None:
        self._file.setValue("language", value)

    @property
    def theme(self) -> Choice:
        """``system``, ``light`` or ``dark``."""
        chosen = self._text("theme")
        return next((theme for theme in THEMES if theme == chosen), "system")

    @theme.setter
    def theme(self, value: Choice) -> None:
        self._file.setValue("theme", value)

    @property
    def operator(self) -> str:
        """The name of whoever works at this computer; empty until it is set up."""
        return self._text("operator")

    @operator.setter
    def operator(self, value: str) -> None:
        self._file.setValue("operator", value)

    @property
    def paper_folder(self) -> str:
        """The folder into which papers were last saved; empty before the first."""
        return self._text("paper_folder")

    @paper_folder.setter
    def paper_folder(self, value: str) -> None:
        self._file.setValue("paper_folder", value)

    @property
    def printer(self) -> str:
        """The printer that was used last; empty before the first."""
        return self._text("printer")

    @printer.setter
    def printer(self, value: str) -> None:
        self._file.setValue("printer", value)

    @property
    def families_shown(self) -> bool:
        """Whether the journal shows the family beneath every line."""
        return self._text("families_shown") == "true"

    @families_shown.setter
    def families_shown(self, value: bool) -> None:
        self._file.setValue("families_shown", "true" if value else "false")

    @property
    def journal_show(self) -> str:
        """Which outcome the journal was last filtered by; empty before the first choice."""
        return self._text("journal_show")

    @journal_show.setter
    def journal_show(self, value: str) -> None:
        self._file.setValue("journal_show", value)

    @property
    def journal_order(self) -> str:
        """In which order the journal's lines were last shown; empty before the first choice."""
        return self._text("journal_order")

    @journal_order.setter
    def journal_order(self, value: str) -> None:
        self._file.setValue("journal_order", value)

    @property
    def hidden_columns(self) -> tuple[str, ...]:
        """The journal's own columns that this desk does not want to see; the rarest at first."""
        if not self._file.contains("hidden_columns"):
            return _HIDDEN_AT_FIRST
        return tuple(name for name in self._text("hidden_columns").split(" ") if name)

    @hidden_columns.setter
    def hidden_columns(self, names: tuple[str, ...]) -> None:
        self._file.setValue("hidden_columns", " ".join(names))

    @property
    def window(self) -> QByteArray:
        """The window's place and size as Qt wrote them down; empty before the first closing."""
        value = self._file.value("window")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window.setter
    def window(self, value: QByteArray) -> None:
        self._file.setValue("window", value)

    def _text(self, name: str) -> str:
        value = self._file.value(name, "")
        return value if isinstance(value, str) else ""

    def _one_of(self, name: str, known: tuple[str, ...], otherwise: str) -> str:
        value = self._text(name)
        return value if value in known else otherwise
