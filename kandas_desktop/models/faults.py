"""The faults of disks and files, in words that say what to do."""

import errno
from pathlib import Path

from kandas_desktop.errors import Trouble
from kandas_desktop.words import _

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NO_ENTRY = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR, errno.EISDIR)
_HELD = (32, 33)  # how Windows numbers a file, or a part of it, that another program keeps for itself


def trouble_of(error: Exception, path: Path) -> Trouble:
    """What ``error``, raised while reading or writing ``path``, means for the person at the desk."""
    number = error.errno if isinstance(error, OSError) else None
    told = "" if isinstance(error, OSError) else str(error).lower()  # the system's words name the file, too
    is_held = getattr(error, "winerror", None) in _HELD
    if number in _NO_ROOM or "disk is full" in told:
        return Trouble(
            _(
                "The disk is full, and nothing was changed."
                " Free some space on the disk of {path}, then try again."
            ).format(path=path)
        )
    if is_held or "locked" in told or "busy" in told:
        return Trouble(
            _("Another program holds the file {path}. Close it there, then try again.").format(path=path)
        )
    if number in _NO_ENTRY or "readonly" in told or "unable to open" in told:
        return Trouble(
            _(
                "Nothing can be written to {path}."
                " Ask for the right to write there, or choose another folder."
            ).format(path=path)
        )
    if "not a database" in told or "malformed" in told:
        return Trouble(
            _("The file {path} is damaged. It was left as it is. Restore a backup in its place.").format(
                path=path
            )
        )
    return Trouble(
        _("The file {path} could not be read or written. Check the disk, then try again.").format(path=path)
    )
