"""The middle of the side panel: until when somebody stays and why, what is due, the family, the history."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kandas_desktop.queries.resident_household import HouseholdDetail, MemberDetail
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.status import status_ends_on
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.kit.frame import Rule
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.link import LinkButton
from kandas_desktop.ui.kit.marks import IconMark
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.leaving_question import end_reason_words
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.need_line import NeedLine
from kandas_desktop.ui.panel_rows import FactRow, SectionTitle
from kandas_desktop.ui.residents.cells import BOLD_FROM
from kandas_desktop.ui.status_question import status_end_words
from kandas_desktop.ui.terms import days_left_words, term_reason
from kandas_desktop.ui.wording import age_words, digits
from kandas_desktop.words import _, ngettext

_TOP = Qt.AlignmentFlag.AlignTop


class PanelBody(QWidget):
    """Everything between the head and the foot, for one person of a household."""

    status_asked = Signal(int)
    person_asked = Signal(int)

    def __init__(
        self, household: HouseholdDetail, person: MemberDetail, naming: Naming, *, today: date
    ) -> None:
        super().__init__()
        self._household, self._person = household, person
        self._naming, self._today = naming, today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8 if theme().is_compact else 12)
        if person.lives_here:
            self._add_term()
            self._add_vacating()
        else:
            self._add_left()
        self._add_status()
        self._add_rules()
        self._column.addWidget(Rule())
        self._add_family()

    def _add_term(self) -> None:
        person = self._person
        resident = person.member.resident
        if resident.ended_because is not None:
            title = _("The stay ended on {day}").format(day=digits(resident.ends_on))
            words = end_reason_words(resident.ended_because)
            row = FactRow(title, words, icon="calendar", family="vacating", clause=Clause.R14)
            self._column.addWidget(row)
            return
        due = person.stay_term.due
        days = (due - self._today).days
        family: FamilyName = "vacating" if days <= BOLD_FROM else "occupied"
        left = days_left_words(due, self._today)
        title = _("Stay until {day} · {left}").format(day=digits(due), left=left)
        if days < 0:
            title = _("The stay ended on {day}").format(day=digits(due))
        reason = term_reason(person.stay_term)
        if person.stay_term.ended_by_status and person.follows_applicant:
            follows = _("The applicant’s status counts for whoever has none.")
            reason = f"{reason}. {follows}"
        self._column.addWidget(
            FactRow(
                title,
                reason,
                icon="calendar",
                family=family,
                clause=person.stay_term.clause,
            )
        )

    def _add_vacating(self) -> None:
        term = self._person.vacating
        if term is None:
            return
        is_late = term.due < self._today
        title = _("Room to be left by {day} · {left}").format(
            day=digits(term.due), left=days_left_words(term.due, self._today)
        )
        self._column.addWidget(
            FactRow(
                title,
                term_reason(term),
                icon="alert-circle" if is_late else "log-out",
                family="overdue" if is_late else "vacating",
                clause=term.clause,
            )
        )

    def _add_left(self) -> None:
        resident = self._person.member.resident
        if resident.left_on is None:
            return
        because = end_reason_words(resident.ended_because) if resident.ended_because else ""
        words = [because, self._person.member.destination]
        if resident.ends_on != resident.left_on:
            words.insert(0, _("the stay ended on {day}").format(day=digits(resident.ends_on)))
        self._column.addWidget(
            FactRow(
                _("Left on {day}").format(day=digits(resident.left_on)),
                ", ".join(filter(None, words)),
                icon="log-out",
            )
        )

    def _add_status(self) -> None:
        status, person = self._person.member.status, self._person
        ends_on = status_ends_on(status)
        if ends_on is not None:
            title = _("Kandas status until {day}").format(day=digits(ends_on))
            facts = [_("given on {day}").format(day=digits(status.given_on))] if status.given_on else []
            if status.extended_until:
                facts.append(_("extended until {day}").format(day=digits(status.extended_until)))
            if status.ended_on and status.ended_because:
                facts.append(status_end_words(status.ended_because))
            words = ", ".join(facts)
        elif person.status_known:
            title, words = _("No kandas status of their own"), _("The stay follows the applicant’s status")
        else:
            title, words = _("Kandas status not written"), _("Six months from moving in count alone")
        row = FactRow(title, words, icon="shield-check")
        pencil = IconButton("pencil", _("Change the status…"), size=28)
        pencil.clicked.connect(lambda: self.status_asked.emit(person.member.person_id))
        row.add(pencil)
        self._column.addWidget(row)

    def _add_rules(self) -> None:
        lacking = [each for each in self._household.here if each.lacks_signature]
        if lacking:
            title = ngettext(
                "House rules not signed by {count} person",
                "House rules not signed by {count} people",
                len(lacking),
            )
            names = ", ".join(self._name(each) for each in lacking)
            row = FactRow(title, names, icon="pencil", family="held", clause=Clause.R10)
        else:
            signed = [each.member.resident.rules_signed_on for each in self._household.people]
            last = max((day for day in signed if day), default=None)
            if last is None:
                return
            title = _("House rules signed on {day}").format(day=digits(last))
            row = FactRow(title, icon="check", family="free", clause=Clause.R10)
        self._column.addWidget(row)

    def _add_family(self) -> None:
        people = self._household.people
        self._column.addWidget(SectionTitle(_("The family")))
        for each in people:
            self._column.addLayout(self._member(each))

    def _member(self, each: MemberDetail) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        is_shown = each.stay_id == self._person.stay_id
        name = QHBoxLayout()
        name.setSpacing(8)
        if is_shown or len(self._household.people) == 1:
            name.addWidget(Label(self._name(each), bold=True, wrap=True), 1)
        else:
            link = LinkButton(self._name(each), padding=1)
            link.clicked.connect(lambda: self.person_asked.emit(each.stay_id))
            name.addWidget(link)
            name.addStretch(1)
        words.addLayout(name)
        words.addWidget(Label(self._second(each), role="second", ink="text2", wrap=True))
        if each.stay_id == self._household.contact and len(self._household.here) > 1:
            words.addSpacing(4)  # below the words: beside a name there is no room in every language
            words.addWidget(Chip(_("contact"), family="grey"), 0, Qt.AlignmentFlag.AlignLeft)
        if each.member.needs_accessible and not self._naming.hidden:
            words.addWidget(NeedLine())
        row.addLayout(words, 1)
        row.addLayout(self._bed(each))
        return row

    def _bed(self, each: MemberDetail) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        if not each.lives_here:
            column.addWidget(Label(_("left"), role="second", ink="text2"), 0, Qt.AlignmentFlag.AlignRight)
        elif each.member.bed:
            column.addWidget(Label(each.member.bed, bold=True), 0, Qt.AlignmentFlag.AlignRight)
        elif each.shares_bed:
            column.addWidget(Label(_("shares a bed"), role="second", ink="text2"))
        else:
            lacking = QHBoxLayout()
            lacking.setSpacing(4)
            lacking.addWidget(IconMark("alert-circle", family="overdue", size=14))
            lacking.addWidget(Label(_("no bed"), role="second", ink="overdue", bold=True))
            column.addLayout(lacking)
        column.addStretch(1)
        return column

    def _second(self, each: MemberDetail) -> str:
        member, resident = each.member, each.member.resident
        who = kinship_words(member.kinship) or _("applicant")
        age = "" if self._naming.hidden else age_words(member.born, self._today)
        if resident.left_on is not None:
            until = _("left on {day}").format(day=digits(resident.left_on))
        else:
            until = _("until {day}").format(day=digits(resident.ends_on))
        return " · ".join(filter(None, (who, age, until)))

    def _name(self, each: MemberDetail) -> str:
        return self._naming.short(each.member.name, each.member.kinship)
