"""What happened on the day that another day may not precede, or may not follow, in a few words."""

from collections.abc import Callable

from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.obstacles import Obstacle
from kandas_desktop.ui.wording import digits
from kandas_desktop.words import _

_WORDS: dict[Milestone, Callable[[], str]] = {
    Milestone.REGISTERED: lambda: _("the day the application was registered"),
    Milestone.ISSUED: lambda: _("the day of issue"),
    Milestone.RECEIVED: lambda: _("the day the referral was handed over"),
    Milestone.CAME: lambda: _("the day somebody moved in"),
    Milestone.CAME_AFTER_TERM: lambda: _("the day somebody moved in, after the three days"),
    Milestone.MOVED_IN: lambda: _("the day of moving in"),
    Milestone.CHANGED_BED: lambda: _("the day the bed was changed"),
    Milestone.RULES_SIGNED: lambda: _("the day the house rules were signed"),
    Milestone.PETITION_FILED: lambda: _("the day a petition was filed"),
    Milestone.BREACH_HAPPENED: lambda: _("the day of the breach"),
    Milestone.DECIDED: lambda: _("the day of the decision"),
    Milestone.TERM_ENDS: lambda: _("the last day of the stay"),
    Milestone.ENDED: lambda: _("the day the stay ended"),
    Milestone.LEFT: lambda: _("the day of leaving"),
    Milestone.BEDDING_CHANGED: lambda: _("the day of the last change"),
    Milestone.STATUS_GIVEN: lambda: _("the day the status was given"),
    Milestone.STATUS_YEAR_ENDS: lambda: _("the end of its first year"),
    Milestone.STATUS_LONGEST: lambda: _("the end of the longest extension"),
    Milestone.STATUS_ENDS: lambda: _("the last day of the status"),
    Milestone.STEP_BEFORE: lambda: _("the step before"),
    Milestone.ENTRY_BEFORE: lambda: _("the day of entry {number}"),
}


def milestone_words(obstacle: Obstacle) -> str:
    """What the day is on which the obstacle rests; empty where nothing more is known of it."""
    if obstacle.milestone is not None:
        return _WORDS[obstacle.milestone]().format(number=obstacle.number)
    if obstacle.since is not None:
        return _("the referral was handed over on {day}").format(day=digits(obstacle.since))
    return ""
