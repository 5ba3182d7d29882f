"""The books of the journal (appendix 3): which one is open, and beginning the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from kandas_desktop.queries.journal import VolumeRow, open_volume, volumes
from kandas_desktop.ui.kit.buttons import IconButton
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.wording import digits
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, ngettext

_NEWEST_IN_MENU = 12


def book_words(volume: VolumeRow) -> str:
    """A book by its year and number: «2026 жыл · 1-кітап»."""
    return _("{year} · book {number}").format(year=volume.year, number=volume.number)


def open_book_words(volume: VolumeRow | None) -> str:
    """The line under the page's title: book, day it was begun, number of its lines."""
    if volume is None:
        return _("The first book begins with the first application")
    entries = ngettext("{count} entry", "{count} entries", volume.entries)
    return _("{book} · begun {day} · {entries}").format(
        book=book_words(volume), day=digits(volume.begun_on), entries=entries
    )


_BUTTON = 24
_SECOND_LINE = 33  # where the line under the page's title begins


class BooksButton(QWidget):
    """Stands at the end of the line under the title; its menu prints a book or begins the next one."""

    print_asked = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.button = IconButton("chevron-down", _("Books of the journal"), size=_BUTTON, parent=self)
        self.button.clicked.connect(self._open)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        height = theme().sizes.page_head
        self.setFixedSize(_BUTTON, height)
        self.button.setGeometry(
            0, (height - _BUTTON) // 2 if theme().is_compact else _SECOND_LINE, _BUTTON, _BUTTON
        )

    def _open(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        begin = menu.addAction(_("Begin the next book…"))
        begin.setEnabled(open_volume() is not None)
        begin.triggered.connect(self.begin_next)
        menu.addSeparator()
        for volume in volumes()[:_NEWEST_IN_MENU]:
            words = _("Print {book}").format(book=book_words(volume))
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, id_=volume.id: self.print_asked.emit(id_))
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def begin_next(self) -> None:
        """Ask, then end the open book and begin the next."""
        # Imported with the question: the first page comes up without it.
        from kandas_desktop.actions.volumes import begin_next_volume
        from kandas_desktop.ui.attempt import attempt
        from kandas_desktop.ui.kit.dialog import Change, Question
        from kandas_desktop.ui.wording import obstacle_sentence

        volume, today = open_volume(), self._workplace.desk.today
        if volume is None:
            return
        following = volume.number + 1 if volume.year == today.year else 1
        question = Question(
            _("Begin the next book?"),
            _("Begin the book"),
            explanation=_("This book ends today. Lines go on in the next book, and numbers go on too."),
            changes=[
                Change(_("Book"), str(volume.number), str(following)),
                Change(_("Ended"), "—", digits(today)),
            ],
            parent=self.window(),
        )
        if question.was_accepted():
            attempt(
                self._workplace,
                lambda: begin_next_volume(self._workplace.desk),
                done=lambda: _("Book {number} is begun.").format(number=following),
                sentence=lambda obstacle: obstacle_sentence(obstacle, today),
            )
