"""Going from person to person on the form, up and down (Ctrl+↑, Ctrl+↓)."""

from PySide6.QtWidgets import QApplication

from kandas_desktop.ui.intake.form_view import FormView
from kandas_desktop.ui.intake.person_form import Part


def step_to_person(view: FormView, by: int) -> None:
    """Go to the person above or below, to the same field where there is one."""
    focused = QApplication.focusWidget()
    row = view.family.row_of(focused)
    here = list(view.family.rows).index(row) + 1 if row else 0
    target = here + by
    # Where a household is joined, nobody stands above its new members.
    if not int(view.form().is_joining) <= target <= len(view.family.rows):
        return
    fields = row.fields if row else view.card.fields
    part = fields.part_of(focused)
    known = target == 0 or part in view.family.rows[target - 1].line.fields
    view.focus_part(target, part if part and known else Part.SURNAME)
