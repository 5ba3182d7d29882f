"""What is said about a machine that lacks libraries or a screen, before Qt would abort."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kandas_desktop import machine
from kandas_desktop.machine import MissingLibrary, ScreenProblem

X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/1000"}
EGL = MissingLibrary("libEGL.so.1", "libegl1")
GLIB = MissingLibrary("libglib-2.0.so.0", "libglib2.0-0")
GTHREAD = MissingLibrary("libgthread-2.0.so.0", "libglib2.0-0")


def missing(environ: dict[str, str], *, window: bool, platform: str = "linux") -> set[str]:
    """What is missing where nothing at all is there."""
    found = machine.missing_libraries(environ, window=window, platform=platform, loads=lambda _: False)
    return {library.debian_package for library in found}


def test_nothing_is_missing_where_everything_loads() -> None:
    assert machine.missing_libraries(X11, window=True, platform="linux", loads=lambda _: True) == []


def test_where_qt_loads_only_its_window_can_lack_anything() -> None:
    asked: list[str] = []

    def loads(soname: str) -> bool:
        asked.append(soname)
        return True

    machine.missing_libraries(X11, window=True, platform="linux", loads=loads, qt_loads=lambda: True)
    assert "libxcb-cursor.so.0" in asked
    assert "libEGL.so.1" not in asked


def test_only_the_library_that_does_not_load_is_named() -> None:
    def loads(soname: str) -> bool:
        return soname != "libEGL.so.1"

    assert machine.missing_libraries(X11, window=True, platform="linux", loads=loads) == [EGL]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_bring_everything_themselves(platform: str) -> None:
    assert missing(X11, window=True, platform=platform) == set()


def test_without_a_window_no_library_of_a_window_is_asked_for() -> None:
    packages = missing(X11, window=False)
    assert {"libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "libglib2.0-0"} <= packages
    assert "libxcb-cursor0" not in packages


@pytest.mark.parametrize(
    ("environ", "needed", "not_needed"),
    [
        (X11, "libxcb-cursor0", "libwayland-client0"),
        (WAYLAND, "libwayland-client0", "libxcb-cursor0"),
        ({**X11, **WAYLAND}, "libxcb-cursor0", "libwayland-client0"),
        ({**X11, "QT_QPA_PLATFORM": "offscreen"}, "libegl1", "libxcb-cursor0"),
        ({**X11, "QT_QPA_PLATFORM": "xcb"}, "libxcb-cursor0", "libwayland-client0"),
    ],
)
def test_a_window_needs_the_libraries_of_its_screen(
    environ: dict[str, str], needed: str, not_needed: str
) -> None:
    packages = missing(environ, window=True)
    assert needed in packages
    assert not_needed not in packages


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not machine._loads("libnobody-has-this.so.1")


def test_a_package_with_two_libraries_is_installed_once() -> None:
    assert machine.packages_of([GLIB, GTHREAD, EGL]) == ["libglib2.0-0", "libegl1"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_debian_hears_one_line_with_the_command(language: str) -> None:
    line = machine.explain_missing([GLIB, GTHREAD, EGL], language, has_apt=True)
    assert line.endswith("sudo apt install libglib2.0-0 libegl1")
    assert "\n" not in line


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_other_systems_hear_the_names_of_the_files(language: str) -> None:
    line = machine.explain_missing([GLIB, EGL], language, has_apt=False)
    assert line.endswith("libglib-2.0.so.0, libEGL.so.1")


@pytest.mark.parametrize(
    ("environ", "platform", "answers", "problem"),
    [
        ({}, "linux", True, ScreenProblem.NONE_SET),
        ({"DISPLAY": ""}, "linux", True, ScreenProblem.NONE_SET),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", True, ScreenProblem.NONE_SET),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "linux", True, ScreenProblem.NONE_SET),
        (X11, "linux", False, ScreenProblem.UNREACHABLE),
        (X11, "linux", True, None),
        (WAYLAND, "linux", True, None),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False, None),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", False, None),
        ({}, "win32", False, None),
        ({}, "darwin", False, None),
    ],
)
def test_a_screen_is_there_or_the_reason_is_known(
    environ: dict[str, str], platform: str, answers: bool, problem: ScreenProblem | None
) -> None:
    assert machine.screen_problem(environ, platform=platform, answers=lambda _: answers) is problem


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_missing_screen_is_explained_in_one_line(language: str) -> None:
    line = machine.explain_screen(ScreenProblem.NONE_SET, {}, language)
    assert "DISPLAY" in line
    assert "QT_QPA_PLATFORM=offscreen" in line
    assert "\n" not in line


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_screen_that_does_not_answer_is_named(language: str) -> None:
    environ = {"DISPLAY": ":9", "WAYLAND_DISPLAY": "wayland-0"}
    line = machine.explain_screen(ScreenProblem.UNREACHABLE, environ, language)
    assert "WAYLAND_DISPLAY=wayland-0, DISPLAY=:9" in line


def test_the_screen_is_spoken_of_before_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "missing_libraries", lambda environ, **_how: [EGL])
    monkeypatch.setattr(machine, "screen_problem", lambda environ: ScreenProblem.NONE_SET)
    said = machine.what_stands_in_the_way({}, window=True, language="en")
    assert said == machine.explain_screen(ScreenProblem.NONE_SET, {}, "en")


def test_without_a_window_only_libraries_can_stand_in_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "missing_libraries", lambda environ, **_how: [EGL])
    said = machine.what_stands_in_the_way({}, window=False, language="ru")
    assert said == machine.explain_missing([EGL], "ru")
    monkeypatch.setattr(machine, "missing_libraries", lambda environ, **_how: [])
    assert machine.what_stands_in_the_way({}, window=False, language="ru") is None


def test_nothing_is_said_where_qt_can_start() -> None:
    environ = {"QT_QPA_PLATFORM": "offscreen"}
    assert machine.what_stands_in_the_way(environ, window=True, language="kk") is None


if sys.platform == "linux":  # elsewhere screens are not reached by sockets

    def test_a_wayland_screen_answers_on_its_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # a socket's path must be short
        environ = {"WAYLAND_DISPLAY": "screen", "XDG_RUNTIME_DIR": "."}
        assert machine.screen_problem(environ) is ScreenProblem.UNREACHABLE
        with socket.socket(socket.AF_UNIX) as screen:
            screen.bind("screen")
            screen.listen()
            assert machine.screen_problem(environ) is None

    def test_an_x11_screen_that_nobody_started_does_not_answer() -> None:
        assert machine.screen_problem({"DISPLAY": ":4242"}) is ScreenProblem.UNREACHABLE

    def test_a_library_that_every_linux_has_is_found() -> None:
        found = machine.missing_libraries({}, window=False)
        assert MissingLibrary("libstdc++.so.6", "libstdc++6") not in found


def test_it_needs_nothing_but_the_standard_library() -> None:
    command = [sys.executable, "-I", "-S", machine.__file__]
    assert subprocess.run(command, env={**os.environ}, check=False).returncode == 0
