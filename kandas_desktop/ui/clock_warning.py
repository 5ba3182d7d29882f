"""Says at once, before anybody acts, that the computer's clock is behind the journal."""

from kandas_desktop.queries.clock import clock_behind
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.ui.workplace import Workplace


def warn_of_clock(workplace: Workplace) -> None:
    """Say, once for each day that the clock shows, that it is behind; it stays until it is closed."""
    today = workplace.desk.today
    if workplace.clock_asked_on == today:
        return
    workplace.clock_asked_on = today
    behind = clock_behind(today)
    if behind is not None:
        workplace.notices.fault(f"{obstacle_sentence(behind, today)}.")
