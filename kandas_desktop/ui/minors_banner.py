"""The warning in a question that a minor would be without an adult of the family; it refuses nothing."""

from collections.abc import Collection, Iterable, Sequence
from enum import Enum, auto

from kandas_desktop.queries.stays import MemberRow
from kandas_desktop.rules.minors import Housemate, minors_alone
from kandas_desktop.ui.kit.frame import Banner
from kandas_desktop.ui.naming import Naming
from kandas_desktop.words import _


class Alone(Enum):
    """By which step a minor would be alone."""

    MOVING_IN = auto()
    STAYING = auto()
    PUT_OUT = auto()


class MinorsBanner(Banner):
    """Names the minors who would be alone; without any it is not there."""

    def __init__(self) -> None:
        super().__init__("", family="overdue", icon="alert-triangle")
        self.hide()

    def say(self, by: Alone, minors: Iterable[Housemate], naming: Naming) -> None:
        """Say that these would be alone, by what is asked about; of nobody, nothing."""
        names = dict.fromkeys(naming.short(minor.name, minor.kinship) for minor in minors)
        self.show_words(alone_words(by), ", ".join(names), family="overdue", icon="alert-triangle")
        self.setVisible(bool(names))

    def say_of_leaving(self, members: Sequence[MemberRow], leaving: Collection[int], naming: Naming) -> None:
        """Say which minors stay alone once these stays are over; before anybody is chosen, nothing."""
        staying = [member for member in members if member.resident.stay_id not in leaving]
        self.say(Alone.STAYING, _alone(staying) if leaving else (), naming)

    def say_of_decision(self, members: Sequence[MemberRow], leaving: Collection[int], naming: Naming) -> None:
        """Say which minors may stay where no adult may, else which have to leave where no adult has to."""
        may_stay = [member for member in members if member.resident.put_out_on is None]
        self.say_of_leaving(may_stay, leaving, naming)
        put_out = _alone(member for member in members if member.resident.stay_id in leaving)
        if self.isHidden():
            self.say(Alone.PUT_OUT, put_out, naming)


def alone_words(by: Alone) -> str:
    """What would become of the minors."""
    return {
        Alone.MOVING_IN: lambda: _("A minor moves in without an adult of the family"),
        Alone.STAYING: lambda: _("A minor is left without an adult of the family"),
        Alone.PUT_OUT: lambda: _("A minor is put out without an adult of the family"),
    }[by]()


def _alone(members: Iterable[MemberRow]) -> tuple[Housemate, ...]:
    return minors_alone(member.housemate for member in members)
