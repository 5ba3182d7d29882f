"""F1 knows every key that a page's foot strip shows."""

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.board.foot_keys import tape_keys
from kandas_desktop.ui.keys import KeysDialog, all_keys
from kandas_desktop.ui.page_makers import MAKERS
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import spoken_in


def known_keys() -> set[str]:
    return {key for keys, _words in all_keys() for key in keys.split(" ")}


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_every_key_of_a_page_is_among_all_keys(workplace: Workplace, qtbot: QtBot, name: str) -> None:
    page = MAKERS[name](workplace)
    qtbot.addWidget(page)
    hints = page.keys()
    shown = {key for hint in hints for key in hint.keys.split(" ")}
    assert shown - known_keys() == set()


@pytest.mark.parametrize("name", ["residents", "decisions"])
def test_enter_opens_and_is_not_an_open_book(workplace: Workplace, qtbot: QtBot, name: str) -> None:
    page = MAKERS[name](workplace)
    qtbot.addWidget(page)
    for language, words in (("kk", "ашу"), ("ru", "открыть")):
        with spoken_in(language):
            hints = page.keys()
        assert [hint.words for hint in hints if hint.keys == "Enter"] == [words]


@pytest.mark.parametrize("is_moving", [True, False])
def test_every_key_of_the_tape_chart_is_among_all_keys(is_moving: bool) -> None:
    hints = tape_keys(is_moving=is_moving, has_panel=False)
    shown = {key for hint in hints for key in hint.keys.split(" ")}
    assert shown - known_keys() == set()


def test_no_key_is_told_twice() -> None:
    told = [keys for keys, _words in all_keys()]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_line_of_all_keys_is_cut(qtbot: QtBot, language: str) -> None:
    with spoken_in(language):
        dialog = KeysDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        cut = [each.text() for each in dialog.words if each.height() < each.heightForWidth(each.width())]
    assert cut == []
