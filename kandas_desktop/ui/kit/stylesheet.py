"""The one style sheet, built from the tokens: only for what the kit does not paint itself."""

from kandas_desktop.ui.kit.tokens import Palette


def style_sheet(palette: Palette) -> str:
    """The text for ``QApplication.setStyleSheet``."""
    # Inputs draw their own box: see inputs.paint_input.
    bare = (
        "QLineEdit, QPlainTextEdit { background: transparent; border: none; padding: 0; }"
        "QLineEdit { lineedit-password-character: 8226; }"  # the dot that hides names elsewhere, too
    )
    return "\n".join((bare, _labels(palette), _popups(palette), _scroll_bars(palette), _tables(palette)))


def _labels(palette: Palette) -> str:
    inks = {
        "text": palette.text,
        "text2": palette.text2,
        "text3": palette.text3,
        "accent": palette.accent_text,
        "on_accent": palette.on_accent,
        "disabled": palette.disabled_text,
        "free": palette.free.ink,
        "occupied": palette.occupied.ink,
        "held": palette.held.ink,
        "vacating": palette.vacating.ink,
        "overdue": palette.overdue.ink,
    }
    return "\n".join(f'QLabel[ink="{name}"] {{ color: {value}; }}' for name, value in inks.items())


def _popups(palette: Palette) -> str:
    return f"""
QToolTip {{ background: {palette.surface}; color: {palette.text}; border: 1px solid {palette.line2};
    padding: 5px 8px; }}
QMenu {{ background: {palette.surface}; color: {palette.text}; border: 1px solid {palette.line2};
    padding: 4px; }}
QMenu::item {{ padding: 6px 14px 6px 10px; border-radius: 4px; min-height: 20px; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::item:selected {{ background: {palette.selected}; color: {palette.text}; }}
QMenu::item:disabled {{ color: {palette.disabled_text}; }}
QMenu::separator {{ height: 1px; background: {palette.line}; margin: 4px 6px; }}
QListView#choices {{ background: {palette.surface}; color: {palette.text}; outline: 0;
    border: 1px solid {palette.line2}; padding: 4px; }}
QListView#choices::item {{ padding: 5px 8px; border-radius: 4px; min-height: 20px; }}
QListView#choices::item:hover {{ background: {palette.hover}; }}
QListView#choices::item:selected {{ background: {palette.selected}; color: {palette.text}; }}
"""


def _scroll_bars(palette: Palette) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; border: none; }}
QScrollBar::handle {{ background: {palette.line2}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:hover {{ background: {palette.field}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
"""


def _tables(palette: Palette) -> str:
    return f"""
QTableView, QTreeView, QListView {{ background: {palette.surface}; color: {palette.text}; border: none;
    outline: 0; gridline-color: {palette.line}; selection-background-color: {palette.selected};
    selection-color: {palette.text}; }}
QHeaderView {{ background: {palette.sunken}; border: none; }}
QHeaderView::section {{ background: {palette.sunken}; color: {palette.text2}; border: none;
    border-bottom: 1px solid {palette.line2}; padding: 6px 8px; text-align: left; }}
QProgressBar {{ background: {palette.line}; border: none; border-radius: 3px; max-height: 6px;
    color: transparent; }}
QProgressBar::chunk {{ background: {palette.accent}; border-radius: 3px; }}
"""
