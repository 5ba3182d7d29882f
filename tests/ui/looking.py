"""Reading a widget as somebody at the desk does: its words, its buttons, the one that is filled."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.chips import Badge, Chip, ClauseChip

Widget = TypeVar("Widget", bound=QWidget)


def is_seen(widget: QWidget, within: QWidget) -> bool:
    """Whether the widget is shown when ``within`` is."""
    return widget.isVisibleTo(within)


def words_in(whole: QWidget) -> list[str]:
    """Everything that can be read in a widget: labels, chips, buttons."""
    words = [label.text() for label in whole.findChildren(QLabel) if is_seen(label, whole)]
    chips = [*whole.findChildren(Chip), *whole.findChildren(ClauseChip), *whole.findChildren(Badge)]
    words += [chip.text for chip in chips if is_seen(chip, whole)]
    words += [button.text() for button in whole.findChildren(QAbstractButton) if is_seen(button, whole)]
    return [text for text in words if text]


def hints_in(whole: QWidget) -> list[str]:
    """What is read aloud or comes up under the pointer."""
    widgets = [widget for widget in whole.findChildren(QWidget) if is_seen(widget, whole)]
    hints = [
        text
        for widget in widgets
        for text in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    ]
    return [text for text in hints if text]


def shown_in(whole: QWidget, kind: type[Widget]) -> Widget:
    """The one widget of that kind that can be seen."""
    (found,) = [widget for widget in whole.findChildren(kind) if is_seen(widget, whole)]
    return found


def button_in(whole: QWidget, words: str) -> Button:
    """The one button that says ``words``."""
    (found,) = [
        button for button in whole.findChildren(Button) if button.words == words and is_seen(button, whole)
    ]
    return found


def filled_buttons_in(whole: QWidget) -> list[str]:
    """The words of every button that is filled and can be pressed."""
    return [
        button.words
        for button in whole.findChildren(Button)
        if button.role in ("filled", "big") and button.isEnabled() and is_seen(button, whole)
    ]
