"""What the documents name is there: files, links, names in the code, options and commands."""

import re
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

from kandas_desktop import options
from kandas_desktop.words import _, pgettext, spoken_in

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
MADE_BY_A_COMMAND = {".venv/bin/python"}
CODE = ("kandas_desktop", "tests", "benchmarks", "translations")

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def links(document: Path) -> set[Path]:
    """The files of this project that a document leads to."""
    found = re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text(encoding="utf-8"))
    return {(document.parent / link).resolve() for link in found if "://" not in link}


def marked(document: Path) -> list[str]:
    """What a document sets in the letters of a program."""
    return re.findall(r"`([^`\n]+)`", document.read_text(encoding="utf-8"))


def is_path(text: str) -> bool:
    """Whether this is a file or a folder of the project, as ``rules/birth.py`` or ``models/``."""
    return re.fullmatch(r"\w[\w./-]*(\.(py|md|txt|toml)|/[\w.-]*)", text) is not None


@cache
def files() -> list[str]:
    """Every file and folder of the project, with a slash before it."""
    folders = [*(ROOT / name for name in (*CODE, "docs", "resources", ".ci"))]
    found = [*ROOT.glob("*"), *(path for folder in folders for path in folder.rglob("*"))]
    return [f"/{path.relative_to(ROOT).as_posix()}" for path in found if "__pycache__" not in path.parts]


def is_there(path: str) -> bool:
    return any(name.endswith(f"/{path.rstrip('/')}") for name in files())


@cache
def words_of_the_code() -> set[str]:
    paths = [*ROOT.glob("*.py"), *(path for name in CODE for path in (ROOT / name).rglob("*.py"))]
    texts = [path.read_text(encoding="utf-8") for path in paths if path != Path(__file__)]
    return set(re.findall(r"\w+", "\n".join(texts)))


@every_document
def test_a_link_leads_somewhere(document: Path) -> None:
    assert [path for path in links(document) if not path.exists()] == []


def test_every_document_is_found_from_the_readme() -> None:
    found, left = {ROOT / "README.md"}, [ROOT / "README.md"]
    while left:
        new = {path for path in links(left.pop()) if path.suffix == ".md"} - found
        found |= new
        left += new
    assert [path.name for path in DOCUMENTS if path not in found] == []


@every_document
def test_a_file_that_is_named_is_there(document: Path) -> None:
    assert [text for text in marked(document) if is_path(text) and not is_there(text)] == []


@every_document
def test_a_name_of_the_code_is_still_its_name(document: Path) -> None:
    texts = [text for text in marked(document) if not is_path(text)]
    names = [name for text in texts for name in re.findall(r"^[A-Za-z_][\w.]*(?=\(|$)", text)]
    gone = [name for name in names if not set(name.split(".")) - {""} <= words_of_the_code()]
    assert gone == []


def test_the_readme_tells_of_every_option_and_of_no_other() -> None:
    source = Path(options.__file__).read_text(encoding="utf-8")
    known = set(re.findall(r'add_argument\(\s*"(--[a-z-]+)"', source))
    told = set(re.findall(r"--[a-z][a-z-]+", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert told == known - {"--version"}


def test_the_readme_calls_pages_as_the_navigation_does() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    called = dict(re.findall(r"\*([^*]+)\* \(([\w ]+)[:)]", text))
    assert len(called) == 6
    with spoken_in("kk"):
        shortened = {page: pgettext("navigation", page) for page in called.values()}
        shown = [_(page) if short == page else short for page, short in shortened.items()]
    assert list(called) == shown


@every_document
def test_a_command_that_is_shown_can_be_given(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    own = re.findall(r"\b(?:python3?|py) run\.py (\w+)", text)
    assert set(own) <= {"demo", "check"}
    programs = re.findall(r"\.venv/bin/([\w-]+)", text)
    scripts = str(Path(sys.executable).parent)
    assert [name for name in programs if shutil.which(name, path=scripts) is None] == []
    shown = re.findall(r"^ *(?:\.venv/bin/)?python.*", text, re.MULTILINE)
    paths = [word.rstrip("/") for line in shown for word in line.split() if is_path(word)]
    assert [path for path in paths if not (ROOT / path).exists() and path not in MADE_BY_A_COMMAND] == []


def test_the_drawing_of_the_rooms_shows_those_that_are_there() -> None:
    drawn = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    names = {name for name in re.findall(r"[\w/.]+(?:/|\.py)", drawn) if name != "kandas_desktop/"}
    assert [
        name for name in names if not any(path.endswith("/" + name.rstrip("/")) for path in files())
    ] == []
    for folder in (ROOT / "kandas_desktop", ROOT / "kandas_desktop" / "ui"):
        rooms = {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}
        assert rooms <= names
    modules = {path.name for path in (ROOT / "kandas_desktop").glob("*.py")} - {"__init__.py"}
    assert modules <= names


def test_what_is_gone_would_be_noticed() -> None:
    assert is_path("rules/birth.py")
    assert is_path("press.py")
    assert is_path("models/")
    assert not is_path("press.breach_pdf")
    assert "/kandas_desktop/rules/birth.py" in files()
    assert "obstacles_to_referral" in words_of_the_code()
    assert "obstacles_to_" + "nothing" not in words_of_the_code()
