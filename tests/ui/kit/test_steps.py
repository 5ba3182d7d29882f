import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.steps import Steps, StepsText
from kandas_desktop.ui.kit.tokens import LIGHT

NAMES = ["Тіркелді", "Резерв", "Жолдама", "Орналасу"]


@pytest.mark.parametrize(
    ("current", "filled"),
    [
        (0, [True, False, False, False]),
        (2, [True, True, True, False]),
        (4, [True, True, True, True]),
    ],
)
def test_steps_that_are_done_or_on_are_filled(qtbot: QtBot, current: int, filled: list[bool]) -> None:
    steps = Steps(NAMES, current)
    qtbot.addWidget(steps)
    steps.resize(296, 40)
    image = steps.grab().toImage()
    colors = [image.pixelColor(37 + 74 * number - 7, 9) for number in range(4)]
    assert [color == QColor(LIGHT.accent) for color in colors] == filled


def test_the_step_is_read_out(qtbot: QtBot) -> None:
    steps = Steps(NAMES, 1)
    qtbot.addWidget(steps)
    assert steps.accessibleDescription() == "Резерв"
    steps.set_current(4)
    assert steps.accessibleDescription() == "Орналасу"
    assert steps.accessibleName() == " → ".join(NAMES)


def test_the_sentence_of_steps_has_room_for_all_of_them(qtbot: QtBot) -> None:
    steps = StepsText(["Тіркеу", "Қарау, бүгін"])
    qtbot.addWidget(steps)
    before = steps.sizeHint().width()
    steps.set_steps(["Тіркеу", "Қарау, бүгін", "Резерв немесе жолдама"], 1)
    assert steps.sizeHint().width() > before + 120
    assert steps.accessibleName() == "Тіркеу → Қарау, бүгін → Резерв немесе жолдама"
    assert not steps.grab().isNull()
