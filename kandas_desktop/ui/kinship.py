"""Words of kinship on screen: stored in Kazakh as the papers print them, shown in the user's language."""

from collections.abc import Callable

from kandas_desktop.words import language, pgettext

_SHOWN: dict[str, Callable[[], str]] = {
    "жұбайы": lambda: pgettext("kinship", "spouse"),
    "зайыбы": lambda: pgettext("kinship", "wife"),
    "күйеуі": lambda: pgettext("kinship", "husband"),
    "ұлы": lambda: pgettext("kinship", "son"),
    "қызы": lambda: pgettext("kinship", "daughter"),
    "анасы": lambda: pgettext("kinship", "mother"),
    "әкесі": lambda: pgettext("kinship", "father"),
    "немересі": lambda: pgettext("kinship", "grandchild"),
    "келіні": lambda: pgettext("kinship", "daughter-in-law"),
    "күйеу баласы": lambda: pgettext("kinship", "son-in-law"),
    "ағасы": lambda: pgettext("kinship", "elder brother"),
    "інісі": lambda: pgettext("kinship", "younger brother"),
    "әпкесі": lambda: pgettext("kinship", "elder sister"),
    "қарындасы": lambda: pgettext("kinship", "younger sister of a man"),
    "сіңлісі": lambda: pgettext("kinship", "younger sister of a woman"),
    "атасы": lambda: pgettext("kinship", "grandfather"),
    "әжесі": lambda: pgettext("kinship", "grandmother"),
    "қайын енесі": lambda: pgettext("kinship", "mother-in-law"),
    "қайын атасы": lambda: pgettext("kinship", "father-in-law"),
    "жиені": lambda: pgettext("kinship", "daughter's or sister's child"),
    "шөбересі": lambda: pgettext("kinship", "great-grandchild"),
    "асырап алған ұлы": lambda: pgettext("kinship", "adopted son"),
    "асырап алған қызы": lambda: pgettext("kinship", "adopted daughter"),
    "өгей ұлы": lambda: pgettext("kinship", "stepson"),
    "өгей қызы": lambda: pgettext("kinship", "stepdaughter"),
    "қамқорлығындағы бала": lambda: pgettext("kinship", "child in care"),
}


def kinship_words(word: str) -> str:
    """A stored word of kinship in the language of the screen; a word of the desk's own as it was written."""
    shown = _SHOWN.get(word.strip().lower())
    return word if shown is None or language() == "kk" else shown()
