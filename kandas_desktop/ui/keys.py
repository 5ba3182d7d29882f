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
        ("Ctrl+K", _("search the journal")),
        ("Ctrl+F", _("search on this page")),
        ("Ctrl+P", _("print")),
        ("Ctrl+S", _("save as PDF")),
        ("Ctrl+Enter", _("the page's main action")),
        ("Enter", _("the line's or the bed's next step; in a form, the next field")),
        ("Tab", _("next field; on a page, its panel, the pages and its head")),
        ("↑ ↓", _("line by line")),
        ("← ↑ ↓ →", _("bed by bed")),
        ("F6", _("to another bed")),
        ("+ −", _("unfold the floors, fold the floor of the bed")),
        ("Space", _("why this day; on the bedding page, tick")),
        ("Ctrl+A", _("tick all")),
        ("Ctrl+Shift+N", _("a new file on the decisions' page")),
        ("Ctrl+PgUp Ctrl+PgDn", _("the list or view before, the next one")),
        ("Ctrl+Shift+PgUp Ctrl+Shift+PgDn", _("the page before, the next page")),
        ("→ ←", _("unfold or fold the family")),
        ("Ctrl+↑ Ctrl+↓", _("person to person")),
        ("Ctrl+Delete", _("take a person off the application")),
        ("Ctrl+B", _("on an application, the person needs an accessible room")),
        ("PgUp PgDn", _("page by page")),
        ("Ctrl+← Ctrl+→", _("on the beds' calendar, a week")),
        ("Ctrl+Home", _("on the beds' calendar, back to today")),
        ("Ctrl++ Ctrl+-", _("larger or smaller paper")),
        ("Shift+F10", _("what can be done with the line")),
        ("Ctrl+Z", _("take back what was done last")),
        ("F2", _("Kazakh letters")),
        ("F9", _("hide or show names")),
        ("F1", _("all keys")),
        ("Esc", _("back, close")),
    ]


_WIDTH = 980  # two columns: one is higher than a small window


class KeysDialog(Question):
    """Every key, and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("All keys"), "", parent=parent)
        self.words: list[Label] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        every = all_keys()
        half = (len(every) + 1) // 2
        for at, (keys, words) in enumerate(every):
            side, row = divmod(at, half)
            caps = QGridLayout()
            for column, key in enumerate(keys.split(" ")):
                caps.addWidget(KeyCap(key), 0, column)
            caps.setColumnStretch(9, 1)
            grid.addLayout(caps, row, 2 * side)
            self.words.append(Label(words, role="second", ink="text2", wrap=True))
            grid.addWidget(self.words[-1], row, 2 * side + 1)
            grid.setColumnStretch(2 * side + 1, 1)
        self.setFixedWidth(_WIDTH)
        self.fields.addLayout(grid)
        self.make_room()
