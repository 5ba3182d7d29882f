"""Obstacles as the tests of the rules read them."""

from collections.abc import Iterable

from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind


def kinds(obstacles: Iterable[Obstacle]) -> list[ObstacleKind]:
    """What kind each is of, in their order."""
    return [obstacle.kind for obstacle in obstacles]
