"""Why the order says no, in the sentences of the foot strip; they name nobody while names are hidden (F9)."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.ui.kit.notice_queue import Wording
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.ui.workplace import Workplace

# Of these the name is that of a room or a bed, or a number; of all others it may be a person's.
_OF_THINGS = frozenset(
    {
        ObstacleKind.ALREADY_HERE,
        ObstacleKind.BEDS_MISSING,
        ObstacleKind.BED_CHOSEN_TWICE,
        ObstacleKind.BED_EMPTY,
        ObstacleKind.BED_IN_USE,
        ObstacleKind.BED_NAME_TAKEN,
        ObstacleKind.BED_NOT_BEING_MADE_READY,
        ObstacleKind.BED_NOT_FREE,
        ObstacleKind.BED_NOT_OUT_OF_SERVICE,
        ObstacleKind.BED_OUT_OF_SERVICE,
        ObstacleKind.NOT_AHEAD,
        ObstacleKind.PASSED_OVER,
        ObstacleKind.ROOM_FOR_MEN,
        ObstacleKind.ROOM_FOR_WOMEN,
        ObstacleKind.ROOM_MIXED,
        ObstacleKind.ROOM_NAME_TAKEN,
    }
)


def naming_nobody(obstacle: Obstacle) -> Obstacle:
    """The same obstacle without the person whom it concerns."""
    return replace(obstacle, person=None, name=obstacle.name if obstacle.kind in _OF_THINGS else "")


def refusal(
    workplace: Workplace,
    obstacles: Iterable[Obstacle],
    sentence: Callable[[Obstacle], str] | None = None,
    unnamed: Callable[[Obstacle], str] | None = None,
) -> Wording:
    """Every reason of a refusal, a sentence each; ``sentence`` where the page has words of its own.

    ``unnamed`` gives the words of a page that knows by which number people are called while names are hidden;
    else nobody is named then.
    """
    today, found = workplace.desk.today, list(obstacles)

    def words_of(obstacle: Obstacle) -> str:
        return sentence(obstacle) if sentence else obstacle_sentence(obstacle, today)

    nameless = (unnamed(each) if unnamed else words_of(naming_nobody(each)) for each in found)
    return Wording(_joined(map(words_of, found)), _joined(nameless))


def _joined(sentences: Iterable[str]) -> str:
    # Two people of whom the same is said are said once, when neither is named.
    return " ".join(f"{each}." for each in dict.fromkeys(sentences))
