"""The field in which a correction says why."""

from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.words import _

_REASON_LENGTH = 300


def reason_field() -> Field[TextAreaField]:
    """Where a correction says why."""
    return Field(_("Why it is corrected"), TextAreaField(lines=2, max_length=_REASON_LENGTH))
