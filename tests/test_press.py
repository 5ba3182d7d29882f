"""From a question to a paper: made once, copied under a number, written whole or not at all."""

import errno
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from kandas_desktop import press
from kandas_desktop.actions.consideration import strike_out_application
from kandas_desktop.actions.moving_in import confirm_lapse, move_in
from kandas_desktop.actions.referrals import hand_over_referral, strike_out_referral
from kandas_desktop.errors import Trouble
from kandas_desktop.models.paper_tables import Paper, PaperIssue
from kandas_desktop.models.tables import Application
from kandas_desktop.reports.faults import Cancelled, LettersMissing
from tests.factories import TestOffice, a_person, a_referral, an_application, an_office, named_on


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path / "data") as made:
        yield made


def text_of(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
        return "\n".join(texts)


def page_count(pdf: bytes) -> int:
    with pdfium.PdfDocument(pdf) as document:
        return len(document)


def test_a_referrals_paper_is_made_once_and_stays_the_same(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    first = press.referral_pdf(office.desk, referral_id)
    assert "ЖОЛДАМА № Ж-1/26" in text_of(first.content)
    assert press.referral_pdf(office.desk, referral_id) == first
    assert Paper.select().count() == 1


def test_an_applications_paper_is_made_once_and_stays_the_same(office: TestOffice) -> None:
    application_id = an_application(office.desk, size=3)
    first = press.application_pdf(office.desk, application_id)
    assert page_count(first.content) == 2
    assert press.application_pdf(office.desk, application_id) == first


def test_the_original_leaves_byte_for_byte_and_later_ones_are_marked_copies(
    office: TestOffice, tmp_path: Path
) -> None:
    referral_id = a_referral(office.desk)
    target = tmp_path / "referral.pdf"
    original = press.referral_pdf(office.desk, referral_id)
    assert press.save_papers(office.desk, [original], target) == [0]
    assert target.read_bytes() == original.stored
    again = press.referral_pdf(office.desk, referral_id)
    assert again.stored == original.stored
    assert press.save_papers(office.desk, [again], target) == [1]
    assert target.read_bytes() == again.content
    assert "КӨШІРМЕ № 1" in text_of(target.read_bytes())
    assert "КӨШІРМЕ" not in text_of(original.stored)


def test_a_paper_prepared_before_another_left_still_gets_the_next_number(
    office: TestOffice, tmp_path: Path
) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    press.save_papers(office.desk, [paper], tmp_path / "first.pdf")
    press.save_papers(office.desk, [paper], tmp_path / "second.pdf")
    assert "КӨШІРМЕ № 1" in text_of((tmp_path / "second.pdf").read_bytes())


def test_papers_saved_together_share_a_file_in_their_order(office: TestOffice, tmp_path: Path) -> None:
    referral_id = a_referral(office.desk, size=2)
    application_id = Application.get().id
    papers = [
        press.referral_pdf(office.desk, referral_id),
        press.application_pdf(office.desk, application_id),
    ]
    target = tmp_path / "both.pdf"
    assert press.save_papers(office.desk, papers, target) == [0, 0]
    text = text_of(target.read_bytes())
    assert page_count(target.read_bytes()) == 3
    assert text.index("ЖОЛДАМА") < text.index("Өтініш")


def test_a_struck_out_referral_prints_that_it_is(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    before = press.referral_pdf(office.desk, referral_id)
    strike_out_referral(office.desk, referral_id, reason="Қате")
    after = press.referral_pdf(office.desk, referral_id)
    assert after.stored == before.stored
    assert "КҮШІ ЖОЙЫЛДЫ" in text_of(after.content)
    assert "КҮШІ ЖОЙЫЛДЫ" in text_of(after.numbered(2))
    assert "КӨШІРМЕ № 2" in text_of(after.numbered(2))


def test_a_referral_that_lapsed_prints_that_its_term_passed_unless_somebody_came(
    office: TestOffice,
) -> None:
    nobody_came, one_came = (a_referral(office.desk, size=2) for _each in range(2))
    before = press.referral_pdf(office.desk, nobody_came)
    for referral_id in (nobody_came, one_came):
        hand_over_referral(office.desk, referral_id, received_on=date(2026, 3, 18))
    move_in(office.desk, one_came, people=named_on(one_came)[:1], moved_in_on=date(2026, 3, 18))
    office.clock.set(date(2026, 3, 22))
    assert "МЕРЗІМІ ӨТТІ" not in text_of(press.referral_pdf(office.desk, nobody_came).content)
    for referral_id in (nobody_came, one_came):
        confirm_lapse(office.desk, referral_id)
    after = press.referral_pdf(office.desk, nobody_came)
    assert after.stored == before.stored
    assert "МЕРЗІМІ ӨТТІ" in text_of(after.content)
    assert "КӨШІРМЕ № 1" in text_of(after.numbered(1))
    assert "МЕРЗІМІ ӨТТІ" not in text_of(press.referral_pdf(office.desk, one_came).content)


def test_a_struck_out_application_prints_that_it_is(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    strike_out_application(office.desk, application_id, reason="Екі рет тіркелген")
    assert "КҮШІ ЖОЙЫЛДЫ" in text_of(press.application_pdf(office.desk, application_id).content)


def test_letters_that_the_paper_lacks_are_named_with_their_word() -> None:
    trouble = press.letters_trouble(LettersMissing(("𐰀", "☃"), ("Мысалов 𐰀", "Үлгі ☃")))
    assert "«𐰀», «☃»" in trouble.text
    assert "«Мысалов 𐰀», «Үлгі ☃»" in trouble.text


def test_a_paper_that_cannot_be_drawn_is_not_kept(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack_letters(_form: object) -> bytes:
        raise LettersMissing(("☃",), ("Мысалов ☃",))

    referral_id = a_referral(office.desk)
    monkeypatch.setattr(press, "render_referral", lack_letters)
    monkeypatch.setattr(press, "render_application", lack_letters)
    with pytest.raises(Trouble, match="☃"):
        press.referral_pdf(office.desk, referral_id)
    with pytest.raises(Trouble, match="☃"):
        press.application_pdf(office.desk, Application.get().id)
    assert Paper.select().count() == 0


def test_the_journal_is_made_anew_each_time(office: TestOffice) -> None:
    an_application(office.desk)
    volume_id = Application.get().volume.id
    first = press.journal_pdf(office.desk.database, volume_id, with_families=False)
    an_application(office.desk, a_person("Қиял"))
    second = press.journal_pdf(office.desk.database, volume_id, with_families=False)
    assert "Қиял" not in text_of(first)
    assert "Қиял" in text_of(second)
    assert Paper.select().count() == 0


def test_the_journal_tells_how_far_it_is(office: TestOffice) -> None:
    for _each in range(3):
        an_application(office.desk)
    told: list[int] = []

    def tell(percent: int) -> bool:
        told.append(percent)
        return True

    press.journal_pdf(office.desk.database, Application.get().volume.id, with_families=True, progress=tell)
    assert told == sorted(told)
    assert told[-1] == 100


@pytest.mark.parametrize("stop_after", [1, 30])
def test_the_journal_can_be_stopped_while_it_is_read_or_drawn(office: TestOffice, stop_after: int) -> None:
    an_application(office.desk)
    with pytest.raises(Cancelled):
        press.journal_pdf(
            office.desk.database,
            Application.get().volume.id,
            with_families=False,
            progress=lambda percent: percent < stop_after,
        )


def test_letters_missing_in_the_journal_are_named(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack_letters(_form: object, _progress: object) -> bytes:
        raise LettersMissing(("☃",), ("Мысалов ☃",))

    an_application(office.desk)
    monkeypatch.setattr(press, "render_journal", lack_letters)
    with pytest.raises(Trouble, match="☃"):
        press.journal_pdf(office.desk.database, Application.get().volume.id, with_families=False)


def fail_with(number: int) -> object:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(number, "made up")

    return fail


def test_a_full_disk_leaves_no_half_file_and_counts_nothing(
    office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    target = tmp_path / "referral.pdf"
    target.write_bytes(b"an earlier file")
    monkeypatch.setattr("os.fsync", fail_with(errno.ENOSPC))
    with pytest.raises(Trouble, match="disk is full"):
        press.save_papers(office.desk, [paper], target)
    assert target.read_bytes() == b"an earlier file"
    assert list(tmp_path.glob("*.partial")) == []
    assert PaperIssue.select().count() == 0


def test_a_file_held_open_elsewhere_stays_as_it_is(
    office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    target = tmp_path / "referral.pdf"
    target.write_bytes(b"open in a reader")
    monkeypatch.setattr(Path, "replace", fail_with(errno.EACCES))
    with pytest.raises(Trouble, match=r"referral\.pdf is open in another program"):
        press.save_papers(office.desk, [paper], target)
    assert target.read_bytes() == b"open in a reader"
    assert list(tmp_path.glob("*.partial")) == []
    assert PaperIssue.select().count() == 0


def test_a_file_marked_as_read_only_is_not_said_to_be_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "referral.pdf"
    target.write_bytes(b"an earlier file")
    monkeypatch.setattr(Path, "replace", fail_with(errno.EACCES))
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(Trouble, match=r"Nothing can be written to .*referral\.pdf"):
        press.write_whole(target, b"new")
    assert target.read_bytes() == b"an earlier file"


def test_another_fault_of_the_disk_is_told_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", fail_with(errno.EIO))
    with pytest.raises(Trouble, match="could not be read or written"):
        press.write_whole(tmp_path / "referral.pdf", b"paper")


def test_a_file_marked_as_read_only_stays_where_the_system_would_replace_it(
    office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    target = tmp_path / "referral.pdf"
    target.write_bytes(b"an earlier file")
    monkeypatch.setattr("os.access", lambda path, mode: path != target)
    with pytest.raises(Trouble, match=r"Nothing can be written to .*referral\.pdf"):
        press.save_papers(office.desk, [paper], target)
    assert target.read_bytes() == b"an earlier file"
    assert list(tmp_path.glob("*.partial")) == []
    assert PaperIssue.select().count() == 0


def test_a_folder_that_is_gone_is_told_by_its_name(office: TestOffice, tmp_path: Path) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    with pytest.raises(Trouble, match=r"^The folder .*gone is not there any more\. Choose another one\.$"):
        press.save_papers(office.desk, [paper], tmp_path / "gone" / "referral.pdf")
    assert PaperIssue.select().count() == 0


def test_a_folder_is_not_taken_for_a_file(office: TestOffice, tmp_path: Path) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    target = tmp_path / "referral.pdf"
    target.mkdir()
    with pytest.raises(Trouble, match=r"^referral\.pdf is a folder\. Save under another name\.$"):
        press.save_papers(office.desk, [paper], target)
    assert list(tmp_path.glob("*.partial")) == []
    assert PaperIssue.select().count() == 0


def test_a_name_that_the_disk_cannot_take_is_told(office: TestOffice, tmp_path: Path) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    with pytest.raises(Trouble, match=r"^The name is too long for this disk\. Save under a shorter one\.$"):
        press.save_papers(office.desk, [paper], tmp_path / f"{'referral' * 40}.pdf")
    assert list(tmp_path.glob("referral*")) == []
    assert PaperIssue.select().count() == 0


def test_a_file_that_was_there_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "referral.pdf"
    target.write_bytes(b"a much longer file than the new one")
    press.write_whole(target, b"paper")
    assert target.read_bytes() == b"paper"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Жолдама Ж-99/26", "Жолдама Ж-99-26.pdf"),
        ('a\\b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i.pdf"),
        ("..", "paper.pdf"),
        ("Ж" * 300, "Ж" * 120 + ".pdf"),
    ],
)
def test_a_title_becomes_a_name_that_any_disk_takes(title: str, name: str) -> None:
    assert press.file_name(title) == name


def test_a_free_name_is_found_beside_those_taken(tmp_path: Path) -> None:
    path = tmp_path / "Жолдама.pdf"
    assert press.free_name(path) == path
    path.touch()
    (tmp_path / "Жолдама (2).pdf").touch()
    assert press.free_name(path) == tmp_path / "Жолдама (3).pdf"


def test_papers_shown_by_another_program_are_counted_as_saved(office: TestOffice, tmp_path: Path) -> None:
    referral_id = a_referral(office.desk, size=2)
    papers = [
        press.referral_pdf(office.desk, referral_id),
        press.application_pdf(office.desk, Application.get().id),
    ]
    path = press.show_papers(office.desk, papers, tmp_path / "papers", "Жолдама Ж-1/26")
    assert path == tmp_path / "papers" / "Жолдама Ж-1-26.pdf"
    assert page_count(path.read_bytes()) == 3
    assert [(row.copy_number, row.left_by) for row in PaperIssue.select()] == [(0, "file"), (0, "file")]
    again = press.show_papers(office.desk, papers[:1], tmp_path / "papers", "Жолдама Ж-1/26")
    assert "КӨШІРМЕ № 1" in text_of(again.read_bytes())


def test_papers_that_cannot_be_shown_are_not_counted(office: TestOffice, tmp_path: Path) -> None:
    paper = press.referral_pdf(office.desk, a_referral(office.desk))
    (tmp_path / "papers").write_bytes(b"a file where the folder should be")
    with pytest.raises(Trouble, match="papers"):
        press.show_papers(office.desk, [paper], tmp_path / "papers", "Жолдама")
    assert PaperIssue.select().count() == 0


def test_a_viewing_copy_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    first = press.viewing_copy(folder, "Жолдама Ж-1/26", b"first")
    second = press.viewing_copy(folder, "Жолдама Ж-2/26", b"second")
    assert not first.exists()
    assert second.read_bytes() == b"second"


def test_a_viewing_copy_held_open_gets_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "papers"
    first = press.viewing_copy(folder, "Жолдама Ж-1/26", b"first")
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", fail_with(errno.EACCES))
        second = press.viewing_copy(folder, "Жолдама Ж-1/26", b"second")
    assert first.read_bytes() == b"first"
    assert second == folder / "Жолдама Ж-1-26 (2).pdf"
    assert second.read_bytes() == b"second"


def test_a_viewing_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "papers").write_bytes(b"a file where the folder should be")
    with pytest.raises(Trouble, match="papers"):
        press.viewing_copy(tmp_path / "papers", "Жолдама", b"paper")
