"""What the command line can ask for."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kandas_desktop import __version__
from kandas_desktop.words import LANGUAGES

DEMO_SIZE = 450
LARGEST_DEMO = 1_000_000


class Options(NamedTuple):
    """One start of the program."""

    data_dir: Path | None = None
    language: str | None = None
    demo: bool = False
    demo_size: int = DEMO_SIZE
    self_check: bool = False
    keep: Path | None = None
    screenshots: Path | None = None
    qt_arguments: tuple[str, ...] = ()


def read_options(arguments: Sequence[str]) -> Options:
    """The options of a command line; prints what is wrong and exits with 2 for one that makes no sense.

    What the program does not know, such as ``-platform offscreen``, is left to Qt.
    """
    if not arguments:
        return Options()
    import argparse  # a desk starts without options and need not wait for it

    parser = argparse.ArgumentParser(
        prog="kandas-desktop",
        description="The reception desk of a Center for adaptation and integration of kandas.",
    )
    parser.add_argument("--version", action="version", version=f"Kandas Desktop {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="the folder of the office's file")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the screen, this time")
    parser.add_argument("--demo", action="store_true", help="open a throw-away office of made-up people")
    parser.add_argument(
        "--demo-size",
        type=_demo_size,
        default=None,
        metavar="N",
        help=f"applications in it (default {DEMO_SIZE})",
    )
    parser.add_argument("--self-check", action="store_true", help="go through the main work without a screen")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where --self-check leaves its papers")
    parser.add_argument("--screenshots", type=Path, metavar="DIR", help="write every page as a picture")
    known, left = parser.parse_known_args(arguments)
    if known.demo_size and not known.demo:
        parser.error("--demo-size goes with --demo")
    if known.keep and not known.self_check:
        parser.error("--keep goes with --self-check")
    return Options(
        data_dir=known.data_dir,
        language=known.language,
        demo=known.demo,
        demo_size=known.demo_size or DEMO_SIZE,
        self_check=known.self_check,
        keep=known.keep,
        screenshots=known.screenshots,
        qt_arguments=tuple(left),
    )


def _demo_size(text: str) -> int:
    size = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= size <= LARGEST_DEMO:
        import argparse

        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {LARGEST_DEMO}")
    return size
