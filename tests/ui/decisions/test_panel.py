"""The panel beside the tables: what stays in it, and what its head says."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.actions.breaches import notify
from kandas_desktop.ui.decisions.page import DecisionsPage
from kandas_desktop.ui.kit.chips import Chip
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import spoken_in
from tests.stays import Family, left
from tests.ui.decisions.files import WEDNESDAY, a_breach, a_decided_file
from tests.ui.looking import words_in


def test_a_file_that_is_done_with_stays_in_the_panel(
    page: DecisionsPage, workplace: Workplace, family: Family
) -> None:
    other, decided = a_breach(workplace, family), a_decided_file(workplace, family)
    notify(workplace.desk, decided, notified_on=WEDNESDAY)
    page.go_to(Place.BREACH, decided)
    for stay_id in family.stay_ids:
        left(stay_id, WEDNESDAY)
    workplace.changes.committed.emit()
    assert [line.key for line in page.table.lines] == [other]
    assert page.breach_panel.record_id == decided
    assert page.breach_panel.filled_button is None


def _is_as_wide(chip: Chip, needed: int) -> bool:
    return chip.width() >= needed


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_chip_of_a_narrow_panel_is_said_whole(
    qtbot: QtBot, workplace: Workplace, family: Family, language: str
) -> None:
    with spoken_in(language):
        decided = a_decided_file(workplace, family)
        page = DecisionsPage(workplace)
        qtbot.addWidget(page)
        page.show()
        page.go_to(Place.BREACH, decided)
        for is_compact in (False, True):
            page.set_compact(is_compact)
            panel = page.breach_panel
            chip = panel.findChild(Chip)
            assert chip is not None
            needed = chip.sizeHint().width()
            qtbot.waitUntil(partial(_is_as_wide, chip, needed))
            assert "№ 1/26" in " ".join(words_in(panel))
        page.close()
