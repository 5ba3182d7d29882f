"""The self-check proves the main work, and says so when it does not hold."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from kandas_desktop import press, self_check
from kandas_desktop.actions.desk import Refused
from kandas_desktop.app import main
from kandas_desktop.reports.text import paper_text
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.self_check.check import Check
from tests.reports.reading import is_drawn_through

PAPERS = (
    "application.pdf", "referral.pdf", "referral-copy.pdf", "referral-struck-out.pdf", "journal.pdf",
    "house-rules.pdf", "reserve.pdf", "proposal.pdf", "decision-notice.pdf", "term-notice.pdf", "linen.pdf",
)  # fmt: skip


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
    "day",
    [
        datetime(2026, 3, 22, 9),
        datetime(2028, 2, 29, 9),
        datetime(2026, 12, 31, 23),
        datetime(2027, 1, 1, 0, 1),
        datetime(2026, 11, 22, 14),
    ],
)
def test_it_holds_on_days_off_leap_days_and_at_the_end_of_a_year(day: datetime) -> None:
    said: list[str] = []
    assert self_check.run_self_check(keep=None, now=lambda: day, say=said.append) == 0, said


def test_it_fails_when_a_paper_does_not_say_what_it_should(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("kandas_desktop.self_check.check.paper_text", lambda pdf: "")
    code = self_check.run_self_check(keep=tmp_path, now=lambda: datetime(2026, 3, 18, 9), say=said.append)
    assert code == 1
    assert said[-1].startswith("✗")


def test_it_fails_where_the_program_refuses_what_it_should_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> int:
        raise Refused([Obstacle(ObstacleKind.BED_NOT_FREE)])

    said: list[str] = []
    monkeypatch.setattr("kandas_desktop.self_check.staying.move_to_beds", refuse)
    assert self_check.run_self_check(keep=None, now=lambda: datetime(2026, 3, 18, 9), say=said.append) == 1
    assert said[-1] == "✗ bed not free"


@pytest.mark.parametrize("instead", [lambda: None, lambda: press.term_notice_pdf(0, date(2026, 3, 18))])
def test_it_fails_where_the_program_does_what_it_should_refuse(
    instead: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or where it refuses it for another reason."""
    said: list[str] = []
    refused = Check.refused
    monkeypatch.setattr(Check, "refused", lambda check, do, *kinds: refused(check, instead, *kinds))
    assert self_check.run_self_check(keep=None, now=lambda: datetime(2026, 3, 18, 9), say=said.append) == 1
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
