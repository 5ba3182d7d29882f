"""Whether the computer's clock can be believed: nothing is written before the journal's last day (r.5)."""

from datetime import date

from kandas_desktop.models.cases import last_written_on
from kandas_desktop.rules.obstacles import Obstacle, obstacle_in_clock


def clock_behind(today: date) -> Obstacle | None:
    """Why nothing would be written today; ``None`` where the clock is not behind the journal."""
    return obstacle_in_clock(today=today, last_on=last_written_on())
