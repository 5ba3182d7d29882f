"""The foot of the side panel: the main action with the reason why not, and what else may be done."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kandas_desktop.queries.application import ApplicationDetail
from kandas_desktop.rules.obstacles import (
    obstacles_to_return,
    obstacles_to_striking_out_application,
    obstacles_to_striking_out_referral,
)
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.next_step import Step, may_choose_beds, next_step
from kandas_desktop.ui.journal.panel_words import blocked_words
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.wording import obstacle_title
from kandas_desktop.words import _

_GAP = 8
_SOME_REASON = "—"  # whether a step may be taken at all is asked before its reason is written


class _OncePerDoubleClick(QObject):
    """Swallows the second press of a double click: what the first one did changed the button's meaning."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick


class PanelFoot(QWidget):
    """The actions on one application; each says what was asked for, the panel does it."""

    issue_asked = Signal()
    referral_asked = Signal()
    paper_asked = Signal()
    reserve_asked = Signal()
    beds_asked = Signal()
    needs_asked = Signal()
    return_asked = Signal()
    striking_out_asked = Signal()
    receipt_asked = Signal()
    referral_striking_out_asked = Signal()
    anew_asked = Signal()
    move_in_asked = Signal()
    resident_asked = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._detail: ApplicationDetail | None = None
        self.main = Button("", keys="Ctrl+Enter", role="big")
        self.main.installEventFilter(_OncePerDoubleClick(self.main))
        self.main.clicked.connect(self._take_main)
        self.main.refused.connect(self.refused)
        self._reason = Label(role="second", ink="text2", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.print_button = Button(_("Print the application"), icon="printer")
        self.print_button.clicked.connect(self.paper_asked)
        self.return_button = Button(_("Return…"), icon="undo")
        self.return_button.clicked.connect(self.return_asked)
        self.more_button = IconButton("ellipsis", _("More actions"), framed=True)
        self.more_button.clicked.connect(self._open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.main)
        column.addSpacing(6)
        column.addWidget(self._reason)
        self._gap = QWidget()
        self._gap.setFixedHeight(6)
        column.addWidget(self._gap)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.print_button, 1)
        row.addWidget(self.return_button, 1)
        row.addWidget(self.more_button)
        column.addLayout(row)

    @property
    def is_main_filled(self) -> bool:
        """Whether the main button is the page's filled one."""
        return self.main.role == "big" and self.main.isEnabled()

    def show_detail(self, detail: ApplicationDetail, *, width: int) -> None:
        """Offer what may be done with an application; ``width`` is the room in logical pixels."""
        self._detail = detail
        self._dress_main(next_step(detail))
        not_returned = obstacles_to_return(detail.standing, _SOME_REASON)
        reason = obstacle_title(not_returned[0]) if not_returned else ""
        self.return_button.setEnabled(not reason)
        self.return_button.setToolTip(reason)
        self.return_button.setAccessibleDescription(reason)
        self._fit(width)

    def menu(self) -> QMenu:
        """What else may be done, with the reason where it may not."""
        assert self._detail is not None
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._fill(menu)
        return menu

    def _fill(self, menu: QMenu) -> None:
        assert self._detail is not None
        referral = self._detail.referral
        if may_choose_beds(self._detail):
            _entry(menu, _("Choose other beds…"), self.beds_asked)
        if self._detail.standing not in (Standing.STRUCK_OUT, Standing.RETURNED, Standing.LAPSED):
            _entry(menu, _("New application of this family"), self.anew_asked)
            _entry(menu, _("Who needs an accessible room…"), self.needs_asked)
        if referral is not None:
            _entry(menu, _("Open the referral"), self.referral_asked)
            menu.addSeparator()
            words = _("Strike out the referral {number}…").format(number=referral.number)
            strike = _entry(menu, words, self.referral_striking_out_asked)
            if referral.received_on is not None and self._detail.standing is not Standing.LAPSED:
                _entry(menu, _("Correct the day of receipt…"), self.receipt_asked)
            why_not = obstacles_to_striking_out_referral(
                is_struck_out=False,
                reason=_SOME_REASON,
                standing=self._detail.standing,
                is_overdue=self._detail.is_move_in_overdue,
            )
            _block(strike, obstacle_title(why_not[0]) if why_not else "")
        menu.addSeparator()
        strike = _entry(menu, _("Strike out the line…"), self.striking_out_asked)
        obstacles = obstacles_to_striking_out_application(self._detail.standing, _SOME_REASON)
        _block(strike, obstacle_title(obstacles[0]) if obstacles else "")

    def fill_line_menu(self, menu: QMenu) -> None:
        """Add what may be done to a line's own menu, with the reason where it may not."""
        assert self._detail is not None
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        if self._detail.referral is None:
            issue = _entry(menu, _("Issue the referral"), self.issue_asked)
            closed = self._detail.standing in (Standing.STRUCK_OUT, Standing.RETURNED)
            why_not = self.return_button.toolTip() if closed else blocked_words(self._detail)
            _block(issue, "" if next_step(self._detail) is Step.ISSUE else why_not)
            if not self._detail.obstacles_to_reserve:
                _entry(menu, _("Enter in the reserve"), self.reserve_asked)
        _block(_entry(menu, _("Return…"), self.return_asked), self.return_button.toolTip())
        menu.addSeparator()
        self._fill(menu)

    def _dress_main(self, step: Step) -> None:
        assert self._detail is not None
        blocked = ""
        if step is Step.APPLY_ANEW:
            self.main.set_words(_("Apply anew"))
            self.main.set_icon("plus")
        elif step in (Step.MOVE_IN, Step.SHOW_RESIDENT):
            moves_in = step is Step.MOVE_IN
            referral = self._detail.referral
            move_in = _("Move the others in") if referral and referral.moved_in else _("Move the family in")
            self.main.set_words(move_in if moves_in else _("Go to the residents"))
            self.main.set_icon(None if theme().is_compact else "user")  # the words need the room
        elif step in (Step.PRINT, Step.HAND_OVER, Step.NOTHING):
            self.main.set_words(_("Print the referral") if step is Step.PRINT else _("Open the referral"))
            self.main.set_icon("printer" if step is Step.PRINT else "file-text")
        else:
            self.main.set_words(_("Issue the referral"))
            self.main.set_icon("file-text")
            blocked = "" if step is Step.ISSUE else blocked_words(self._detail)
        self.main.set_role("plain" if step in (Step.HAND_OVER, Step.NOTHING) else "big")
        self.main.set_height(40 if theme().is_compact else 44)
        self.main.set_blocked(blocked)
        self._reason.setText(blocked)
        self._reason.setVisible(bool(blocked))
        self._gap.setVisible(bool(blocked))

    def _fit(self, width: int) -> None:
        """Leave the icons out where the words need their room."""
        self.print_button.set_icon("printer")
        self.return_button.set_icon("undo")
        buttons = (self.print_button, self.return_button)
        room = width - self.more_button.sizeHint().width() - 2 * _GAP
        if theme().is_compact or sum(map(_narrowest, buttons)) > room:
            for button in buttons:
                button.set_icon(None)
        for button in buttons:
            button.setMinimumWidth(_narrowest(button))

    def _take_main(self) -> None:
        if self._detail is None:
            return
        step, referral = next_step(self._detail), self._detail.referral
        if step is Step.APPLY_ANEW:
            self.anew_asked.emit()
        elif step is Step.MOVE_IN:
            self.move_in_asked.emit()
        elif step is Step.SHOW_RESIDENT and referral is not None:
            self.resident_asked.emit(referral.stay_id)
        elif referral is not None:
            self.referral_asked.emit()
        else:
            self.issue_asked.emit()

    def _open_menu(self) -> None:
        menu = self.menu()
        size = menu.sizeHint()
        at = QPoint(self.more_button.width() - size.width(), -size.height() - 4)
        menu.exec(self.more_button.mapToGlobal(at))
        menu.deleteLater()


def _narrowest(button: Button) -> int:
    """The width that holds the words with half the usual padding."""
    return button.sizeHint().width() - theme().sizes.button_padding - 2


def _entry(menu: QMenu, words: str, asked: SignalInstance) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda: asked.emit())
    return action


def _block(action: QAction, reason: str) -> None:
    if reason:
        action.setEnabled(False)
        action.setToolTip(reason)
