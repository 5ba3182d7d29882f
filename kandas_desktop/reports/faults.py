"""What can stop a paper from being drawn."""


class LettersMissing(Exception):
    """A form holds letters that the paper's font cannot show; nothing was drawn.

    ``letters`` names each of them once, in the order met; ``where`` holds the words they stand in.
    """

    def __init__(self, letters: tuple[str, ...], where: tuple[str, ...]) -> None:
        super().__init__(letters, where)
        self.letters = letters
        self.where = where


class Cancelled(Exception):
    """Whoever watched the progress asked to stop; no paper came of it."""
