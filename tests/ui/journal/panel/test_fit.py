import pytest
from PySide6.QtCore import QPoint

from kandas_desktop import words
from kandas_desktop.ui.kit.buttons import Button
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import Density, theme
from kandas_desktop.ui.panel_rows import ConditionRow
from kandas_desktop.ui.workplace import Workplace
from tests.ui.journal.panel.conftest import Show
from tests.ui.journal.panel.states import STATES, State


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("density", ["normal", "compact"])
@pytest.mark.parametrize("state", STATES)
def test_the_words_of_every_state_fit_the_panel(
    workplace: Workplace, show: Show, language: str, density: Density, state: State
) -> None:
    words.use_language(language)
    theme().set_density(density)
    panel = show(state(workplace.desk))
    assert panel.width() == (304 if density == "compact" else 336)
    panel.grab()
    for button in panel.findChildren(Button):
        if button.isVisibleTo(panel):
            needed = button.sizeHint().width() - theme().sizes.button_padding - 2
            assert button.width() >= needed, button.words
            right = button.mapTo(panel, QPoint(button.width(), 0)).x()
            assert right <= panel.width() - 12, button.words


@pytest.mark.parametrize("state", STATES)
def test_each_condition_that_is_met_takes_one_line_but_for_the_rooms(
    workplace: Workplace, show: Show, state: State
) -> None:
    words.use_language("kk")
    theme().set_density("compact")
    panel = show(state(workplace.desk))
    for row in panel.findChildren(ConditionRow):
        label = row.findChild(Label)
        assert isinstance(label, Label)
        if "орын керек" not in label.text():
            assert text_width(label.font(), label.text()) <= label.width(), label.text()
