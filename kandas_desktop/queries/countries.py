"""The names of countries in the language asked for, frequent ones first."""

from functools import cache
from typing import NamedTuple

from kandas_desktop.paths import resource
from kandas_desktop.rules.countries import FREQUENT

_OWN_COUNTRY = "KZ"


class Country(NamedTuple):
    code: str
    name: str


@cache
def _names(language: str) -> dict[str, str]:
    lines = resource(f"countries/{language}.txt").read_text(encoding="utf-8").splitlines()
    return {line[:2]: line[3:] for line in lines}


def country_name(code: str, language: str) -> str:
    """The name of the country ``code`` (two letters); the code itself where no name is known."""
    if not code:
        return ""
    return _names(language).get(code, code)


def countries(language: str) -> list[Country]:
    """Every country: the frequent ones first, then the others by the alphabet of the language."""
    from kandas_desktop.rules.letters import sort_key

    others = sorted(
        (code for code in _names(language) if code not in FREQUENT and code != _OWN_COUNTRY),
        key=lambda code: sort_key(country_name(code, language)),
    )
    return [Country(code, country_name(code, language)) for code in (*FREQUENT, *others)]
