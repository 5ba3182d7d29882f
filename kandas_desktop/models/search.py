"""The journal's search: names in any of their spellings, numbers and dates, however long the journal is.

Every word is indexed in pieces: its beginnings of one and two characters, and each run of three to six.
So up to six typed characters, wherever they stand in a word, are a single look-up, and more are the few
applications that hold all of their pieces. docs/search.md tells what was measured.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from operator import eq
from typing import NamedTuple

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.rules.letters import fold

_BEGINNING = "^"
_BEGINNINGS = (1, 2)
_RUNS = (3, 4, 5, 6)

_DATE = re.compile(r"\d{2}\.\d{2}\.\d{4}")
_TYPED_DATE = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")


class SearchPerson(NamedTuple):
    """What of a person can be searched for; ``born`` in digits, «22.06.1984» or «1952»."""

    name: str
    latin_name: str
    native_name: str
    born: str


def words_of(people: Iterable[SearchPerson], numbers: Iterable[str], dates: Iterable[str]) -> str:
    """The pieces under which an application is found, as ``put_in_index`` takes them."""
    texts = [*chain.from_iterable(people), *numbers, *dates]
    return " ".join(map(_pieces, _keys(" ".join(texts))))


def put_in_index(database: OfficeDatabase, application_id: int, words: str) -> None:
    """Let the application be found by ``words`` and by nothing else from now on."""
    database.execute_sql(
        "INSERT OR REPLACE INTO journal_search (rowid, words) VALUES (?, ?)", (application_id, words)
    )


def matching(typed: str) -> str | None:
    """The full-text expression for ``typed``, whose words must all be found; None where nothing is asked.

    A word of one or two characters is looked for at the beginnings of words, a longer one anywhere in them.
    """
    pieces = {piece: None for key in _typed_keys(typed) for piece in _asked_pieces(key)}
    return " AND ".join(f'"{piece}"' for piece in pieces) or None


def asked_words(typed: str) -> tuple[str, ...]:
    """The words of ``typed`` as ``stands_in`` takes them, each once."""
    return tuple(_typed_keys(typed))


def stands_in(asked: str, text: str) -> bool:
    """Whether a text has what one of the ``asked_words`` asks for."""
    words = _keys(text)
    if len(asked) < _RUNS[0]:
        return any(part.startswith(asked) for word in words for part in _beginning_parts(word))
    return asked in words if _DATE.fullmatch(asked) else any(asked in word for word in words)


def _keys(text: str) -> Iterable[str]:
    """The search keys of a text's words, each once."""
    return dict.fromkeys(chain.from_iterable(map(_keys_of_word, text.split())))


@lru_cache(maxsize=100_000)
def _keys_of_word(word: str) -> tuple[str, ...]:
    """The search keys of one word; a word in another script than ours is its own key."""
    keys = fold(word).split() or unicodedata.normalize("NFKC", word).casefold().split()
    return tuple(key for key in keys if any(map(str.isalnum, key)))


def _typed_keys(typed: str) -> Iterable[str]:
    # «22.6.1984» is asked for as it is kept: «22.06.1984».
    asked = _TYPED_DATE.sub(lambda found: f"{found[1]:>02}.{found[2]:>02}.{found[3]}", typed)
    return dict.fromkeys(chain.from_iterable(map(_typed_keys_of_word, asked.split())))


def _typed_keys_of_word(word: str) -> tuple[str, ...]:
    keys = _keys_of_word(word)
    letters = "".join(filter(str.isalnum, word.casefold()))
    doubled = sum(map(eq, letters, letters[1:]))
    if doubled > 1 and all(len(key) < _RUNS[0] for key in keys):
        # No name is written «zzz»: squashed to its «z» it would find every name that begins so.
        return (letters,)
    return keys


@lru_cache(maxsize=100_000)
def _pieces(key: str) -> str:
    """Everything by which a word is found, blank between blank."""
    pieces = [_BEGINNING + part[:length] for part in _beginning_parts(key) for length in _BEGINNINGS]
    for length in _RUNS:
        pieces += _runs(key, length)
    if _DATE.fullmatch(key):
        pieces.append(key)
    return " ".join(pieces)


def _beginning_parts(key: str) -> list[str]:
    # The number «Ө-145/26» begins with «14»: its letter is that of every number, and no name's.
    return key.split("-")[1:] or [key]


def _asked_pieces(key: str) -> list[str]:
    """The pieces that a word must have for ``key`` to stand in it."""
    if len(key) < _RUNS[0]:
        return [_BEGINNING + key]
    # The runs of a date occur in other dates of a family as well; a date as a whole is one piece.
    return [key] if _DATE.fullmatch(key) else _runs(key, min(len(key), _RUNS[-1]))


def _runs(key: str, length: int) -> list[str]:
    return [key[start : start + length] for start in range(len(key) - length + 1)]
