"""What a paper page is about: a referral, an application or a volume, and the papers that go with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kandas_desktop.actions.desk import Desk
from kandas_desktop.errors import Trouble
from kandas_desktop.press import PreparedPaper, application_pdf, referral_pdf
from kandas_desktop.queries.journal import VolumeRow
from kandas_desktop.queries.papers import (
    ApplicationFacts,
    ReferralFacts,
    application_facts,
    referral_facts,
    volume_facts,
)
from kandas_desktop.reports import wording
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.kit.icons import IconName
from kandas_desktop.ui.kit.tokens import FamilyName
from kandas_desktop.ui.outcomes import STANDING_LOOKS, pending_outcome
from kandas_desktop.ui.paper.sheets import Sheets
from kandas_desktop.ui.wording import digits, people_words, standing_words
from kandas_desktop.words import _, ngettext


class PaperKind(StrEnum):
    REFERRAL = "referral"
    APPLICATION = "application"
    PROPOSAL = "proposal"
    DECISION_NOTICE = "decision notice"


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper that may be ticked for printing; without ``prepared``, ``fault`` says why it cannot be made."""

    kind: PaperKind
    title: str
    prepared: PreparedPaper | None
    pages: int = 0
    fault: str = ""

    @property
    def name(self) -> str:
        """The paper in one word."""
        return {
            PaperKind.REFERRAL: _("Referral"),
            PaperKind.APPLICATION: _("Application"),
            PaperKind.PROPOSAL: _("Proposal"),
            PaperKind.DECISION_NOTICE: _("Notice of the decision"),
        }[self.kind]

    @property
    def words(self) -> str:
        """The paper with its pages: «Өтініш отбасы парағымен, 2 бет»."""
        if self.prepared is None:
            return self.name
        pages = ngettext("{count} page", "{count} pages", self.pages)
        if self.kind is PaperKind.APPLICATION and self.pages > 1:
            return _("Application, family sheet, {pages}").format(pages=pages)
        return f"{self.name}, {pages}"


class State(NamedTuple):
    """A chip: where the subject stands."""

    text: str
    family: FamilyName
    icon: IconName | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page shows; the first of ``papers`` is the one it was opened for.

    Without papers it is drawn as things stand and not counted: a volume by a thread of its own, others at
    once (``drawn``), unless there is an ``obstacle``.
    """

    title: str
    state: State
    name: str
    remark: str
    papers: tuple[OfferedPaper, ...] = ()
    referral: ReferralFacts | None = None
    lived_on: ReferralFacts | None = None
    """The referral on which those whom another paper concerns moved in."""
    application: ApplicationFacts | None = None
    volume: VolumeRow | None = None
    place: str = ""
    """The place it was opened at and the id named there, where it is none of the three above."""
    place_id: int = 0
    drawn: bytes | None = None
    obstacle: str = ""
    is_wide: bool = False

    @property
    def fault(self) -> str:
        """Why the paper it was opened for cannot be made; empty where it can."""
        return self.papers[0].fault if self.papers else self.obstacle

    def who(self, *, is_name_hidden: bool, is_short: bool) -> str:
        """The line beside the title: name and remark; the short one has the remark only in want of a name."""
        name = "" if is_name_hidden else self.name
        if is_short and name:
            return name
        return ", ".join(part for part in (name, self.remark) if part)


def _state(standing: Standing, place: int = 0) -> State:
    return State(standing_words(standing, place), *STANDING_LOOKS[standing])


def _application_state(facts: ApplicationFacts, today: date) -> State:
    if facts.standing is not Standing.DUE:
        return _state(facts.standing, facts.reserve_place)
    pending = pending_outcome(facts.registered_on, facts.reopened_on, today)
    return State(pending.text, pending.family, pending.icon)


def referral_subject(desk: Desk, referral_id: int) -> Subject:
    """A referral with its application's paper beside it."""
    facts = referral_facts(referral_id)
    papers = (
        _referral_paper(desk, facts),
        _application_paper(desk, application_facts(facts.application_id)),
    )
    if facts.struck_out_on is not None:
        standing = Standing.STRUCK_OUT
    else:
        standing = Standing.LAPSED if facts.has_lapsed else Standing.REFERRED
    return Subject(
        title=papers[0].title,
        state=_state(standing),
        name=facts.applicant.short,
        remark=f"{people_words(facts.people)} · {facts.application_number}",
        papers=papers,
        referral=facts,
    )


def application_subject(desk: Desk, application_id: int) -> Subject:
    """An application, with its referral's paper beside it where one is in force."""
    facts = application_facts(application_id)
    papers = [_application_paper(desk, facts)]
    if facts.referral_id is not None:
        papers.append(_referral_paper(desk, referral_facts(facts.referral_id)))
    return Subject(
        title=papers[0].title,
        state=_application_state(facts, desk.today),
        name=facts.applicant.short,
        remark=_registered_words(facts),
        papers=tuple(papers),
        application=facts,
    )


def _registered_words(facts: ApplicationFacts) -> str:
    registered = _("registered on {day}").format(day=digits(facts.registered_on))
    return f"{people_words(facts.people)} · {registered}"


def volume_subject(volume_id: int) -> Subject:
    """A volume of the journal; its paper is made anew each time."""
    volume = volume_facts(volume_id)
    begun = _("begun on {day}").format(day=digits(volume.begun_on))
    if volume.ended_on is None:
        state = State(_("Open volume"), "accent", "book-open")
    else:
        state = State(_("Ended on {day}").format(day=digits(volume.ended_on)), "grey", "book-open")
    entries = ngettext("{count} entry", "{count} entries", volume.entries)
    return Subject(
        title=_("Registration journal, {year}, volume {number}").format(
            year=volume.year, number=volume.number
        ),
        state=state,
        name="",
        remark=f"{begun} · {entries}",
        volume=volume,
        is_wide=True,
    )


def _referral_paper(desk: Desk, facts: ReferralFacts) -> OfferedPaper:
    title = _("Referral {number}").format(number=facts.number)
    return offered(PaperKind.REFERRAL, title, lambda: referral_pdf(desk, facts.id))


def _application_paper(desk: Desk, facts: ApplicationFacts) -> OfferedPaper:
    title = _("Application {number}").format(number=facts.number)
    return offered(PaperKind.APPLICATION, title, lambda: application_pdf(desk, facts.id))


def offered(kind: PaperKind, title: str, prepare: Callable[[], PreparedPaper]) -> OfferedPaper:
    """A paper made now, or why it cannot be."""
    try:
        prepared = prepare()
    except Trouble as trouble:
        return OfferedPaper(kind, title, None, fault=trouble.text)
    sheets = Sheets(prepared.stored)
    pages = len(sheets)
    sheets.close()
    return OfferedPaper(kind, title, prepared, pages)


def leaving_sentence(paper: PreparedPaper, copies: int) -> str:
    """Whether the original leaves next or which copies do, told before it is printed."""
    first, last = paper.copy_number, paper.copy_number + copies - 1
    if first == 0 and last == 0:
        return _(
            "The original will come out. Printed again, this very paper comes out marked as a copy, numbered."
        )
    if first == 0:
        return _("The original will come out, and with it {copies}.").format(copies=_copies(1, last))
    return _("The original has left already. Now comes {copies}.").format(copies=_copies(first, last))


def leaving_line(paper: OfferedPaper, copies: int) -> str:
    """The same in one line, where several papers leave together: «Жолдама: түпнұсқа, КӨШІРМЕ № 1»."""
    assert paper.prepared is not None, "what cannot be made does not leave"
    first, last = paper.prepared.copy_number, paper.prepared.copy_number + copies - 1
    parts = [] if first else [_("original")]
    if last:
        parts.append(_copies(max(1, first), last))
    return f"{paper.name}: {', '.join(parts)}"


def _copies(first: int, last: int) -> str:
    # As it stands on the paper, which is Kazakh whatever the language of the screen.
    return wording.COPY.format(count=first if first == last else f"{first}–{last}")
