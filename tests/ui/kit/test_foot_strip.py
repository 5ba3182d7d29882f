from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.foot_strip import FootStrip
from kandas_desktop.ui.kit.notice_queue import (
    NOTICE_MILLISECONDS,
    READING_MILLISECONDS,
    Action,
    Notice,
    NoticeKind,
    NoticeQueue,
    Wording,
)
from kandas_desktop.ui.kit.notices_dialog import NoticesDialog
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


def end(timer: QTimer) -> None:
    """Let its time be up now."""
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def queue_of(strip: FootStrip) -> NoticeQueue:
    return strip._queue


def test_a_notice_stays_eight_seconds(strip: FootStrip) -> None:
    strip.say("Ө-151/26 тіркелді.")
    assert queue_of(strip)._showing.interval() == NOTICE_MILLISECONDS == 8_000
    end(queue_of(strip)._showing)
    assert shows_keys(strip)


def test_a_fault_stays_until_somebody_closes_it(strip: FootStrip, qtbot: QtBot) -> None:
    strip.say("Дискіде орын жоқ.", "fault")
    assert not queue_of(strip)._showing.isActive()
    assert not queue_of(strip)._reading.isActive()
    qtbot.mouseClick(strip._bar._close, Qt.MouseButton.LeftButton)
    assert shows_keys(strip)


def test_the_newest_news_is_shown_at_once_and_the_others_are_counted(strip: FootStrip) -> None:
    assert queue_of(strip)._reading.interval() == READING_MILLISECONDS == 2_000
    seen = []
    for text in ("бірінші", "екінші", "үшінші"):
        strip.say(text)
        seen.append((shown_text(strip), queue_of(strip).others))
    assert seen == [("бірінші", 0), ("екінші", 1), ("үшінші", 2)]
    end(queue_of(strip)._showing)
    assert shows_keys(strip)
    assert [notice.text for notice in strip.history] == ["үшінші", "екінші", "бірінші"]


def test_news_that_could_be_read_is_not_counted(strip: FootStrip) -> None:
    strip.say("бірінші")
    end(queue_of(strip)._reading)
    assert shown_text(strip) == "бірінші"
    strip.say("екінші")
    assert (shown_text(strip), queue_of(strip).others) == ("екінші", 0)


def test_the_same_said_again_is_no_other_news(strip: FootStrip) -> None:
    for text in ("тәртібі келген жоқ", "тәртібі келген жоқ", "басқа", "басқа"):
        strip.say(text, "note")
    assert (shown_text(strip), queue_of(strip).others) == ("басқа", 1)
    assert len(strip.history) == 4


def test_a_fault_does_not_wait_and_what_it_cut_short_comes_again(strip: FootStrip) -> None:
    strip.say("бірінші")
    strip.say("Дискіде орын жоқ.", "fault")
    assert shown_text(strip) == "Дискіде орын жоқ."
    strip.close_notice()
    assert shown_text(strip) == "бірінші"


def test_news_that_could_be_read_does_not_come_again_behind_a_fault(strip: FootStrip) -> None:
    strip.say("бірінші")
    end(queue_of(strip)._reading)
    strip.say("Дискіде орын жоқ.", "fault")
    strip.close_notice()
    assert shows_keys(strip)


def test_behind_a_fault_wait_the_other_faults_and_the_latest_news(strip: FootStrip) -> None:
    strip.say("Дискіде орын жоқ.", "fault")
    strip.say("екінші")
    strip.say("Принтер қосылмаған.", "fault")
    strip.say("үшінші", "note")
    strip.say("төртінші")
    seen = []
    while strip.shown:
        seen.append(strip.shown.text)
        assert queue_of(strip)._showing.isActive() == (strip.shown.kind != "fault")
        strip.close_notice()
    assert seen == ["Дискіде орын жоқ.", "Принтер қосылмаған.", "төртінші"]


def test_a_fault_that_is_true_no_longer_is_taken_away_wherever_it_stands(strip: FootStrip) -> None:
    for text in ("Дискіде орын жоқ.", "Сағат артта.", "Принтер қосылмаған."):
        strip.say(text, "fault")
    strip.withdraw("Сағат артта.")
    assert shown_text(strip) == "Дискіде орын жоқ."
    assert strip._bar._others.words == "and 1 more"
    strip.withdraw("Дискіде орын жоқ.")
    assert shown_text(strip) == "Принтер қосылмаған."
    assert len(strip.history) == 3


def test_news_with_the_same_words_as_a_fault_is_not_taken_away(strip: FootStrip) -> None:
    strip.say("Сағат артта.", "note")
    strip.withdraw("Сағат артта.")
    assert shown_text(strip) == "Сағат артта."


def test_the_key_takes_back_the_latest_act(strip: FootStrip) -> None:
    taken_back: list[str] = []
    for text in ("бірінші", "екінші"):
        strip.say(text, "done", Action("Болдырмау", partial(taken_back.append, text), "Ctrl+Z"))
    assert shown_text(strip) == "екінші"
    assert strip.act()
    assert taken_back == ["екінші"]
    assert shows_keys(strip)


def test_how_many_others_there_are_is_said_and_leads_to_the_list(
    strip: FootStrip, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[NoticesDialog] = []
    monkeypatch.setattr(NoticesDialog, "tell", lambda dialog: told.append(dialog))
    strip.say("бірінші")
    assert not strip._bar._others.isVisible()
    strip.say("екінші")
    strip.say("үшінші")
    assert strip._bar._others.words == "and 2 more"
    qtbot.mouseClick(strip._bar._others, Qt.MouseButton.LeftButton)
    assert len(told) == 1
    strip.close_notice()
    assert shows_keys(strip)
    strip.say("төртінші")
    assert not strip._bar._others.isVisible()


def test_a_notice_bears_its_time(qtbot: QtBot) -> None:
    moment = datetime(2026, 3, 18, 9, 40)
    strip = FootStrip(now=lambda: moment)
    qtbot.addWidget(strip)
    strip.say("Ө-151/26 тіркелді.")
    assert strip.history == (Notice("Ө-151/26 тіркелді.", "done", at=moment),)


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


def test_what_was_said_names_nobody_while_names_are_hidden(strip: FootStrip) -> None:
    strip.say("Баптаулар сақталды")
    strip.say(Wording("Мысалов Ерасыл кетті", "Ө-145/26 кетті"), action=Action("Болдырмау", strip.update))
    told = [notice.text for notice in strip.history]
    strip.set_names_hidden(True)
    assert shown_text(strip) == "Ө-145/26 кетті"
    assert strip._bar._words.toolTip() == "Ө-145/26 кетті"
    assert strip._bar.accessibleName() == "Ө-145/26 кетті"
    assert strip.shown is not None
    assert strip.shown.text == "Ө-145/26 кетті"
    assert [notice.text for notice in strip.history] == ["Ө-145/26 кетті", "Баптаулар сақталды"]
    strip.set_names_hidden(False)
    assert shown_text(strip) == "Мысалов Ерасыл кетті"
    assert [notice.text for notice in strip.history] == told


def test_what_is_bold_because_it_names_somebody_is_not_told_by_a_tooltip_either(strip: FootStrip) -> None:
    strip.say(Wording("Мысалов Ерасыл кетті", "Ө-145/26 кетті"), strong="Мысалов Ерасыл")
    strip.set_names_hidden(True)
    assert strip.shown is not None
    assert strip.shown.strong == ""


def test_another_strip_knows_how_to_name_nobody_either(strip: FootStrip, qtbot: QtBot) -> None:
    strip.say(Wording("Мысалов Ерасыл кетті", "Ө-145/26 кетті"))
    other = FootStrip()
    qtbot.addWidget(other)
    other.go_on_from(strip)
    other.set_names_hidden(True)
    assert [notice.text for notice in other.history] == ["Ө-145/26 кетті"]


def test_hiding_names_brings_no_notice_back(strip: FootStrip) -> None:
    strip.say(Wording("Мысалов Ерасыл кетті", "Ө-145/26 кетті"))
    strip.close_notice()
    strip.set_names_hidden(True)
    assert shows_keys(strip)
