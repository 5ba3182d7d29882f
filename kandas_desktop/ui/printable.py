"""Whether what was typed can be printed, said beside its field before there is no way back."""

from kandas_desktop.ui.kit.choice_field import ChoiceField
from kandas_desktop.ui.kit.fields import Field
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.words import _


def may_be_printed(*fields: Field[TextField] | Field[TextAreaField] | Field[ChoiceField]) -> bool:
    """Name the letters that no paper can show below each field that has some, and go to the first of them.

    Return whether there are none.
    """
    # ReportLab and its fonts; no page that comes up first needs them.
    from kandas_desktop.reports.paper import can_show, printable

    faulty = []
    for field in fields:
        letters = dict.fromkeys(letter for letter in printable(field.control.value()) if not can_show(letter))
        if letters:
            field.set_error(
                _("The papers cannot show {letters}. Write it with Kazakh, Russian or Latin letters.").format(
                    letters=", ".join(f"«{letter}»" for letter in letters)
                )
            )
            faulty.append(field)
    if faulty:
        faulty[0].control.setFocus()
    return not faulty
