"""The built wheel brings along what the program reads beside its code, each with its licence."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel that was just built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    with ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def resources(pattern: str) -> set[str]:
    found = (path for path in (ROOT / "resources").rglob(pattern) if path.is_file())
    return {f"kandas_desktop/{path.relative_to(ROOT).as_posix()}" for path in found}


def test_the_wheel_holds_every_font_and_icon_with_its_licence(contents: set[str]) -> None:
    assert resources("*LICENSE*")
    assert resources("*") <= contents


def test_the_wheel_holds_the_catalogue_of_every_language(contents: set[str]) -> None:
    catalogues = {name for name in contents if name.startswith("kandas_desktop/translations/")}
    assert catalogues == {
        f"kandas_desktop/translations/{language}/LC_MESSAGES/kandas.mo" for language in ("kk", "ru", "en")
    }


def test_the_wheel_holds_every_module_and_no_test(contents: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kandas_desktop").rglob("*.py")}
    assert {name for name in contents if name.endswith(".py")} == modules


def test_the_wheel_holds_the_licences(contents: set[str]) -> None:
    licences = {name.split("/licenses/")[1] for name in contents if "/licenses/" in name}
    assert "LICENSE" in licences
    assert {name.removeprefix("kandas_desktop/") for name in resources("*LICENSE*")} <= licences
