"""The house rules as a program: what no reader should have to look for."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_CLASS = 200

DONE_WITHOUT = {"QMessageBox", "processEvents", "QSortFilterProxyModel", "fetchMore"}
CLOCKS = ("date.today", "datetime.now", "datetime.today", "datetime.utcnow", "currentDate", "currentDateTime")
TRANSLATE = ("_", "gettext", "ngettext", "pgettext")


def program() -> list[Path]:
    return sorted((ROOT / "kandas_desktop").rglob("*.py"))


def everything() -> list[Path]:
    folders = ("kandas_desktop", "tests", "benchmarks", "translations")
    return [
        *ROOT.glob("*.py"),
        *(path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))),
    ]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def offenders(
    paths: list[Path], find: Callable[[ast.Module], list[str]], *, allowed: tuple[str, ...] = ()
) -> dict[str, list[str]]:
    """What ``find`` finds, by file; files under an ``allowed`` path may do as they like."""
    named = {path.relative_to(ROOT).as_posix(): path for path in paths}
    found = {name: find(tree_of(path)) for name, path in named.items() if not name.startswith(allowed)}
    return {name: finds for name, finds in found.items() if finds}


def dotted(node: ast.AST) -> str:
    """``datetime.date.today`` for the expression that says so."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def calls_at_import(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls that run as soon as the module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from calls_at_import(node)


def clocks_asked(tree: ast.Module) -> list[str]:
    named = [dotted(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    return [name for name in named if name.endswith(CLOCKS)]


def names_done_without(tree: ast.Module) -> list[str]:
    used: set[str] = set()
    for node in ast.walk(tree):
        used |= {getattr(node, field, "") for field in ("id", "attr", "name") if hasattr(node, field)}
    return sorted(used & DONE_WITHOUT)


def climbs(tree: ast.Module) -> list[str]:
    def asks_parent(node: ast.AST) -> bool:
        return isinstance(node, ast.Call) and dotted(node.func).endswith(("parent", "parentWidget"))

    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and asks_parent(node)]
    steps = [call for call in calls if isinstance(call.func, ast.Attribute) and asks_parent(call.func.value)]
    return [ast.unparse(call) for call in steps]


def colours(tree: ast.Module) -> list[str]:
    texts = [str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [text for text in texts if re.search(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b", text)]


def translated_at_import(tree: ast.Module) -> list[str]:
    return [ast.unparse(call) for call in calls_at_import(tree) if dotted(call.func) in TRANSLATE]


def filled_before_translated(tree: ast.Module) -> list[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and dotted(node.func) in TRANSLATE]
    messages = {call: call.args[: 1 if dotted(call.func) in ("_", "gettext") else 2] for call in calls}
    plain = (ast.Constant, ast.Name, ast.Attribute, ast.Subscript)
    return [
        ast.unparse(call)
        for call, texts in messages.items()
        if not all(isinstance(text, plain) for text in texts)
    ]


def long_classes(tree: ast.Module) -> list[str]:
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in classes}
    return [f"{name}: {length} lines" for name, length in lengths.items() if length > LONGEST_CLASS]


def test_a_module_begins_by_saying_what_it_is_for() -> None:
    def find(tree: ast.Module) -> list[str]:
        return [] if ast.get_docstring(tree) or not tree.body else ["no docstring"]

    assert offenders(everything(), find, allowed=("tests/",)) == {}


def test_a_file_is_short_enough_to_be_read() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in everything()}
    long = {path.name: length for path, length in lengths.items() if length > LONGEST_FILE}
    assert {name: length for name, length in long.items() if not re.match(r"m\d{4}_", name)} == {}


def test_a_class_is_short_enough_to_be_read() -> None:
    assert offenders(program(), long_classes) == {}


def test_only_the_start_of_the_program_asks_the_clock() -> None:
    assert offenders(program(), clocks_asked, allowed=("kandas_desktop/app.py",)) == {}


def test_nobody_uses_what_the_house_does_without() -> None:
    assert offenders(program(), names_done_without) == {}


def test_nobody_climbs_over_its_parent() -> None:
    assert offenders(program(), climbs) == {}


def test_colours_are_named_in_one_place() -> None:
    assert offenders(program(), colours, allowed=("kandas_desktop/ui/kit/tokens.py",)) == {}


def test_no_message_is_translated_while_a_module_is_imported() -> None:
    assert offenders(program(), translated_at_import) == {}


def test_no_message_is_filled_in_before_it_is_translated() -> None:
    assert offenders(program(), filled_before_translated) == {}


def test_the_rules_would_notice_what_they_forbid() -> None:
    tree = ast.parse(
        "title = _('Journal')\n"
        "lazy = lambda: _('Bed')\n"
        "def later():\n"
        "    QMessageBox.warning(self.parent().parent(), _(f'Referral {number}'), '#ffcc00')\n"
        "    return datetime.date.today()\n"
    )
    assert translated_at_import(tree) == ["_('Journal')"]
    assert names_done_without(tree) == ["QMessageBox"]
    assert climbs(tree) == ["self.parent().parent()"]
    assert filled_before_translated(tree) == ["_(f'Referral {number}')"]
    assert colours(tree) == ["#ffcc00"]
    assert clocks_asked(tree) == ["datetime.date.today"]
