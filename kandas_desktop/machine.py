"""What this machine lacks for a Qt window, told before Qt would abort: shared libraries and a screen.

Only the standard library is used: ``run.py`` asks before anything is installed, the program before Qt loads.
"""

import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class MissingLibrary(NamedTuple):
    """A shared library that Qt loads, and the Debian or Ubuntu package that holds it."""

    soname: str
    debian_package: str


class ScreenProblem(StrEnum):
    """Why no window can be shown."""

    NONE_SET = "none set"
    UNREACHABLE = "unreachable"


# What QtCore, QtGui, QtWidgets, QtNetwork and QtPrintSupport of PySide6-Essentials 6.8 to 6.12 link to.
_QT_ITSELF: tuple[MissingLibrary, ...] = (
    MissingLibrary("libstdc++.so.6", "libstdc++6"),
    MissingLibrary("libz.so.1", "zlib1g"),
    MissingLibrary("libzstd.so.1", "libzstd1"),
    MissingLibrary("libglib-2.0.so.0", "libglib2.0-0"),
    MissingLibrary("libgthread-2.0.so.0", "libglib2.0-0"),
    MissingLibrary("libdbus-1.so.3", "libdbus-1-3"),
    MissingLibrary("libEGL.so.1", "libegl1"),
    MissingLibrary("libGL.so.1", "libgl1"),
    MissingLibrary("libX11.so.6", "libx11-6"),
    MissingLibrary("libxkbcommon.so.0", "libxkbcommon0"),
    MissingLibrary("libfontconfig.so.1", "libfontconfig1"),
    MissingLibrary("libfreetype.so.6", "libfreetype6"),
    MissingLibrary("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    MissingLibrary("libbrotlidec.so.1", "libbrotli1"),
)
_X11_WINDOW = (
    MissingLibrary("libX11-xcb.so.1", "libx11-xcb1"),
    MissingLibrary("libxcb.so.1", "libxcb1"),
    MissingLibrary("libxcb-cursor.so.0", "libxcb-cursor0"),
    MissingLibrary("libxcb-glx.so.0", "libxcb-glx0"),
    MissingLibrary("libxcb-icccm.so.4", "libxcb-icccm4"),
    MissingLibrary("libxcb-image.so.0", "libxcb-image0"),
    MissingLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    MissingLibrary("libxcb-randr.so.0", "libxcb-randr0"),
    MissingLibrary("libxcb-render.so.0", "libxcb-render0"),
    MissingLibrary("libxcb-render-util.so.0", "libxcb-render-util0"),
    MissingLibrary("libxcb-shape.so.0", "libxcb-shape0"),
    MissingLibrary("libxcb-shm.so.0", "libxcb-shm0"),
    MissingLibrary("libxcb-sync.so.1", "libxcb-sync1"),
    MissingLibrary("libxcb-util.so.1", "libxcb-util1"),
    MissingLibrary("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    MissingLibrary("libxcb-xkb.so.1", "libxcb-xkb1"),
    MissingLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
_WAYLAND_WINDOW = (
    MissingLibrary("libwayland-client.so.0", "libwayland-client0"),
    MissingLibrary("libwayland-cursor.so.0", "libwayland-cursor0"),
    MissingLibrary("libwayland-egl.so.1", "libwayland-egl1"),
)

_SENTENCES = {
    "no screen": {
        "kk": "Экран жоқ: экранды қосыңыз немесе DISPLAY айнымалысын беріңіз; экрансыз --self-check, "
        "--screenshots DIR және QT_QPA_PLATFORM=offscreen жұмыс істейді.",
        "ru": "Нет экрана: подключите экран или задайте DISPLAY; без экрана работают --self-check, "
        "--screenshots DIR и QT_QPA_PLATFORM=offscreen.",
        "en": "There is no screen: connect one or set DISPLAY; without a screen --self-check, "
        "--screenshots DIR and QT_QPA_PLATFORM=offscreen work.",
    },
    "unreachable": {
        "kk": "{variables} экраны жауап бермейді: экранды қосыңыз немесе айнымалыны түзетіңіз; экрансыз "
        "--self-check, --screenshots DIR және QT_QPA_PLATFORM=offscreen жұмыс істейді.",
        "ru": "Экран {variables} не отвечает: включите его или исправьте переменную; без экрана работают "
        "--self-check, --screenshots DIR и QT_QPA_PLATFORM=offscreen.",
        "en": "The screen {variables} does not answer: start it or correct the variable; without a screen "
        "--self-check, --screenshots DIR and QT_QPA_PLATFORM=offscreen work.",
    },
    "packages": {
        "kk": "Бағдарламаға керек жүйелік пакеттер жоқ. Орнатыңыз: {command}",
        "ru": "Нет системных пакетов, нужных программе. Установите: {command}",
        "en": "System packages that the program needs are missing. Install them: {command}",
    },
    "libraries": {
        "kk": "Бағдарламаға керек жүйелік файлдар жоқ. Олардың пакеттерін орнатыңыз: {libraries}",
        "ru": "Нет системных файлов, нужных программе. Установите пакеты, где они есть: {libraries}",
        "en": "System files that the program needs are missing. Install the packages that hold: {libraries}",
    },
}


def _loads(soname: str) -> bool:
    import ctypes  # where nothing is asked for, as on Windows, nothing is loaded

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _unknown() -> bool:
    return False


def missing_libraries(
    environ: Mapping[str, str],
    *,
    window: bool,
    platform: str = sys.platform,
    loads: Callable[[str], bool] = _loads,
    qt_loads: Callable[[], bool] = _unknown,
) -> list[MissingLibrary]:
    """The shared libraries Qt would not find; without ``window``, only those it needs to start offscreen.

    Where Qt is installed, ``qt_loads`` tries it: if it loads, only its window's libraries are asked for.
    Windows and macOS bring everything themselves: nothing is missing there.
    """
    if platform != "linux":
        return []
    needed = () if qt_loads() else _QT_ITSELF
    if window and not _named_windowless(environ):
        needed += _X11_WINDOW if environ.get("DISPLAY") else _WAYLAND_WINDOW
    return [library for library in needed if not loads(library.soname)]


def screen_problem(
    environ: Mapping[str, str],
    *,
    platform: str = sys.platform,
    answers: Callable[[Mapping[str, str]], bool] | None = None,
) -> ScreenProblem | None:
    """Why no window can be shown here, or None; a screen that is named is also asked whether it answers."""
    if platform != "linux" or _named_windowless(environ):
        return None
    if not _screen_variables(environ):
        return ScreenProblem.NONE_SET
    return None if (answers or _screen_answers)(environ) else ScreenProblem.UNREACHABLE


def packages_of(missing: list[MissingLibrary]) -> list[str]:
    """The Debian packages to install, each once, in the order of the list."""
    return list(dict.fromkeys(library.debian_package for library in missing))


def explain_missing(missing: list[MissingLibrary], language: str, *, has_apt: bool | None = None) -> str:
    """One line that says what to install, in ``kk``, ``ru`` or ``en``."""
    if has_apt is None:
        import shutil  # here: nobody whose machine is in order should wait for it

        has_apt = shutil.which("apt-get") is not None
    if has_apt:
        command = "sudo apt install " + " ".join(packages_of(missing))
        return _SENTENCES["packages"][language].format(command=command)
    libraries = ", ".join(library.soname for library in missing)
    return _SENTENCES["libraries"][language].format(libraries=libraries)


def explain_screen(problem: ScreenProblem, environ: Mapping[str, str], language: str) -> str:
    """One line that says how to get a screen or do without, in ``kk``, ``ru`` or ``en``."""
    if problem is ScreenProblem.NONE_SET:
        return _SENTENCES["no screen"][language]
    variables = ", ".join(f"{name}={environ[name]}" for name in _screen_variables(environ))
    return _SENTENCES["unreachable"][language].format(variables=variables)


def what_stands_in_the_way(
    environ: Mapping[str, str], *, window: bool, language: str, qt_loads: Callable[[], bool] = _unknown
) -> str | None:
    """The one line to print instead of starting Qt, or None when Qt can start."""
    problem = screen_problem(environ) if window else None
    if problem:
        return explain_screen(problem, environ, language)
    missing = missing_libraries(environ, window=window, qt_loads=qt_loads)
    return explain_missing(missing, language) if missing else None


def _named_windowless(environ: Mapping[str, str]) -> bool:
    """Whether QT_QPA_PLATFORM names a platform that needs no X11 or Wayland screen, such as ``offscreen``."""
    chosen = environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    return bool(chosen) and chosen != "xcb" and not chosen.startswith("wayland")


def _screen_variables(environ: Mapping[str, str]) -> list[str]:
    return [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if environ.get(name)]


def _screen_answers(environ: Mapping[str, str]) -> bool:
    return _wayland_answers(environ) or _x11_answers(environ)


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY")
    if sys.platform == "win32" or not name:
        return False
    import socket

    path = Path(environ.get("XDG_RUNTIME_DIR", "/"), name)
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _x11_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("DISPLAY")
    if not name:
        return False
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # that the library is missing is said by missing_libraries
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
