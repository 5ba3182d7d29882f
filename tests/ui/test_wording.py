"""The rules' answers in words: every obstacle, condition and standing has some, in every language."""

from datetime import date

import pytest

from kandas_desktop.rules.birth import BirthDate, DateFaultKind
from kandas_desktop.rules.clauses import Clause
from kandas_desktop.rules.household import HouseholdPerson
from kandas_desktop.rules.milestones import Milestone
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import Condition, ConditionKind, Obstacle, ObstacleKind
from kandas_desktop.rules.standing import Standing
from kandas_desktop.ui import wording
from kandas_desktop.ui.milestones import milestone_words
from kandas_desktop.words import spoken_in

DAY = date(2026, 3, 18)
SON = HouseholdPerson(2, PersonName("Мысалов", "Ерасыл"), BirthDate(2008, 3, 17))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_answer_of_the_rules_has_words(language: str) -> None:
    with spoken_in(language):
        titles = [wording.obstacle_title(Obstacle(kind)) for kind in ObstacleKind]
        conditions = [wording.condition_words(Condition(kind, Clause.R3, 1)) for kind in ConditionKind]
        standings = [wording.standing_words(standing, 1) for standing in Standing]
        faults = [wording.date_fault_words(kind) for kind in DateFaultKind]
    for words in (titles, conditions, standings, faults):
        assert all(words)
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("kk", 1, "1 адам"),
        ("kk", 5, "5 адам"),
        ("ru", 1, "1 человек"),
        ("ru", 3, "3 человека"),
        ("ru", 5, "5 человек"),
        ("ru", 21, "21 человек"),
        ("en", 1, "1 person"),
        ("en", 5, "5 people"),
    ],
)
def test_nouns_follow_their_number(language: str, count: int, words: str) -> None:
    with spoken_in(language):
        assert wording.people_words(count) == words


@pytest.mark.parametrize(
    ("born", "date_words", "age"),
    [
        (BirthDate(1987, 3, 5), "05.03.1987", "39 years old"),
        (BirthDate(1951), "year 1951", "74–75 years old"),
        (BirthDate(2025, 1, 1), "01.01.2025", "1 year old"),
        (BirthDate(2025), "year 2025", "0–1 years old"),
    ],
)
def test_a_birth_known_by_year_has_a_range_of_ages(born: BirthDate, date_words: str, age: str) -> None:
    assert wording.born_words(born) == date_words
    assert wording.age_words(born, DAY) == age


@pytest.mark.parametrize(
    ("language", "born", "age"),
    [
        ("kk", BirthDate(2025, 6, 18), "9 айлық"),
        ("ru", BirthDate(2025, 6, 18), "9 месяцев"),
        ("en", BirthDate(2025, 6, 18), "9 months old"),
        ("kk", BirthDate(2026, 3, 16), "айға толмаған"),
        ("ru", BirthDate(2026, 3, 16), "младше месяца"),
        ("kk", BirthDate(2026), "жасқа толмаған"),
        ("ru", BirthDate(2026), "младше года"),
    ],
)
def test_an_infant_is_some_months_old_and_never_nought_years(
    language: str, born: BirthDate, age: str
) -> None:
    with spoken_in(language):
        assert wording.age_words(born, DAY) == age


def test_an_obstacle_names_the_person_and_the_clause() -> None:
    slip = Obstacle(ObstacleKind.SLIP_MISSING, Clause.R3, SON)
    assert wording.obstacle_sentence(slip, DAY) == "Slip not handed in: Мысалов Ерасыл, 18 years old (r.3)"


@pytest.mark.parametrize(
    ("obstacle", "sentence"),
    [
        (
            Obstacle(ObstacleKind.BEDS_MISSING, Clause.R7, needed=6, free=4),
            "Not enough free beds: 6 needed, 4 free (r.7)",
        ),
        (
            Obstacle(ObstacleKind.OTHERS_AHEAD, Clause.R8, ahead=2, number="Ө-1/26"),
            "Others are ahead in the reserve: 2 households wait first: Ө-1/26 (r.8)",
        ),
        (Obstacle(ObstacleKind.REASON_MISSING), "Write the reason"),
        (
            Obstacle(ObstacleKind.CLOCK_BEHIND, Clause.R5, today=DAY, last_on=date(2026, 3, 20)),
            "The computer's clock shows 18.03.2026, but the journal has an entry of 20.03.2026."
            " Set the clock right (r.5)",
        ),
        (
            Obstacle(ObstacleKind.NAME_MISSING, Clause.R4, HouseholdPerson(1, PersonName())),
            "Write a surname or a given name (r.4)",
        ),
    ],
)
def test_an_obstacle_says_its_numbers(obstacle: Obstacle, sentence: str) -> None:
    assert wording.obstacle_sentence(obstacle, DAY) == sentence


@pytest.mark.parametrize(
    ("milestone", "name", "words"),
    [
        (Milestone.MOVED_IN, "Мысалов Е.", "Not before 18.03.2026: Мысалов Е. – the day of moving in"),
        (Milestone.STEP_BEFORE, "", "Not before 18.03.2026: the step before"),
        (Milestone.RECEIVED, "", "Not before 18.03.2026: the day the referral was handed over"),
        (Milestone.ENTRY_BEFORE, "", "Not before 18.03.2026: the day of entry 3/26"),
        (
            Milestone.STATUS_YEAR_ENDS,
            "",
            "The date is too early: 18.03.2026 – the end of its first year",
        ),
        (None, "", "Not before 18.03.2026"),
    ],
)
def test_a_day_that_another_may_not_precede_says_what_it_is(
    milestone: Milestone | None, name: str, words: str
) -> None:
    early = Obstacle(
        ObstacleKind.DATE_TOO_EARLY,
        last_on=date(2026, 3, 18),
        name=name,
        number="3/26",
        milestone=milestone,
    )
    assert wording.obstacle_sentence(early, DAY) == words


def test_a_day_that_another_may_not_follow_says_what_it_is() -> None:
    late = Obstacle(ObstacleKind.DATE_TOO_LATE, last_on=date(2026, 3, 18), milestone=Milestone.LEFT)
    assert wording.obstacle_sentence(late, DAY) == "Not after 18.03.2026: the day of leaving"


def test_every_day_that_another_may_not_pass_has_its_words() -> None:
    said = {milestone_words(Obstacle(ObstacleKind.DATE_TOO_LATE, milestone=each)) for each in Milestone}
    assert len(said) == len(Milestone)
    assert "" not in said


def test_a_term_that_is_over_says_from_when_it_ran() -> None:
    over = Obstacle(
        ObstacleKind.MOVE_IN_TERM_OVER, Clause.R9, last_on=date(2026, 3, 18), since=date(2026, 3, 15)
    )
    assert wording.obstacle_sentence(over, DAY) == (
        "The term to move in is over: 18.03.2026 – the referral was handed over on 15.03.2026 (r.9)"
    )
