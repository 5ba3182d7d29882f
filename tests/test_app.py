"""Starting the program: what it opens, refuses and leaves behind."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop import app, words
from kandas_desktop.demo.office import make_demo_office
from kandas_desktop.errors import Trouble


def _run(*arguments: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "kandas_desktop", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environ},
    )


def test_a_demo_never_takes_the_place_of_an_office(tmp_path: Path) -> None:
    path = make_demo_office(tmp_path, size=1, today=date(2026, 3, 18))
    before = path.read_bytes()
    with pytest.raises(Trouble, match="already"):
        app._make_demo(tmp_path, 1, date(2026, 3, 18))
    assert path.read_bytes() == before


def test_a_large_demo_says_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "_TELLING_SIZE", 3)
    app._make_demo(tmp_path, 4, date(2026, 3, 18))
    assert "4 / 4" in capsys.readouterr().err


def test_a_checkout_whose_words_are_not_compiled_says_how_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(words, "_catalogues", {})
    monkeypatch.setattr(words, "translations_folder", lambda: tmp_path)
    assert app.main([]) == app.CANNOT_START
    said = capsys.readouterr().err
    assert said.endswith("python3 run.py demo\n")
    assert said.count("\n") == 1


def test_what_the_machine_lacks_is_said_in_one_line_instead_of_starting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "what_stands_in_the_way", lambda *_asked, **_how: "Connect a screen.")
    assert app.main(["--demo"]) == app.CANNOT_START
    assert capsys.readouterr().err == "Connect a screen.\n"


def test_a_file_that_is_no_office_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "office.kandas"
    file.write_text("a shopping list", encoding="utf-8")
    done = _run("--data-dir", str(tmp_path), "--language", "en", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "not an office" in done.stderr
    assert "Traceback" not in done.stderr
    assert file.read_text(encoding="utf-8") == "a shopping list"


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "office").write_bytes(b"")
    done = _run("--data-dir", str(tmp_path / "office"), "--language", "en", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(tmp_path / "office") in done.stderr
