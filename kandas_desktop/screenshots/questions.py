"""Pictures of the questions that pages ask of residents, files, rooms and beds, and of the menus of lines."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import Breach, HouseholdContact, Stay
from kandas_desktop.models.tables import Person, Referral
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.breaches import breach_detail
from kandas_desktop.queries.placing import bed_choice
from kandas_desktop.queries.resident_household import household_detail
from kandas_desktop.rules.rooms import BedState
from kandas_desktop.screenshots.studio import Studio, settle
from kandas_desktop.ui import stay_acts
from kandas_desktop.ui.decisions import acts as file_acts
from kandas_desktop.ui.journal.beds_question import BedsQuestion
from kandas_desktop.ui.journal.panel_words import PeopleWords
from kandas_desktop.ui.journal.receipt_question import ReceiptQuestion
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.questions import ReasonQuestion
from kandas_desktop.ui.reasons import striking_out_referral
from kandas_desktop.ui.residents.acts import HouseholdActs
from kandas_desktop.ui.rooms.questions import BedNameQuestion, retires_room
from kandas_desktop.ui.volumes import ask_for_next_volume

Acts = dict[str, Callable[[HouseholdActs], None]]
_OF_WHO_LIVES_HERE: Acts = {
    "status": HouseholdActs.change_status,
    "contact": HouseholdActs.choose_contact,
    "needs": HouseholdActs.record_needs,
    "correct-move-in": HouseholdActs.correct_move_in,
}
_OF_WHO_LEFT: Acts = {
    "correct-leaving": HouseholdActs.correct_leaving,
    "take-back-leaving": HouseholdActs.take_back_leaving,
}
_OF_AGE = 19
_PAGES_WITH_MENUS = ("today", "journal", "reserve", "beds", "residents", "decisions")


def take_residents_questions(studio: Studio) -> None:
    """What is asked about a family that has a contact of its own, and about one that left."""
    for stay, asked in (
        (Stay.select().join(HouseholdContact).where(Stay.left_on.is_null()).first(), _OF_WHO_LIVES_HERE),
        (Stay.select().where(Stay.left_on.is_null(False)).order_by(Stay.id.desc()).first(), _OF_WHO_LEFT),
    ):
        household = household_detail(stay.household_id, studio.today) if stay else None
        person = household.person(stay.id) if household else None
        if household is None or person is None:
            continue
        naming = Naming(household.number, False)
        acts = HouseholdActs(
            studio.workplace, studio.window, household, person, naming, lambda place, subject_id: None
        )
        for name, ask in asked.items():
            studio.take_asked(name, lambda ask=ask, acts=acts: ask(acts))  # type: ignore[misc]

    _take_signing(studio)


def _take_signing(studio: Studio) -> None:
    """Who of a family signed the house rules, of those who have still to."""
    adult = Person.birth_year < studio.today.year - _OF_AGE
    unsigned = Stay.select().join(Person).where(Stay.left_on.is_null(), Stay.rules_signed_on.is_null(), adult)
    stay = unsigned.first()
    if stay is not None:
        studio.take_asked("signing", lambda: stay_acts.sign_rules(studio.workplace, studio.window, [stay.id]))


def take_journal_questions(studio: Studio) -> None:
    """Beds chosen by hand, a day of receipt corrected, a referral struck out, the next volume."""
    window, today = studio.window, studio.today
    choice = bed_choice(studio.first_in_reserve, today)
    studio.take_dialog("dialog-beds", BedsQuestion(choice, PeopleWords(choice.number, False, today), window))
    received = Referral.select().where(Referral.received_on.is_null(False), Referral.struck_out_on.is_null())
    referral = received.order_by(Referral.id.desc()).first()
    detail = application_detail(referral.application_id, today)
    assert detail.referral is not None
    studio.take_dialog("dialog-correct-receipt", ReceiptQuestion(detail.referral, today=today, parent=window))
    words = striking_out_referral(detail, detail.referral)
    studio.take_dialog("dialog-striking-out-referral", ReasonQuestion(words, window))
    studio.take_asked("volume", lambda: ask_for_next_volume(studio.workplace, window))


def take_house_questions(studio: Studio) -> None:
    """A file closed without a decision, a bed's number, a room retired."""
    window = studio.window
    proposed = Breach.select().where(Breach.decided_on.is_null(), Breach.proposed_on.is_null(False))
    breach = proposed.where(Breach.closed_on.is_null()).first()
    detail = breach_detail(breach.id, studio.today) if breach else None
    if detail is not None:
        studio.take_asked("closing", lambda: file_acts.close(studio.workplace, window, detail))
    seen = house(studio.workplace.desk.database, studio.today)
    bed = next((bed for bed in seen.beds() if bed.state is BedState.FREE), None)
    room = seen.room_of(bed.id) if bed else None
    if bed is not None and room is not None:
        studio.take_dialog("dialog-bed-name", BedNameQuestion(bed, window))
        studio.take_asked("retiring", lambda: retires_room(window, room))


def take_menus(studio: Studio) -> None:
    """The menu of the first line, by Shift+F10, on every page that has lines."""
    for name in _PAGES_WITH_MENUS:
        studio.window.go_to(name)
        studio.window.activateWindow()
        settle()
        studio.window.pages.page(name).setFocus()
        _press(studio, Qt.Key.Key_Home)
        studio.take_menu(name, lambda: _press(studio, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier))


def _press(
    studio: Studio, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    focused = studio.window.focusWidget() or studio.window
    QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))
