"""The field in which a correction says why."""

from kandas_desktop.rules.letters import clean
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.words import _

_REASON_LENGTH = 300


class ReasonField(Field[TextAreaField]):
    """Asks why something is corrected; what is said below it goes with the next letter."""

    def __init__(self) -> None:
        super().__init__(_("Why it is corrected"), TextAreaField(lines=2, max_length=_REASON_LENGTH))
        self.control.changed.connect(self.clear_message)

    def value(self) -> str:
        """The reason on one line; empty where none is written."""
        return clean(self.control.value())

    def look(self) -> bool:
        """Say below the field that a reason is wanted; return whether one is there."""
        if not self.value():
            self.set_error(_("Write the reason."))
        return bool(self.value())
