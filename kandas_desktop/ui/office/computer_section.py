"""This computer: who works at it, its language, its theme."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kandas_desktop.rules.letters import clean
from kandas_desktop.ui.computer import THEMES, ComputerSettings
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.frame import Card
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import Choice, theme
from kandas_desktop.ui.kit.toggles import Part, Segmented
from kandas_desktop.words import _, language


def theme_named(chosen: str) -> Choice:
    """The theme of that name."""
    return next(name for name in THEMES if name == chosen)


class ComputerSection(Card):
    """Language and theme are chosen at once; the name is written down with the rest."""

    changed = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, settings: ComputerSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.setSpacing(theme().sizes.field_gap)
        self.column.addWidget(Label(_("This computer"), bold=True))
        self.operator = Field(_("Your name"), TextField(), second=_("required"))
        self.operator.control.set_value(settings.operator)
        self.operator.control.textChanged.connect(self._typed)
        # Each language is named in itself, so that nobody has to read another one to find it.
        self.language = Segmented(
            [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")],
            name=_("Language"),
            value=language(),
            field=True,
        )
        self.language.chosen.connect(self.language_chosen)
        self.theme = Segmented(
            [
                Part("system", _("As the system")),
                Part("light", _("Light"), "sun"),
                Part("dark", _("Dark"), "moon"),
            ],
            name=_("Theme"),
            value=settings.theme,
            field=True,
        )
        self.theme.chosen.connect(self.theme_chosen)
        self.column.addWidget(self.operator)
        for label, control in ((_("Language of the screen"), self.language), (_("Theme"), self.theme)):
            advance_on_enter(control)
            self.column.addWidget(Field(label, control))

    def _typed(self) -> None:
        self.operator.clear_message()
        self.changed.emit()

    def name(self) -> str:
        """Who works at this computer."""
        return clean(self.operator.control.value())

    def check_name(self) -> bool:
        """Whether the name is written and not too long; if not, it is said beside the field."""
        if not self.name():
            self.operator.set_error(_("Write your name: it stands beside what you do."))
        return bool(self.name()) and not self.operator.is_too_long
