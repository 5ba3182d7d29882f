"""What the side panels of files and petitions share: a body that is built anew, a foot, a menu."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kandas_desktop.ui.decisions.step_form import Draft, StepForm
from kandas_desktop.ui.kit.buttons import Button, IconButton
from kandas_desktop.ui.kit.chips import Chip, chip_size
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.line_panel import LinePanel
from kandas_desktop.ui.stages import StageLook
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _

_BESIDE_NUMBER_AND_CHIP = 82  # what the gaps and the two buttons of the top row take
MenuEntry = tuple[str, Callable[[], object]]


class RecordPanel(LinePanel):
    """Shows one record; ``leads_to(place, id)`` asks for a paper or another page."""

    leads_to = Signal(str, int)
    form: StepForm | None = None

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.record_id: int | None = None
        self._drafts: dict[tuple[int, str], Draft] = {}
        self._form_of: int | None = None
        self._number = Label(ink="text2")
        self._chip = Chip("")
        self._more = IconButton("ellipsis", _("More"), size=28)
        self._more.clicked.connect(self._open_menu)
        self.set_top(self._number, self._chip)
        self.top_row.insertWidget(self.top_row.count() - 1, self._more)
        self._title = Label(role="panel_title", wrap=True)
        self._second = Label(role="second", ink="text2", wrap=True)
        self.head.addWidget(self._title)
        self.head.addWidget(self._second)
        self._body = QWidget()
        self.middle.addWidget(self._body)
        self.middle.addStretch(1)
        self._steps = QWidget()
        self.foot.addWidget(self._steps)
        self.set_compact(theme().is_compact)

    # --- what a subclass says

    def reload(self) -> None:
        """Read the record afresh."""
        raise NotImplementedError

    def menu_entries(self) -> list[MenuEntry]:
        """What else can be done with the record."""
        raise NotImplementedError

    def print_paper(self) -> bool:
        """Lead to the latest of the record's papers (Ctrl+P); ``False`` where it has none."""
        return False

    # --- what is shown

    @property
    def title(self) -> str:
        """The words of the head."""
        return self._title.text()

    @property
    def state(self) -> str:
        """The words of the chip."""
        return self._chip.text

    @property
    def filled_button(self) -> Button | None:
        """The button of the next lawful step; ``None`` where nothing is left to do."""
        filled = [button for button in self._steps.findChildren(Button) if button.role == "big"]
        return filled[0] if filled else None

    def show_record(self, record_id: int) -> None:
        """Show a record from its top."""
        if record_id != self.record_id:
            self._scroll.verticalScrollBar().setValue(0)
        self.record_id = record_id
        self.reload()

    def _rebuild(self) -> None:
        if self.record_id is not None:
            self.reload()

    def take_main_action(self) -> None:
        """What Ctrl+Enter does."""
        if self.filled_button is not None:
            self.filled_button.trigger()

    def show_head(self, *, number: str, title: str, second: str, look: StageLook) -> None:
        """The lines of the head, and the chip."""
        self._number.setText(number)
        # The chip is said whole: where both have no room in one line, the number stands below.
        needed = self._number.sizeHint().width() + chip_size(look.text, icon=look.icon).width()
        room = self.maximumWidth() - 2 * self.head.contentsMargins().left() - _BESIDE_NUMBER_AND_CHIP
        is_beside = bool(number) and needed <= room
        self._number.setVisible(is_beside)
        self._title.setText(title)
        below = " · ".join(filter(None, ("" if is_beside else number, second)))
        self._second.setText(below)
        self._second.setVisible(bool(below))
        self._chip.show_state(look.text, family=look.family, icon=look.icon)
        self._more.setVisible(bool(self.menu_entries()))

    def show_parts(self, body: list[QWidget], steps: list[QWidget]) -> None:
        """Put widgets into the middle and the foot, in place of those before."""
        had_focus = self._has_keyboard
        self._body = self._replaced(self.middle, self._body, body, spacing=12)
        self._steps = self._replaced(self.foot, self._steps, steps, spacing=8)
        self._foot.setVisible(bool(steps))
        self.lead_the_tab_key()
        if had_focus and self.filled_button is not None:
            self.filled_button.setFocus()

    @staticmethod
    def _replaced(layout: QVBoxLayout, old: QWidget, parts: list[QWidget], *, spacing: int) -> QWidget:
        new = QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        for part in parts:
            column.addWidget(part)
        layout.insertWidget(layout.indexOf(old), new)
        new.show()
        layout.removeWidget(old)
        old.hide()
        old.deleteLater()
        return new

    def put_form_away(self) -> None:
        """Ask for nothing; what was written into the form waits until its step is asked for again."""
        if self.form is not None and self._form_of is not None:
            self._drafts[self._form_of, self.form.step] = self.form.draft
        self.form = None

    def ask_by(self, form: StepForm) -> StepForm:
        """Ask by this form from now on, with what was written into it for this record before."""
        self.put_form_away()
        self.form, self._form_of = form, self.record_id
        if self.record_id is not None:
            form.take_up(self._drafts.pop((self.record_id, form.step), Draft()))
        return form

    def step_button(self, words: str, do: Callable[[], object], *, filled: bool) -> Button:
        """A button of the foot; the filled one is the next lawful step."""
        button = Button(words, keys="Ctrl+Enter" if filled else "", role="big" if filled else "plain")
        if filled:
            button.set_height(40 if theme().is_compact else theme().sizes.button_big)
        button.clicked.connect(do)
        return button

    def fill_menu(self, menu: QMenu) -> None:
        """Add what else can be done with the record."""
        for words, do in self.menu_entries():
            menu.addAction(words).triggered.connect(lambda _checked=False, do=do: do())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
