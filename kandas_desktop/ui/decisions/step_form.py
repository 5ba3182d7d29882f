"""The fields of the next step in a panel's foot: its day, and a number or an answer where it has one."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.kit.fields import Field, all_fit
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.text_area import TextAreaField
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.printable import may_be_printed
from kandas_desktop.ui.stay_questions import ABOUT_DAY, DayField
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.words import _


class Draft(NamedTuple):
    """What was written into a form and not recorded yet; empty where nothing was."""

    day: str = ""
    number: str = ""
    text: str = ""


class StepForm(QWidget):
    """Asks for a day, today unless another is written; what is wrong with it stands below."""

    def __init__(
        self,
        day_label: str,
        *,
        today: date,
        number_label: str = "",
        text_label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.step = day_label
        self.day = DayField(day_label, today, today=today)
        self.number = Field(number_label, TextField(max_length=60), second=_("if known"))
        self.text = Field(text_label, TextAreaField(lines=4, max_length=2000))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.field_gap)
        column.addWidget(self.text)
        column.addWidget(self.day)
        column.addWidget(self.number)
        self.number.setVisible(bool(number_label))
        self.text.setVisible(bool(text_label))
        self.day.control.textChanged.connect(self.day.clear_message)
        self.number.control.textChanged.connect(self.number.clear_message)
        self.text.control.changed.connect(self.text.clear_message)
        self._is_asked = False
        self._first_day = self.day.control.typed

    @property
    def draft(self) -> Draft:
        """What stands in the fields; the day that stood there first is not written by anybody."""
        day = self.day.control.typed
        return Draft(
            "" if day == self._first_day else day, self.number.control.value(), self.text.control.value()
        )

    def take_up(self, draft: Draft) -> None:
        """Go on with what was written before."""
        if draft.day:
            self.day.control.setText(draft.day)
        self.number.control.setText(draft.number)
        self.text.control.set_value(draft.text)

    @property
    def chosen_day(self) -> date:
        """The day that stands in the field, or today."""
        return self.day.control.date_value() or self._today

    def may_go_on(self, obstacles: Iterable[Obstacle]) -> bool:
        """Say beside the fields what stands in the way; return whether nothing does."""
        found = list(obstacles)
        is_right = self.day.look([each for each in found if each.kind in ABOUT_DAY], today=self._today)
        others = [each for each in found if each.kind not in ABOUT_DAY]
        if not is_right:
            self.day.control.setFocus()
        if others and self.text.isVisibleTo(self):
            # Whoever comes to the field by Ctrl+Enter has done nothing wrong yet.
            if self.text.control.value() or self._is_asked:
                self.text.set_error(f"{obstacle_sentence(others[0], self._today)}.")
            self._is_asked = True
            self.text.control.setFocus()
        return is_right and not found and all_fit(self) and may_be_printed(self.number)
