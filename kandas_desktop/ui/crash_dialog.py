"""What is shown of a bug of ours: a report to copy that holds no personal data."""

import platform
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from kandas_desktop import __version__
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.words import _

# Exceptions whose own words name parts of the program, never what somebody typed.
_SAFE_TO_QUOTE = (
    AttributeError,
    ModuleNotFoundError,
    NameError,
    NotImplementedError,
    RecursionError,
    ZeroDivisionError,
)


def crash_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The report of a bug: versions, the kind of error and where in the program it came up.

    What the error says is quoted only where it cannot contain anything that was typed, and no value of any
    variable, no path outside the program and no line of data is in it.
    """
    lines = [
        f"Kandas Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        "",
    ]
    while error.__cause__ is not None:  # the first cause says most
        error = error.__cause__
        kind, trace = type(error), error.__traceback__ or trace
    lines += [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    quoted = f": {error}" if isinstance(error, _SAFE_TO_QUOTE) else ""
    lines.append(f"{kind.__module__}.{kind.__qualname__}{quoted}")
    return "\n".join(lines)


class CrashDialog(Question):
    """Says that the program made a mistake, and offers the report for copying."""

    def __init__(self, report: str) -> None:
        super().__init__(
            _("The program made a mistake"),
            _("Copy the report"),
            way_out=_("Close"),
            explanation=_(
                "What was saved is safe. Copy this report and send it to whoever looks after the program; "
                "it holds no names and no dates of birth. You can go on working."
            ),
        )
        self._report = report
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(180)
        self.fields.addWidget(text)

    def may_accept(self) -> bool:
        """Copies the report; the dialog then closes."""
        QGuiApplication.clipboard().setText(self._report)
        return True
