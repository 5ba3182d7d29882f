from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.actions.moving_in import confirm_lapse, move_in
from kandas_desktop.actions.papers import LeftBy, issue_papers, keep_application_paper, keep_referral_paper
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.actions.volumes import begin_next_volume
from kandas_desktop.models.tables import Application, Person, Referral
from kandas_desktop.queries.papers import (
    application_facts,
    application_form,
    application_paper,
    journal_form,
    referral_facts,
    referral_form,
    referral_paper,
    volume_facts,
)
from kandas_desktop.reports.faults import Cancelled
from kandas_desktop.reports.forms import FormPerson, JournalLine, JournalReferral
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.standing import Standing
from tests.factories import (
    TestOffice,
    a_person,
    a_referral,
    a_waiting_application,
    an_application,
    an_office,
    named_on,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    with an_office(tmp_path, beds=40) as made:
        yield made


def a_couple() -> tuple[PersonEntry, PersonEntry]:
    return (
        a_person("Дәурен", patronymic="Аңызұлы", birth_place="Баян-Өлгий"),
        a_person("Бибі", surname="Мысалова", born=BirthDate(1952), kinship="анасы"),
    )


def application_of(referral_id: int) -> int:
    return int(Referral.get_by_id(referral_id).application.id)


def test_a_paper_is_not_there_until_it_is_kept(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    assert referral_paper(referral_id) is None
    assert application_paper(application_of(referral_id)) is None


def test_a_kept_paper_tells_how_often_it_left(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    paper_id = keep_referral_paper(office.desk, referral_id, b"paper")
    issue_papers(office.desk, [paper_id, paper_id], left_by=LeftBy.FILE)
    paper = referral_paper(referral_id)
    assert paper is not None
    assert (paper.id, paper.content, paper.issues) == (paper_id, b"paper", 2)


def test_an_applications_paper_is_found_by_its_application(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    keep_application_paper(office.desk, application_id, b"paper")
    paper = application_paper(application_id)
    assert paper is not None
    assert (paper.content, paper.issues) == (b"paper", 0)


def test_a_referral_names_everybody_as_printed(office: TestOffice) -> None:
    referral_id = a_referral(office.desk, *a_couple())
    form = referral_form(referral_id)
    assert form.applicant == FormPerson("Мысалов Дәурен Аңызұлы", "22.06.1984", "")
    assert form.family == (FormPerson("Мысалова Бибі", "1952 ж.", "анасы"),)
    assert (form.number, form.head_name, form.issued_on) == ("Ж-1/26", "Мысалов М.", date(2026, 3, 18))


def test_a_referral_says_what_it_was_issued_with_although_a_name_was_mended(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    before = referral_form(referral_id)
    Person.update(surname="Болжамов").execute()
    assert referral_form(referral_id) == before


def test_an_application_is_addressed_to_the_local_body(office: TestOffice) -> None:
    form = application_form(an_application(office.desk, *a_couple()))
    assert form.local_body == "Үлгі облысының көші-қон басқармасы"
    assert [person.name for person in (form.applicant, *form.family)] == [
        "Мысалов Дәурен Аңызұлы",
        "Мысалова Бибі",
    ]
    assert form.filed_on == date(2026, 3, 18)


def test_a_referral_is_to_be_handed_over_until_it_is_or_is_struck_out(office: TestOffice) -> None:
    referral_id = a_referral(office.desk, *a_couple())
    facts = referral_facts(referral_id)
    assert (facts.applicant.short, facts.people, facts.application_number) == ("Мысалов Дәурен", 2, "Ө-1/26")
    assert facts.is_to_be_handed_over
    hand_over_referral(office.desk, referral_id, received_on=date(2026, 3, 18))
    assert not referral_facts(referral_id).is_to_be_handed_over
    other_id = a_referral(office.desk)
    strike_out_referral(office.desk, other_id, reason="Қате")
    facts = referral_facts(other_id)
    assert not facts.is_to_be_handed_over
    assert (facts.struck_out_on, facts.struck_out_reason) == (date(2026, 3, 18), "Қате")


def test_an_application_tells_where_it_stands(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    facts = application_facts(application_of(referral_id))
    assert (facts.standing, facts.referral_id, facts.reserve_place) == (Standing.REFERRED, referral_id, 0)
    due = application_facts(an_application(office.desk))
    assert (due.standing, due.referral_id) == (Standing.DUE, None)


def test_a_waiting_application_tells_its_place(tmp_path: Path) -> None:
    with an_office(tmp_path, beds=1) as office:
        a_referral(office.desk)
        a_waiting_application(office.desk)
        second = a_waiting_application(office.desk)
        facts = application_facts(second)
        assert (facts.standing, facts.reserve_place) == (Standing.RESERVE, 2)


def the_journal(office: TestOffice, *, with_families: bool = False) -> list[JournalLine]:
    volume_id = Application.get().volume.id
    return list(journal_form(office.desk.database, volume_id, with_families=with_families).lines)


def test_the_journal_has_a_line_for_each_application_in_the_order_of_their_numbers(
    office: TestOffice,
) -> None:
    for given_name in ("Дәурен", "Сәуле", "Ерасыл"):
        an_application(office.desk, a_person(given_name))
    lines = the_journal(office)
    assert [(line.number, line.applicant) for line in lines] == [
        ("1", "Мысалов Дәурен"),
        ("2", "Мысалов Сәуле"),
        ("3", "Мысалов Ерасыл"),
    ]


def test_a_journal_line_fills_the_forms_six_columns(office: TestOffice) -> None:
    a_referral(office.desk, *a_couple())
    [line] = the_journal(office)
    assert line.birth == "Баян-Өлгий, 22.06.1984"
    assert line.country == "Моңғолия"
    assert line.registered == "18.03.2026, Ө-1/26"
    assert line.referrals == (JournalReferral("Ж-1/26, 18.03.2026"),)
    assert line.notes == ()
    assert line.family == ()


def test_the_family_stands_beneath_where_it_is_asked_for(office: TestOffice) -> None:
    an_application(office.desk, *a_couple())
    [line] = the_journal(office, with_families=True)
    assert line.family == ("Мысалова Бибі, 1952 ж., анасы",)


def test_a_struck_out_line_stays_in_the_journal(office: TestOffice) -> None:
    an_application(office.desk)
    struck_out = an_application(office.desk)
    strike_out_application(office.desk, struck_out, reason="Екі рет тіркелген")
    assert [line.struck_out for line in the_journal(office)] == [False, True]


def test_every_referral_of_a_line_is_in_the_journal_oldest_first(office: TestOffice) -> None:
    first = a_referral(office.desk)
    a_referral(office.desk)
    an_application(office.desk)
    for day in (date(2026, 4, 1), date(2026, 5, 4)):
        strike_out_referral(office.desk, first, reason="Қате")
        office.clock.set(day)
        first = issue_referral(office.desk, ReferralRequest(application_of(first)))
    assert [line.referrals for line in the_journal(office)] == [
        (
            JournalReferral("Ж-1/26, 18.03.2026", struck_out=True),
            JournalReferral("Ж-3/26, 01.04.2026", struck_out=True),
            JournalReferral("Ж-4/26, 04.05.2026"),
        ),
        (JournalReferral("Ж-2/26, 18.03.2026"),),
        (),
    ]


def test_a_struck_out_referral_stays_in_the_journal(office: TestOffice) -> None:
    strike_out_referral(office.desk, a_referral(office.desk), reason="Қате")
    [line] = the_journal(office)
    assert line.referrals == (JournalReferral("Ж-1/26, 18.03.2026", struck_out=True),)
    assert not line.struck_out


def test_the_journal_says_why_a_line_was_returned_or_struck_out(office: TestOffice) -> None:
    returned, struck_out, both = (an_application(office.desk) for _each in range(3))
    return_application(office.desk, returned, reason="Толық емес")
    return_application(office.desk, both, reason="Қол қойылмаған")
    office.clock.set(date(2026, 3, 25))
    strike_out_application(office.desk, struck_out, reason="Екі рет тіркелген")
    strike_out_application(office.desk, both, reason="{Қате} 100 %")
    assert [line.notes for line in the_journal(office)] == [
        ("18.03.2026 қайтарылды: Толық емес",),
        ("25.03.2026 күші жойылды: Екі рет тіркелген",),
        ("18.03.2026 қайтарылды: Қол қойылмаған", "25.03.2026 күші жойылды: {Қате} 100 %"),
    ]


def test_the_journal_says_that_a_referral_lapsed_where_nobody_came(office: TestOffice) -> None:
    nobody_came, one_came = (a_referral(office.desk, size=2) for _each in range(2))
    for referral_id in (nobody_came, one_came):
        hand_over_referral(office.desk, referral_id, received_on=date(2026, 3, 18))
    move_in(office.desk, one_came, people=named_on(one_came)[:1], moved_in_on=date(2026, 3, 18))
    office.clock.set(date(2026, 3, 25))
    assert [line.notes for line in the_journal(office)] == [(), ()]
    for referral_id in (nobody_came, one_came):
        confirm_lapse(office.desk, referral_id)
    assert [line.notes for line in the_journal(office)] == [
        ("25.03.2026 орналасу мерзімі сақталмағаны расталды (9-тармақ)",),
        (),
    ]
    assert referral_facts(nobody_came).has_lapsed
    assert not referral_facts(one_came).has_lapsed


def test_an_application_returned_out_of_the_reserve_was_returned_on_that_day(tmp_path: Path) -> None:
    with an_office(tmp_path, beds=1) as office:
        waiting = a_waiting_application(office.desk, size=2)
        office.clock.set(date(2026, 3, 26))
        return_application(office.desk, waiting, reason="Өз еркімен")
        [line] = the_journal(office)
        assert line.notes == ("26.03.2026 қайтарылды: Өз еркімен",)


def test_a_long_volume_is_read_by_few_questions_to_the_file(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    volume_id = Application.get_by_id(an_application(office.desk)).volume.id

    def questions() -> int:
        asked: list[str] = []
        with monkeypatch.context() as watched:
            ask = office.desk.database.execute_sql

            def count(sql: str, parameters: Sequence[object] | None = None) -> object:
                asked.append(sql)
                return ask(sql, parameters)

            watched.setattr(office.desk.database, "execute_sql", count)
            journal_form(office.desk.database, volume_id, with_families=True)
        return len(asked)

    of_a_short_one = questions()
    for _each in range(12):
        a_referral(office.desk, size=2)
    assert questions() == of_a_short_one


def test_an_ended_volume_holds_its_own_lines_only(office: TestOffice) -> None:
    an_application(office.desk)
    first = Application.get().volume.id
    return_application(office.desk, an_application(office.desk), reason="Толық емес")
    second = begin_next_volume(office.desk)
    an_application(office.desk)
    assert [volume_facts(volume_id).entries for volume_id in (first, second)] == [2, 1]
    form = journal_form(office.desk.database, first, with_families=False)
    assert len(form.lines) == 2
    assert (form.begun_on, form.ended_on) == (date(2026, 3, 18), date(2026, 3, 18))
    assert journal_form(office.desk.database, second, with_families=False).ended_on is None


def test_reading_a_journal_can_be_stopped(office: TestOffice) -> None:
    an_application(office.desk)
    volume_id = Application.get().volume.id
    with pytest.raises(Cancelled):
        journal_form(office.desk.database, volume_id, with_families=True, progress=lambda lines: lines < 1)
    told: list[int] = []

    def tell(lines: int) -> bool:
        told.append(lines)
        return True

    journal_form(office.desk.database, volume_id, with_families=True, progress=tell)
    assert told == [1]


def test_an_empty_volume_is_a_journal_without_lines(office: TestOffice) -> None:
    an_application(office.desk)
    volume_id = begin_next_volume(office.desk)
    assert list(journal_form(office.desk.database, volume_id, with_families=True).lines) == []


def test_a_name_known_in_part_is_printed_without_gaps(office: TestOffice) -> None:
    person = replace(a_person(), name=a_person().name._replace(surname=""))
    assert application_form(an_application(office.desk, person)).applicant.name == "Дәурен"
