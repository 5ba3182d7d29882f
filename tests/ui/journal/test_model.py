from array import array
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.journal_found import FoundFamily
from kandas_desktop.queries.journal_lines import LineIds
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.ui.journal.columns import Sight
from kandas_desktop.ui.journal.model import JournalModel
from kandas_desktop.ui.journal.rows import JournalRows
from tests.factories import TestOffice, a_person, an_application

TITLES = [
    "№ р/с",
    "Өтініш иесінің тегі, аты және болған жағдайда әкесінің аты",
    "Туған жері және күні",
    "Шыққан елі",
    "Өтінішті тіркеген күн және нөмірі",
    "Жолдаманың нөмірі және берілген күні",
]


@pytest.fixture
def family(office: TestOffice) -> int:
    """A man from Mongolia with wife and daughter."""
    return an_application(
        office.desk,
        a_person(patronymic="Аңызұлы", birth_place="Баян-Өлгий аймағы", origin_country="MN"),
        a_person("Сәуле", surname="Мысалова"),
        a_person("Аяла", surname="Мысалова", born=BirthDate(2014, 10, 30), document=None),
    )


@pytest.fixture
def model(office: TestOffice) -> JournalModel:
    return JournalModel(JournalRows(office.desk))


def texts(model: JournalModel, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [model.index(row, column).data(role) for column in range(model.columnCount())]


def test_qt_finds_no_fault_with_lines_that_come_open_and_go(
    model: JournalModel, family: int, office: TestOffice, qtmodeltester: ModelTester
) -> None:
    alone = an_application(office.desk)
    model.set_lines(LineIds(array("q", [family])))
    model.append_lines(LineIds(array("q", [alone])))
    model.set_open(0, True)
    qtmodeltester.check(model)
    model.set_open(0, False)
    qtmodeltester.check(model)
    model.set_lines(LineIds(range(2, 0, -1)))
    qtmodeltester.check(model)


def test_a_line_shows_the_columns_in_their_order(model: JournalModel, family: int) -> None:
    model.set_columns(("people",))
    model.set_lines(LineIds(array("q", [family])))
    assert texts(model, 0) == [
        "1",
        "Мысалов Дәурен Аңызұлы",
        "Баян-Өлгий аймағы 22.06.1984",
        "Mongolia",
        "18.03.2026 Ө-1/26",
        "—",
        "To consider today",
    ]


def test_the_titles_are_the_orders_own_words(model: JournalModel) -> None:
    from kandas_desktop.words import spoken_in

    with spoken_in("kk"):
        titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
    assert titles == TITLES
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_only_the_offices_own_columns_can_be_hidden(model: JournalModel) -> None:
    model.set_columns(("people", "outcome", "name", "birth"))
    assert [column.name for column in model.columns] == [
        "number",
        "name",
        "birth",
        "country",
        "registered",
        "referral",
    ]


def test_a_family_unfolds_beneath_its_line_without_numbers(
    model: JournalModel, family: int, qtbot: QtBot
) -> None:
    model.set_lines(LineIds(array("q", [family])))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.set_open(0, True)
    assert inserted.args[1:] == [1, 2]
    assert texts(model, 1)[:5] == ["", "Мысалова Сәуле", "22.06.1984", "spouse", "slip handed in"]
    assert texts(model, 2)[:5] == ["", "Мысалова Аяла", "30.10.2014", "son", "minor"]
    with qtbot.waitSignal(model.rowsRemoved) as removed:
        model.set_open(0, False)
    assert removed.args[1:] == [1, 2]
    assert model.rowCount() == 1


def test_somebody_alone_has_nothing_to_unfold(model: JournalModel, office: TestOffice) -> None:
    model.set_lines(LineIds(array("q", [an_application(office.desk)])))
    model.set_open(0, True)
    assert not model.is_open(0)
    assert model.rowCount() == 1


def test_an_opened_family_stays_open_in_other_lines(
    model: JournalModel, family: int, office: TestOffice
) -> None:
    alone = an_application(office.desk)
    model.set_lines(LineIds(array("q", [family])))
    model.set_open(0, True)
    model.set_lines(LineIds(array("q", [alone])))
    assert model.rowCount() == 1
    model.append_lines(LineIds(array("q", [family])))
    assert (model.rowCount(), model.is_open(1)) == (4, True)
    model.unfolded.by_hand.clear()
    model.set_lines(LineIds(array("q", [family])))
    assert model.rowCount() == 1


def test_families_that_come_with_the_lines_are_all_open(
    model: JournalModel, family: int, office: TestOffice
) -> None:
    alone = an_application(office.desk)
    model.set_lines(LineIds(array("q", [alone]), array("H", [0])))
    model.append_lines(LineIds(array("q", [family]), array("H", [2])))
    assert [texts(model, row)[1] for row in range(model.rowCount())] == [
        "Үлгібаев Дәурен",
        "Мысалов Дәурен Аңызұлы",
        "Мысалова Сәуле",
        "Мысалова Аяла",
    ]


def test_lines_come_with_the_exact_rows_inserted(model: JournalModel, family: int, qtbot: QtBot) -> None:
    model.set_lines(LineIds(array("q", [family]), array("H", [2])))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.append_lines(LineIds(array("q", [family, family]), array("H", [2, 2])))
    assert inserted.args[1:] == [3, 8]
    with qtbot.assertNotEmitted(model.rowsInserted):
        model.append_lines(LineIds(array("q")))


def test_hidden_names_are_numbers_everywhere(model: JournalModel, family: int) -> None:
    model.set_lines(LineIds(array("q", [family])))
    model.set_open(0, True)
    model.look(Sight(date(2026, 3, 18), names_hidden=True))
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    everything = " ".join(text for role in roles for row in range(3) for text in texts(model, row, role))
    assert "Мысалов" not in everything
    assert "22.06.1984" not in everything
    assert texts(model, 0)[1:3] == ["Ө-1/26", "Баян-Өлгий аймағы ••.••.••••"]
    assert texts(model, 1)[1:3] == ["Ө-1/26", "••.••.••••"]


def test_a_screen_reader_says_the_whole_line(model: JournalModel, family: int) -> None:
    model.set_lines(LineIds(array("q", [family])))
    model.set_open(0, True)
    spoken = texts(model, 0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken[0].startswith(
        "No.: 1; Surname, given name and patronymic (if any) of the applicant: Мысалов"
    )
    assert spoken[0].endswith("2 family members")
    assert spoken[3] == "Country of origin: Mongolia"
    member = texts(model, 1, Qt.ItemDataRole.AccessibleTextRole)
    assert member[0] == "Мысалова Сәуле, 22.06.1984, spouse, slip handed in"
    assert member[1] == "Мысалова Сәуле"


def test_the_outcomes_tool_tip_says_why(model: JournalModel, family: int) -> None:
    model.set_lines(LineIds(array("q", [family])))
    assert texts(model, 0, Qt.ItemDataRole.ToolTipRole)[-1] == (
        "r.6: considered on the day it is registered, 18.03.2026"
    )


def test_a_refreshed_line_is_read_again(model: JournalModel, family: int, office: TestOffice) -> None:
    model.set_lines(LineIds(array("q", [family])))
    assert texts(model, 0)[-1] == "To consider today"
    office.clock.go_on(days=2)
    model.refresh()
    assert texts(model, 0)[-1] == "Overdue · 2 days"


def test_what_is_no_row_has_no_data(model: JournalModel, family: int) -> None:
    model.set_lines(LineIds(array("q", [family])))
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.line_of(99) is None


def test_lines_that_were_never_looked_at_are_not_read(office: TestOffice) -> None:
    an_application(office.desk)
    rows = JournalRows(office.desk)
    model = JournalModel(rows)
    model.set_lines(LineIds(range(1_000_000, 0, -1)))
    assert model.rowCount() == 1_000_000
    assert not rows.has_line(1)
    assert texts(model, 999_999)[0] == "1"
    assert rows.has_line(1)


def test_a_family_by_which_its_line_was_found_is_shown_and_its_members_are_known(
    model: JournalModel, family: int, office: TestOffice, qtmodeltester: ModelTester
) -> None:
    alone = an_application(office.desk)
    found = {family: FoundFamily(2, frozenset({3}))}
    model.unfolded.set_found(found)
    model.set_lines(LineIds(array("q", [alone])))
    model.append_lines(LineIds(array("q", [family])))
    assert (model.is_open(0), model.is_open(1)) == (False, True)
    assert model.unfolded.people == {3}
    qtmodeltester.check(model)
    model.unfolded.set_found({})
    model.set_lines(LineIds(array("q", [family])))
    assert not model.is_open(0)
    assert not model.unfolded.people


def test_families_found_later_open_where_they_stand(model: JournalModel, family: int, qtbot: QtBot) -> None:
    model.set_lines(LineIds(array("q", [family])))
    with qtbot.waitSignal(model.modelReset):
        model.add_found({family: FoundFamily(2, frozenset({3}))})
    assert model.rowCount() == 3
    with qtbot.assertNotEmitted(model.modelReset):
        model.add_found({family: FoundFamily(2, frozenset({3}))})


def test_a_family_that_was_opened_by_hand_and_found_is_shown_once(model: JournalModel, family: int) -> None:
    model.set_lines(LineIds(array("q", [family])))
    model.set_open(0, True)
    model.unfolded.set_found({family: FoundFamily(2, frozenset({3}))})
    model.set_lines(LineIds(array("q")))
    model.append_lines(LineIds(array("q", [family])))
    assert model.rowCount() == 3
