"""The line below a choice that says what is wrong with it, with the red sign that fields have."""

from kandas_desktop.ui.kit.fields import Message


class ErrorLine(Message):
    """Hidden until something is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def say(self, words: str) -> None:
        """Say what is wrong, or nothing."""
        self.show_message(words, ink="overdue", icon="alert-circle", family="overdue", clause=None)
        self.setVisible(bool(words))
