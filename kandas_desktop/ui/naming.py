"""How people of a household are named on screen: in full, or by its number while names are hidden (F9)."""

from dataclasses import dataclass

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.names import PersonName
from kandas_desktop.ui.kinship import kinship_words
from kandas_desktop.ui.wording import born_words

HIDDEN_DATE = "••.••.••••"
HIDDEN_YEAR = "••••"


@dataclass(frozen=True, slots=True)
class Naming:
    """The number of a household, and whether its people are called by it."""

    number: str
    hidden: bool = False

    def short(self, name: PersonName, kinship: str = "") -> str:
        """Surname and given name; «Ө-145/26 · ұлы» while names are hidden."""
        if not self.hidden:
            return name.short
        return f"{self.number} · {kinship_words(kinship)}" if kinship else self.number

    def full(self, name: PersonName, kinship: str = "") -> str:
        """The whole name."""
        return self.short(name, kinship) if self.hidden else name.full

    def born(self, born: BirthDate) -> str:
        """The birth date, or its year."""
        if self.hidden:
            return HIDDEN_DATE if born.is_exact else HIDDEN_YEAR
        return born_words(born)
