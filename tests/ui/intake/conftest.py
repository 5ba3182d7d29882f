"""A page on the screen, and what it says in the foot strip."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.workplace import Workplace

Open = Callable[[], IntakePage]


@pytest.fixture
def open_page(qtbot: QtBot, workplace: Workplace) -> Open:
    def _open() -> IntakePage:
        page = IntakePage(workplace)
        qtbot.addWidget(page)
        page.resize(1162, 768)
        page.show()
        page.begin()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return _open


@pytest.fixture
def page(open_page: Open) -> IntakePage:
    return open_page()


@pytest.fixture
def notices(workplace: Workplace) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    workplace.notices.said.connect(lambda text, kind: said.append((kind, text)))
    return said
