"""Every page and dialog of the demo office as a picture, for eyes and for the documentation."""

from kandas_desktop.screenshots.house import take_house_dialogs, take_house_pages, take_house_papers
from kandas_desktop.screenshots.journal import (
    hand_in_what_is_missing,
    take_journal_dialogs,
    take_journal_pages,
)
from kandas_desktop.screenshots.questions import (
    take_house_questions,
    take_journal_questions,
    take_menus,
    take_residents_questions,
)
from kandas_desktop.screenshots.studio import Photographed
from kandas_desktop.ui.kit.theme import Choice

__all__ = ["Photographed", "take_pictures"]

LANGUAGES = ("kk", "ru")
SIZES = ((1366, 768), (1920, 1080))
SMALL = (1093, 614)  # what is left of 1366×768 at 125 %
_FURTHER: tuple[tuple[tuple[int, int], Choice], ...] = (
    (SIZES[0], "dark"),
    (SMALL, "light"),
    (SMALL, "dark"),
)


def take_pictures(office: Photographed) -> int:
    """Write every picture and return how many there are, named like ``kk-1366x768-journal.png``.

    The dark and the small ones are taken in Kazakh, which has the longest words.
    """
    office.folder.mkdir(parents=True, exist_ok=True)
    before = len(list(office.folder.glob("*.png")))
    for language in LANGUAGES:
        for size in SIZES:
            with office.studio(language, size) as studio:
                take_journal_pages(studio)
                take_house_pages(studio)
                take_house_papers(studio)
                take_journal_dialogs(studio)
                take_house_dialogs(studio)
                take_journal_questions(studio)
                take_house_questions(studio)
                take_residents_questions(studio)
                take_menus(studio)
    for size, theme in _FURTHER:
        with office.studio("kk", size, theme) as studio:
            take_journal_pages(studio)
            take_house_pages(studio)
    with office.studio("kk", SIZES[0]) as studio:
        hand_in_what_is_missing(studio)
        studio.journal.show_application(studio.first_in_reserve)
        studio.take("journal-nothing-in-the-way")
    return len(list(office.folder.glob("*.png"))) - before
