from kandas_desktop.reports.referral import render_referral
from kandas_desktop.reports.text import paper_text
from tests.reports.people import a_family, a_referral


def test_the_words_of_all_sheets_are_read_in_order_with_single_spaces() -> None:
    words = paper_text(render_referral(a_referral(*a_family(15))))
    first, second = words.index("1. Мысалов Нөмір-01, 17.03.2008, ұлы"), words.index("15. Мысалов Нөмір-15")
    assert first < second
    assert "  " not in words
    assert "\n" not in words
