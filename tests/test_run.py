"""The way in: what is installed, what is said in one line instead, and which exit code is given."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import run
from kandas_desktop import machine

EGL = machine.MissingLibrary("libEGL.so.1", "libegl1")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of which nothing is installed yet."""
    for name in ("pyproject.toml", "constraints.txt", "hatch_build.py"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv" / "installed.txt")
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were run; every one of them succeeds without being run."""
    heard: list[list[str]] = []

    def quietly(command: list[str], environ: object = None, show: str = "") -> tuple[int, str]:
        heard.append(command)
        return 0, ""

    def call(command: list[str], **_options: object) -> int:
        heard.append(command)
        return 0

    monkeypatch.setattr(run, "run_quietly", quietly)
    monkeypatch.setattr(subprocess, "call", call)
    return heard


@pytest.fixture
def ready_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that lacks nothing."""
    monkeypatch.setattr(machine, "missing_libraries", lambda environ, window: [])
    monkeypatch.setattr(machine, "screen_problem", lambda environ: None)
    monkeypatch.setattr(run, "load_machine", lambda: machine)


def last_words(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err.strip()


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--fast"], ["--demo"]])
def test_other_words_are_answered_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(arguments) == 2
    assert "usage: python3 run.py demo" in capsys.readouterr().out


def test_a_path_in_kazakh_letters_is_written_into_a_log_whatever_the_code_page() -> None:
    program = "import run; run.main([]); run.say('Үлгі')"
    environ = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=run.ROOT, env=environ, capture_output=True, check=True
    )
    assert told.stdout.decode().rstrip().endswith("Үлгі")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_who_asks_for_help_gets_it(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(arguments) == 0
    assert "py run.py check" in capsys.readouterr().out


def test_an_older_python_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert run.main(["demo"]) == 2
    said = last_words(capsys)
    assert "Python 3.11 or later" in said
    assert "Python 3.9.2" in said
    assert "\n" not in said


def test_the_demo_needs_a_screen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    problem = machine.ScreenProblem.NONE_SET
    monkeypatch.setattr(machine, "screen_problem", lambda environ: problem)
    monkeypatch.setattr(run, "load_machine", lambda: machine)
    assert run.main(["demo"]) == 2
    assert last_words(capsys) == machine.explain_screen(problem, {}, "en")


@pytest.mark.usefixtures("project", "ready_machine")
@pytest.mark.parametrize(
    "options", [["--self-check"], ["--language", "ru", "--screenshots=pictures"], ["--help"]]
)
def test_options_without_a_window_need_no_screen(
    options: list[str], commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "screen_problem", lambda environ: machine.ScreenProblem.NONE_SET)
    assert run.main(["demo", *options]) == 0
    assert commands[-1][1:] == ["-m", "kandas_desktop", "--demo", *options]


@pytest.mark.usefixtures("project", "ready_machine")
def test_the_first_demo_installs_the_program_and_opens_it(commands: list[list[str]]) -> None:
    assert run.main(["demo", "--language", "kk"]) == 0
    (pip,) = [command for command in commands if "pip" in command]
    assert pip[1:4] == ["-m", "pip", "install"]
    assert ".[words]" in pip  # or the catalogues could not be compiled
    assert commands[-1][1:] == ["-m", "kandas_desktop", "--demo", "--language", "kk"]


@pytest.mark.usefixtures("project", "ready_machine")
def test_the_second_demo_installs_nothing(commands: list[list[str]]) -> None:
    run.main(["demo"])
    commands.clear()
    run.main(["demo"])
    assert not any("pip" in command for command in commands)


@pytest.mark.usefixtures("ready_machine")
def test_a_changed_project_is_installed_anew(project: Path, commands: list[list[str]]) -> None:
    run.main(["demo"])
    (project / "pyproject.toml").write_text("another dependency", encoding="utf-8")
    commands.clear()
    run.main(["demo"])
    assert any("pip" in command for command in commands)


@pytest.mark.usefixtures("project", "ready_machine")
def test_the_check_adds_its_tools_to_an_installed_demo_but_not_the_other_way(
    commands: list[list[str]],
) -> None:
    run.main(["demo"])
    commands.clear()
    run.main(["check"])
    assert any(".[check]" in command for command in commands)
    commands.clear()
    run.main(["demo"])
    assert not any("pip" in command for command in commands)


@pytest.mark.usefixtures("project", "ready_machine")
def test_the_versions_are_those_that_were_tried_together(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run.install_program(Path("python"), "words")
    assert "constraints.txt" in commands[-1]
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    run.install_program(Path("python"), "words")
    assert "constraints.txt" not in commands[-1]


@pytest.mark.usefixtures("project", "ready_machine", "commands")
def test_an_installation_that_failed_is_told_in_pips_words_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def quietly(command: list[str], environ: object = None, show: str = "") -> tuple[int, str]:
        return (1, "ERROR: no route to host") if "install" in command else (0, "")

    monkeypatch.setattr(run, "run_quietly", quietly)
    assert run.main(["demo"]) == 2
    said = last_words(capsys)
    assert said.startswith("The program could not be installed; is there a network?")
    assert said.endswith("ERROR: no route to host")
    assert not run.is_installed("words")


@pytest.mark.usefixtures("project")
def test_an_environment_that_does_not_run_is_made_anew(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "environment_works", lambda: False)
    run.prepare_environment(extra="words")
    assert commands[0][1:] == ["-m", "venv", "--clear", str(run.ENVIRONMENT)]


@pytest.mark.usefixtures("project")
def test_an_environment_without_a_python_does_not_work() -> None:
    assert not run.environment_works()


@pytest.mark.usefixtures("project")
def test_an_environment_that_cannot_be_made_is_told_in_pythons_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "run_quietly", lambda command: (1, "Read-only file system"))
    with pytest.raises(run.CannotStart, match=r"(?s)No environment could be made.*Read-only file system"):
        run.make_environment()


@pytest.mark.usefixtures("ready_machine", "commands")
def test_debians_python_without_pip_gets_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "environment_works", lambda: False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "version_info", (3, 13, 5, "final", 0))
    assert run.what_is_missing(machine, window=False) == [("ensurepip", "python3.13-venv")]


@pytest.mark.usefixtures("ready_machine")
def test_who_may_not_install_hears_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "missing_libraries", lambda environ, window: [EGL])
    monkeypatch.setattr(run, "may_install_packages", lambda: False)
    assert run.main(["check"]) == 2
    assert last_words(capsys) == machine.explain_missing([EGL], "en")


@pytest.mark.usefixtures("ready_machine", "project")
def test_who_may_install_gets_the_packages(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([[EGL], []])
    monkeypatch.setattr(machine, "missing_libraries", lambda environ, window: next(answers))
    monkeypatch.setattr(run, "may_install_packages", lambda: True)
    assert run.main(["check"]) == 0
    installed = [command for command in commands if command[0] == "apt-get"]
    assert [command[-1] for command in installed] == ["update", "libegl1"]


def test_packages_that_cannot_be_installed_are_told_in_apts_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "run_quietly", lambda command, environ: (100, "E: Unable to locate package"))
    with pytest.raises(run.CannotStart, match=r"(?s)could not be installed.*Unable to locate package"):
        run.install_packages(["libegl1"])


@pytest.mark.usefixtures("project", "ready_machine", "commands")
def test_one_failed_check_stops_no_other_and_is_named_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def call(command: list[str], **_options: object) -> int:
        ran.append(command[1:])
        return 1 if command[1:] == ["-m", "mypy"] else 0

    monkeypatch.setattr(subprocess, "call", call)
    assert run.main(["check"]) == 1
    assert [step for _name, step in run.CHECKS] == ran[1:]
    assert capsys.readouterr().out.rstrip().endswith("Failed: mypy.")


@pytest.mark.usefixtures("project", "ready_machine", "commands")
def test_ctrl_c_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def call(command: list[str], **_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "call", call)
    assert run.main(["demo"]) == 130


def test_a_tools_last_lines_are_kept_and_the_wanted_ones_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "ROOT", tmp_path)
    program = "print('Downloading Qt'); [print(i) for i in range(20)]; raise SystemExit(3)"
    status, words = run.run_quietly([sys.executable, "-c", program], dict(os.environ), show="Downloading")
    assert status == 3
    assert words.split() == [str(number) for number in range(10, 20)]
    assert capsys.readouterr().out == "  Downloading Qt\n"


def test_a_tools_letters_arrive_whatever_the_code_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "ROOT", tmp_path)
    environ = {**os.environ, "PYTHONIOENCODING": "cp1252:replace"}
    assert run.run_quietly([sys.executable, "-c", "print('Үлгі')"], environ) == (0, "Үлгі")


def test_of_many_lines_those_are_told_that_name_the_error() -> None:
    pip = [
        "Collecting peewee",
        "  ERROR: No matching distribution",
        "ERROR: No matching distribution",
        "note: help",
    ]
    assert run.what_explains(pip) == "ERROR: No matching distribution"
    assert (
        run.what_explains(["Reading lists...", "E: Unable to locate package"])
        == "E: Unable to locate package"
    )


RETRYING = (
    "WARNING: Retrying (Retry(total={left}, connect=None, read=None, redirect=None, status=None)) "
    "after connection broken by '{error}': /simple/hatchling/"
)


@pytest.mark.parametrize(
    "lines",
    [
        [
            RETRYING.format(left=0, error="NewConnectionError('Temporary failure in name resolution')"),
            "ERROR: No matching distribution found for hatchling>=1.24",
        ],
        [
            "      " + RETRYING.format(left=0, error="NameResolutionError('getaddrinfo failed')"),
            "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io",
        ],
        [
            "E: Failed to fetch http://deb.debian.org/egl.deb  Temporary failure resolving 'deb.debian.org'",
            "E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?",
        ],
    ],
)
def test_where_there_is_no_network_one_line_says_so_and_not_what_follows_from_it(lines: list[str]) -> None:
    said = run.not_installed("The program", "pip", run.what_explains(lines))
    assert said == f"The program could not be installed: {run.NO_NETWORK}"
    assert "\n" not in said


@pytest.mark.parametrize(
    "line",
    [
        RETRYING.format(left=3, error="NewConnectionError('Network is unreachable')"),  # may be back
        RETRYING.format(left=0, error="SSLError('certificate verify failed')"),
        "E: Failed to fetch http://deb.debian.org/libegl1.deb  404  Not Found",
    ],
)
def test_a_network_that_is_there_is_not_called_missing(line: str) -> None:
    error = "ERROR: No space left on device"
    assert run.what_explains([line, error]).endswith(error)


def test_what_pip_advises_is_told_with_its_error() -> None:
    pip = ["ERROR: Could not install packages", "HINT: This system has no long paths", "note: help"]
    assert run.what_explains(pip) == "ERROR: Could not install packages\nHINT: This system has no long paths"


def test_the_module_about_the_machine_is_found_before_anything_is_installed() -> None:
    assert run.load_machine().ScreenProblem.NONE_SET == machine.ScreenProblem.NONE_SET
