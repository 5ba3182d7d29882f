"""What is wrong with an office's entry, in a sentence for its field."""

from kandas_desktop.actions.office import OfficeFault, OfficeFaultKind
from kandas_desktop.rules.numbers import PATTERN_LENGTH, PatternFault
from kandas_desktop.words import _


def fault_words(fault: OfficeFault) -> str:
    """One sentence: what is wrong, and what would be right."""
    if fault.pattern is not None:
        return _pattern_words(fault.pattern)
    if fault.kind is OfficeFaultKind.UNPRINTABLE:
        return _("The papers cannot show some of these letters.")
    return {
        "center_name_kk": _("Write the Center's name in Kazakh."),
        "center_name_ru": _("Write the Center's name in Russian."),
        "local_body_name": _("Write the body's name: the application is addressed to it."),
        "local_body_head": _("Write who signs the referrals."),
    }[fault.part]


def _pattern_words(fault: PatternFault) -> str:
    return {
        PatternFault.EMPTY: lambda: _("Write a pattern."),
        PatternFault.NO_NUMBER: lambda: _("Without {n} every paper would get the same number."),
        PatternFault.UNKNOWN_FIELD: lambda: _("Only {n}, {yy} and {yyyy} may stand in braces."),
        PatternFault.TOO_LONG: lambda: _("Longer than {count} characters.").format(count=PATTERN_LENGTH),
        PatternFault.REPEATS: lambda: _("With this pattern a number given this year would come again."),
    }[fault]()
