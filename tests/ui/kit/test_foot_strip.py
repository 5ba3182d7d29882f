import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.foot_strip import NOTICE_MILLISECONDS, Action, FootStrip, NoticeKind
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.kit.tokens import LIGHT

KEYS = [("↑ ↓", "жол"), ("Enter", "өтінішті ашу"), ("F1", "барлық пернелер")]


@pytest.fixture
def strip(qtbot: QtBot) -> FootStrip:
    made = FootStrip()
    qtbot.addWidget(made)
    made.resize(1100, 32)
    made.show_keys(KEYS)
    made.show()
    return made


def shows_keys(strip: FootStrip) -> bool:
    return strip._keys.isVisible() and not strip._bar.isVisible()


def test_the_keys_stand_there_until_something_is_said(strip: FootStrip) -> None:
    assert shows_keys(strip)
    assert strip._keys.accessibleName() == "↑ ↓: жол, Enter: өтінішті ашу, F1: барлық пернелер"


def shown_text(strip: FootStrip) -> str:
    return strip.shown.text if strip.shown else ""


@pytest.mark.parametrize(
    ("kind", "fill"),
    [("done", LIGHT.free.fill), ("note", LIGHT.accent_soft), ("fault", LIGHT.overdue.fill)],
)
def test_a_notice_takes_the_strip_in_its_own_colour(strip: FootStrip, kind: NoticeKind, fill: str) -> None:
    strip.say("Ө-151/26 тіркелді.", kind)
    assert not shows_keys(strip)
    assert strip.grab().toImage().pixelColor(900, 16) == QColor(fill)


def test_a_notice_stays_eight_seconds(strip: FootStrip) -> None:
    strip.say("Ө-151/26 тіркелді.")
    assert strip._timer.isActive()
    assert strip._timer.interval() == NOTICE_MILLISECONDS == 8_000
    strip._timer.timeout.emit()
    assert shows_keys(strip)


def test_a_fault_stays_until_somebody_closes_it(strip: FootStrip, qtbot: QtBot) -> None:
    strip.say("Дискіде орын жоқ.", "fault")
    assert not strip._timer.isActive()
    qtbot.mouseClick(strip._bar._close, Qt.MouseButton.LeftButton)
    assert shows_keys(strip)


def test_the_latest_news_is_shown_at_once_and_all_stays_readable(strip: FootStrip) -> None:
    for text in ("бірінші", "екінші", "үшінші"):
        strip.say(text)
        assert shown_text(strip) == text
    assert strip._timer.isActive()
    strip.close_notice()
    assert shows_keys(strip)
    assert [notice.text for notice in strip.history] == ["үшінші", "екінші", "бірінші"]


def test_a_fault_is_told_at_once_and_stays_with_only_the_latest_news_behind_it(strip: FootStrip) -> None:
    strip.say("бірінші")
    strip.say("Дискіде орын жоқ.", "fault")
    strip.say("екінші")
    strip.say("Принтер қосылмаған.", "fault")
    strip.say("үшінші", "note")
    strip.say("төртінші")
    seen = []
    while strip.shown:
        seen.append(strip.shown.text)
        assert strip._timer.isActive() == (strip.shown.kind != "fault")
        strip.close_notice()
    assert seen == ["Дискіде орын жоқ.", "Принтер қосылмаған.", "төртінші"]


def test_what_a_notice_offers_is_done_by_click_or_by_its_key(strip: FootStrip, qtbot: QtBot) -> None:
    done: list[str] = []
    strip.say("ауыстырылды", "done", Action("Болдырмау", lambda: done.append("click"), "Ctrl+Z"))
    qtbot.mouseClick(strip._bar._action, Qt.MouseButton.LeftButton)
    assert done == ["click"]
    assert shows_keys(strip)
    strip.say("ауыстырылды", "done", Action("Болдырмау", lambda: done.append("key"), "Ctrl+Z"))
    assert strip.act()
    assert done == ["click", "key"]
    assert not strip.act()


def test_a_notice_without_an_offer_shows_no_link(strip: FootStrip) -> None:
    strip.say("сақталды", "done", Action("Болдырмау", lambda: None))
    assert strip._bar._action.isVisible()
    strip.close_notice()
    strip.say("сақталды")
    assert not strip._bar._action.isVisible()
    assert not strip.act()


def test_what_was_said_during_an_action_comes_next(strip: FootStrip) -> None:
    strip.say("ауыстырылды", "done", Action("Болдырмау", lambda: strip.say("қайтарылды")))
    strip.act()
    assert strip.shown is not None
    assert strip.shown.text == "қайтарылды"


def test_another_strip_goes_on_with_what_was_said_and_the_faults_that_are_open(
    strip: FootStrip, qtbot: QtBot
) -> None:
    strip.say("сақталды", "done", Action("Болдырмау", lambda: None))
    strip.say("диск толы", "fault", Action("Қайталау", lambda: None))
    strip.say("принтер жоқ", "fault")
    strip.say("ескі жаңалық")
    after = FootStrip()
    qtbot.addWidget(after)
    after.show()
    after.go_on_from(strip)
    assert [(one.text, one.action) for one in after.history] == [
        ("ескі жаңалық", None),
        ("принтер жоқ", None),
        ("диск толы", None),
        ("сақталды", None),
    ]
    assert shown_text(after) == "диск толы"
    after.close_notice()
    assert shown_text(after) == "принтер жоқ"
    after.close_notice()
    assert shows_keys(after)


def test_a_strip_after_a_quiet_one_shows_its_keys(strip: FootStrip, qtbot: QtBot) -> None:
    after = FootStrip()
    qtbot.addWidget(after)
    after.show()
    after.go_on_from(strip)
    assert after.history == ()
    assert shows_keys(after)


def test_a_long_sentence_does_not_widen_the_window(strip: FootStrip) -> None:
    before = strip.minimumSizeHint().width()
    strip.say("Сақтық көшірме жасалмады: " + "ұзақ себеп " * 40, "fault", Action("Қайталау", lambda: None))
    assert strip.minimumSizeHint().width() < before + 300
    assert strip._bar._words.toolTip().endswith("ұзақ себеп ")


def test_whom_it_is_about_is_written_bold(strip: FootStrip) -> None:
    strip.say("Нобаев Қайрат 101-2 төсекке ауыстырылды.")
    plain = strip.grab().toImage()
    strip.close_notice()
    strip.say("Нобаев Қайрат 101-2 төсекке ауыстырылды.", strong="Нобаев Қайрат")
    assert strip.grab().toImage() != plain
    assert [run.font.bold() for run in strip._bar._words._runs()] == [True, False]


def test_the_strip_is_lower_in_a_small_window(strip: FootStrip) -> None:
    theme().set_density("compact")
    assert strip.maximumHeight() == 28


def test_keys_without_room_are_left_out_whole(strip: FootStrip) -> None:
    strip.resize(110, 32)
    narrow = strip.grab().toImage()
    assert narrow.pixelColor(108, 16) == QColor(LIGHT.sunken)
