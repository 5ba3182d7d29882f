"""The journal's search: names in any of their spellings, numbers and dates, however long the journal is."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.rules.letters import fold

# Two of them before each word make the beginnings "m" and "mi" trigrams too: "^^m" and "^mi".
_WORD_START = "^^"
_SHORT = 2

_WHOLE_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_CHUNK = 5000


class SearchPerson(NamedTuple):
    """What of a person can be searched for; ``born`` in digits, «22.06.1984» or «1952»."""

    name: str
    latin_name: str
    native_name: str
    born: str


def words_of(people: Iterable[SearchPerson], numbers: Iterable[str], dates: Iterable[str]) -> str:
    """The text under which an application is found: each word once, its beginning marked."""
    words: dict[str, None] = {}
    for person in people:
        for text in (person.name, person.latin_name, person.native_name, person.born):
            words.update(dict.fromkeys(_keys(text)))
    for number in numbers:
        for key in _keys(number):
            words[key] = None
            # «145» begins a word too, although the number is «Ө-145/26».
            words[key.partition("-")[2] or key] = None
    for day in dates:
        words.update(dict.fromkeys(_keys(day)))
    return " ".join(_WORD_START + word for word in words)


def put_in_index(database: OfficeDatabase, application_id: int, words: str) -> None:
    """Let the application be found under ``words`` and under nothing else from now on."""
    database.execute_sql(
        "INSERT OR REPLACE INTO journal_search (rowid, words) VALUES (?, ?)", (application_id, words)
    )


def matching(typed: str) -> str | None:
    """The full-text expression for ``typed``, whose words must all be found; None where nothing is asked.

    A word of one or two characters is looked for at the beginnings of words, a longer one anywhere.
    """
    terms = [term for key in _typed_keys(typed) for term in _terms(key)]
    return " AND ".join(f'"{term}"' for term in dict.fromkeys(terms)) or None


def newest_matching(
    database: OfficeDatabase, typed: str, *, limit: int, before: int | None = None
) -> list[int]:
    """The newest applications that match, newest first; those older than ``before`` where it is given."""
    expression = matching(typed)
    if expression is None:
        return []
    rows = database.execute_sql(
        "SELECT rowid FROM journal_search WHERE journal_search MATCH ? AND rowid < ?"
        " ORDER BY rowid DESC LIMIT ?",
        (expression, 2**63 - 1 if before is None else before, limit),
    )
    return [row[0] for row in rows]


def all_matching(database: OfficeDatabase, typed: str) -> Iterator[list[int]]:
    """All applications that match, newest first, in chunks between which a reader may stop."""
    before: int | None = None
    while chunk := newest_matching(database, typed, limit=_CHUNK, before=before):
        yield chunk
        before = chunk[-1]


@lru_cache(maxsize=65_536)
def _keys(text: str) -> tuple[str, ...]:
    """The search keys of a text's words; a word in another script than ours is its own key."""
    keys: list[str] = []
    for word in text.split():
        keys += fold(word).split() or unicodedata.normalize("NFKC", word).casefold().split()
    return tuple(key for key in keys if any(map(str.isalnum, key)))


def _typed_keys(typed: str) -> tuple[str, ...]:
    # «22.6.1984» is asked for as it is kept: «22.06.1984».
    padded = _WHOLE_DATE.sub(lambda part: f"{part[1]:>02}.{part[2]:>02}.{part[3]}", typed)
    return _keys(padded)


def _terms(key: str) -> list[str]:
    """The trigrams that a text must hold to hold ``key``."""
    if len(key) <= _SHORT:
        key = (_WORD_START + key)[-3:]
    return [key[start : start + 3] for start in range(len(key) - 2)]
