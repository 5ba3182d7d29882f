"""The Center's own papers: not before the step they rest on, and the same once they left."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from kandas_desktop import press
from kandas_desktop.actions.acts import undo
from kandas_desktop.actions.breaches import (
    BreachRequest,
    DecisionRequest,
    close_breach,
    propose,
    record_breach,
    record_decision,
    register_proposal,
)
from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.moving_in import confirm_lapse
from kandas_desktop.actions.papers import keep_breach_paper
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.models.paper_tables import Paper
from kandas_desktop.models.stay_tables import HouseholdContact, PassingOver, Stay
from kandas_desktop.models.tables import Application, Person, Referral
from kandas_desktop.queries.reserve_paper import reserve_journal_form, reserve_years
from kandas_desktop.reports.text import paper_text
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.breaches import BreachPaper, Outcome
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.factories import (
    TestOffice,
    a_person,
    a_waiting_application,
    add_beds,
    an_application,
    an_office,
    leave_no_bed_free,
)
from tests.stays import Family, a_family_living_here, a_referral_row, left

FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 16)
WEDNESDAY = date(2026, 3, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def family(office: TestOffice) -> Family:
    child = a_person("Аяла", surname="Үлгібаева", born=BirthDate(2018, 5, 1), document=None)
    return a_family_living_here(
        office.desk, a_person(surname="Үлгібаев"), a_person("Сәуле", surname="Үлгібаева"), child,
        beds=("101-1", "101-2", "101-3"),
    )  # fmt: skip


def a_breach(office: TestOffice, family: Family, *, whom: int | None = None) -> int:
    request = BreachRequest(family.household_id, FRIDAY, "Түнде төбелесті", (whom or family.stay_ids[0],))
    return record_breach(office.desk, request)


def a_registered_breach(office: TestOffice, family: Family) -> int:
    breach_id = a_breach(office, family)
    propose(office.desk, breach_id, proposed_on=MONDAY)
    register_proposal(office.desk, breach_id, registered_on=MONDAY)
    return breach_id


def decide(
    office: TestOffice, breach_id: int, *leaving: int, contact: int | None = None, number: str = "12"
) -> int:
    outcome = Outcome.EVICT if leaving else Outcome.KEEP
    return record_decision(
        office.desk, DecisionRequest(breach_id, outcome, number, WEDNESDAY, leaving, contact)
    )


def refused(office: TestOffice, breach_id: int, kind: BreachPaper) -> list[ObstacleKind]:
    with pytest.raises(Refused) as refusal:
        press.breach_pdf(office.desk, breach_id, kind)
    return [obstacle.kind for obstacle in refusal.value.obstacles]


def test_nothing_is_printed_before_the_step_it_rests_on(office: TestOffice, family: Family) -> None:
    breach_id = a_breach(office, family)
    assert refused(office, breach_id, BreachPaper.PROPOSAL) == [ObstacleKind.PROPOSAL_MISSING]
    assert refused(office, breach_id, BreachPaper.DECISION) == [ObstacleKind.DECISION_MISSING]
    close_breach(office.desk, breach_id, reason="Қате")
    assert refused(office, breach_id, BreachPaper.DECISION) == [
        ObstacleKind.FILE_CLOSED,
        ObstacleKind.DECISION_MISSING,
    ]
    assert Paper.select().count() == 0


def test_the_proposal_goes_to_the_body_that_issued_the_referral(office: TestOffice, family: Family) -> None:
    Referral.update(local_body_name="Сынақ қаласының әкімдігі").execute()
    breach_id = a_registered_breach(office, family)
    paper = press.breach_pdf(office.desk, breach_id, BreachPaper.PROPOSAL)
    said = paper_text(paper.content)
    assert "ҰСЫНЫС № 1/26" in said
    assert "2026 жылғы 12 қаңтардағы № Ж-1/26 жолдама негізінде" in said
    assert "Сынақ қаласының әкімдігі" in said
    assert "1 Үлгібаев Дәурен 22.06.1984 12.01.2026" in said
    assert "Сәуле" not in said
    assert press.breach_pdf(office.desk, breach_id, BreachPaper.PROPOSAL) == paper
    assert Paper.select().count() == 1


def test_without_a_referral_in_force_the_office_says_who_issues(office: TestOffice, family: Family) -> None:
    Referral.update(struck_out_on=WEDNESDAY, struck_out_reason="Қате").execute()
    breach_id = a_registered_breach(office, family)
    said = paper_text(press.breach_pdf(office.desk, breach_id, BreachPaper.PROPOSAL).content)
    assert "Үлгі облысының көші-қон басқармасы" in said


def test_the_proposal_of_a_closed_file_is_marked(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family)
    close_breach(office.desk, breach_id, reason="Қайтарып алынды")
    paper = press.breach_pdf(office.desk, breach_id, BreachPaper.PROPOSAL)
    assert "КҮШІ ЖОЙЫЛДЫ" in paper_text(paper.content)
    assert "КҮШІ ЖОЙЫЛДЫ" not in paper_text(paper.stored)


def test_a_notice_is_made_anew_until_it_has_left_and_stays_from_then_on(
    office: TestOffice, family: Family, tmp_path: Path
) -> None:
    breach_id = a_registered_breach(office, family)
    applicant, wife, _child = family.stay_ids
    act = decide(office, breach_id, applicant, contact=wife, number="11")
    first = press.breach_pdf(office.desk, breach_id, BreachPaper.DECISION)
    assert "№ 11 шешімімен" in paper_text(first.content)
    undo(office.desk, act)
    decide(office, breach_id, applicant, contact=wife, number="12")
    second = press.breach_pdf(office.desk, breach_id, BreachPaper.DECISION)
    assert second.paper_id == first.paper_id
    assert "№ 12 шешімімен" in paper_text(second.content)
    press.save_papers(office.desk, [second], tmp_path / "notice.pdf")
    office.clock.go_on(days=1)
    again = press.breach_pdf(office.desk, breach_id, BreachPaper.DECISION)
    assert again.stored == second.stored
    assert "КӨШІРМЕ № 1" in paper_text(again.content)
    keep_breach_paper(office.desk, breach_id, BreachPaper.DECISION, b"%PDF other")
    assert press.breach_pdf(office.desk, breach_id, BreachPaper.DECISION).stored == second.stored


def test_the_notice_of_an_eviction_counts_three_days_for_those_who_must_leave(
    office: TestOffice, family: Family
) -> None:
    breach_id = a_registered_breach(office, family)
    applicant, wife, _child = family.stay_ids
    decide(office, breach_id, applicant, contact=wife)
    said = paper_text(press.breach_pdf(office.desk, breach_id, BreachPaper.DECISION).content)
    assert "1 Үлгібаев Дәурен 22.06.1984 18.03.2026 21.03.2026" in said
    assert "Орталықта тұруын жалғастыратын мүшелері: Үлгібаева Сәуле, Үлгібаева Аяла." in said
    assert "байланысатын адам: Үлгібаева Сәуле." in said


def test_the_notice_goes_to_an_adult_of_those_who_must_leave(office: TestOffice) -> None:
    child = a_person("Аяла", surname="Үлгібаева", born=BirthDate(2018, 5, 1), document=None)
    wife = a_person("Сәуле", surname="Үлгібаева")
    family = a_family_living_here(office.desk, a_person(surname="Үлгібаев"), child, wife)
    decide(office, a_registered_breach(office, family), *family.stay_ids[1:])
    said = paper_text(press.breach_pdf(office.desk, 1, BreachPaper.DECISION).content)
    assert "Кімге: Үлгібаева Сәуле" in said


def test_nobody_is_said_to_stay_who_has_to_leave_as_well(office: TestOffice, family: Family) -> None:
    applicant, wife, child = family.stay_ids
    HouseholdContact.create(household=family.household_id, stay=wife, chosen_on=date(2026, 2, 1))
    decide(office, a_registered_breach(office, family), applicant)
    second = a_breach(office, family, whom=wife)
    propose(office.desk, second, proposed_on=MONDAY)
    register_proposal(office.desk, second, registered_on=MONDAY)
    decide(office, second, wife, number="13")
    said = paper_text(press.breach_pdf(office.desk, second, BreachPaper.DECISION).content)
    assert "жалғастыратын мүшелері: Үлгібаева Аяла." in said
    assert "байланысатын" not in said
    for stay_id in (applicant, child):
        Stay.update(moved_in_on=date(2025, 9, 1)).where(Stay.id == stay_id).execute()
    said = paper_text(press.breach_pdf(office.desk, second, BreachPaper.DECISION).content)
    assert "жалғастыратын" not in said


def test_a_contact_chosen_before_the_decision_is_not_told_anew(office: TestOffice, family: Family) -> None:
    applicant, wife, _child = family.stay_ids
    HouseholdContact.create(household=family.household_id, stay=wife, chosen_on=date(2026, 2, 1))
    decide(office, a_registered_breach(office, family), applicant)
    said = paper_text(press.breach_pdf(office.desk, 1, BreachPaper.DECISION).content)
    assert "жалғастыратын мүшелері: Үлгібаева Сәуле, Үлгібаева Аяла." in said
    assert "байланысатын" not in said


def test_where_all_must_leave_nobody_speaks_for_the_rest(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family)
    decide(office, breach_id, *family.stay_ids)
    said = paper_text(press.breach_pdf(office.desk, breach_id, BreachPaper.DECISION).content)
    assert "3 Үлгібаева Аяла" in said
    assert "байланысатын" not in said


def test_the_notice_of_keeping_names_whom_the_proposal_concerned(office: TestOffice, family: Family) -> None:
    breach_id = a_registered_breach(office, family)
    decide(office, breach_id)
    said = paper_text(press.breach_pdf(office.desk, breach_id, BreachPaper.DECISION).content)
    assert "қалдырылады" in said
    assert "Үлгібаев Дәурен" in said
    assert "Сәуле" not in said


def test_the_term_notice_says_for_each_person_why_and_until_when(office: TestOffice, family: Family) -> None:
    wife = Stay.get_by_id(family.stay_ids[1]).person_id
    Person.update(status_given_on=date(2025, 6, 1)).where(Person.id == wife).execute()
    decide(office, a_registered_breach(office, family), family.stay_ids[0], contact=family.stay_ids[1])
    said = paper_text(press.term_notice_pdf(family.household_id, WEDNESDAY))
    for wanted in (
        "Кімге: Үлгібаева Сәуле",
        "Үлгібаев Дәурен 12.01.2026 18.03.2026 жергілікті атқарушы органның шешімі 21.03.2026",
        "Үлгібаева Сәуле 12.01.2026 01.06.2026 қандас мәртебесінің аяқталуы 04.06.2026",
        "Үлгібаева Аяла 12.01.2026 12.07.2026 орналасқан күнінен бастап алты ай 15.07.2026",
    ):
        assert wanted in said


def test_a_family_without_a_contact_is_told_by_its_first_member(office: TestOffice, family: Family) -> None:
    left(family.stay_ids[0], WEDNESDAY)
    said = paper_text(press.term_notice_pdf(family.household_id, WEDNESDAY))
    assert "Кімге: Үлгібаева Сәуле" in said
    assert "Дәурен" not in said


def test_nobody_who_left_is_told_of_a_term_or_of_the_house_rules(office: TestOffice, family: Family) -> None:
    for stay_id in family.stay_ids:
        left(stay_id, WEDNESDAY)
    for make in (
        lambda: press.term_notice_pdf(family.household_id, WEDNESDAY),
        lambda: press.house_rules_pdf(family.referral_id, WEDNESDAY),
    ):
        with pytest.raises(Refused) as refusal:
            make()
        assert [obstacle.kind for obstacle in refusal.value.obstacles] == [ObstacleKind.LEFT]


def test_nobody_who_has_not_come_yet_signs_the_house_rules(office: TestOffice) -> None:
    referral = a_referral_row(an_application(office.desk), issued_on=WEDNESDAY)
    with pytest.raises(Refused) as refusal:
        press.house_rules_pdf(referral.id, WEDNESDAY)
    assert [obstacle.kind for obstacle in refusal.value.obstacles] == [ObstacleKind.NOT_MOVED_IN]


def test_the_adults_of_a_referral_sign_the_house_rules(office: TestOffice, family: Family) -> None:
    Stay.update(rules_signed_on=date(2026, 1, 13)).where(Stay.id == family.stay_ids[0]).execute()
    said = paper_text(press.house_rules_pdf(family.referral_id, WEDNESDAY))
    assert "1 Үлгібаев Дәурен 22.06.1984 13.01.2026 2 Үлгібаева Сәуле 22.06.1984" in said
    assert "Аяла" not in said


def test_the_reserve_journal_tells_on_which_day_off_an_application_came(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    office.clock.set(date(2026, 4, 4), time(11, 9))
    a_waiting_application(office.desk)
    office.clock.set(date(2026, 4, 6))
    a_waiting_application(office.desk)
    said = paper_text(press.reserve_pdf(office.desk.today))
    assert "06.04.2026 (түскені 04.04.2026, 11:09), Ө-1/26" in said
    assert "06.04.2026, 10:42, Ө-2/26" in said
    assert "тіркеледі" not in said


def test_on_a_day_off_the_reserve_journal_tells_when_the_entry_will_be_made(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    office.clock.set(date(2026, 4, 4), time(11, 9))
    a_waiting_application(office.desk)
    said = paper_text(press.reserve_pdf(office.desk.today))
    assert "2026 жылғы 4 сәуірдегі жағдай бойынша" in said
    assert "06.04.2026 тіркеледі (түскені 04.04.2026, 11:09), Ө-1/26" in said
    assert "06.04.2026 енгізіледі" in said


def test_the_reserve_journal_shows_every_entry_of_the_year_in_its_order(office: TestOffice) -> None:
    desk = office.desk
    issue_referral(desk, ReferralRequest(an_application(desk, size=7)))
    first, second, third = (a_waiting_application(desk, size=2) for _ in range(3))
    PassingOver.create(
        passed=first,
        preferred=second,
        number="7",
        decided_on=WEDNESDAY,
        reason="Шағын бөлме",
        recorded_on=WEDNESDAY,
    )
    return_application(desk, second, reason="Басқа орталыққа кетті")
    strike_out_application(desk, third, reason="Екі рет тіркелген")
    fourth = a_waiting_application(desk)
    a_referral_row(fourth, issued_on=WEDNESDAY)
    desk.database.execute_sql(
        "UPDATE reserve_entry SET left_on = '2026-03-18', left_because = 'referred' WHERE application_id = ?",
        (fourth,),
    )
    said = paper_text(press.reserve_pdf(WEDNESDAY))
    for wanted in (
        "1 18.03.2026, 10:42, Ө-2/26 Үлгібаев Дәурен 2 18.03.2026 1-орын № 7, 18.03.2026; Ө-3/26",
        "өтініш қайтарылды: Басқа орталыққа кетті",
        "күші жойылды: Екі рет тіркелген",
        "жолдама № Ж-2/26 берілді",
    ):
        assert wanted in said
    office.clock.set(date(2027, 2, 1))
    said = paper_text(press.reserve_pdf(date(2027, 2, 1)))
    assert "Ө-2/26" in said
    assert "қайтарылды" not in said


def test_the_reserve_journal_of_a_past_year_names_everybody_who_was_in_it(office: TestOffice) -> None:
    desk = office.desk
    leave_no_bed_free(desk)
    first, second = (a_waiting_application(desk) for _ in range(2))
    return_application(desk, first, reason="Басқа орталыққа кетті")
    office.clock.set(date(2027, 2, 1))
    third = a_waiting_application(desk)
    numbers = [Application.get_by_id(line).number for line in (first, second, third)]
    assert numbers == ["Ө-1/26", "Ө-2/26", "Ө-1/27"]
    past = reserve_journal_form(desk.today, 2026)
    assert [(line.number, line.registered[-6:], line.standing) for line in past.lines] == [
        (1, "Ө-1/26", "18.03.2026, өтініш қайтарылды: Басқа орталыққа кетті"),
        (2, "Ө-2/26", "келесі жылға өтті"),
    ]
    present = reserve_journal_form(desk.today)
    assert [(line.number, line.registered[-6:], line.standing) for line in present.lines] == [
        (1, "Ө-2/26", "1-орын"),
        (2, "Ө-1/27", "2-орын"),
    ]
    said = paper_text(press.reserve_pdf(desk.today, 2026))
    assert "РЕЗЕРВТІК ЖУРНАЛ, 2026 жыл" in said
    assert "2027 жылғы 1 ақпандағы жағдай бойынша" in said
    assert reserve_years(desk.today) == [2027, 2026]
    return_application(desk, second, reason="Өз еркімен")
    assert (
        reserve_journal_form(desk.today, 2026).lines[1].standing.startswith("01.02.2027, өтініш қайтарылды")
    )


def test_there_is_a_reserve_journal_of_this_year_before_anybody_waited(office: TestOffice) -> None:
    assert reserve_years(office.desk.today) == [2026]


def test_the_reserve_journal_tells_that_a_referral_lapsed_later(office: TestOffice) -> None:
    desk = office.desk
    leave_no_bed_free(desk)
    waiting = [a_waiting_application(desk) for _ in range(2)]
    add_beds(desk, 2)
    struck_out = issue_referral(desk, ReferralRequest(waiting[0]))
    strike_out_referral(desk, struck_out, reason="Қате")
    for application_id in waiting:
        hand_over_referral(desk, issue_referral(desk, ReferralRequest(application_id)), received_on=WEDNESDAY)
    office.clock.set(date(2026, 3, 23))
    confirm_lapse(desk, Referral.get(Referral.application == waiting[1]).id)
    said = paper_text(press.reserve_pdf(office.desk.today))
    assert "18.03.2026, жолдама № Ж-2/26 берілді 2" in said
    assert "18.03.2026, жолдама № Ж-3/26 берілді; 23.03.2026, орналасу мерзімі сақталмады (9-тармақ)" in said


def test_the_linen_list_names_every_bed_that_is_slept_in(office: TestOffice, family: Family) -> None:
    said = paper_text(press.linen_pdf(WEDNESDAY))
    assert "1 101 1 12.01.2026 26.01.2026" in said
