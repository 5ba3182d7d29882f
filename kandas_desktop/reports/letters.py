"""Finds the letters of a form that its paper cannot show, before anything is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from kandas_desktop.reports.faults import LettersMissing
from kandas_desktop.reports.paper import can_show, printable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def require_letters(form: "DataclassInstance") -> None:
    """Raises ``LettersMissing``, which names each letter of the form that the paper cannot show."""
    letters, where = _missing(form)
    if letters:
        raise LettersMissing(letters, where)


def _missing(form: "DataclassInstance") -> tuple[tuple[str, ...], tuple[str, ...]]:
    shown: set[str] = set()
    missing: dict[str, None] = {}
    where: dict[str, None] = {}
    for text in _texts(form):
        if shown.issuperset(text):
            continue
        for letter in printable(text):
            if letter in missing or not can_show(letter):
                missing[letter] = where[text] = None
            else:
                shown.add(letter)
    return tuple(missing), tuple(where)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Sequence):
        for item in value:
            yield from _texts(item)
