"""What F1 shows: every key there is."""

from PySide6.QtWidgets import QGridLayout, QWidget

from kandas_desktop.ui.kit.chips import KeyCap
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.words import _


def all_keys() -> list[tuple[str, str]]:
    """Every key and what it does, the commonest first; several keys are parted by spaces."""
    return [
        ("Ctrl+N", _("new application")),
        ("Ctrl+K", _("search everywhere")),
        ("Ctrl+F", _("search on this page")),
        ("Ctrl+P", _("print")),
        ("Ctrl+S", _("save as PDF")),
        ("Ctrl+Enter", _("the page's main action")),
        ("Enter", _("open the line; in a form, the next field")),
        ("↑ ↓", _("line by line")),
        ("→ ←", _("unfold or fold the family")),
        ("Ctrl+↑ Ctrl+↓", _("person to person")),
        ("Ctrl+Delete", _("take a person off the application")),
        ("PgUp PgDn", _("page by page")),
        ("Ctrl+← Ctrl+→", _("on the beds' calendar, a week")),
        ("Ctrl+Home", _("on the beds' calendar, back to today")),
        ("Ctrl++ Ctrl+-", _("larger or smaller paper")),
        ("Shift+F10", _("what can be done with the line")),
        ("Ctrl+Z", _("take back what the foot strip offers")),
        ("F2", _("Kazakh letters")),
        ("F9", _("hide or show names")),
        ("F1", _("all keys")),
        ("Esc", _("back, close")),
    ]


class KeysDialog(Question):
    """Every key, and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("All keys"), "", parent=parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (keys, words) in enumerate(all_keys()):
            caps = QGridLayout()
            for column, key in enumerate(keys.split(" ")):
                caps.addWidget(KeyCap(key), 0, column)
            caps.setColumnStretch(9, 1)
            grid.addLayout(caps, row, 0)
            grid.addWidget(Label(words, role="second", ink="text2"), row, 1)
        self.fields.addLayout(grid)
