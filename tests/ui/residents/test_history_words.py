"""What was corrected stands in the history as it was before and after."""

from datetime import datetime

import pytest

from kandas_desktop.queries.resident_household import HistoryLine
from kandas_desktop.ui.residents.history_words import history_text, history_title
from kandas_desktop.words import spoken_in

LINE = HistoryLine(
    at=datetime(2026, 3, 20, 10),
    operator="Сынақбаева С.",
    verb="correct receipt",
    subject="referral",
    detail={"before": "2026-03-19", "after": "2026-03-18", "reason": "Күні қате"},
    is_undone=False,
)


def test_a_corrected_day_of_receipt_is_told_from_what_to_what() -> None:
    assert history_title(LINE) == "Day of receipt corrected"
    assert history_text(LINE, hidden=False).startswith("19.03.2026 → 18.03.2026")


@pytest.mark.parametrize(
    ("language", "title"), [("kk", "Орналасты"), ("ru", "Заселение"), ("en", "Moved in")]
)
def test_moving_in_is_told_as_what_happened_not_as_its_day(language: str, title: str) -> None:
    with spoken_in(language):
        assert history_title(LINE._replace(verb="move in")) == title
