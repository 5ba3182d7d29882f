"""The self-check proves the main work, and says so when it does not hold."""

from datetime import datetime
from pathlib import Path

import pytest

from kandas_desktop import self_check
from kandas_desktop.app import main
from kandas_desktop.reports.text import paper_text
from tests.reports.reading import is_drawn_through

PAPERS = ("application.pdf", "referral.pdf", "referral-copy.pdf", "referral-struck-out.pdf", "journal.pdf")


def test_it_goes_through_and_leaves_every_paper(tmp_path: Path) -> None:
    said: list[str] = []
    code = self_check.run_self_check(keep=tmp_path, now=lambda: datetime(2026, 3, 18, 9), say=said.append)
    assert code == 0, said
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PAPERS)
    assert "Үлгібаева Мөлдір Ержанқызы" in paper_text((tmp_path / "referral.pdf").read_bytes())
    journal = (tmp_path / "journal.pdf").read_bytes()
    assert is_drawn_through(journal, "Ж-2/26")
    assert not is_drawn_through(journal, "Ж-1/26")
    assert any("r.3" in line and "Үлгібаева Мөлдір Ержанқызы" in line for line in said)


@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 22, 9), datetime(2028, 2, 29, 9), datetime(2026, 12, 31, 23)]
)
def test_it_holds_on_days_off_leap_days_and_at_the_end_of_a_year(day: datetime) -> None:
    said: list[str] = []
    assert self_check.run_self_check(keep=None, now=lambda: day, say=said.append) == 0, said


def test_it_fails_when_a_paper_does_not_say_what_it_should(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(self_check, "paper_text", lambda pdf: "")
    code = self_check.run_self_check(keep=tmp_path, now=lambda: datetime(2026, 3, 18, 9), say=said.append)
    assert code == 1
    assert said[-1].startswith("✗")


def test_papers_that_cannot_be_left_where_they_should_are_said(tmp_path: Path) -> None:
    said: list[str] = []
    keep = tmp_path / "in the way"
    keep.write_bytes(b"")
    assert self_check.run_self_check(keep=keep, now=lambda: datetime(2026, 3, 18, 9), say=said.append) == 1
    assert said == [
        f"✗ Nothing can be written to {keep}. Ask for the right to write there, or choose another folder."
    ]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_program_runs_it_in_every_language(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--self-check", "--language", language]) == 0
    assert "referral.pdf" in capsys.readouterr().out
