"""How people are called."""

from typing import NamedTuple


class PersonName(NamedTuple):
    """A name as the notarised translation writes it; one of surname and given name is enough."""

    surname: str = ""
    given_name: str = ""
    patronymic: str = ""

    @property
    def parts(self) -> tuple[str, str, str]:
        """Surname, given name and patronymic in the order of the forms; empty where there is none."""
        return self.surname, self.given_name, self.patronymic

    @property
    def full(self) -> str:
        """Surname, given name and patronymic without gaps."""
        return " ".join(part for part in self.parts if part)

    @property
    def short(self) -> str:
        """Surname and given name; whatever there is where one of them is missing."""
        if self.surname and self.given_name:
            return f"{self.surname} {self.given_name}"
        return self.full

    @property
    def is_given(self) -> bool:
        return bool(self.surname or self.given_name)
