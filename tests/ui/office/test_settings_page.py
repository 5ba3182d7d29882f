"""The settings: what was written down comes back, and what is not saved yet is pointed out."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kandas_desktop.actions import volumes
from kandas_desktop.errors import Trouble
from kandas_desktop.models.tables import AuditLine, Office, Volume
from kandas_desktop.queries.office import office
from kandas_desktop.ui.kit.dialog import Question
from kandas_desktop.ui.office import settings_page
from kandas_desktop.ui.office.settings_page import SettingsPage
from kandas_desktop.ui.places import Place
from kandas_desktop.ui.workplace import Workplace
from tests.factories import a_referral, an_application

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> SettingsPage:
    workplace.settings.operator = "Сынақбаева С."
    workplace.settings.language = "en"
    return shown(qtbot, workplace)


def shown(qtbot: QtBot, workplace: Workplace) -> SettingsPage:
    made = SettingsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1162, 736)
    made.show()
    return made


def test_the_form_shows_what_is_written_down(page: SettingsPage) -> None:
    row = office()
    assert row is not None
    assert page.form.entry() == row
    assert page.computer.name() == "Сынақбаева С."
    assert not page.has_unsaved()
    assert page.save_button.blocked_reason == "Nothing was changed"


def test_everything_can_be_changed_and_comes_back(
    qtbot: QtBot, page: SettingsPage, workplace: Workplace, said: list[tuple[str, str]]
) -> None:
    page.center.name_kk.control.setText("Мысал орталығы")
    page.center.name_ru.control.setText("Примерный центр")
    page.center.business_number.control.setText("")
    page.center.director.control.setText("Болжамова Б.")
    page.center.address.control.setText("Мысал қаласы")
    page.local_body.name.control.setText("Мысал басқармасы")
    page.local_body.head.control.setText("Н. Нобаев")
    page.numbers.application.control.setText("А-{n}/{yyyy}")
    page.numbers.referral.control.setText("Б-{n}/{yyyy}")
    page.numbers.applications_before.control.set_number(12)
    page.numbers.referrals_before.control.set_number(9)
    page.terms.moves.setChecked(True)
    page.computer.operator.control.setText("Нобаев Н.")
    wanted = page.form.entry()
    with qtbot.waitSignal(page.office_changed):
        qtbot.keyClick(page.center.address.control, Qt.Key.Key_Return, CTRL)
    row = office()
    assert row is not None
    assert row == wanted
    assert shown(qtbot, workplace).form.entry() == wanted
    assert workplace.settings.operator == "Нобаев Н."
    assert said == [("The settings are saved", "done")]
    assert not page.has_unsaved()


def test_unsaved_changes_are_pointed_out_and_can_be_discarded(page: SettingsPage) -> None:
    assert page.unsaved.isHidden()
    page.local_body.head.control.setText("Н. Нобаев")
    assert not page.unsaved.isHidden()
    assert page.save_button.blocked_reason == ""
    page.discard_button.click()
    assert page.local_body.head.control.value() == "Мысалов М."
    assert page.unsaved.isHidden()


def test_a_changed_name_alone_is_a_change(page: SettingsPage, workplace: Workplace) -> None:
    before = AuditLine.select().count()
    page.computer.operator.control.setText("Нобаев Н.")
    assert page.has_unsaved()
    page.save()
    assert workplace.settings.operator == "Нобаев Н."
    assert AuditLine.select().count() == before


def test_a_fault_brings_its_part_forward(page: SettingsPage) -> None:
    page.numbers.referral.control.setText("Ж")
    page.list.choose(3)
    page.save()
    assert page.stack.currentIndex() == 1
    assert page.numbers.referral.control.hasFocus()
    assert page.numbers.referral.message == "Without {n} every paper would get the same number."
    assert Office.get_by_id(1).referral_pattern == "Ж-{n}/{yy}"


def test_a_pattern_by_which_a_number_would_come_again_is_not_saved(
    page: SettingsPage, workplace: Workplace
) -> None:
    Office.update(application_pattern="1{n}").execute()
    an_application(workplace.desk)
    page.numbers.application.control.setText("{n}")
    page.save()
    assert page.numbers.application.message == "With this pattern a number given this year would come again."
    assert page.numbers.application.control.hasFocus()
    assert Office.get_by_id(1).application_pattern == "1{n}"


@pytest.mark.parametrize("part", ["name_kk", "business_number", "director", "address"])
def test_what_is_too_long_is_told_and_not_cut(page: SettingsPage, part: str) -> None:
    field = getattr(page.center, part)
    field.control.setText("Мысал " * 50)
    assert field.message.startswith("Longer than ")
    page.list.choose(1)
    page.save()
    assert page.stack.currentIndex() == 0
    assert field.control.hasFocus()
    assert field.control.value() == ("Мысал " * 50).strip()
    assert AuditLine.select().where(AuditLine.verb == "change").count() == 0


def test_a_pattern_too_long_is_told_with_its_first_letter_too_many(page: SettingsPage) -> None:
    page.numbers.application.control.setText("{n}/" + "Ө" * 36)
    assert page.numbers.application.message.startswith("The next one: ")
    page.numbers.application.control.setText("{n}/" + "Ө" * 37)
    assert page.numbers.application.message == "Longer than 40 characters."
    page.numbers.application.control.setText("{n}/Ө")
    assert page.numbers.application.message.startswith("The next one: ")


def test_a_clerks_name_too_long_is_not_saved(page: SettingsPage, workplace: Workplace) -> None:
    before = workplace.settings.operator
    page.computer.operator.control.setText("Сынақбаева " * 20)
    page.save()
    assert page.stack.currentIndex() == page.stack.count() - 1
    assert page.computer.operator.message == "Longer than 120 characters."
    assert workplace.settings.operator == before


def test_signs_that_nobody_sees_are_no_name(page: SettingsPage, workplace: Workplace) -> None:
    page.center.name_kk.control.setText("\u200b")
    page.computer.operator.control.setText("\u202e\u200b")
    page.save()
    assert page.center.name_kk.message == "Write the Center's name in Kazakh."
    assert page.computer.operator.message.startswith("Write your name")
    page.discard()
    page.computer.operator.control.setText("Сынақ\u200bбаева")
    page.save()
    assert workplace.settings.operator == "Сынақбаева"


def test_a_missing_name_brings_this_computer_forward(page: SettingsPage) -> None:
    page.computer.operator.control.clear()
    page.save()
    assert page.stack.currentIndex() == page.stack.count() - 1
    assert page.computer.operator.control.hasFocus()


def test_a_full_disk_is_said_and_the_changes_stay(
    page: SettingsPage,
    workplace: Workplace,
    said: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_anything: object) -> None:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(settings_page, "change_office", fail)
    page.local_body.head.control.setText("Н. Нобаев")
    page.computer.operator.control.setText("Нобаев Н.")
    page.save()
    assert said == [("The disk is full.", "fault")]
    assert page.has_unsaved()
    assert workplace.settings.operator == "Сынақбаева С."
    assert (page.local_body.head.control.value(), page.computer.name()) == ("Н. Нобаев", "Нобаев Н.")
    page.discard()
    assert not page.has_unsaved()
    assert page.computer.name() == "Сынақбаева С."


def test_unsaved_changes_stay_while_another_page_is_shown(page: SettingsPage, workplace: Workplace) -> None:
    page.local_body.head.control.setText("Н. Нобаев")
    page.hide()
    an_application(workplace.desk)
    page.show()
    assert page.local_body.head.control.value() == "Н. Нобаев"
    assert page.has_unsaved()


def test_what_others_write_does_not_take_unsaved_words_away(page: SettingsPage, workplace: Workplace) -> None:
    page.center.address.control.setText("Жаңа мекенжай")
    an_application(workplace.desk)
    assert page.center.address.control.value() == "Жаңа мекенжай"


def test_a_language_is_taken_at_once(qtbot: QtBot, page: SettingsPage, workplace: Workplace) -> None:
    with qtbot.waitSignal(page.language_chosen) as heard:
        page.computer.language.chosen.emit("ru")
    assert heard.args == ["ru"]
    assert workplace.settings.language == "ru"


def test_a_language_waits_for_unsaved_changes(
    page: SettingsPage, workplace: Workplace, said: list[tuple[str, str]]
) -> None:
    heard: list[str] = []
    page.language_chosen.connect(heard.append)
    page.center.address.control.setText("Жаңа мекенжай")
    page.computer.language.set_value("ru")
    page.computer.language.chosen.emit("ru")
    assert heard == []
    assert (workplace.settings.language, page.computer.language.value()) == ("en", "en")
    assert [kind for _text, kind in said] == ["note"]


def test_a_theme_is_taken_at_once(qtbot: QtBot, page: SettingsPage, workplace: Workplace) -> None:
    with qtbot.waitSignal(page.theme_chosen) as heard:
        page.computer.theme.chosen.emit("dark")
    assert heard.args == ["dark"]
    assert workplace.settings.theme == "dark"


def test_where_the_numbers_began_is_open_until_the_first_is_given(
    qtbot: QtBot, page: SettingsPage, workplace: Workplace
) -> None:
    assert page.numbers.applications_before.control.isEnabled()
    an_application(workplace.desk)
    after = shown(qtbot, workplace)
    assert not after.numbers.applications_before.control.isEnabled()
    assert after.numbers.referrals_before.control.isEnabled()
    assert after.numbers.application.message == "The next one: Ө-2/26"
    a_referral(workplace.desk)
    assert not shown(qtbot, workplace).numbers.referrals_before.control.isEnabled()


def test_where_the_numbers_began_is_settled_after_the_first_year(
    qtbot: QtBot, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    Office.update(set_up_on=datetime(2025, 5, 5).date()).execute()
    assert not shown(qtbot, workplace).numbers.applications_before.control.isEnabled()


def test_arrows_go_through_the_parts(qtbot: QtBot, page: SettingsPage) -> None:
    page.list.setFocus()
    for key, place in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
    ):
        qtbot.keyClick(page.list, key)
        assert page.stack.currentIndex() == place
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    page.grab()
    assert page.stack.currentIndex() == 0


def test_a_saved_page_says_why_saving_is_blocked(
    qtbot: QtBot, page: SettingsPage, said: list[tuple[str, str]]
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert said == [("Nothing was changed", "note")]


# --- the journal's volumes


def test_before_the_first_application_there_is_no_volume(page: SettingsPage) -> None:
    assert page.volumes.next_button.blocked_reason == "The open volume has no entries yet (r.5)"


def test_the_next_volume_begins_once_it_is_confirmed(
    page: SettingsPage,
    workplace: Workplace,
    monkeypatch: pytest.MonkeyPatch,
    said: list[tuple[str, str]],
) -> None:
    an_application(workplace.desk)
    answers = iter([False, True])
    monkeypatch.setattr(Question, "was_accepted", lambda _question: next(answers))
    page.volumes.next_button.click()
    assert Volume.select().count() == 1
    page.volumes.next_button.click()
    assert [(row.number, row.ended_on is None) for row in Volume.select().order_by(Volume.id)] == [
        (1, False),
        (2, True),
    ]
    assert said == [("Volume 2 is begun.", "done")]
    assert page.volumes.next_button.blocked_reason == "The open volume has no entries yet (r.5)"


def test_a_volumes_paper_can_be_asked_for(qtbot: QtBot, page: SettingsPage, workplace: Workplace) -> None:
    an_application(workplace.desk)
    with qtbot.waitSignal(page.leads_to) as heard:
        page.volumes.print_buttons[0].click()
    assert heard.args == [Place.VOLUME_PAPER, Volume.get().id]


def test_a_volume_that_cannot_be_begun_is_said(
    page: SettingsPage,
    workplace: Workplace,
    monkeypatch: pytest.MonkeyPatch,
    said: list[tuple[str, str]],
) -> None:
    def fail(*_anything: object) -> None:
        raise Trouble("The disk is full.")

    an_application(workplace.desk)
    monkeypatch.setattr(volumes, "begin_next_volume", fail)
    monkeypatch.setattr(Question, "was_accepted", lambda _question: True)
    page.volumes.next_button.click()
    assert said == [("The disk is full.", "fault")]


def test_the_keys_in_the_foot_strip_are_at_most_seven(page: SettingsPage) -> None:
    assert 0 < len(page.keys()) <= 7


def test_the_settings_lead_to_the_rooms(page: SettingsPage) -> None:
    asked: list[str] = []
    page.leads_to.connect(lambda place, _id: asked.append(place))
    page.house.button.click()
    assert asked == [Place.ROOMS]
