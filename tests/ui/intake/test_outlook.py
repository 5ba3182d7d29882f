"""What registering leads to, in words that fit their boxes."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.ui.intake.outlook import Prospect, prospect_words
from kandas_desktop.ui.intake.page import IntakePage
from kandas_desktop.ui.intake.person_form import Part
from kandas_desktop.ui.intake.row_line import RowLine
from kandas_desktop.ui.intake.side_column import NextBanner
from kandas_desktop.ui.intake.words import lack_title, part_title, short_age
from kandas_desktop.ui.kit.chips import cap_size, clause_words
from kandas_desktop.ui.kit.painting import text_width
from kandas_desktop.ui.kit.theme import theme
from kandas_desktop.words import spoken_in

LANGUAGES = ("kk", "ru", "en")
DAY = date(2026, 3, 18)


def a_prospect(needed: int = 4, free: int = 7, waiting: int = 0, lacking_slips: int = 0) -> Prospect:
    return Prospect(needed, free, waiting, lacking_slips)


@pytest.mark.parametrize(
    ("prospect", "following", "clause"),
    [
        (a_prospect(), "referral", Clause.R6),
        (a_prospect(needed=7), "referral", Clause.R6),
        (a_prospect(needed=8), "reserve", Clause.R7),
        (a_prospect(waiting=1), "reserve", Clause.R7),
        (a_prospect(needed=0, waiting=1), "referral", Clause.R6),
        (a_prospect(lacking_slips=1), "slips", Clause.R3),
        (a_prospect(waiting=1, lacking_slips=1), "reserve", Clause.R7),
    ],
)
def test_who_waits_goes_to_the_reserve_and_who_lacks_slips_waits_for_them(
    prospect: Prospect, following: str, clause: Clause
) -> None:
    assert (prospect.next, prospect_words(prospect).clause) == (following, clause)


def test_the_place_in_the_reserve_is_after_everybody_who_waits() -> None:
    assert prospect_words(a_prospect(waiting=3)).text == "Place 4 in the reserve"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_next_fits_beside_its_clause(qtbot: QtBot, language: str) -> None:
    room = theme().sizes.intake_column - 2 * 14
    with spoken_in(language):
        unknown = a_prospect()._replace(is_known=False)
        for prospect in (unknown, a_prospect(), a_prospect(waiting=98), a_prospect(lacking_slips=1)):
            banner = NextBanner()
            qtbot.addWidget(banner)
            banner.show_prospect(prospect)
            assert banner.sizeHint().width() <= room, banner.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_slip_lacks_fits_beside_its_clause(qtbot: QtBot, language: str) -> None:
    kinds = (
        ObstacleKind.SLIP_MISSING,
        ObstacleKind.SLIP_NUMBER_MISSING,
        ObstacleKind.SLIP_DATE_MISSING,
        ObstacleKind.SLIP_ISSUER_MISSING,
    )
    with spoken_in(language):
        room = theme().sizes.intake_column - 2 * 14 - 24 - cap_size(clause_words(3)).width()
        for kind in kinds:
            title = lack_title(Obstacle(kind, Clause.R3))
            assert text_width(theme().font("body", bold=True), title) <= room, title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_person_has_a_name_that_fits_above_its_field(qtbot: QtBot, language: str) -> None:
    # Four columns in a page of 1162: the window of 1366 beside the navigation.
    with spoken_in(language):
        for part in Part:
            assert text_width(theme().font("second"), part_title(part)) <= 186, part_title(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_empty_row_says_in_grey_is_read_whole(
    open_page: Callable[[], IntakePage], language: str
) -> None:
    with spoken_in(language):
        *_, empty = open_page().findChildren(RowLine)
        for field in empty.fields.values():
            hint = field.placeholderText()
            assert hint
            assert text_width(field.font(), hint) <= field.width() - 2 * theme().sizes.input_padding, hint


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (BirthDate(1987, 3, 5), "39 жас"),
        (BirthDate(1951), "74–75 жас"),
        (BirthDate(2025, 6, 18), "9 айлық"),
        (BirthDate(2026, 3, 16), "айға толмаған"),
    ],
)
def test_beside_a_birth_date_stands_the_age_alone(born: BirthDate, age: str) -> None:
    with spoken_in("kk"):
        assert short_age(born, DAY) == age
