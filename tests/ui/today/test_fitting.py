"""Nothing on the first page is cut: names give way to initials, words go on below, tool tips say the rest."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF
from PySide6.QtGui import QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from kandas_desktop.actions.consideration import enter_reserve
from kandas_desktop.models.stay_tables import Breach, BreachPerson
from kandas_desktop.models.tables import Person
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.ui.kit import painting
from kandas_desktop.ui.kit.labels import Label
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.today import beds_card, comers_card, row_painter
from kandas_desktop.ui.today.fitting import TitleLine, fitted
from kandas_desktop.ui.today.page import TodayPage
from kandas_desktop.words import spoken_in
from tests.factories import TestOffice, a_person, an_application
from tests.living import a_family_living, a_household, a_referral, a_room

LONG, LONGER = "Көшірмебергенова", "Сынақмұхамедова-Көшірбергенова"
Open = Callable[[], TodayPage]


@pytest.fixture(autouse=True)
def house(office: TestOffice) -> None:
    """People with long names for whom something of every length is due."""
    beds = a_room("103", beds=12)
    a_referral(a_household(LONG, size=5), beds[:5], received_on=date(2026, 3, 13))
    a_referral(a_household(LONGER, size=2), beds[5:7], received_on=date(2026, 3, 16))
    a_family_living(LONG, beds[7:8], since=date(2025, 9, 14))
    (stay,) = a_family_living(LONGER, beds[8:9], since=date(2025, 9, 13))
    breach = Breach.create(
        household=stay.household_id,
        happened_on=date(2026, 3, 10),
        facts="Тыныштық бұзылды",
        recorded_on=date(2026, 3, 10),
        proposed_on=date(2026, 3, 11),
        year=2026,
        sequence=6,
        registered_on=date(2026, 3, 17),
        registered_number="12",
        decision_number="",
    )
    BreachPerson.create(breach=breach, stay=stay, is_to_leave=False)
    Person.update(given_name="Ақботагөз").execute()
    for number, surname in enumerate((LONG, LONG, LONGER), start=1):
        others = [a_person(name) for name in ("Аяла", "Бибі", "Арман")[:number]]
        applicant = a_person("Ақботагөз", surname=surname, born=BirthDate(1980, 2, number))
        enter_reserve(office.desk, an_application(office.desk, applicant, *others))


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whatever was painted with less room than it needs."""
    found: list[str] = []
    paint = painting.paint_text

    def paint_and_measure(painter: QPainter, rect: QRectF, text: str, *, font: QFont, **look: str) -> None:
        if text_width(font, text) > rect.width() + 1:
            found.append(text)
        paint(painter, rect, text, font=font, **look)  # type: ignore[arg-type]

    for module in (painting, row_painter, comers_card, beds_card):
        monkeypatch.setattr(module, "paint_text", paint_and_measure)
    return found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("density", "width", "height"), [("normal", 1162, 736), ("compact", 1037, 586)])
def test_nothing_is_cut_in_any_language(
    open_page: Open, cut: list[str], language: str, density: str, width: int, height: int
) -> None:
    theme().set_density("compact" if density == "compact" else "normal")
    with spoken_in(language):
        page = open_page()
        page.resize(width, height)
        page.set_compact(density == "compact")
        for place in range(len(page.agenda.rows)):
            page.agenda.choose(place)
            page.grab()
        labels = [label for label in page.findChildren(Label) if label.isVisible() and not label.wordWrap()]
        cut += [label.text() for label in labels if label.sizeHint().width() > label.width() + 1]
    assert cut == []


def test_a_name_gives_way_to_its_initial_before_anything_is_lost(open_page: Open) -> None:
    page = open_page()
    row = next(row for row in page.agenda.rows if row.subject.endswith("103-8"))
    assert row.subjects == (f"{LONG} Ақботагөз, 103-8", f"{LONG} А., 103-8")


def test_what_a_row_leaves_out_is_kept_for_its_tool_tip(open_page: Open) -> None:
    page = open_page()
    row = page.agenda.rows[0]
    assert row.subject == f"{LONG} Ақботагөз, 5 people"
    assert (page.agenda.tip(0), page.agenda.tip(None)) == ("", "")
    fit = text_width(theme().font("body"), "Ақботагөз") - text_width(theme().font("body"), "А.")
    bold = theme().font("body", bold=True)
    room = text_width(bold, row.title) + text_width(theme().font("body"), f" · {row.subject}")
    words = fitted(row, room - fit // 2, 0)
    assert words.first == (TitleLine(row.title, row.subjects[1]),)
    assert row.subject in words.left_out
    assert fitted(row, room, 0).first == (TitleLine(row.title, row.subject),)


def test_who_comes_beyond_the_card_is_said_in_its_tool_tip(open_page: Open) -> None:
    page = open_page()
    page.comers.setFixedHeight(100)
    assert [comer.name for comer in page.comers.seen] != []
    unseen = page.comers.tip(5).split("\n")
    assert len(unseen) + len(page.comers.seen) == 4
    assert page.comers.seen[0].spoken == page.comers.tip(60)
    where = QPoint(60, 60)
    tip = QHelpEvent(QEvent.Type.ToolTip, where, page.comers.mapToGlobal(where))
    QApplication.sendEvent(page.comers, tip)
    assert QToolTip.text() == page.comers.tip(60)


def test_hidden_names_are_in_no_tool_tip(open_page: Open) -> None:
    page = open_page()
    page.resize(700, 736)
    page.set_names_hidden(True)
    page.comers.setFixedHeight(100)
    tips = [page.agenda.tip(place) for place in range(len(page.agenda.rows))]
    tips += [page.comers.tip(y) for y in range(0, 100, 10)]
    tips += [label.toolTip() for label in page.findChildren(Label) if label.isVisible()]
    said = " ".join([*tips, page.agenda.accessibleDescription(), page.comers.accessibleDescription()])
    assert LONG not in said
    assert LONGER not in said
