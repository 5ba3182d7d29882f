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
    def day_begun(self) -> str:
        """The day on which the program was last begun here, «2026-03-18»; empty before the first."""
        return self._text("day_begun")

    @day_begun.setter
    def day_begun(self, value: str) -> None:
        self._file.setValue("day_begun", value)

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
    def board_view(self) -> str:
        """How the board was shown last: ``tiles``, ``list`` or ``tape``; empty before the first choice."""
        return self._text("board_view")

    @board_view.setter
    def board_view(self, value: str) -> None:
        self._file.setValue("board_view", value)

    @property
    def board_filters(self) -> tuple[str, ...]:
        """Which of the board's counters are pressed."""
        return tuple(name for name in self._text("board_filters").split(",") if name)

    @board_filters.setter
    def board_filters(self, names: tuple[str, ...]) -> None:
        self._file.setValue("board_filters", ",".join(names))

    @property
    def board_folded(self) -> frozenset[int]:
        """The floors that are folded on the board."""
        return frozenset(int(floor) for floor in self._text("board_folded").split() if _is_number(floor))

    @board_folded.setter
    def board_folded(self, floors: frozenset[int]) -> None:
        self._file.setValue("board_folded", " ".join(map(str, sorted(floors))))

    @property
    def board_order(self) -> tuple[str, bool]:
        """By which column the board's list is sorted, and whether it falls; empty before the first choice."""
        column, _space, falling = self._text("board_order").partition(" ")
        return column, falling == "falling"

    @board_order.setter
    def board_order(self, order: tuple[str, bool]) -> None:
        self._file.setValue("board_order", f"{order[0]} {'falling' if order[1] else 'rising'}")

    @property
    def board_dragging(self) -> bool:
        """Whether people can be dragged from bed to bed; keys and menus do the same."""
        return self._text("board_dragging") != "false"

    @board_dragging.setter
    def board_dragging(self, value: bool) -> None:
        self._file.setValue("board_dragging", "true" if value else "false")

    @property
    def window(self) -> QByteArray:
        """The window's place and size as Qt wrote them down; empty before the first closing."""
        value = self._file.value("window")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window.setter
    def window(self, value: QByteArray) -> None:
        self._file.setValue("window", value)

    def _text(self, name: str) -> str:
        # A value with commas comes back as a list.
        value = self._file.value(name, "")
        if isinstance(value, list):
            return ",".join(map(str, value))
        return value if isinstance(value, str) else ""

    def _one_of(self, name: str, known: tuple[str, ...], otherwise: str) -> str:
        value = self._text(name)
        return value if value in known else otherwise


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdecimal()
