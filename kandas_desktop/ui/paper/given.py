"""What follows when a paper that is not counted has left: a notice of the stay's end was given (r.15)."""

from contextlib import suppress

from kandas_desktop.actions.desk import Refused
from kandas_desktop.errors import Trouble
from kandas_desktop.ui.paper.subjects import Subject
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace


def record_given(workplace: Workplace, subject: Subject | None) -> None:
    """Record that a household was given notice, where that is what has left; printed again it is the same."""
    if subject is None or subject.place != Place.TERM_NOTICE_PAPER:
        return
    # Imported with the first notice that leaves.
    from kandas_desktop.actions.notices import record_term_notice

    try:
        with suppress(Refused):
            record_term_notice(workplace.desk, subject.place_id)
    except Trouble as trouble:
        workplace.notices.fault(trouble.text)
