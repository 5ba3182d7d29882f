"""The names of countries in the language asked for, frequent ones first."""

from functools import cache
from typing import NamedTuple

from kandas_desktop.rules.countries import FREQUENT

# CLDR calls KG «Киргизия» in Russian; the country's own name there is another.
_OVERRIDES = {("ru", "KG"): "Кыргызстан"}


class Country(NamedTuple):
    code: str
    name: str


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale  # imported when the first name is asked for: it is slow to load

    names = dict(Locale(language).territories)
    return {code: name for code, name in names.items() if len(code) == 2 and code.isalpha()}


def country_name(code: str, language: str) -> str:
    """The name of the country ``code`` (two letters); the code itself where no name is known."""
    if not code:
        return ""
    return _OVERRIDES.get((language, code)) or _territories(language).get(code, code)


def countries(language: str) -> list[Country]:
    """Every country: the frequent ones first, then the others by the alphabet of the language."""
    from kandas_desktop.rules.letters import sort_key

    others = sorted(
        (code for code in _territories(language) if code not in FREQUENT and code not in _NO_COUNTRY),
        key=lambda code: sort_key(country_name(code, language)),
    )
    return [Country(code, country_name(code, language)) for code in (*FREQUENT, *others)]


_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "KZ"})
