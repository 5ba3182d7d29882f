import pytest

from kandas_desktop.rules.household import Sex
from kandas_desktop.rules.kinship import KINSHIPS, sex_implied_by
from kandas_desktop.rules.letters import clean


def test_every_word_of_kinship_stands_once_and_clean() -> None:
    words = [kinship.word for kinship in KINSHIPS]
    assert len(words) == len(set(words))
    assert words == [clean(word).lower() for word in words]


def test_spouse_and_children_come_first() -> None:
    assert [kinship.word for kinship in KINSHIPS[:5]] == ["жұбайы", "зайыбы", "күйеуі", "ұлы", "қызы"]


@pytest.mark.parametrize(
    ("word", "sex"),
    [
        ("ұлы", Sex.MALE),
        (" Қызы ", Sex.FEMALE),
        ("күйеу баласы", Sex.MALE),
        ("қарындасы", Sex.FEMALE),
        ("жұбайы", None),
        ("зайыбы", Sex.FEMALE),
        ("күйеуі", Sex.MALE),
        ("қайын енесі", Sex.FEMALE),
        ("немересі", None),
        ("көршісі", None),
        ("", None),
    ],
)
def test_a_word_implies_a_sex_where_it_can(word: str, sex: Sex | None) -> None:
    assert sex_implied_by(word) is sex
