import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.inputs import TextField
from kandas_desktop.ui.kit.toggles import FilterChip, Segmented, TickBox
from tests.ui.kit.conftest import Sheet

SEX = [("m", "Ер"), ("f", "Әйел")]


def sexes(qtbot: QtBot, value: str | None = None) -> Segmented:
    toggle = Segmented(SEX, name="Жынысы", value=value, field=True)
    qtbot.addWidget(toggle)
    toggle.resize(200, 32)
    toggle.show()
    return toggle


def test_nothing_is_chosen_until_somebody_chooses(qtbot: QtBot) -> None:
    assert sexes(qtbot).value() is None


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        (None, Qt.Key.Key_Right, "m"),
        (None, Qt.Key.Key_Left, "f"),
        ("m", Qt.Key.Key_Right, "f"),
        ("f", Qt.Key.Key_Right, "f"),
        ("f", Qt.Key.Key_Left, "m"),
        (None, Qt.Key.Key_Space, "m"),
        ("m", Qt.Key.Key_Space, "f"),
        ("f", Qt.Key.Key_Space, "m"),
    ],
)
def test_the_keyboard_chooses(qtbot: QtBot, before: str | None, key: Qt.Key, after: str) -> None:
    toggle = sexes(qtbot, before)
    qtbot.keyClick(toggle, key)
    assert toggle.value() == after


@pytest.mark.parametrize(("x", "value"), [(20, "m"), (99, "m"), (101, "f"), (190, "f")])
def test_a_click_chooses_the_part_under_it(qtbot: QtBot, x: int, value: str) -> None:
    toggle = sexes(qtbot)
    with qtbot.waitSignal(toggle.chosen) as told:
        qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=QPoint(x, 16))
    assert told.args == [value]


def test_the_chosen_part_again_says_nothing(qtbot: QtBot) -> None:
    toggle = sexes(qtbot, "m")
    with qtbot.assertNotEmitted(toggle.chosen):
        qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=QPoint(20, 16))


def test_putting_a_value_in_tells_the_reader_but_not_the_page(qtbot: QtBot) -> None:
    toggle = sexes(qtbot)
    with qtbot.assertNotEmitted(toggle.chosen):
        toggle.set_value("f")
    assert toggle.accessibleName() == "Жынысы"
    assert toggle.accessibleDescription() == "Әйел"


def test_enter_goes_on_from_toggles(sheet: Sheet, qtbot: QtBot) -> None:
    toggle, box, last = Segmented(SEX, value="m"), TickBox("Жолдама, 1 бет"), TextField()
    sheet.stand(toggle, box, last)
    qtbot.waitUntil(toggle.hasFocus)
    qtbot.keyClick(toggle, Qt.Key.Key_Return)
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Enter)
    assert last.hasFocus()
    assert toggle.value() == "m"
    assert not box.isChecked()


def test_a_filter_says_its_count(qtbot: QtBot) -> None:
    chip = FilterChip("Резервте", 3)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Резервте: 3"
    narrow = chip.sizeHint().width()
    chip.set_count(1000)
    assert chip.accessibleName() == "Резервте: 1000"
    assert chip.sizeHint().width() > narrow
    chip.set_count(None)
    assert chip.accessibleName() == "Резервте"


def test_choosing_a_filter_moves_nothing(qtbot: QtBot) -> None:
    chip = FilterChip("Резервте", 3)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.sizeHint() == before


def test_a_tick_box_is_ticked_by_click_on_its_words_and_by_space(qtbot: QtBot) -> None:
    box = TickBox("Қиялбеков Бекзат", second="өтініш иесі")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 8, 12))
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert box.accessibleName() == "Қиялбеков Бекзат өтініш иесі"
