"""The paper on its grey desk: zoomed, scrolled, and only the pages that are seen are drawn."""

from bisect import bisect_right
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kandas_desktop.ui.kit.chips import cap_size
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.paper.sheets import POINTS_PER_INCH, Sheets
from kandas_desktop.words import _

MARGIN = 20
_GAP = 20
_SCREEN_INCH = 96  # logical pixels at 100 %
_LEAST, _MOST = 0.25, 4.0
_STEP = 1.25
_LINE = 40
_KEPT = 6  # pictures of pages; one at 100 % is some 3 MB


class Fit(StrEnum):
    """What the zoom follows."""

    PAGE = "page"
    WIDTH = "width"
    NONE = ""


class PaperView(QAbstractScrollArea):
    """Shows sheets; ``changed`` says that zoom, fit or the page in view is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._tops: list[float] = []
        self._fit = Fit.PAGE
        self._zoom = 1.0
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._hidden_words = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Paper"))
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().valueChanged.connect(self.changed)
        theme().changed.connect(self.viewport().update)

    # --- what is shown

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show another paper from its top; ``None`` shows the empty desk."""
        keeps_place = sheets is not None and self._sheets is not None and sheets.sizes == self._sheets.sizes
        place = self.verticalScrollBar().value() if keeps_place else 0
        if self._sheets is not None:
            self._sheets.close()
        self._sheets = sheets
        self._pictures.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(place)

    def hide_words(self, words: str) -> None:
        """Show blank pages with these words instead of what is printed (F9); empty shows the paper."""
        self._hidden_words = words
        self.viewport().update()

    @property
    def page_count(self) -> int:
        return len(self._sheets) if self._sheets else 0

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(0, bisect_right(self._tops, middle) - 1)

    @property
    def percent(self) -> int:
        return round(self._zoom * 100)

    @property
    def fit(self) -> Fit:
        return self._fit

    # --- what the desk does

    def set_fit(self, fit: Fit) -> None:
        """Follow the window: the whole page, or its width."""
        self._fit = fit
        # A scroll bar that comes and goes would change the very width that is followed.
        policy = Qt.ScrollBarPolicy
        always = policy.ScrollBarAlwaysOn if fit is Fit.WIDTH else policy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(always)
        self._lay_out()

    def zoom_by_steps(self, steps: int) -> None:
        """Larger or smaller, by quarters."""
        self._fit = Fit.NONE
        self._zoom = min(_MOST, max(_LEAST, self._zoom * _STEP**steps))
        self._lay_out()

    def zoom_to(self, zoom: float) -> None:
        """1.0 is as large as on paper."""
        self._fit = Fit.NONE
        self._zoom = zoom
        self._lay_out()

    def turn_pages(self, by: int) -> None:
        """Show the top of the next or an earlier page."""
        if self._tops:
            wanted = min(len(self._tops) - 1, max(0, self.page + by))
            self.verticalScrollBar().setValue(round(self._tops[wanted]) - MARGIN)

    # --- where the pages lie

    def _lay_out(self) -> None:
        before, span = self.verticalScrollBar().value(), self.verticalScrollBar().maximum()
        self._tops = []
        width, height = 0.0, 0.0
        if self._sheets and len(self._sheets):
            self._zoom = self._fitting_zoom(self._sheets)
            height = MARGIN
            for size in self._sheets.sizes:
                self._tops.append(height)
                height += size.height * self._scale + _GAP
                width = max(width, size.width * self._scale + 2 * MARGIN)
            height += MARGIN - _GAP
        self._set_span(int(width), int(height))
        if span and self.verticalScrollBar().maximum() != span:
            self.verticalScrollBar().setValue(round(before * self.verticalScrollBar().maximum() / span))
        self.viewport().update()
        self.changed.emit()

    def _fitting_zoom(self, sheets: Sheets) -> float:
        if self._fit is Fit.NONE:
            return self._zoom
        across = max(size.width for size in sheets.sizes)
        room = self.viewport().width() - 2 * MARGIN
        zoom = room / across
        if self._fit is Fit.PAGE:
            down = max(size.height for size in sheets.sizes)
            zoom = min(zoom, (self.viewport().height() - 2 * MARGIN) / down)
        return min(_MOST, max(_LEAST / 2, zoom * POINTS_PER_INCH / _SCREEN_INCH))

    def _set_span(self, width: int, height: int) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(self.viewport().height())
        vertical.setRange(0, max(0, height - self.viewport().height()))
        horizontal.setPageStep(self.viewport().width())
        horizontal.setRange(0, max(0, width - self.viewport().width()))

    @property
    def _scale(self) -> float:
        """Logical pixels for one point."""
        return self._zoom * _SCREEN_INCH / POINTS_PER_INCH

    def _page_rect(self, sheets: Sheets, page: int) -> QRectF:
        size = sheets.sizes[page]
        # As many whole device pixels as the picture has.
        ratio = self.devicePixelRatioF()
        width = ceil(size.width * self._scale * ratio) / ratio
        height = ceil(size.height * self._scale * ratio) / ratio
        if width + 2 * MARGIN <= self.viewport().width():
            left = (self.viewport().width() - width) / 2
        else:
            left = MARGIN - self.horizontalScrollBar().value()
        return QRectF(round(left), round(self._tops[page] - self.verticalScrollBar().value()), width, height)

    # --- drawing

    def _picture(self, sheets: Sheets, page: int, ratio: float) -> QImage:
        key = (page, round(self._scale * ratio * 10_000))
        picture = self._pictures.pop(key, None)
        if picture is None:
            picture = sheets.picture(page, self._scale * ratio)
            picture.setDevicePixelRatio(ratio)
        self._pictures[key] = picture
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _paint_page(self, painter: QPainter, sheets: Sheets, page: int) -> None:
        rect = self._page_rect(sheets, page)
        palette = theme().palette
        paint_box(painter, rect.adjusted(-1, -1, 1, 1), radius=0, fill=palette.paper, edge=palette.line2)
        if self._hidden_words:
            font = theme().font("second")
            room = QRectF(0, rect.top(), text_width(font, self._hidden_words), rect.height())
            room.moveCenter(rect.center())
            paint_text(painter, room, self._hidden_words, font=font, color=palette.field)
            return
        painter.drawImage(rect.topLeft(), self._picture(sheets, page, self.devicePixelRatioF()))

    def _paint_count(self, painter: QPainter) -> None:
        words = _("Page {page} of {count}").format(page=self.page + 1, count=self.page_count)
        size = cap_size(words)
        height = theme().sizes.chip
        where = QRect(MARGIN, self.viewport().height() - MARGIN + 4 - height, size.width() + 10, height)
        palette = theme().palette
        paint_box(
            painter, QRectF(where), radius=theme().sizes.radius, fill=palette.surface, edge=palette.line2
        )
        paint_text(
            painter,
            QRectF(where),
            words,
            font=theme().font("second"),
            color=palette.text2,
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().color("desk"))
        if not self._sheets or not self._tops:
            return
        first = max(0, bisect_right(self._tops, self.verticalScrollBar().value()) - 1)
        for page in range(first, len(self._tops)):
            if self._tops[page] > self.verticalScrollBar().value() + self.viewport().height():
                break
            self._paint_page(painter, self._sheets, page)
        self._paint_count(painter)
        if self.hasFocus():
            edge = QRectF(self.viewport().rect())
            paint_box(painter, edge, radius=0, edge=theme().palette.accent, width=2)

    def sizeHint(self) -> QSize:
        return QSize(600, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by_steps(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        match event.key():
            case Qt.Key.Key_Down:
                vertical.setValue(vertical.value() + _LINE)
            case Qt.Key.Key_Up:
                vertical.setValue(vertical.value() - _LINE)
            case Qt.Key.Key_Right:
                horizontal.setValue(horizontal.value() + _LINE)
            case Qt.Key.Key_Left:
                horizontal.setValue(horizontal.value() - _LINE)
            case Qt.Key.Key_Home:
                vertical.setValue(0)
            case Qt.Key.Key_End:
                vertical.setValue(vertical.maximum())
            case _:
                super().keyPressEvent(event)
