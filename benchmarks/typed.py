"""What desks type into the journal's search: 200 texts, each as it stands after one more key."""

from collections.abc import Iterator
from itertools import cycle, islice

_SURNAMES = ("Серікбаев", "Ахметова", "Нұрланұлы", "Жұмабек", "Қалиева", "Өмірзақ", "Тұрсынов", "Әбдіғали")
_LATIN = ("Serikbay", "akhmet", "nurlan", "zhumabek", "Kaliev", "omir", "tursyn", "abdi")
_RUSSIAN = ("Серикба", "Жумабек", "Турсун")
_NUMBERS = ("145", "Ө-145/26", "Ж-12/25", "9871", "17.03.2026", "1952", "22.06.1984")
_TWO_WORDS = ("серікбай ай", "ахмет нұр", "nurlan sul", "қали 19", "жұма бек 26")
_NOT_THERE = ("zzzq", "фщъ", "31.02.2099")


def typed_texts() -> list[str]:
    """Beginnings of names, numbers, days and of two words, one letter longer each time."""
    sources = [_keys(words) for words in (_SURNAMES, _LATIN, _RUSSIAN, _NUMBERS, _TWO_WORDS, _NOT_THERE)]
    shares = (60, 50, 20, 35, 25, 10)
    return [text for source, share in zip(sources, shares, strict=True) for text in islice(source, share)]


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    for word in cycle(words):
        yield from (word[:length] for length in range(1, len(word) + 1) if word[length - 1] != " ")
