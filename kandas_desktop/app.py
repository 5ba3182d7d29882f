"""How the program starts: read the options, look at the machine, open the office, show the window."""

import gc
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from kandas_desktop.errors import Trouble
from kandas_desktop.machine import what_stands_in_the_way
from kandas_desktop.options import Options, read_options
from kandas_desktop.paths import default_data_folder, forget_viewed_papers
from kandas_desktop.words import DEFAULT_LANGUAGE, _, use_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kandas_desktop.models.engine import OfficeDatabase
    from kandas_desktop.ui.computer import ComputerSettings
    from kandas_desktop.ui.single_instance import SingleInstance
    from kandas_desktop.ui.workplace import Workplace

CANNOT_START = 2
_SETTLED = 500  # milliseconds after which a window that comes up is there
_TELLING_SIZE = 20_000  # applications from which making the demo says how far it is
DEMO_OPERATOR = "Сәуле Үлгіқызы"
SHOWN_DAY = datetime(2026, 3, 18, 10, 42)  # the day on which every picture is taken


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program and return its exit code: 0, 1 when something failed, 2 when it cannot start here."""
    _let_every_letter_out()
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    try:
        use_language(options.language or DEFAULT_LANGUAGE)
    except FileNotFoundError:
        # A fresh checkout: no words of any language can be said yet.
        print("The words of the screen are not compiled. Start once by: python3 run.py demo", file=sys.stderr)
        return CANNOT_START
    if options.self_check:
        from kandas_desktop.self_check import run_self_check

        return run_self_check(keep=options.keep, now=datetime.now, say=print)
    if options.screenshots is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        if not (options.demo or options.screenshots):
            # Start-up makes modules and widgets, all of them to stay: looking for garbage takes a tenth of it
            # and finds none.
            gc.disable()
        return _start(options)
    except Trouble as trouble:
        print(trouble.text, file=sys.stderr)
        return 1
    finally:
        gc.enable()


def _start(options: Options) -> int:
    in_the_way = what_stands_in_the_way(
        os.environ,
        window=options.screenshots is None,
        language=options.language or "en",
        qt_loads=_qt_loads,
    )
    if in_the_way:
        print(in_the_way, file=sys.stderr)
        return CANNOT_START
    return _take_pictures(options) if options.screenshots else _open_desk(options)


def _qt_loads() -> bool:
    # Quicker than asking for each library that it links to: the window needs it at once anyway.
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError:
        return False
    return True


def _let_every_letter_out() -> None:
    """Windows writes a redirected output in the code page of the place, which has no Kazakh letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


def _open_desk(options: Options) -> int:
    """Open one office at this desk, from the first window to the last."""
    from kandas_desktop.ui.crash import watch_for_crashes
    from kandas_desktop.ui.single_instance import SingleInstance

    application = _qt_application(options)
    folder = _data_folder(options)
    settings = _dress(application, folder, options)
    instance = SingleInstance(folder)
    if instance.is_second:
        return 0 if instance.raise_first() else _say_trouble(application, _already_open())
    watch_for_crashes(application)
    forget_viewed_papers(folder)
    try:
        if options.demo:
            _make_demo(folder, options.demo_size, datetime.now().date())
            settings.operator = DEMO_OPERATOR
        database = _database(folder)
    except Trouble as trouble:
        instance.release()
        return _say_trouble(application, trouble.text)
    try:
        return _show_windows(application, _workplace(database, settings), instance)
    finally:
        database.close()
        forget_viewed_papers(folder)
        instance.release()


def _say_trouble(application: "QApplication", text: str) -> int:
    from kandas_desktop.ui.trouble import show_trouble

    return show_trouble(application, text)


def _already_open() -> str:
    return _(
        "This office is open already, in a window that does not answer."
        " Close it there; if you cannot find it, "
        "sign out of the computer and in again."
    )


def _qt_application(options: Options) -> "QApplication":
    from PySide6.QtWidgets import QApplication

    from kandas_desktop.ui.kit.theme import STYLE

    application = QApplication([sys.argv[0], *STYLE, *options.qt_arguments])
    application.setApplicationName("Kandas Desktop")
    return application


def _data_folder(options: Options) -> Path:
    if options.data_dir is not None:
        return options.data_dir.absolute()
    if not options.demo:
        return default_data_folder()
    return _folder_to_throw_away()


def _folder_to_throw_away() -> Path:
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="kandas-desktop-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _dress(application: "QApplication", folder: Path, options: Options) -> "ComputerSettings":
    from kandas_desktop.ui.computer import ComputerSettings
    from kandas_desktop.ui.kit.theme import apply_theme, follow_system
    from kandas_desktop.ui.qt_words import speak_in_qt

    settings = ComputerSettings(folder / "computer.ini")
    use_language(options.language or settings.language)
    speak_in_qt(application)
    apply_theme(application, settings.theme)
    follow_system(application)
    return settings


def _make_demo(folder: Path, size: int, today: date, *, is_full: bool = False) -> None:
    from kandas_desktop.demo.office import make_demo_office

    def report(done: int) -> None:
        print(f"\r{done:,} / {size:,}", end="", file=sys.stderr, flush=True)

    shown = report if size > _TELLING_SIZE else None
    try:
        make_demo_office(folder, size=size, today=today, is_full=is_full, progress=shown)
    except FileExistsError as error:
        raise Trouble(
            _("There is an office in {folder} already. Choose an empty folder for the demo.").format(
                folder=folder
            )
        ) from error


def _database(folder: Path) -> "OfficeDatabase":
    from kandas_desktop.models.database import FILE_NAME, open_database

    return open_database(folder / FILE_NAME)


def _workplace(database: "OfficeDatabase", settings: "ComputerSettings") -> "Workplace":
    from kandas_desktop.actions.desk import Desk
    from kandas_desktop.ui.workplace import Changes, Notices, Workplace

    changes = Changes()
    desk = Desk(database, settings.operator, datetime.now, changes.committed.emit)
    return Workplace(desk, settings, changes, Notices())


def _show_windows(application: "QApplication", workplace: "Workplace", instance: "SingleInstance") -> int:
    from PySide6.QtCore import QTimer

    from kandas_desktop.queries.office import office_name
    from kandas_desktop.ui.main_window import MainWindow

    QTimer.singleShot(_SETTLED, partial(_settle, instance))
    is_new = office_name() is None
    if is_new:
        from kandas_desktop.ui.office.set_up import SetUpDialog

        if not SetUpDialog.ask(workplace):
            return 0
    # A new office has no beds yet, and without them every family would wait (r.7).
    window = MainWindow(workplace, "rooms" if is_new else _first_page(workplace))
    instance.raised.connect(window.come_forward)
    window.show_as_left()
    return application.exec()


def _first_page(workplace: "Workplace") -> str:
    """The day begins with what is due; whoever starts again the same day goes on in the journal."""
    today = workplace.desk.today.isoformat()
    is_begun = workplace.settings.day_begun == today
    workplace.settings.day_begun = today
    return "journal" if is_begun else "today"


def _settle(instance: "SingleInstance") -> None:
    """What nobody waits for while the window comes up."""
    instance.listen()
    look_seldom_for_garbage()


def look_seldom_for_garbage() -> None:
    """Leave out of every later look what is there by now, and look through all the rest seldom.

    A look through everything takes as long as two frames, and would come with every few hundred rows read.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def _take_pictures(options: Options) -> int:
    from kandas_desktop.screenshots import Photographed, take_pictures

    application = _qt_application(options)
    folder = _folder_to_throw_away()
    settings = _dress(application, folder, options)
    settings.operator = DEMO_OPERATOR
    _make_demo(folder, options.demo_size, SHOWN_DAY.date(), is_full=True)
    database = _database(folder)
    assert options.screenshots is not None
    count = take_pictures(
        Photographed(application, database, settings, lambda: SHOWN_DAY, options.screenshots)
    )
    print(f"{count} pictures in {options.screenshots}")
    database.close()
    return 0
