"""Where things lie: the program's own resources, and the folders it may write to."""

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _own(name: str) -> Path:
    return _found(name, getattr(sys, "_MEIPASS", None))


@cache
def _found(name: str, frozen: str | None) -> Path:
    # Three homes: beside the package (source checkout), inside it (wheel), beside the frozen program.
    homes = [Path(frozen)] if frozen else [_PACKAGE, _PACKAGE.parent]
    for home in homes:
        if (home / name).is_dir():
            return home / name
    raise FileNotFoundError(f"the program came without its folder {name!r}")


def resource(name: str) -> Path:
    """The path of a file the program brings along, such as ``fonts/LiberationSerif-Regular.ttf``."""
    return _own("resources") / name


def translations_folder() -> Path:
    """The folder with one catalogue per language."""
    return _own("translations")


def default_data_folder() -> Path:
    """Where this user's office lies when nothing else is asked for; it need not exist yet."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "Kandas Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Kandas Desktop"
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "kandas-desktop"


def viewing_folder(office: Path) -> Path:
    """Where papers lie while another program shows them, beside the office's file."""
    return office / "papers"


def forget_viewed_papers(office: Path) -> None:
    """Clear away what was written for other programs to show: names of people are in it."""
    folder = viewing_folder(office)
    for paper in folder.glob("*.pdf") if folder.is_dir() else ():
        with suppress(OSError):  # still held open: the next start or end tries again
            paper.unlink()


def is_network_share(folder: Path) -> bool:
    """Whether the folder lies on a network share, where SQLite's write-ahead log corrupts."""
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        drive_remote = 4
        root = os.path.splitdrive(text)[0] + "\\"
        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == drive_remote)
    return _linux_mount_type(folder) in {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "davfs"}


def _linux_mount_type(folder: Path) -> str:
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    real = os.path.realpath(folder)
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        point = fields[1].replace("\\040", " ")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind
