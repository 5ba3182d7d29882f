import pytest

from kandas_desktop.queries.countries import countries, country_name
from kandas_desktop.rules.countries import FREQUENT
from kandas_desktop.rules.letters import sort_key
from translations.countries import names_of


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("UZ", "kk", "Өзбекстан"),
        ("CN", "kk", "Қытай"),
        ("MN", "kk", "Моңғолия"),
        ("KG", "kk", "Қырғызстан"),
        ("KG", "ru", "Кыргызстан"),
        ("CN", "ru", "Китай"),
        ("MN", "en", "Mongolia"),
        ("", "kk", ""),
        ("ЖЖ", "kk", "ЖЖ"),
    ],
)
def test_a_country_is_named_in_the_language_asked_for(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_countries_people_come_from_stand_first(language: str) -> None:
    listed = countries(language)
    assert tuple(country.code for country in listed[: len(FREQUENT)]) == FREQUENT
    assert len({country.code for country in listed}) == len(listed)
    assert all(country.name and country.name != country.code for country in listed)


def test_the_other_countries_follow_by_the_kazakh_alphabet() -> None:
    names = [country.name for country in countries("kk")[len(FREQUENT) :]]
    assert names == sorted(names, key=sort_key)
    assert names.index("Әзірбайжан") < names.index("Бразилия") < names.index("Үндістан") < names.index("Чад")


@pytest.mark.parametrize("code", ["KZ", "EU", "UN", "ZZ"])
def test_what_nobody_can_come_from_is_not_listed(code: str) -> None:
    assert code not in {country.code for country in countries("kk")}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_countries_are_named_as_unicode_names_them(language: str) -> None:
    unicode_names = names_of(language)
    assert {code for code in unicode_names if country_name(code, language) == code} == set()
    assert {code: country_name(code, language) for code in FREQUENT} == {
        code: unicode_names[code] for code in FREQUENT
    }
