"""What the command line can ask for, and what it cannot."""

from pathlib import Path

import pytest

from kandas_desktop.options import DEMO_SIZE, read_options


def test_nothing_asked_for_opens_the_users_own_office() -> None:
    options = read_options([])
    assert not options.demo
    assert options.data_dir is None
    assert options.language is None


def test_the_demo_has_its_size_unless_another_is_asked_for() -> None:
    assert read_options(["--demo"]).demo_size == DEMO_SIZE
    assert read_options(["--demo", "--demo-size", "1000000"]).demo_size == 1_000_000


@pytest.mark.parametrize(
    "arguments",
    [
        ["--demo", "--demo-size", "0"],
        ["--demo", "--demo-size", "1000001"],
        ["--demo", "--demo-size", "many"],
        ["--demo-size", "5"],
        ["--keep", "papers"],
        ["--language", "de"],
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        read_options(arguments)
    assert exit_.value.code == 2
    assert arguments[0] in capsys.readouterr().err


def test_folders_are_paths() -> None:
    options = read_options(["--self-check", "--keep", "papers", "--data-dir", "office"])
    assert options.keep == Path("papers")
    assert options.data_dir == Path("office")


def test_what_the_program_does_not_know_is_left_to_qt() -> None:
    assert read_options(["-platform", "offscreen"]).qt_arguments == ("-platform", "offscreen")
