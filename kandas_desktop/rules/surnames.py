"""The form of a family's surname for a woman and for a man, as far as its ending tells it."""

import re

from kandas_desktop.rules.household import Sex

# At least three letters before the ending: «Амин» is no «Ам» with an ending. «-ддин» ends given names.
_FORMED = re.compile(r"(?P<stem>\w{3,}(?:ов|ев|ёв|(?<!дд)ин))(?P<feminine>а?)", re.IGNORECASE)
_OF_A_FATHER = re.compile(r"\w+(?:ұлы|улы|қызы|кызы)", re.IGNORECASE)


def surname_for(surname: str, sex: Sex | None) -> str:
    """Return a family's surname as it is for somebody of a sex; empty where none can be told.

    «-ов, -ев, -ин» become «-ова, -ева, -ина» and back; any other surname is the same for both, and for whose
    sex is not known. «-ұлы» and «-қызы» name a father, so that they are not the children's.
    """
    return (
        "" if _OF_A_FATHER.fullmatch(surname) else "-".join(_formed(part, sex) for part in surname.split("-"))
    )


def _formed(part: str, sex: Sex | None) -> str:
    found = _FORMED.fullmatch(part)
    if found is None or sex is None:
        return part
    ending = "" if sex is Sex.MALE else "А" if part.isupper() else "а"
    return f"{found['stem']}{ending}"


def sex_told_by(patronymic: str) -> Sex | None:
    """Return the sex that a patronymic tells: «-қызы» and «-вна», or «-ұлы» and «-ич»; ``None`` otherwise."""
    word = patronymic.strip().lower()
    if word.endswith(("қызы", "кызы", "вна", "ична")):
        return Sex.FEMALE
    return Sex.MALE if word.endswith(("ұлы", "улы", "ич")) else None
