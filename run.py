"""The way in on a fresh machine: ``run.py demo`` opens the demo office, ``run.py check`` checks everything.

Only the standard library is used. A virtual environment is made in ``.venv`` beside this file, and used again
while it is up to date. What the machine lacks is installed where we may, and otherwise said in one line.
"""

from __future__ import annotations  # an older Python must get as far as the line that names it

import hashlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

OLDEST_PYTHON = (3, 11)
NEWEST_LOCKED_PYTHON = (3, 14)  # constraints.txt was tried up to here; beyond it pip chooses by itself
CANNOT_START = 2
INTERRUPTED = 130
TOLD_LINES = 10

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed.txt"

USAGE = """\
usage: python3 run.py demo [options of the program]    install, then open the demo office
       python3 run.py check                            install, then run every check and test
On Windows: py run.py demo and py run.py check. The options of the program: python3 run.py demo --help"""

NEED_NO_WINDOW = ("--self-check", "--screenshots", "--help", "-h", "--version")
"""The program's options with which it opens no window."""

CHECKS = (
    ("words", ["translations/catalogues.py", "check"]),
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("mypy of the benchmarks", ["-m", "mypy", "benchmarks"]),
    ("import contracts", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("tests", ["-m", "pytest", "-n", "2", "--cov"]),
)
"""What ``check`` runs with the environment's Python; the tests last, so that their count ends the output."""


EXPLAINING = ("ERROR: ", "Error: ", "E: ", "HINT: ")
"""How pip, venv and apt begin the lines that say what went wrong, and what would help."""

GAVE_UP_CONNECTING = re.compile(
    r"Retry\(total=0,.*(NewConnection|NameResolution|ConnectTimeout|Proxy)Error"
    r"|E: Failed to fetch .*(Temporary failure resolving|Could not (resolve|connect))"
)
"""What pip and apt write for want of a network, before they name errors that only follow from it."""

NO_NETWORK = "there is no network, and the first start needs one. Later starts need none."


class CannotStart(Exception):
    """Something is missing; the text is the line to show, with a failed tool's own last lines beneath."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console without these letters is no reason to stop; a file gets what the program writes, too.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    if sys.version_info < OLDEST_PYTHON:
        return fail(old_python_line(sys.version_info))
    command, options = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        if command == "demo":
            return demo(options)
        if command == "check" and not options:
            return check()
    except CannotStart as problem:
        return fail(str(problem))
    except KeyboardInterrupt:
        return INTERRUPTED
    print(USAGE)
    return 0 if command in ("--help", "-h") else CANNOT_START


def demo(options: list[str]) -> int:
    """Install the program and open the demo office; ``options`` and the exit code are the program's own."""
    window = not any(option.split("=")[0] in NEED_NO_WINDOW for option in options)
    prepare_machine(window=window)
    python = prepare_environment(extra="words")
    say("Opening the demo office." if window else "Starting the program.")
    return subprocess.call([str(python), "-m", "kandas_desktop", "--demo", *options], cwd=ROOT)


def check() -> int:
    """Install the program with its tools and run every check, also after one failed; 0 when all passed."""
    prepare_machine(window=False)
    python = prepare_environment(extra="check")
    environ = {**os.environ, "PYTHONIOENCODING": "utf-8:replace"}  # a tool may draw what a console cannot
    failed = []
    for name, step in CHECKS:
        say(f"Checking: {name}")
        if subprocess.call([str(python), *step], cwd=ROOT, env=environ) != 0:
            failed.append(name)
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def prepare_machine(*, window: bool) -> None:
    """Make sure that Qt will find its libraries, a window its screen, and the environment its pip."""
    machine = load_machine()
    refuse_without_a_screen(machine, window=window)
    missing = what_is_missing(machine, window=window)
    if missing and may_install_packages():
        install_packages(machine.packages_of(missing))
        refuse_without_a_screen(machine, window=window)
        missing = what_is_missing(machine, window=window)
    if missing:
        raise CannotStart(machine.explain_missing(missing, "en"))


def load_machine() -> ModuleType:
    """The program's module about the machine, needed here before the program is installed."""
    path = ROOT / "kandas_desktop" / "machine.py"
    specification = importlib.util.spec_from_file_location("machine", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def refuse_without_a_screen(machine: ModuleType, *, window: bool) -> None:
    """Stop with one line when a window is wanted and no screen answers."""
    problem = machine.screen_problem(os.environ) if window else None
    if problem:
        raise CannotStart(machine.explain_screen(problem, os.environ, "en"))


def what_is_missing(machine: ModuleType, *, window: bool) -> list[tuple[str, str]]:
    """The system's files that are not there, each with its Debian package."""
    missing: list[tuple[str, str]] = machine.missing_libraries(os.environ, window=window)
    if importlib.util.find_spec("ensurepip") is None and not environment_works():
        # Debian and Ubuntu keep this part of Python's own library in a package of its own.
        package = "python{}.{}-venv".format(*sys.version_info)
        missing.insert(0, machine.MissingLibrary("ensurepip", package))
    return missing


def may_install_packages() -> bool:
    """Whether this is Debian or a kin of it, and we are root there."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_packages(packages: list[str]) -> None:
    """Install Debian packages; ``CannotStart`` with apt's last words where that fails."""
    say(f"Installing system packages: {' '.join(packages)}")
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A failed update is no failure yet: the lists that are there may do.
    run_quietly([*apt, "update"], environ)
    status, words = run_quietly([*apt, "install", "-y", "--no-install-recommends", *packages], environ)
    if status != 0:
        raise CannotStart(not_installed("The system packages", "apt-get", words))


def prepare_environment(*, extra: str) -> Path:
    """Bring ``.venv`` up to date and return its Python; ``extra`` names the optional tools to install."""
    python = environment_python()
    if not environment_works():
        make_environment()
    if not is_installed(extra):
        STAMP.unlink(missing_ok=True)
        install_program(python, extra)
        STAMP.write_text(stamp(extra), encoding="utf-8")
    subprocess.call([str(python), "translations/catalogues.py", "compile"], cwd=ROOT)
    return python


def environment_python() -> Path:
    """Where the environment's Python is, or will be."""
    return ENVIRONMENT / "Scripts" / "python.exe" if os.name == "nt" else ENVIRONMENT / "bin" / "python"


def environment_works() -> bool:
    """Whether the environment's Python runs and has its pip."""
    try:
        status, _words = run_quietly([str(environment_python()), "-c", "import pip"])
    except OSError:
        return False
    return status == 0


def make_environment() -> None:
    """Make ``.venv`` anew; ``CannotStart`` with the last words of ``venv`` where that fails."""
    say(f"Making an environment in {ENVIRONMENT}")
    status, words = run_quietly([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])
    if status != 0:
        raise CannotStart(f"No environment could be made in {ENVIRONMENT}. Python says:\n{words}")


def stamp(extra: str) -> str:
    """What is written down after an installation: for what, and from which description of the project."""
    described = hashlib.sha256(str(ROOT).encode())
    for name in ("pyproject.toml", "constraints.txt", "hatch_build.py"):
        described.update((ROOT / name).read_bytes())
    return f"{described.hexdigest()} {extra}"


def is_installed(extra: str) -> bool:
    """Whether the environment holds the program as the project describes it now, with at least ``extra``."""
    try:
        written = STAMP.read_text(encoding="utf-8")
    except OSError:
        return False
    return written in (stamp(extra), stamp("check"))


def install_program(python: Path, extra: str) -> None:
    """Install the program from this folder; ``CannotStart`` with pip's last words where that fails."""
    say("Installing the program and what it stands on. The first time this takes some minutes.")
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar", "off", "--editable", f".[{extra}]"]
    if sys.version_info[:2] <= NEWEST_LOCKED_PYTHON:
        command += ["--constraint", "constraints.txt"]
    status, words = run_quietly(command, show="Downloading")
    if status != 0:
        raise CannotStart(not_installed("The program", "pip", words))


def not_installed(what: str, tool: str, words: str) -> str:
    """The line about what could not be installed, with the tool's ``words`` beneath if they help."""
    if words == NO_NETWORK:
        return f"{what} could not be installed: {NO_NETWORK}"
    return f"{what} could not be installed; is there a network? {tool} says:\n{words}"


def run_quietly(command: list[str], environ: dict[str, str] | None = None, show: str = "") -> tuple[int, str]:
    """Run a tool; its exit code and what explains it. Lines that begin with ``show`` are shown at once."""
    lines = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        # Windows would write into a pipe with the code page of the place, which has no Kazakh letters.
        env={**(environ or os.environ), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line.rstrip())
            if show and line.lstrip().startswith(show):
                say("  " + line.strip())
    return process.returncode, what_explains(lines)


def what_explains(lines: list[str]) -> str:
    """The errors that a tool has named, each once, or its last lines if it named none; or ``NO_NETWORK``."""
    if any(GAVE_UP_CONNECTING.search(line) for line in lines):
        return NO_NETWORK
    named = [line.strip() for line in lines if line.lstrip().startswith(EXPLAINING)]
    return "\n".join(list(dict.fromkeys(named))[-TOLD_LINES:] or lines[-TOLD_LINES:])


def old_python_line(version: Sequence[object]) -> str:
    """The line for somebody whose Python is too old."""
    has = ".".join(str(part) for part in version[:3])
    return (
        f"Kandas Desktop needs Python 3.11 or later, and this is Python {has}: get one from www.python.org."
    )


def say(line: str) -> None:
    """Print a line of progress, ahead of what the next tool prints."""
    print(line, flush=True)


def fail(line: str) -> int:
    """Print why nothing can be started; returns the exit code for it."""
    print(line, file=sys.stderr)
    return CANNOT_START


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
