import random
import unicodedata
from itertools import pairwise

import pytest

from kandas_desktop.rules.letters import (
    ALPHABET,
    NAME_LENGTH,
    LetterFault,
    clean,
    clean_number,
    fold,
    is_doubtful_name,
    letter_faults,
    sort_key,
)

STRANGE = "😀\u200f\u202eمحمد安\u0301'ʼ’№½ßŞıİ٣３½\x00\ud800-–./ \t"
LETTERS = ALPHABET + ALPHABET.lower() + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def random_texts(count: int) -> list[str]:
    typing = random.Random(331)
    alphabets = [ALPHABET.lower(), LETTERS, "hgkndzscy", "-./19ә ", LETTERS + STRANGE]
    return [
        "".join(typing.choices(typing.choice(alphabets), k=typing.randrange(1, 16))) for _ in range(count)
    ]


def test_the_alphabet_has_42_letters() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 42
    assert unicodedata.normalize("NFC", ALPHABET).upper() == ALPHABET


@pytest.mark.parametrize("letters", [ALPHABET, ALPHABET.lower()])
def test_every_letter_sorts_behind_the_one_before_it(letters: str) -> None:
    for former, latter in pairwise(letters):
        assert sort_key(former) < sort_key(latter)
        assert sort_key(f"Б{former}яяя") < sort_key(f"Б{latter}ааа")


def test_names_stand_as_in_a_kazakh_list() -> None:
    in_order = ["7-бөлме", "Абаев", "Ақ Яна", "Ақа-Яна", "Ақан Аян", "Әбенов", "Бекова", "Ғабитов", "Егоров"]
    in_order += ["Ёлкин", "Жанов", "Касымов", "Қасымов", "Лесов", "Яшин", "Abai", "Zhan", "محمد"]
    shuffled = random.Random(331).sample(in_order, len(in_order))
    assert sorted(shuffled, key=sort_key) == in_order
    assert sorted(shuffled, key=lambda name: sort_key(name).encode()) == in_order


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ҚАСЫМОВА", "қасымова"),
        ("Йод", unicodedata.normalize("NFD", "Йод")),
        ("Ёлкин", unicodedata.normalize("NFD", "Ёлкин")),
        ("Нұр-Сұлтан", "Нұр  Сұлтан"),
        ("O'Нил", "oнил"),
        ("Şahin", "sahin"),
        ("Ўрол", "Урол"),
        ("٣", "3"),
        (" Али\n", "Али"),
    ],
)
def test_what_makes_no_difference_in_a_list_makes_none_in_the_key(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_short_i_and_yo_stay_letters_of_their_own() -> None:
    assert len({sort_key("и"), sort_key("й"), sort_key("е"), sort_key("ё")}) == 4
    assert clean(unicodedata.normalize("NFD", "Йёлдаев")) == "Йёлдаев"


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        ("kasimova", "Қасымова Касымова Qasymova Kassymova Kasimova ҚАСЫМОВА Qasımova"),
        ("ulgibaev", "Үлгібаев Улгибаев Ulgibaev Ulgibayev"),
        ("misalov", "Мысалов Mysalov Misalov"),
        ("zhumabaev", "Жұмабаев Жумабаев Zhumabayev Jumabaev Djumabayev Джумабаев Dzhumabaev"),
        ("erlan", "Ерлан Yerlan Erlan"),
        ("asel", "Әсел Асель Assel Äsel"),
        ("seit", "Сейіт Сейит Seyit Seiit"),
        ("madieva", "Мадиева Madiyeva Madieva"),
        ("maia", "Майя Maya Maiya"),
        ("dmitri", "Дмитрий Dmitriy Dmitry Dmitrii"),
        ("petr", "Пётр Петр Petr Pyotr"),
        ("solovev", "Соловьёв Solovyov Solovyev"),
        ("hafiz", "Һафиз Хафиз Khafiz Hafiz Xafiz"),
        ("shinis", "Шыңғыс Şıñğıs Shyngys Shynghys"),
        ("oral", "Орал Oral"),
        ("kuanish", "Қуаныш Kuanysh Quanyş Kwanish"),
        ("shukin", "Щукин Shchukin Shukin"),
        ("tsoi", "Цой Tsoy Tsoi"),
        ("iuldashev", "Юлдашев Yuldashev"),
        ("choibalsan", "Чойбалсан Choybalsan Çoybalsan"),
        ("gani", "Ғани Гани Gani Ghani"),
        ("iakob", "Якоб Yakob Iakob"),
        ("strase", "Straße Strasse"),
        ("han", "Хан Khan Ҳан"),
    ],
)
def test_the_spellings_of_one_name_share_a_key(key: str, spellings: str) -> None:
    assert {spelling: fold(spelling) for spelling in spellings.split()} == dict.fromkeys(
        spellings.split(), key
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ө-145/26", "o-145/26"),
        ("ө–145/26", "o-145/26"),
        ("22.06.1984", "22.06.1984"),
        ("№ 1144.", "1144"),
        ("Ө-", "o"),
        ("-5", "5"),
        ("1--2", "1 2"),
        ("А.Б. Мысалов", "a b misalov"),
        ("Нұр-Сұлтан", "nur sultan"),
        ("Ғ’айша, (Айша)", "gaisha aisha"),
        ("１２ ٣٤", "12 34"),
        ("½", "1 2"),
        ("Али 😀\u200f\u202e", "ali"),
        ("Бег\u200dали", "begali"),
        ("محمد", ""),
        ("", ""),
        (" \n", ""),
    ],
)
def test_numbers_and_dates_stay_searchable_and_nothing_breaks(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    "name",
    ["Қасымова Гүлнәр", "Үлгібаев Сынақ", "Щукин Андрей", "Kassymova", "Мыңғұлов", "Ө-145/26", "Юнус Цой"],
)
def test_the_key_of_a_beginning_begins_the_key(name: str) -> None:
    for length in range(1, len(name) + 1):
        assert fold(name).startswith(fold(name[:length])), name[:length]


def test_folding_a_key_changes_nothing_and_leaves_ascii() -> None:
    for text in random_texts(4000):
        key = fold(text)
        assert fold(key) == key, text
        assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ./-"), text


def test_no_text_breaks_the_sort_key() -> None:
    for text in random_texts(2000):
        assert sort_key(text) == sort_key(clean(text)), text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Қасымова \t Гүлнәр\r\n", "Қасымова Гүлнәр"),
        ("Қасымова\u00a0Гүлнәр\u2028", "Қасымова Гүлнәр"),
        ("\u202eМысалов\u202c\u200b\ufeff", "Мысалов"),
        ("Мыса\u00adлов", "Мысалов"),
        ("Мысалов\x00\x1b", "Мысалов"),
        ("Мыс\ud800алов", "Мысалов"),
        ("и\u200b\u0306", "й"),
        ("محمد", "محمد"),
        ("", ""),
    ],
)
def test_what_is_stored_is_clean(typed: str, stored: str) -> None:
    assert clean(typed) == stored


@pytest.mark.parametrize("typed", ["17-ө", "№ 17-ө", " №17-ө\n", "№№ 17-ө"])
def test_a_number_is_stored_without_the_sign_that_is_printed_before_it(typed: str) -> None:
    assert clean_number(typed) == "17-ө"


def test_cleaning_twice_changes_nothing() -> None:
    for text in random_texts(2000):
        stored = clean(text)
        assert clean(stored) == stored
        assert stored.isprintable()
        stored.encode()


@pytest.mark.parametrize(
    "name", ["", "Қасымова", "O'Нил-Мысалова", "Ғ’айша", "Şahin ʼUlgi`", "А. Сынақ (Нобай)"]
)
def test_a_name_in_cyrillic_or_latin_has_no_fault(name: str) -> None:
    assert letter_faults(name) == []


@pytest.mark.parametrize("name", ["1.6.2016", "-", "…", "0", "Ержан2", "۱۲۳"])
def test_a_name_with_digits_or_without_letters_is_doubtful(name: str) -> None:
    assert is_doubtful_name(name)


@pytest.mark.parametrize("name", ["", "Қасымова", "O'Нил-Мысалова", "А. Сынақ (Нобай)", "محمد", "安"])
def test_a_name_of_letters_is_not_doubtful(name: str) -> None:
    assert not is_doubtful_name(name)


@pytest.mark.parametrize(
    ("text", "faults", "native_faults"),
    [
        ("محمد", [LetterFault.RIGHT_TO_LEFT], []),
        ("安", [LetterFault.OTHER_SCRIPT], []),
        ("ﬁ安", [LetterFault.OTHER_SCRIPT], []),
        ("Али 😀", [LetterFault.SYMBOL], [LetterFault.SYMBOL]),
        ("Али\n", [LetterFault.SYMBOL], [LetterFault.SYMBOL]),
        ("Али \u202e", [LetterFault.SYMBOL], [LetterFault.SYMBOL]),
        ("<b>", [LetterFault.SYMBOL], [LetterFault.SYMBOL]),
        ("Ә" * NAME_LENGTH, [], []),
        ("Ә" * (NAME_LENGTH + 1), [LetterFault.TOO_LONG], [LetterFault.TOO_LONG]),
        ("م安😀" + "a" * NAME_LENGTH, list(LetterFault), [LetterFault.SYMBOL, LetterFault.TOO_LONG]),
    ],
)
def test_every_fault_of_a_name_is_told(
    text: str, faults: list[LetterFault], native_faults: list[LetterFault]
) -> None:
    assert letter_faults(text) == faults
    assert letter_faults(text, native=True) == native_faults
