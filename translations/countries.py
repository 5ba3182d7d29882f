"""Writes the names of countries into resources/countries: ``python translations/countries.py``.

The names are Unicode's, as Babel brings them; the program reads them from there, many times as fast.
"""

from pathlib import Path

from babel import Locale

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "countries"
LANGUAGES = ("kk", "ru", "en")

# CLDR calls KG «Киргизия» in Russian; the country's own name there is another.
_OVERRIDES = {("ru", "KG"): "Кыргызстан"}
# Unions, currency areas and test entries among CLDR's territories.
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def names_of(language: str) -> dict[str, str]:
    """The countries' names in a language, by their codes of two letters."""
    territories: dict[str, str] = dict(Locale(language).territories)
    return {
        code: _OVERRIDES.get((language, code), name)
        for code, name in sorted(territories.items())
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }


def write(folder: Path) -> None:
    """Write a file for each language: a line is a code, a blank and the name."""
    for language in LANGUAGES:
        lines = [f"{code} {name}\n" for code, name in names_of(language).items()]
        (folder / f"{language}.txt").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(FOLDER)
