"""From a question to a paper: what is printed is made, kept, marked as a copy, and written to a file."""

import errno
import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium

from kandas_desktop.actions.desk import Desk, Refused, refuse_if
from kandas_desktop.actions.papers import (
    LeftBy,
    issue_papers,
    keep_application_paper,
    keep_breach_paper,
    keep_referral_paper,
)
from kandas_desktop.errors import Trouble
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.faults import trouble_of
from kandas_desktop.queries.papers import (
    PaperRow,
    application_facts,
    application_form,
    application_paper,
    journal_form,
    referral_form,
    referral_mark,
    referral_paper,
    volume_facts,
)
from kandas_desktop.queries.reserve_paper import reserve_journal_form
from kandas_desktop.queries.stay_papers import (
    breach_paper,
    decision_notice_form,
    house_rules_form,
    is_breach_closed,
    linen_form,
    obstacles_to_breach_paper,
    proposal_form,
    term_notice_form,
    why_no_house_rules,
    why_no_term_notice,
)
from kandas_desktop.reports import wording
from kandas_desktop.reports.application import render_application
from kandas_desktop.reports.breach_papers import render_decision_notice, render_proposal
from kandas_desktop.reports.faults import LettersMissing
from kandas_desktop.reports.journal import render_journal
from kandas_desktop.reports.linen import render_linen
from kandas_desktop.reports.referral import render_referral
from kandas_desktop.reports.reserve_journal import render_reserve_journal
from kandas_desktop.reports.stamp import stamped_across, stamped_as_copy
from kandas_desktop.reports.stay_papers import render_house_rules, render_term_notice
from kandas_desktop.rules.breaches import BreachPaper
from kandas_desktop.rules.standing import Standing
from kandas_desktop.words import _

_READING_SHARE = 20  # of a hundred, how much of a journal's paper is reading; the rest is drawing
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class PreparedPaper:
    """A paper that was kept, as it leaves the program next."""

    paper_id: int
    stored: bytes
    """The PDF as it was first made."""
    copy_number: int
    """0 while the original has not left, then the number of the next copy."""
    mark: str = ""
    """What stands large across it; empty while it is in force."""

    @property
    def content(self) -> bytes:
        """The PDF that leaves next."""
        return self.numbered(self.copy_number)

    def numbered(self, copy_number: int) -> bytes:
        """The same paper as the original (0) or as a copy, marked where it is no longer in force."""
        pdf = stamped_across(self.stored, self.mark) if self.mark else self.stored
        return stamped_as_copy(pdf, copy_number) if copy_number else pdf


def referral_pdf(desk: Desk, referral_id: int) -> PreparedPaper:
    """The paper of a referral, made and kept if it was not yet. Raises ``Trouble``."""
    if referral_paper(referral_id) is None:
        content = _drawn(render_referral, referral_form(referral_id))
        keep_referral_paper(desk, referral_id, content)
    return _prepared(referral_paper(referral_id), referral_mark(referral_id))


def application_pdf(desk: Desk, application_id: int) -> PreparedPaper:
    """The paper of an application, made and kept if it was not yet. Raises ``Trouble``."""
    if application_paper(application_id) is None:
        content = _drawn(render_application, application_form(application_id))
        keep_application_paper(desk, application_id, content)
    is_struck_out = application_facts(application_id).standing is Standing.STRUCK_OUT
    return _prepared(application_paper(application_id), wording.STRUCK_OUT if is_struck_out else "")


def breach_pdf(desk: Desk, breach_id: int, kind: BreachPaper) -> PreparedPaper:
    """A paper of a breach, made and kept; made anew until it has left once.

    Raises ``Refused`` before the step it rests on (r.13, r.14), and ``Trouble``.
    """
    refuse_if(obstacles_to_breach_paper(breach_id, kind))
    kept = breach_paper(breach_id, kind)
    if kept is None or not kept.issues:
        content = (
            _drawn(render_proposal, proposal_form(breach_id))
            if kind is BreachPaper.PROPOSAL
            else _drawn(render_decision_notice, decision_notice_form(breach_id, desk.today))
        )
        if kept is None or kept.content != content:
            keep_breach_paper(desk, breach_id, kind, content)
    is_closed = kind is BreachPaper.PROPOSAL and is_breach_closed(breach_id)
    return _prepared(breach_paper(breach_id, kind), wording.STRUCK_OUT if is_closed else "")


def term_notice_pdf(household_id: int, on: date) -> bytes:
    """The notice to a family of when its stay ends, as things stand. Raises ``Refused``, ``Trouble``."""
    form = term_notice_form(household_id, on)
    if form is None:
        raise Refused([why_no_term_notice(household_id)])
    return _drawn(render_term_notice, form)


def house_rules_pdf(referral_id: int, on: date) -> bytes:
    """The acknowledgement of the house rules by a referral's adults. Raises ``Refused``, ``Trouble``."""
    form = house_rules_form(referral_id, on)
    if form is None:
        raise Refused([why_no_house_rules(referral_id, on)])
    return _drawn(render_house_rules, form)


def reserve_pdf(on: date, year: int | None = None) -> bytes:
    """The reserve journal of a year, that of ``on`` unless another is named. Raises ``Trouble``."""
    return _drawn(render_reserve_journal, reserve_journal_form(on, year))


def linen_pdf(on: date) -> bytes:
    """The list for the linen round. Raises ``Trouble``."""
    return _drawn(render_linen, linen_form(on))


def _prepared(row: PaperRow | None, mark: str) -> PreparedPaper:
    assert row is not None, "a paper that was just kept is there"
    return PreparedPaper(row.id, row.content, row.issues, mark)


def journal_pdf(
    database: OfficeDatabase,
    volume_id: int,
    *,
    with_families: bool,
    progress: Callable[[int], bool] | None = None,
) -> bytes:
    """One volume of the journal as it stands now; nothing of it is kept.

    A long work for a thread of its own. ``progress`` is told how many of a hundred parts are done; when it
    answers ``False``, ``Cancelled`` is raised. Raises ``Trouble``.
    """
    told = progress or (lambda percent: True)
    lines = max(1, volume_facts(volume_id).entries)
    form = journal_form(
        database,
        volume_id,
        with_families=with_families,
        progress=lambda read: told(min(read, lines) * _READING_SHARE // lines),
    )
    lines = max(1, len(form.lines))
    drawing_share = 100 - _READING_SHARE
    try:
        return render_journal(form, lambda done: told(_READING_SHARE + done * drawing_share // lines))
    except LettersMissing as fault:
        raise letters_trouble(fault) from fault


def _drawn(render: Callable[..., bytes], form: object) -> bytes:
    try:
        return render(form)
    except LettersMissing as fault:
        raise letters_trouble(fault) from fault


def letters_trouble(fault: LettersMissing) -> Trouble:
    """The letters that cannot be printed, and the words they stand in."""
    letters = ", ".join(f"«{letter}»" for letter in fault.letters)
    where = ", ".join(f"«{words}»" for words in fault.where)
    return Trouble(
        _(
            "The paper cannot show {letters} in {where}. Write it with Kazakh, Russian or Latin letters, "
            "then print again."
        ).format(letters=letters, where=where)
    )


def save_papers(desk: Desk, papers: Sequence[PreparedPaper], target: Path) -> list[int]:
    """Write papers into one PDF file, count that they left, and return their copy numbers.

    A file that was there is replaced as a whole or not at all. Raises ``Trouble``, and then nothing was
    counted and no half-written file lies about.
    """
    return _leave_as_file(desk, papers, lambda pdf: write_whole(target, pdf))


def show_papers(desk: Desk, papers: Sequence[PreparedPaper], folder: Path, name: str) -> Path:
    """Write papers into a file for another program to show, and return its path.

    That program can print and save them, so they are counted as when they are saved. Raises ``Trouble``, and
    then nothing was counted.
    """
    written: list[Path] = []
    _leave_as_file(desk, papers, lambda pdf: written.append(viewing_copy(folder, name, pdf)))
    return written[0]


def _leave_as_file(
    desk: Desk, papers: Sequence[PreparedPaper], write: Callable[[bytes], object]
) -> list[int]:
    def hand_out(copy_numbers: Sequence[int]) -> None:
        sheets = [
            paper.numbered(copy_number) for paper, copy_number in zip(papers, copy_numbers, strict=True)
        ]
        write(joined(sheets))

    return issue_papers(desk, [paper.paper_id for paper in papers], left_by=LeftBy.FILE, hand_out=hand_out)


def joined(papers: Sequence[bytes]) -> bytes:
    """The pages of several PDFs one after the other; a single one stays what it is, byte for byte."""
    if len(papers) == 1:
        return papers[0]
    with pdfium.PdfDocument.new() as whole:
        for content in papers:
            with pdfium.PdfDocument(content) as paper:
                whole.import_pages(paper)
        buffer = BytesIO()
        whole.save(buffer)
    return buffer.getvalue()


def write_whole(target: Path, content: bytes) -> None:
    """Write a file beside ``target``, then put it in its place: whoever reads never sees half of it.

    Raises ``Trouble``; what was there before is there still.
    """
    partial = target.with_name(f"{target.name}.partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(partial, target)
    except OSError as error:
        raise _trouble_with(target, error) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _trouble_with(target: Path, error: OSError) -> Trouble:
    """What keeps the file from being written, where another name or folder helps."""
    if error.errno == errno.ENAMETOOLONG:
        return Trouble(_("The name is too long for this disk. Save under a shorter one."))
    if target.is_dir():
        return Trouble(_("{name} is a folder. Save under another name.").format(name=target.name))
    if error.errno == errno.ENOENT and not target.parent.is_dir():
        return Trouble(
            _("The folder {folder} is not there any more. Choose another one.").format(folder=target.parent)
        )
    return trouble_of(error, target)


def _put_in_place(partial: Path, target: Path) -> None:
    # Linux would replace a file marked as read-only all the same.
    if target.is_file() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    try:
        partial.replace(target)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY) and target.is_file():
            # Windows replaces no file that a reader holds open.
            raise Trouble(
                _(
                    "The file {name} is open in another program, and was left as it is. Close it there, "
                    "or save under another name."
                ).format(name=target.name)
            ) from error
        raise


def viewing_copy(folder: Path, name: str, content: bytes) -> Path:
    """Write a file for another program to show, and return its path; earlier ones are cleared away.

    Nothing is counted; ``show_papers`` does. Where that program still holds a file of this name, the next
    free name is taken. Raises ``Trouble``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.pdf"):
            with suppress(OSError):
                old.unlink()
    except OSError as error:
        raise trouble_of(error, folder) from error
    path = free_name(folder / file_name(name))
    write_whole(path, content)
    return path


def file_name(title: str) -> str:
    """A title as the name of a PDF file: «Жолдама Ж-99/26» gives «Жолдама Ж-99-26.pdf»."""
    plain = _FORBIDDEN_IN_NAMES.sub("-", title).strip(" .-") or _("paper")
    return f"{plain[:_LONGEST_NAME].strip()}.pdf"


def free_name(path: Path) -> Path:
    """``path``, or where a file of that name is there already, «… (2).pdf», «… (3).pdf» and so on."""
    number = 2
    tried = path
    while tried.exists():
        tried = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return tried
