"""The row above a table: what is asked for, and how it fits into a narrow window."""

from pytestqt.qtbot import QtBot

from kandas_desktop.ui.filter_row import FilterRow
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.search_field import SearchField

KINDS = {"now": "Тұратындар", "soon": "Мерзімі таяу", "left": "Кеткендер"}


def a_row(qtbot: QtBot, width: int, *, give_way: tuple[str, ...] = ()) -> FilterRow[str]:
    row = FilterRow(SearchField("Аты, нөмірі, орны", "Іздеу"), KINDS, give_way=give_way)
    qtbot.addWidget(row)
    row.resize(width, 48)
    row.show()
    return row


def test_the_first_kind_is_asked_for_at_first(qtbot: QtBot) -> None:
    row = a_row(qtbot, 900)
    assert row.which == "now"
    assert [chip.isChecked() for chip in row.chips.values()] == [True, False, False]


def test_only_another_choice_is_told(qtbot: QtBot) -> None:
    row = a_row(qtbot, 900)
    told: list[str] = []
    row.choice_changed.connect(lambda: told.append(f"{row.which} {row.typed}"))
    row.choose("now")
    row.search.setText("  ")
    row.chips["soon"].click()
    row.chips["soon"].click()
    row.search.setText(" айша ")
    row.search.setText("айша")
    assert told == ["soon ", "soon айша"]
    assert row.chips["soon"].isChecked()


def test_all_of_a_kind_is_asked_for_once(qtbot: QtBot) -> None:
    row = a_row(qtbot, 900)
    row.search.setText("айша")
    told: list[str] = []
    row.choice_changed.connect(lambda: told.append(f"{row.which} {row.typed}"))
    row.show_all("left")
    row.show_all("left")
    assert told == ["left "]


def test_steps_go_round(qtbot: QtBot) -> None:
    row = a_row(qtbot, 900)
    row.step(-1)
    assert row.which == "left"
    row.step(1)
    assert row.which == "now"


def test_what_has_no_room_stands_in_the_menu(qtbot: QtBot) -> None:
    row = a_row(qtbot, 440, give_way=("soon", "left"))
    row.set_counts({"now": 62, "soon": 27, "left": 580})
    assert [kind for kind, chip in row.chips.items() if chip.isVisible()] == ["now"]
    assert row.more.isVisible()
    assert not row.more.isChecked()
    soon, _left = row.menu().actions()
    assert soon.text() == "Мерзімі таяу  27"
    soon.trigger()
    assert row.which == "soon"
    assert row.more.isChecked()
    row.resize(900, 48)
    assert all(chip.isVisible() for chip in row.chips.values())
    assert not row.more.isVisible()


def test_the_key_gives_way_before_the_words_of_the_search_are_cut(qtbot: QtBot) -> None:
    search = a_row(qtbot, 900).search
    needed = text_width(search.font(), search.placeholderText())
    keyless = [width for width in range(120, 281, 4) if not has_key(search, width)]
    for width in range(120, 281, 4):
        search.fit_into(width)
        inside = width - search.textMargins().left() - search.textMargins().right() - 4
        assert width in keyless or needed <= inside
    assert 120 in keyless
    assert 280 not in keyless


def has_key(search: SearchField, width: int) -> bool:
    """Whether the key's cap stands in the field at a width."""
    search.fit_into(width)
    return search.textMargins().right() > 20
