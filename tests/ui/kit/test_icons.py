from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

import kandas_desktop
from kandas_desktop.paths import resource
from kandas_desktop.ui.kit.icons import IconName, icon, icon_pixmap, paint_icon, stroke_width

NAMES = get_args(IconName)


def inked(image: QImage) -> set[tuple[int, int]]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in points if image.pixelColor(x, y).alpha() > 0}


def test_every_named_icon_has_its_file_and_every_file_its_name() -> None:
    files = {path.stem for path in resource("icons").glob("*.svg")}
    assert files == set(NAMES)


def test_every_icon_is_drawn_somewhere() -> None:
    modules = [path for path in Path(kandas_desktop.__file__).parent.rglob("*.py") if path.name != "icons.py"]
    code = "".join(path.read_text(encoding="utf-8") for path in modules)
    assert [name for name in NAMES if f'"{name}"' not in code] == []


def test_the_icons_licence_lies_beside_them() -> None:
    assert "ISC License" in resource("icons/LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: object, name: IconName) -> None:
    image = icon_pixmap(name, 20, "#C2222D").toImage()
    points = inked(image)
    strongest = max(points, key=lambda point: image.pixelColor(*point).alpha())
    color = image.pixelColor(*strongest)
    assert len(points) > 4
    assert (color.red(), color.green(), color.blue()) == pytest.approx((0xC2, 0x22, 0x2D), abs=6)


@pytest.mark.parametrize("name", NAMES)
def test_no_icon_is_cut_off_at_its_edges(qapp: object, name: IconName) -> None:
    image = icon_pixmap(name, 16, "#000000", 4.0).toImage()
    last = image.width() - 1
    assert not [point for point in inked(image) if 0 in point or last in point]


@pytest.mark.parametrize(
    ("size", "stroke"), [(24, 1.6), (20, 1.6), (18, 1.75), (16, 1.75), (14, 2.0), (12, 2.0)]
)
def test_small_icons_have_bolder_lines(size: int, stroke: float) -> None:
    assert stroke_width(size) == stroke


def test_a_drawn_icon_is_kept(qapp: object) -> None:
    assert icon_pixmap("bed", 16, "#123456") is icon_pixmap("bed", 16, "#123456")
    assert icon_pixmap("bed", 16, "#123456") is not icon_pixmap("bed", 16, "#654321")


def test_at_125_percent_an_icon_has_a_quarter_more_pixels(qapp: object) -> None:
    pixmap = icon_pixmap("bed", 16, "#123456", 1.25)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (20, 1.25)


def test_an_icon_for_menus_comes_in_the_size_asked_for(qapp: object) -> None:
    assert icon("bed", 16, "#123456").availableSizes()[0].width() == 16


def test_painting_puts_the_icon_where_it_was_asked(qapp: object) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_icon(painter, QPointF(20, 20), "circle", 16, "#000000")
    painter.end()
    assert inked(image)
    assert min(min(point) for point in inked(image)) >= 20
