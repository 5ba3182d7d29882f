"""Says at once, before anybody acts, that the computer's clock is behind the journal."""

from kandas_desktop.queries.clock import clock_behind
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.ui.workplace import Workplace


def warn_of_clock(workplace: Workplace) -> None:
    """Say, once for each day that the clock shows, that it is behind; it stays until closed, or set right."""
    today, is_first = workplace.desk.today, workplace.clock_asked_on is None
    if workplace.clock_asked_on == today:
        return
    workplace.clock_asked_on = today
    if workplace.clock_warning:
        workplace.notices.withdraw(workplace.clock_warning)
    behind = clock_behind(today)
    workplace.clock_warning = f"{obstacle_sentence(behind, today)}." if behind is not None else ""
    if workplace.clock_warning:
        workplace.notices.fault(workplace.clock_warning)
    if is_first:
        # The clock is set right while any page is seen.
        workplace.changes.day_turned.connect(lambda: warn_of_clock(workplace))
