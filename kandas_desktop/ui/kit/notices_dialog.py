"""What the shield shows: the notices of this session."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.kit.foot_strip import NOTICE_LOOKS
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.notice_queue import Notice
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import _

_LIST_HEIGHT = 320


class NoticesDialog(Question):
    """The notices of this session with their time, the latest first."""

    def __init__(self, notices: Sequence[Notice], parent: QWidget | None = None) -> None:
        super().__init__(_("Notices"), "", parent=parent)
        if not notices:
            self.fields.addWidget(Label(_("Nothing has happened yet."), role="second", ink="text2"))
            return
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, notice in enumerate(notices):
            family, icon = NOTICE_LOOKS[notice.kind]
            said_at = Label(f"{notice.at:%H:%M}" if notice.at else "", role="second", ink="text2")
            grid.addWidget(said_at, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(IconMark(icon, family=family), row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(notice.text, role="second", wrap=True), row, 2)
        grid.setRowStretch(len(notices), 1)
        self.fields.addWidget(_ListArea(content))


class _ListArea(QScrollArea):
    """A list in a dialog: as high as what it holds, and scrolled once that is too much."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        width = theme().sizes.dialog - 2 * 24
        self.setFixedHeight(min(content.heightForWidth(width), _LIST_HEIGHT))
