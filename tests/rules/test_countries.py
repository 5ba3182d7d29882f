from kandas_desktop.rules.countries import FREQUENT


def test_the_frequent_countries_stand_in_the_decided_order() -> None:
    assert " ".join(FREQUENT) == "UZ CN TM MN RU KG TJ AF IR TR PK"
