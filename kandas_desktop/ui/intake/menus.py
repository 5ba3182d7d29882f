"""The menus of the page: more about a person, and the drafts."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from kandas_desktop.ui.intake.applicant_card import ApplicantCard
from kandas_desktop.ui.intake.document_panel import kind_words
from kandas_desktop.ui.intake.drafts import KeptForm
from kandas_desktop.ui.intake.family_card import FamilyCard
from kandas_desktop.ui.intake.family_row import FamilyRow
from kandas_desktop.ui.intake.person_form import PersonForm
from kandas_desktop.ui.intake.words import masked
from kandas_desktop.ui.kit.icons import IconName, icon
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.need_line import need_words
from kandas_desktop.ui.wording import people_words
from kandas_desktop.words import _

Do = Callable[[], None]


def row_menu(family: FamilyCard, row: FamilyRow) -> QMenu:
    """What can be done with one member of the family."""
    menu = _menu(family)
    if not row.person.is_empty:
        _add(menu, "file-text", _("Slip or permit"), row.unfold_document)
        _add(menu, "swap", kind_words(row.person.is_permit), row.change_document_kind)
        _add(menu, "globe", _("Countries, IIN, other spellings"), partial(row.show_more, True))
        _add_need(menu, row.person, row.change_need)
        menu.addSeparator()
        _add(menu, "trash", _("Take off the application") + "\tCtrl+Delete", partial(family.remove, row))
    if family.can_bring_back:
        _add(menu, "undo", _("Bring back who was taken off"), family.bring_back)
    return menu


def applicant_menu(card: ApplicantCard) -> QMenu:
    """What can be done with the applicant besides typing."""
    menu = _menu(card)
    _add(menu, "pencil", _("Name in its own script"), card.grid.write_in_own_script)
    _add(menu, "swap", kind_words(card.person.is_permit), card.grid.change_document_kind)
    _add_need(menu, card.person, card.need.toggle)
    return menu


def with_editing(menu: QMenu, field: QWidget | None) -> QMenu:
    """The same menu, and below it cut, copy and paste of the field in which somebody stands."""
    if isinstance(field, QLineEdit):
        editing = field.createStandardContextMenu()
        editing.setParent(menu, editing.windowFlags())
        menu.addSeparator()
        menu.addActions(editing.actions())
    return menu


def show_row_menu(family: FamilyCard, row: FamilyRow) -> None:
    """Open the menu of a row, with that of the field in which somebody stands there."""
    focused = QApplication.focusWidget()
    family.set_current(row)
    within = focused if focused is not None and row.isAncestorOf(focused) else None
    open_under(row.line.menu, with_editing(row_menu(family, row), within))


def show_applicant_menu(card: ApplicantCard) -> None:
    """Open the applicant's menu, with that of the field in which somebody stands there."""
    focused = QApplication.focusWidget()
    within = focused if focused is not None and card.isAncestorOf(focused) else None
    open_under(card.menu, with_editing(applicant_menu(card), within))


def drafts_menu(
    parent: QWidget,
    kept: Sequence[KeptForm],
    *,
    current: int | None,
    names_hidden: bool,
    begin: Do,
    open_draft: Callable[[KeptForm], None],
    throw_away: Callable[[KeptForm], None],
    bring_back: Do | None,
) -> QMenu:
    """A new application, every draft to open or throw away, and the one thrown away last."""
    menu = _menu(parent)
    _add(menu, "plus", _("New application"), begin)
    if kept:
        menu.addSeparator()
    for draft in kept:
        one = menu.addMenu(draft_title(draft, names_hidden=names_hidden))
        one.setFont(theme().font("body"))
        is_open = draft.id == current
        one.setIcon(icon("check" if is_open else "file-text", 16, theme().palette.text2))
        if not is_open:
            _add(one, "pencil", _("Open"), partial(open_draft, draft))
        _add(one, "trash", _("Throw away"), partial(throw_away, draft))
    if bring_back:
        menu.addSeparator()
        _add(menu, "undo", _("Bring back the draft thrown away last"), bring_back)
    return menu


def open_under(button: QWidget, menu: QMenu) -> None:
    """Let the menu hang under its button."""
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def draft_title(draft: KeptForm, *, names_hidden: bool = False) -> str:
    """Whose draft it is, how many they are, and when it was saved."""
    name = draft.form.applicant.name.full or _("No name yet")
    name = masked(name) if names_hidden else name
    return f"{name} · {people_words(len(draft.form.people))} · {draft.saved_at:%d.%m.%Y %H:%M}"


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setFont(theme().font("body"))
    return menu


def _add_need(menu: QMenu, person: PersonForm, change: Do) -> None:
    """Whether an accessible room is needed, ticked where it is."""
    name: IconName = "check" if person.is_in_need else "accessibility"
    _add(menu, name, need_words() + "\tCtrl+B", change)


def _add(menu: QMenu, name: IconName, words: str, do: Do) -> None:
    menu.addAction(icon(name, 16, theme().palette.text2), words.replace("&", "&&"), do)
