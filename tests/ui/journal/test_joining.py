"""A line of those who join a household says so beneath whoever applied for them (r.2)."""

import pytest

from kandas_desktop.queries.journal import journal_rows
from kandas_desktop.ui.journal.columns import COLUMNS, Cell, Sight
from kandas_desktop.ui.workplace import Workplace
from tests.factories import WEDNESDAY, a_person
from tests.joining import a_joining_line, a_newborn
from tests.residents import a_resident_family


@pytest.mark.parametrize(
    ("surname", "patronymic", "hidden", "expected"),
    [
        ("Мысалов", "", False, Cell("Мысалов Дәурен", "2 people join")),
        ("Мысалов", "Аңызұлы", False, Cell("Мысалов Дәурен", "Аңызұлы · 2 people join")),
        ("", "Аңызұлы", False, Cell("Дәурен", "Аңызұлы · 2 people join")),
        ("Мысалов", "Аңызұлы", True, Cell("Ө-2/26", "2 people join")),
    ],
)
def test_beneath_the_applicants_name_stands_how_many_join(
    workplace: Workplace, surname: str, patronymic: str, hidden: bool, expected: Cell
) -> None:
    desk = workplace.desk
    family = a_resident_family(desk, a_person(surname=surname, patronymic=patronymic))
    line = a_joining_line(desk, family.application_id, a_newborn(), a_newborn("Аяулым"))
    rows = journal_rows(desk.database, [family.application_id, line])
    (name,) = (column for column in COLUMNS if column.name == "name")
    assert name.cell(rows[line], Sight(WEDNESDAY, names_hidden=hidden)) == expected
    assert "join" not in name.cell(rows[family.application_id], Sight(WEDNESDAY)).text
