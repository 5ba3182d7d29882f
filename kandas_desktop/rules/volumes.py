"""When the registration journal goes on in a new book (r.5, appendix 3)."""

from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind


def obstacles_to_next_volume(*, entries: int) -> list[Obstacle]:
    """Why the open volume cannot be followed by the next: it has no ``entries`` yet (r.5, appendix 3).

    The first volume begins with the first application, so where none is open, there is none to follow.
    """
    return [] if entries else [Obstacle(ObstacleKind.VOLUME_EMPTY, Clause.R5)]
