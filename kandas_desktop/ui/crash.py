"""A bug of ours does not end the program: the exception is caught, shown, and the work goes on."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from kandas_desktop.ui.crash_dialog import CrashDialog


def watch_for_crashes(application: QApplication) -> None:
    """From now on, an exception that nobody caught is shown instead of lost; one dialog at a time."""
    shown: list[CrashDialog] = []

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        # Imported with the first bug: the program comes up without it.
        from kandas_desktop.ui.crash_dialog import CrashDialog, crash_report

        report = crash_report(kind, error, trace)
        print(report, file=sys.stderr)
        if issubclass(kind, KeyboardInterrupt):
            application.quit()
        elif not any(dialog.isVisible() for dialog in shown):
            # Held until the next one: a dialog that is let go while it closes takes the program with it.
            shown[:] = [CrashDialog(report)]
            shown[0].open()

    sys.excepthook = show
