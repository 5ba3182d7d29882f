"""What is struck out on paper has a line through it on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kandas_desktop.queries.journal import JournalRow
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui.journal.columns import COLUMNS, Sight
from kandas_desktop.ui.journal.line_painter import LinePainter, text_width
from kandas_desktop.ui.journal.outline import Heights
from kandas_desktop.ui.journal.widths import column_spans
from tests.ui.journal.test_outcomes import ROW, SON, TODAY

WIDTH, HEIGHT = 1162, 47
REFERRED = ROW._replace(
    referral_number="Ж-9/26", referral_issued_on=TODAY, standing=Standing.REFERRED, birth_place="Нөкіс"
)
REFERRAL_STRUCK_OUT = REFERRED._replace(referral_is_struck_out=True, standing=Standing.DUE)
STRUCK_OUT = REFERRED._replace(standing=Standing.STRUCK_OUT)


def struck_through(row: JournalRow) -> set[str]:
    """The names of the columns whose first text has a line through it from end to end."""
    sight, spans = Sight(TODAY), column_spans(COLUMNS, WIDTH, is_compact=False)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawn = LinePainter(COLUMNS, spans, sight, Heights(HEIGHT, 30))
    drawn.paint_line(painter, 0, row, is_open=False)
    painter.end()
    found = set()
    for column, span in zip(COLUMNS, spans, strict=True):
        if column.name in ("name", "birth", "registered", "referral"):
            width = int(text_width(drawn.shown_cell(column, row).main, "main"))
            letters = range(span.left + 2, span.left + width - 2)
            if any(all(image.pixelColor(x, y).lightness() < 200 for x in letters) for y in range(HEIGHT)):
                found.add(column.name)
    return found


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        (REFERRED, set()),
        (REFERRAL_STRUCK_OUT, {"referral"}),
        (STRUCK_OUT, {"name", "birth", "registered", "referral"}),
    ],
)
def test_a_struck_out_referral_does_not_look_live(row: JournalRow, columns: set[str], qtbot: QtBot) -> None:
    assert struck_through(row) == columns


@pytest.mark.parametrize(("kinship", "tip"), [("ұлы", ""), ("жиені", "daughter's or sister's child")])
def test_a_kinship_that_is_cut_is_said_in_full(kinship: str, tip: str, qtbot: QtBot) -> None:
    spans = column_spans(COLUMNS, 900, is_compact=False)
    drawn = LinePainter(COLUMNS, spans, Sight(TODAY), Heights(HEIGHT, 30))
    (country,) = (column for column in COLUMNS if column.name == "country")
    assert drawn.tool_tip(country, ROW, SON._replace(kinship=kinship)) == tip


def test_the_name_of_somebody_found_is_bold(qtbot: QtBot) -> None:
    def drawn(found: set[int]) -> QImage:
        spans = column_spans(COLUMNS, WIDTH, is_compact=False)
        image = QImage(WIDTH, 30, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        lines = LinePainter(COLUMNS, spans, Sight(TODAY), Heights(HEIGHT, 30), found=found)
        lines.paint_family(painter, 0, [SON], ROW)
        painter.end()
        return image

    assert drawn({SON.id}) != drawn(set())
    assert drawn({SON.id + 1}) == drawn(set())
