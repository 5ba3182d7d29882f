from babel import Locale

from kandas_desktop.rules.countries import FREQUENT


def test_the_frequent_countries_stand_in_the_decided_order_and_have_kazakh_names() -> None:
    assert " ".join(FREQUENT) == "UZ CN TM MN RU KG TJ AF IR TR PK"
    assert all(code in Locale("kk").territories for code in FREQUENT)
