"""What was recorded of a household, in the side panel: the last first, what was undone struck through."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.queries.resident_household import HistoryLine
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.panel_rows import SectionTitle
from kandas_desktop.ui.residents.history_words import history_text, history_title
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _

_AT_FIRST = 5


class History(QWidget):
    """The last lines; the others come when they are asked for."""

    def __init__(self, lines: Sequence[HistoryLine], *, hidden: bool, is_whole: bool) -> None:
        super().__init__()
        self.more: LinkButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(_("History")))
        shown = lines if is_whole else lines[:_AT_FIRST]
        for line in shown:
            column.addLayout(_line(line, hidden=hidden))
        if len(shown) < len(lines):
            self.more = LinkButton(_("Show everything"))
            column.addWidget(self.more)


def _line(line: HistoryLine, *, hidden: bool) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    title = Label(history_title(line), wrap=True)
    if line.is_undone:
        title.setText(_("{title} (undone)").format(title=history_title(line)))
        title.set_ink("text2")
        font = title.font()
        font.setStrikeOut(True)
        title.setFont(font)
    column.addWidget(title)
    text = history_text(line, hidden=hidden)
    if text:
        column.addWidget(Label(text, role="second", ink="text2", wrap=True))
    when = f"{digits(line.at.date())} {line.at:%H:%M} · {line.operator}"
    column.addWidget(Label(when, role="second", ink="text2", wrap=True))
    return column
