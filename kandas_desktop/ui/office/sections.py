"""The parts of the office's form: the Center, the local body, numbers and beds, terms."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.iin import IinFault, iin_faults
from kandas_desktop.rules.numbers import PATTERN_LENGTH, NumberPattern, pattern_faults
from kandas_desktop.rules.office import OfficeEntry
from kandas_desktop.ui.kit.chips import ClauseChip
from kandas_desktop.ui.kit.fields import Field, advance_on_enter
from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.number_field import NumberField
from kandas_desktop.ui.kit.tick_column import TickColumn
from kandas_desktop.ui.kit.toggles import TickBox
from kandas_desktop.ui.office.section import AnyField, Section
from kandas_desktop.words import _

_NAME_LENGTH = 250
_MOST_BEFORE = 99_999


def _text_field(label: str, *, second: str = "", placeholder: str = "", length: int = 120) -> AnyField:
    return Field(label, TextField(placeholder=placeholder, max_length=length), second=second)


class CenterSection(Section):
    """The Center: names, BIN, address, director."""

    def __init__(self) -> None:
        super().__init__(_("The Center"))
        required = _("required")
        self.name_kk = _text_field(_("Name in Kazakh"), second=required, length=_NAME_LENGTH)
        self.name_ru = _text_field(_("Name in Russian"), second=required, length=_NAME_LENGTH)
        self.business_number = _text_field(_("BIN"), second=_("12 digits"), length=12)
        self.director = _text_field(_("Director"))
        self.address = _text_field(_("Address"), length=_NAME_LENGTH)
        self.add_row(self.name_kk)
        self.add_row(self.name_ru)
        self.add_row(self.business_number, self.director, stretches=(2, 3))
        self.add_row(self.address)
        self.watch(
            {
                "center_name_kk": self.name_kk,
                "center_name_ru": self.name_ru,
                "business_number": self.business_number,
                "director": self.director,
                "address": self.address,
            }
        )
        self.business_number.control.left.connect(self._look_at_business_number)

    def _look_at_business_number(self) -> None:
        # A BIN has the IIN's check digit; a doubtful one is pointed out and never stops anybody.
        faults = iin_faults(self.business_number.control.value(), born=None, sex=None)
        if IinFault.LENGTH in faults:
            self.business_number.set_missing(_("A BIN has 12 digits."))
        elif faults:
            self.business_number.set_missing(_("The last digit does not fit: look again."))

    def show_entry(self, entry: OfficeEntry) -> None:
        self.name_kk.control.set_value(entry.center_name_kk)
        self.name_ru.control.set_value(entry.center_name_ru)
        self.business_number.control.set_value(entry.business_number)
        self.director.control.set_value(entry.director)
        self.address.control.set_value(entry.address)
        self._look_at_business_number()

    def written_into(self, entry: OfficeEntry) -> OfficeEntry:
        return replace(
            entry,
            center_name_kk=self.name_kk.control.value(),
            center_name_ru=self.name_ru.control.value(),
            business_number=self.business_number.control.value(),
            director=self.director.control.value(),
            address=self.address.control.value(),
        )


class LocalBodySection(Section):
    """The local executive body that issues the referrals, as the papers name it."""

    def __init__(self) -> None:
        super().__init__(_("The local executive body"))
        required = _("required")
        self.name = _text_field(_("Its name"), second=required, length=_NAME_LENGTH)
        self.head = _text_field(_("Its head, who signs"), second=required)
        self.add_row(self.name)
        self.add_row(self.head)
        self.watch({"local_body_name": self.name, "local_body_head": self.head})
        self.note(self.name)
        self.note(self.head)

    def note(self, field: AnyField) -> None:
        super().note(field)
        if field is self.name:
            field.set_note(_("The application is addressed to it, below the line «Басшыға»."))
        else:
            field.set_note(_("As on the referral's signing line, for instance «Қ. Мысалбаев»."))

    def show_entry(self, entry: OfficeEntry) -> None:
        self.name.control.set_value(entry.local_body_name)
        self.head.control.set_value(entry.local_body_head)

    def written_into(self, entry: OfficeEntry) -> OfficeEntry:
        return replace(
            entry,
            local_body_name=self.name.control.value(),
            local_body_head=self.head.control.value(),
        )


class NumbersSection(Section):
    """How the papers are numbered, and where the numbers go on (r.5)."""

    def __init__(self, *, today: date, given: tuple[int, int] = (0, 0), may_go_on: bool = True) -> None:
        """``given`` are the last numbers of this year; once there are any, or after the first year, it is
        settled where they began."""
        super().__init__(_("Numbers"), _("{n} is the running number, {yy} or {yyyy} the year."))
        self._today = today
        self._given = given
        self.application = _text_field(_("Applications"), length=PATTERN_LENGTH)
        self.referral = _text_field(_("Referrals"), length=PATTERN_LENGTH)
        self.applications_before = self._before(given[0], may_go_on)
        self.referrals_before = self._before(given[1], may_go_on)
        self.add_row(self.application, self.applications_before, stretches=(3, 2))
        self.add_row(self.referral, self.referrals_before, stretches=(3, 2))
        self.watch(
            {
                "application_pattern": self.application,
                "applications_before": self.applications_before,
                "referral_pattern": self.referral,
                "referrals_before": self.referrals_before,
            }
        )

    def _before(self, given: int, may_go_on: bool) -> Field[NumberField]:
        is_open = may_go_on and not given
        label = _("Given on paper this year") if is_open else _("Began after number")
        field = Field(label, NumberField(0, _MOST_BEFORE, value=0))
        field.control.setEnabled(is_open)
        return field

    def note(self, field: AnyField) -> None:
        super().note(field)
        self._show_examples()

    def _show_examples(self) -> None:
        for field, before, given in (
            (self.application, self.applications_before, self._given[0]),
            (self.referral, self.referrals_before, self._given[1]),
        ):
            pattern = field.control.value()
            if not pattern_faults(pattern):
                following = (given or before.control.number()) + 1
                number = NumberPattern(pattern).number(following, self._today.year)
                field.set_note(_("The next one: {number}").format(number=number))

    def show_entry(self, entry: OfficeEntry) -> None:
        self.application.control.set_value(entry.application_pattern)
        self.referral.control.set_value(entry.referral_pattern)
        self.applications_before.control.set_number(entry.applications_before)
        self.referrals_before.control.set_number(entry.referrals_before)
        self._show_examples()

    def written_into(self, entry: OfficeEntry) -> OfficeEntry:
        return replace(
            entry,
            application_pattern=self.application.control.value(),
            referral_pattern=self.referral.control.value(),
            applications_before=self.applications_before.control.number(),
            referrals_before=self.referrals_before.control.number(),
        )


_LONGEST_BETWEEN_CHANGES = 60


class TermsSection(Section):
    """Whether a last day that is a day off moves (art. 175), and how often bedding is changed (r.11)."""

    def __init__(self) -> None:
        super().__init__(_("Terms"))
        self.bedding_days = Field(
            _("Days between changes of bedding"), NumberField(1, _LONGEST_BETWEEN_CHANGES, value=14)
        )
        self.bedding_days.control.number_changed.connect(self.changed)
        self.moves = TickBox(_("A last day that is a day off moves to the next working day"))
        self.moves.toggled.connect(self.changed)
        advance_on_enter(self.moves)
        ticks = TickColumn()
        ticks.addWidget(self.moves)
        self.column.addLayout(ticks)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ClauseChip(Clause.R9))
        row.addWidget(ClauseChip(Clause.R17))
        row.addWidget(
            Label(_("Civil Code, article 175: for moving in and for vacating."), role="second", ink="text2")
        )
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(
            Label(
                _("Without it days are counted as the order says. The six months of r.15 never move."),
                role="second",
                ink="text2",
                wrap=True,
            )
        )
        bedding = QHBoxLayout()
        bedding.setSpacing(8)
        bedding.addWidget(self.bedding_days)
        bedding.addWidget(ClauseChip(Clause.R11), 0, Qt.AlignmentFlag.AlignBottom)
        bedding.addStretch(1)
        self.column.addLayout(bedding)

    def show_entry(self, entry: OfficeEntry) -> None:
        self.moves.setChecked(entry.last_day_moves)
        self.bedding_days.control.set_number(entry.bedding_days)

    def written_into(self, entry: OfficeEntry) -> OfficeEntry:
        return replace(
            entry,
            last_day_moves=self.moves.isChecked(),
            bedding_days=self.bedding_days.control.number(),
        )
