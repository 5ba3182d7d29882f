"""The tape chart on the board's page: its days in the head, its floors, and when the side panel opens."""

from PySide6.QtCore import QObject, Qt

from kandas_desktop.ui.board.board_desk import BoardDesk
from kandas_desktop.ui.board.frame import BoardFrame
from kandas_desktop.ui.board.tape.reading import TapeReading
from kandas_desktop.ui.workplace import Workplace


class TapeDesk(QObject):
    """Connects the chart with the parts that it shares with the board's other views."""

    def __init__(self, workplace: Workplace, frame: BoardFrame, desk: BoardDesk) -> None:
        super().__init__(desk)
        self._frame = frame
        self._desk = desk
        tape, picker = frame.tape, frame.head.range
        tape.reader = lambda board, before: TapeReading(lambda: workplace.desk, board, before)
        tape.set_folded(workplace.settings.board_folded)
        tape.folds.floors_folded.connect(frame.tiles.set_folded)
        tape.folds.floors_folded.connect(lambda floors: setattr(workplace.settings, "board_folded", floors))
        frame.tiles.folded.connect(tape.set_folded)
        tape.days_changed.connect(lambda: picker.show_days(tape.days))
        tape.opened.connect(lambda: frame.show_panel(True))
        tape.closed.connect(self._close)
        picker.stepped.connect(tape.go)
        picker.chosen.connect(tape.show_around)
        frame.panel.bed.closed.connect(self._close)
        desk.moves.session.changed.connect(self._follow_move)

    def _close(self) -> None:
        """Give the chart the whole width again."""
        if self._frame.view is self._frame.tape:
            self._frame.show_panel(False)
            self._frame.tape.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_move(self) -> None:
        """A move is confirmed in the panel."""
        is_tape = self._frame.view is self._frame.tape
        if is_tape and self._desk.moves.session.is_on and not self._desk.moves.drags.is_on:
            self._frame.show_panel(True)
