"""The journal's search: what is found by what is typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kandas_desktop.models.database import open_database
from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.search import (
    SearchPerson,
    matching,
    put_in_index,
    words_of,
)
from tests.finding import found

PEOPLE = [
    SearchPerson("Мысалов Дәурен Аңызұлы", "MYSALOV DAUREN", "", "22.06.1984"),
    SearchPerson("Мысалова Сәуле Қалыпқызы", "MYSALOVA SAULE", "مىسالوۆا ساۋلە", "09.01.1986"),
    SearchPerson("Мысалова Бибі", "", "", "1952"),
]
NUMBERS = ["Ө-145/26", "Ж-99/26"]
DATES = ["16.03.2026", "18.03.2026"]


def put(office: OfficeDatabase, application_id: int, name: str) -> None:
    words = words_of([SearchPerson(name, "", "", "1990")], [f"Ө-{application_id}/26"], ["16.03.2026"])
    put_in_index(office, application_id, words)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeDatabase]:
    """A journal of two lines, of which the first is the family above."""
    database = open_database(tmp_path_factory.mktemp("journal") / "office.kandas")
    put_in_index(database, 1, words_of(PEOPLE, NUMBERS, DATES))
    other = SearchPerson("Қиялбеков Нұрлан Ертегіұлы", "", "木沙", "22.06.1991")
    put_in_index(database, 2, words_of([other], ["Ө-146/26"], ["17.03.2026"]))
    yield database
    database.close()


@pytest.mark.parametrize(
    "typed",
    [
        "Мысалов",
        "мысалов",
        "МЫСАЛОВ",
        "Mysalov",
        "misalov",
        "мыс",
        "мы",
        "м",
        "салов",
        "ЫСАЛ",
        "Сәуле",
        "сауле",
        "saule",
        "Бибі",
        "қалыпқызы",
        "калыпкызы",
        "qalypqyzy",
        "дәурен мысалов",
        "мысалов бибі 1952",
        "мы сә",
        "مىسالوۆا",
        "سا",
        "145",
        "14",
        "ө-145",
        "o-145",
        "Ө-145/26",
        "145/26",
        "5/26",
        "ж-99",
        "99",
        "22.06.1984",
        "22.6.1984",
        "22/06/1984",
        "22-06-1984",
        "22.06.19",
        "1984",
        "1952",
        "16.03",
        "16.03.2026",
        "  мысалов  ",
        "(Мысалов)",
        "«мысалов», 145",
    ],
)
def test_the_family_is_found(journal: OfficeDatabase, typed: str) -> None:
    assert 1 in found(journal, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "ысалов мысалк",
        "мысалбек",
        "ал",
        "сә қи",
        "145 нұрлан",
        "45/27",
        "22.06.1991",
        "22.06.1985",
        "12.06.1984",
        "09.01.1984",
        "1953",
        "84",
        "щщщ",
        "zzz",
        "999999",
        "木沙",
        '" OR 1',
        "NOT мысалов zzz",
    ],
)
def test_the_family_is_not_found(journal: OfficeDatabase, typed: str) -> None:
    assert 1 not in found(journal, typed)


def test_a_letter_that_every_number_begins_with_finds_names_alone(journal: OfficeDatabase) -> None:
    assert found(journal, "ө") == found(journal, "ж") == []
    assert found(journal, "ө-1") == [2, 1]


def test_a_word_of_a_strange_script_is_found_from_its_first_character(journal: OfficeDatabase) -> None:
    assert found(journal, "木") == found(journal, "木沙") == [2]


@pytest.mark.parametrize("typed", ["", "   ", "\t\n", "?!", "«»", "'", '"', "^", "*", "()", "—"])
def test_nothing_asked_is_nothing_matched(typed: str) -> None:
    assert matching(typed) is None


@pytest.mark.parametrize(
    "typed",
    ['"', '""', 'a"b', "a*", "^a", "words:a", "a NEAR b", "a OR b", "NOT", "(", "-", "a-", "{x}", "\x00a"],
)
def test_no_sign_is_taken_for_an_operator(journal: OfficeDatabase, typed: str) -> None:
    assert found(journal, typed) in ([], [1], [2], [2, 1])


@pytest.mark.parametrize("typed", ["zzz", "ЖЖЖ", "qqqwww", "қққққ", "ммм", "qqww", "мысалов zzz"])
def test_letters_that_no_name_holds_find_nothing(office: OfficeDatabase, typed: str) -> None:
    put(office, 1, "Мысалов Жазира Зере")
    put(office, 2, "Кумысбеков Қайсар")
    assert found(office, typed) == []


@pytest.mark.parametrize("typed", ["Lee", "ли", "Ли", "Анна", "аана", "aanna"])
def test_a_doubled_letter_is_still_one(office: OfficeDatabase, typed: str) -> None:
    put(office, 1, "Ли Lee Анна")
    assert found(office, typed) == [1]


def test_a_date_is_found_whole_though_its_parts_stand_in_other_dates(office: OfficeDatabase) -> None:
    born = ["22.06.1990", "12.06.1984"]
    put_in_index(office, 1, words_of([SearchPerson("Елес", "", "", day) for day in born], [], []))
    assert found(office, "22.06.1984") == []
    assert found(office, "12.06.1984") == [1]


def test_what_is_put_in_again_takes_the_place_of_what_was_there(office: OfficeDatabase) -> None:
    put(office, 1, "Мысалов")
    put(office, 2, "Мысалов")
    put(office, 1, "Сынақбаев")
    assert found(office, "мысалов") == [2]
    assert found(office, "сынақ") == [1]


def _put_and_fail(office: OfficeDatabase) -> None:
    with office.transaction():
        put(office, 1, "Мысалов")
        raise ZeroDivisionError


def test_the_index_is_part_of_the_transaction(office: OfficeDatabase) -> None:
    with pytest.raises(ZeroDivisionError):
        _put_and_fail(office)
    assert found(office, "мысалов") == []


def test_the_spellings_of_one_name_take_no_room_twice() -> None:
    both = words_of([SearchPerson("Нобаев Арман", "NOBAEV ARMAN", "", "")], [], [])
    one = words_of([SearchPerson("Нобаев Арман", "", "", "")], [], [])
    assert both == one


def test_the_longest_name_can_be_searched_for(tmp_path: Path, office: OfficeDatabase) -> None:
    name = "Мысал" * 24
    put(office, 1, name)
    assert found(office, name) == [1]
    assert found(office, name[:-1] + "қ") == []
