import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from kandas_desktop.ui.kit.painting import (
    Run,
    device_width,
    hairline,
    paint_box,
    paint_runs,
    paint_text,
    runs_width,
    text_width,
)
from kandas_desktop.ui.kit.theme import theme

RATIOS = pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])


def canvas(ratio: float = 1.0) -> QImage:
    image = QImage(round(80 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    return image


def column(image: QImage, x: int) -> list[str]:
    return [image.pixelColor(x, y).name() for y in range(image.height())]


@RATIOS
def test_a_hairline_is_one_sharp_pixel_at_every_scale(qapp: object, ratio: float) -> None:
    image = canvas(ratio)
    painter = QPainter(image)
    hairline(painter, QPointF(0, 13), QPointF(80, 13), "#000000")
    painter.end()
    assert sorted(set(column(image, 20))) == ["#000000", "#ffffff"]
    assert column(image, 20).count("#000000") == 1


@RATIOS
@pytest.mark.parametrize("top", [3, 4, 5, 6])
def test_the_edge_of_a_box_is_sharp_wherever_it_stands(qapp: object, ratio: float, top: int) -> None:
    image = canvas(ratio)
    painter = QPainter(image)
    paint_box(painter, QRectF(5, top, 60, 22), radius=6, edge="#000000")
    painter.end()
    middle = column(image, image.width() // 2)
    thick = round(device_width_of(ratio) * ratio)
    assert set(middle) == {"#000000", "#ffffff"}
    assert middle.count("#000000") == 2 * thick


def device_width_of(ratio: float) -> float:
    image = canvas(ratio)
    painter = QPainter(image)
    width = device_width(painter, 1)
    painter.end()
    return width


def test_a_text_without_room_is_elided_and_stays_inside(qapp: object) -> None:
    image = canvas()
    painter = QPainter(image)
    font = theme().font("body")
    paint_text(painter, QRectF(0, 0, 40, 40), "Орналастырылмағандар", font=font, color="#000000")
    painter.end()
    assert set(column(image, 45)) == {"#ffffff"}


@pytest.mark.parametrize(
    ("align", "empty"), [(Qt.AlignmentFlag.AlignLeft, 70), (Qt.AlignmentFlag.AlignRight, 10)]
)
def test_text_stands_at_the_side_asked_for(qapp: object, align: Qt.AlignmentFlag, empty: int) -> None:
    image = canvas()
    painter = QPainter(image)
    box = QRectF(0, 0, 80, 40)
    paint_text(painter, box, "бос", font=theme().font("body"), color="#000000", align=align)
    painter.end()
    assert set(column(image, empty)) == {"#ffffff"}


def test_runs_stand_one_after_the_other(qapp: object) -> None:
    plain, bold = theme().font("body"), theme().font("body", bold=True)
    runs = [Run("ab", bold, "#ff0000"), Run("cd", plain, "#0000ff")]
    assert runs_width(runs) == text_width(bold, "ab") + text_width(plain, "cd")
    image = canvas()
    painter = QPainter(image)
    paint_runs(painter, QRectF(0, 0, 80, 40), runs)
    painter.end()
    edge = round(QFontMetricsF(bold).horizontalAdvance("ab"))
    colors = [image.pixelColor(x, y) for x in range(edge + 1, 80) for y in range(40)]
    assert not [color for color in colors if color.red() > color.blue()]
    assert [color for color in colors if color == QColor("#0000ff") or color.blue() > color.red() + 60]
