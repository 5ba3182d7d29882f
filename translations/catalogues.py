"""The words on the screen as files: ``update`` after new words in the code, ``check`` for gaps, ``compile``.

``python translations/catalogues.py update`` brings every message of the code into ``kandas.pot`` and the
three ``kandas.po``; translations that stand there stay. Translate what is empty, then ``check``.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).resolve().parent
PACKAGE = FOLDER.parent / "kandas_desktop"
LANGUAGES = ("kk", "ru", "en")
_KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


def catalogue_path(folder: Path, language: str) -> Path:
    """Where the translations into ``language`` are kept."""
    return folder / language / "LC_MESSAGES" / "kandas.po"


def compile_catalogues(folder: Path) -> list[Path]:
    """The compiled catalogues under ``folder``; each is written anew when its source is newer."""
    compiled = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            partial = target.with_suffix(f".{os.getpid()}.partial")
            with partial.open("wb") as file:
                write_mo(file, read_catalogue(source))
            partial.replace(target)
        compiled.append(target)
    return compiled


def read_catalogue(path: Path) -> Catalog:
    """The catalogue at ``path``."""
    with path.open("rb") as file:
        return read_po(file)


def messages_of(package: Path) -> Catalog:
    """Every message that the code under ``package`` asks for, with the files it stands in."""
    found = Catalog(project="Kandas Desktop", charset="utf-8", copyright_holder="Kandas Desktop", fuzzy=False)
    extracted = extract_from_dir(
        str(package),
        method_map=[("**.py", "python")],
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, _line, message, comments, context in extracted:
        place = (f"{package.name}/{Path(name).as_posix()}", 0)
        found.add(message, locations=[place], auto_comments=comments, context=context)
    for path in package.rglob("*.py"):
        place = (f"{package.name}/{path.relative_to(package).as_posix()}", 0)
        for form, context in _inside_f_strings(path):
            found.add(form, locations=[place], context=context)
    for entry in found:
        entry.locations = sorted(set(entry.locations))
    return found


def _inside_f_strings(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The messages within f-strings, each with its context: Babel sees them from Python 3.12 on only."""
    texts = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.JoinedStr)]
    for call in (node for text in texts for node in ast.walk(text) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        words = tuple(str(given.value) for given in call.args if isinstance(given, ast.Constant))
        if name == "_":
            yield words[0], None
        elif name == "ngettext":
            yield words[:2], None
        elif name == "pgettext":
            yield words[1], words[0]


def update(folder: Path, package: Path) -> None:
    """Bring the template and the catalogues up to date with the code; what it no longer asks for goes."""
    needed = messages_of(package)
    template = folder / "kandas.pot"
    if template.exists():
        needed.creation_date = read_catalogue(template).creation_date
    _write(needed, template)
    for language in LANGUAGES:
        path = catalogue_path(folder, language)
        catalogue = read_catalogue(path)
        catalogue.update(needed, no_fuzzy_matching=True, update_creation_date=False)
        if language == "en":
            for entry in catalogue:
                entry.string = entry.id or entry.string
        _write(catalogue, path)


def faults(folder: Path, package: Path) -> list[str]:
    """What is missing, left over or unlike the code's message in the catalogues: a line each, or nothing."""
    needed = {(entry.id, entry.context) for entry in messages_of(package) if entry.id}
    found = []
    for language in LANGUAGES:
        catalogue = read_catalogue(catalogue_path(folder, language))
        known = {(entry.id, entry.context): entry for entry in catalogue if entry.id}
        found += [
            f"{language}: not in the catalogue: {identity[0]!r}"
            for identity in sorted(needed - known.keys(), key=str)
        ]
        found += [
            f"{language}: no longer asked for: {identity[0]!r}"
            for identity in sorted(known.keys() - needed, key=str)
        ]
        found += [
            f"{language}: {fault}: {entry.id!r}"
            for entry in known.values()
            for fault in _faults_of(entry, language)
        ]
    return found


def _faults_of(entry: Message, language: str) -> list[str]:
    asked, given = _forms(entry.id), _forms(entry.string)
    if entry.fuzzy or not all(given):
        return ["not translated"]
    if language == "en" and given != asked:
        return ["English differs from the code's message"]
    wanted = {name for text in asked for name in _PLACEHOLDER.findall(text)}
    for text in given:
        named = set(_PLACEHOLDER.findall(text))
        # A plural form may leave its number out: "One person".
        if named - wanted or (len(asked) == 1 and named != wanted):
            return ["other {placeholders} than in the code's message"]
    return []


def _forms(text: object) -> tuple[str, ...]:
    """The forms of a message as Babel holds it: one string, or one for each plural."""
    return tuple(str(form or "") for form in text) if isinstance(text, (tuple, list)) else (str(text or ""),)


def _write(catalogue: Catalog, path: Path) -> None:
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False)


def main(arguments: list[str]) -> int:
    """Carry out ``update``, ``check`` or ``compile``; the exit code is 1 when ``check`` finds a fault."""
    if arguments == ["compile"]:
        compile_catalogues(FOLDER)
        return 0
    if arguments == ["update"]:
        update(FOLDER, PACKAGE)
        return 0
    if arguments == ["check"]:
        found = faults(FOLDER, PACKAGE)
        print("\n".join(found) if found else "Every message is there in kk, ru and en.")
        return 1 if found else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
