import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kandas_desktop.ui.kit.labels import Label, MiddleElidedLabel
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.tokens import LETTERS, LIGHT, TypeRole

SENTENCE = "Түпнұсқа сақталды. Қайта басылса, дәл осы қағаз «КӨШІРМЕ» белгісімен, реттік нөмірімен шығады."


@pytest.mark.parametrize("role", LETTERS)
def test_a_line_is_as_high_as_its_role_says(qtbot: QtBot, role: TypeRole) -> None:
    label = Label("Қазақ әріптері", role=role)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == LETTERS[role].line


def test_markup_in_a_name_is_shown_not_obeyed(qtbot: QtBot) -> None:
    label = Label("<b>Үлгібаев</b> & <i>ұлдары</i>")
    qtbot.addWidget(label)
    assert label.text() == "<b>Үлгібаев</b> & <i>ұлдары</i>"
    assert label.sizeHint().width() > Label("Үлгібаев & ұлдары").sizeHint().width()


def test_two_lines_of_text_are_two_lines_high(qtbot: QtBot) -> None:
    label = Label("Мысалов Ерасыл\n18 жаста", role="second")
    qtbot.addWidget(label)
    assert label.sizeHint().height() == 32


def test_the_narrower_a_sentence_the_higher(qtbot: QtBot) -> None:
    label = Label(SENTENCE, role="second", wrap=True)
    qtbot.addWidget(label)
    heights = [label.heightForWidth(width) for width in (900, 300, 150)]
    assert heights[0] == 16
    assert heights == sorted(heights)
    assert heights[2] > heights[1] > heights[0]


def test_a_wrapped_sentence_gets_all_the_height_it_needs_in_a_column(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    label = Label(SENTENCE, role="second", wrap=True)
    box = QVBoxLayout(column)
    box.addWidget(label)
    box.addStretch(1)
    column.resize(200, 400)
    column.show()
    assert label.height() == label.heightForWidth(label.width()) > 48


def test_a_short_label_is_never_cut(qtbot: QtBot) -> None:
    label = Label("Орналасу мерзімі")
    qtbot.addWidget(label)
    assert label.minimumSizeHint() == label.sizeHint()


def test_an_ink_is_a_colour_of_the_palette(qtbot: QtBot) -> None:
    label = Label("мерзімі өтті", ink="text2")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().windowText().color() == QColor(LIGHT.text2)
    label.set_ink("overdue")
    assert label.palette().windowText().color() == QColor(LIGHT.overdue.ink)


PATH = "C:/Users/Сынақ/Құжаттар/Қандас үйі/2026/сақтық көшірме 2026-03-18.kandas"


def test_a_long_text_gives_up_its_middle_and_keeps_it_in_the_tooltip(qtbot: QtBot) -> None:
    label = MiddleElidedLabel(PATH)
    qtbot.addWidget(label)
    label.resize(200, 18)
    label.show()
    assert label.shown.startswith("C:/")
    assert label.shown.endswith(".kandas")
    assert "…" in label.shown
    assert label.text() == label.toolTip() == PATH
    label.resize(900, 18)
    assert (label.shown, label.toolTip()) == (PATH, "")
    label.resize(200, 18)
    label.set_whole_text("қысқа")
    assert (label.shown, label.toolTip()) == ("қысқа", "")


def test_rather_than_a_stump_nothing_is_shown(qtbot: QtBot) -> None:
    label = MiddleElidedLabel(PATH, least_shown=120)
    qtbot.addWidget(label)
    label.resize(110, 18)
    label.show()
    assert (label.shown, label.toolTip()) == ("", PATH)
    label.resize(130, 18)
    assert "…" in label.shown
    label.set_whole_text("қысқа")
    label.resize(110, 18)
    assert label.shown == "қысқа"


def test_what_gives_way_last_asks_for_all_of_its_room(qtbot: QtBot) -> None:
    label, other = MiddleElidedLabel(PATH, gives_way_last=True), MiddleElidedLabel(PATH)
    for each in (label, other):
        qtbot.addWidget(each)
    assert label.minimumSizeHint() == label.sizeHint() == other.sizeHint()
    assert other.minimumSizeHint().width() < 60


def test_a_sentence_is_laid_out_once_for_each_width(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    label = Label(SENTENCE, role="second", wrap=True)
    qtbot.addWidget(label)
    widths: list[float] = []
    lay_out = label._lay_out

    def laid_out(width: float) -> list[tuple[str, float]]:
        widths.append(width)
        return lay_out(width)

    monkeypatch.setattr(label, "_lay_out", laid_out)
    heights = [label.heightForWidth(width) for width in (300, 150, 300, 150)]
    assert heights[:2] == heights[2:]
    assert widths == [300, 150]


def test_other_words_letters_or_wrapping_are_laid_out_anew(qtbot: QtBot) -> None:
    label = Label(SENTENCE, role="second", wrap=True)
    qtbot.addWidget(label)
    before = label.heightForWidth(300)
    label.setText(SENTENCE + SENTENCE)
    longer = label.heightForWidth(300)
    assert longer > before
    font = label.font()
    font.setPointSizeF(2 * font.pointSizeF() if font.pointSizeF() > 0 else 24)
    label.setFont(font)
    assert label.heightForWidth(300) > longer
    label.setWordWrap(False)
    assert label.heightForWidth(300) == 16


@pytest.mark.parametrize("whole", ["201-бөлмеге", "Ж-98/26", "108-1"])
def test_no_line_ends_within_a_number(qtbot: QtBot, whole: str) -> None:
    label = Label(f"Бос: {whole}, {whole}", wrap=True)
    qtbot.addWidget(label)
    for width in range(text_width(label.font(), f"Бос: {whole}"), label.sizeHint().width() + 20):
        seen = [line for line, _used in label._lines(width)]
        assert sum(line.count(whole) for line in seen) == 2
        assert all(text_width(label.font(), line) <= width for line in seen)


def test_no_line_ends_within_a_word_behind_an_emoji(qtbot: QtBot) -> None:
    typed = "«😀» мен «😀» таңбасын қағазға басып шығару мүмкін емес"
    label = Label(typed, wrap=True)
    qtbot.addWidget(label)
    widest = max(text_width(label.font(), word) for word in typed.split())
    for width in range(widest + 2, label.sizeHint().width(), 7):
        lines = [line for line, _used in label._lines(width)]
        assert [word for line in lines for word in line.split()] == typed.split()
