"""The world's faults: what the program says when a disk, a file or a printer fails."""


class Trouble(Exception):
    """The world failed, and ``text`` says in the user's language what happened and what to do."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
