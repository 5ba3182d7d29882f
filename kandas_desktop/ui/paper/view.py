"""The paper on its grey desk: zoomed, scrolled, and only the pages that are seen are drawn."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kandas_desktop.ui.kit.chips import cap_size
from kandas_desktop.ui.kit.painting import paint_box, paint_text, text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.ui.paper.page_places import LEAST_ZOOM, MARGIN, MOST_ZOOM, Fit, PagePlaces, fitting_zoom
from kandas_desktop.ui.paper.sheets import Pictures, Sheets
from kandas_desktop.words import _

_STEP = 1.25
_LINE = 40


class PaperView(QAbstractScrollArea):
    """Shows sheets; ``changed`` says that zoom, fit or the page in view is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._places = PagePlaces((), 1.0)
        self._fit = Fit.PAGE
        self._zoom = 1.0
        self._pictures = Pictures()
        self._hidden_words = ""
        self._said = ""
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

    def say(self, words: str) -> None:
        """Show these words on the empty desk, where there is no paper to show."""
        self._said = words
        self.viewport().update()

    @property
    def page_count(self) -> int:
        return len(self._sheets) if self._sheets else 0

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return self._places.page_at(middle)

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
        self._zoom = min(MOST_ZOOM, max(LEAST_ZOOM, self._zoom * _STEP**steps))
        self._lay_out()

    def turn_pages(self, by: int) -> None:
        """Show the top of the next or an earlier page."""
        if self.page_count:
            wanted = min(self.page_count - 1, max(0, self.page + by))
            self.verticalScrollBar().setValue(self._places.top_of(wanted))

    # --- where the pages lie

    def _lay_out(self) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        before, span = vertical.value(), vertical.maximum()
        sizes = self._sheets.sizes if self._sheets else []
        view = self.viewport().size()
        if sizes and self._fit is not Fit.NONE:
            self._zoom = fitting_zoom(sizes, view, self._fit)
        self._places = PagePlaces(sizes, self._zoom)
        vertical.setPageStep(view.height())
        vertical.setRange(0, max(0, self._places.span.height() - view.height()))
        horizontal.setPageStep(view.width())
        horizontal.setRange(0, max(0, self._places.span.width() - view.width()))
        if span and vertical.maximum() != span:
            vertical.setValue(round(before * vertical.maximum() / span))
        self.viewport().update()
        self.changed.emit()

    # --- drawing

    def _paint_page(self, painter: QPainter, sheets: Sheets, page: int) -> None:
        ratio = self.devicePixelRatioF()
        scrolled = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        rect = self._places.rect(page, scrolled, self.viewport().width(), ratio)
        palette = theme().palette
        paint_box(painter, rect.adjusted(-1, -1, 1, 1), radius=0, fill=palette.paper, edge=palette.line2)
        if self._hidden_words:
            font = theme().font("second")
            room = QRectF(0, rect.top(), text_width(font, self._hidden_words), rect.height())
            room.moveCenter(rect.center())
            paint_text(painter, room, self._hidden_words, font=font, color=palette.field)
            return
        painter.drawImage(rect.topLeft(), self._pictures.picture(sheets, page, self._places.scale, ratio))

    def _paint_said(self, painter: QPainter) -> None:
        room = self.viewport().rect().adjusted(MARGIN, 0, -MARGIN, 0)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().color("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._said)

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
        if not self._sheets:
            self._paint_said(painter)
            return
        for page in self._places.in_sight(self.verticalScrollBar().value(), self.viewport().height()):
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
