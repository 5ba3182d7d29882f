"""The Center's own papers, read back: what they say, that they flow on, that nobody signs an empty sheet."""

from dataclasses import replace
from datetime import date

import pytest

from kandas_desktop.reports import stay_wording as words
from kandas_desktop.reports.breach_papers import render_decision_notice, render_proposal
from kandas_desktop.reports.faults import LettersMissing
from kandas_desktop.reports.forms import FormPerson
from kandas_desktop.reports.paper import INDENT, LEFT, RIGHT, TEXT, wrapped
from kandas_desktop.reports.stay_forms import (
    DecisionNoticeForm,
    HouseRulesForm,
    HouseRulesLine,
    LeaverLine,
    Letterhead,
    ProposalForm,
    ReferralLine,
    ResidentLine,
    TermLine,
    TermNoticeForm,
    day_from,
    day_in,
    day_of,
)
from kandas_desktop.reports.stay_papers import render_house_rules, render_term_notice
from tests.reports.reading import fonts, sizes, text, texts, where

MOVED_IN = date(2026, 1, 12)
WEDNESDAY = date(2026, 3, 18)
LETTERHEAD = Letterhead("Үлгі орталығы", "Үлгі қаласы, Мысал көшесі, 1", "000000000000", "Үлгібаев Ү.")
APPLICANT = ResidentLine("Мысалов Дәурен Аңызұлы", "22.06.1984", MOVED_IN)
WIFE = ResidentLine("Мысалова Сәуле Қалыпқызы", "09.01.1986", MOVED_IN)
PROPOSAL = ProposalForm(
    LETTERHEAD,
    "Үлгі облысының көші-қон басқармасы",
    "2/26",
    date(2026, 3, 16),
    date(2026, 3, 13),
    "Түнде төбелесті.\nЕскерту берілген еді.",
    (APPLICANT, WIFE),
    (ReferralLine("Ж-99/26", date(2026, 1, 9)),),
)
LEAVER = LeaverLine(APPLICANT.name, APPLICANT.born, WEDNESDAY, date(2026, 3, 21))
NOTICE = DecisionNoticeForm(
    LETTERHEAD,
    APPLICANT.name,
    WEDNESDAY,
    "Үлгі облысының көші-қон басқармасы",
    "12-ш",
    WEDNESDAY,
    "2/26",
    date(2026, 3, 16),
    (LEAVER,),
    (WIFE,),
    WIFE.name,
)


def test_the_proposal_says_whom_it_concerns_what_happened_and_what_is_asked() -> None:
    said = text(render_proposal(PROPOSAL))
    for wanted in (
        "Үлгі орталығы",
        "БСН 000000000000",
        "2026 жылғы 16 наурыз",
        "Басшыға",
        "Үлгі облысының көші-қон басқармасы",
        "ҰСЫНЫС № 2/26",
        "2013 жылғы 22 шілдедегі № 331-ө-м бұйрығымен бекітілген",
        "13-тармағына сәйкес 2026 жылғы 9 қаңтардағы № Ж-99/26 жолдама негізінде Орталықта тұратын",
        "1 Мысалов Дәурен Аңызұлы 22.06.1984 12.01.2026",
        "2026 жылғы 13 наурызда Қағидалардың талаптары бұзылды:",
        "Түнде төбелесті. Ескерту берілген еді.",
        "бір жұмыс күні ішінде",
        "Орталықтың басшысы",
        "Үлгібаев Ү.",
        "Ұсыныс тіркелді:",
    ):
        assert wanted in said
    assert fonts(render_proposal(PROPOSAL)) == {"LiberationSerif", "LiberationSerif-Bold"}


def test_the_proposal_names_every_referral_on_which_somebody_moved_in() -> None:
    referrals = (*PROPOSAL.referrals, ReferralLine("Ж-7/26", date(2026, 2, 3)))
    said = text(render_proposal(replace(PROPOSAL, referrals=referrals)))
    assert "№ Ж-99/26 және 2026 жылғы 3 ақпандағы № Ж-7/26 жолдамалар негізінде" in said


def test_a_center_without_a_business_number_names_none() -> None:
    form = replace(PROPOSAL, letterhead=replace(LETTERHEAD, business_number="", address=""))
    assert "БСН" not in text(render_proposal(form))


def test_a_long_proposal_goes_on_and_is_signed_below_words() -> None:
    for count in range(1, 60, 2):
        pages = texts(render_proposal(replace(PROPOSAL, facts="\n".join(["Түнде төбелесті."] * count))))
        assert "шешім шығаруыңызды сұрайды" in pages[-1]
        assert "Ұсыныс тіркелді:" in pages[-1]
        for number, page in enumerate(pages, start=1):
            which = f"{number}-парақ, барлығы {len(pages)}"
            assert page.startswith(f"ҰСЫНЫС № 2/26, 2026 жылғы 16 наурыз {which}")
    assert len(pages) == 3


@pytest.mark.parametrize("names", [1, 2, 3, 5, 8])
def test_the_name_of_whoever_signs_stands_clear_of_what_comes_below_it(names: int) -> None:
    director = " ".join([f"Мысалоблысының{number}" for number in range(names)])
    for count in range(1, 40):
        facts = "\n".join(["Түнде төбелесті."] * count)
        letterhead = replace(LETTERHEAD, director=director)
        paper = render_proposal(replace(PROPOSAL, letterhead=letterhead, facts=facts))
        page = len(texts(paper)) - 1
        last = where(paper, f"Мысалоблысының{names - 1}", page=page)
        receipt = where(paper, "Ұсыныс тіркелді:", page=page)
        assert last.bottom > receipt.top
        assert receipt.bottom > where(paper, "ҰСЫНЫС № 2/26, 2026", page=page).top


@pytest.mark.parametrize("count", [1, 20, 60])
def test_nobody_signs_a_sheet_that_could_belong_to_another_letter(count: int) -> None:
    of_notice = "ХАБАРЛАМА, 2026 жылғы 18 наурыз, Мысалов Дәурен Аңызұлы"
    people = [replace(LEAVER, name=f"Мысалов Нөмір-{number:02}") for number in range(count)]
    adults = [HouseRulesLine(FormPerson(person.name, person.born)) for person in people]
    terms = [
        TermLine(person.name, MOVED_IN, date(2026, 7, 12), words.WHY_SIX_MONTHS, date(2026, 7, 15))
        for person in people
    ]
    for pdf, named in (
        (render_decision_notice(replace(NOTICE, leaving=tuple(people))), f"{of_notice} (№ 12-ш шешім)"),
        (render_term_notice(TermNoticeForm(LETTERHEAD, APPLICANT.name, WEDNESDAY, tuple(terms))), of_notice),
        (
            render_house_rules(HouseRulesForm(LETTERHEAD, "Ж-99/26", tuple(adults))),
            "ІШКІ ТӘРТІППЕН ТАНЫСУ ПАРАҒЫ, Жолдама № Ж-99/26",
        ),
    ):
        pages = texts(pdf)
        assert (len(pages) == 1) is (count == 1)
        for number, page in enumerate(pages, start=1):
            assert page.startswith(f"{named} {number}-парақ, барлығы {len(pages)}")
        assert "Орталықтың басшысы" in pages[-1]


def test_no_line_of_a_paragraph_stands_alone_on_a_sheet() -> None:
    words_of_it = " ".join(f"СОҢ{number}" for number in range(10, 49))
    lines = wrapped(words_of_it, TEXT, RIGHT - LEFT, indent=INDENT)
    assert len(lines) == 4
    for count in range(1, 60):
        facts = "\n".join(["Түнде төбелесті."] * count + [words_of_it])
        pages = texts(render_proposal(replace(PROPOSAL, facts=facts)))
        shares = [sum(line in page for line in lines) for page in pages]
        assert sum(shares) == 4
        assert 1 not in shares


def test_a_table_of_many_repeats_its_head() -> None:
    people = tuple(replace(WIFE, name=f"Мысалов Нөмір-{number:02}") for number in range(60))
    pages = texts(render_proposal(replace(PROPOSAL, people=people)))
    assert len(pages) == 3
    assert all(words.COLUMN_MOVED_IN in page for page in pages[:2])
    assert all(f"Нөмір-{number:02}" in " ".join(pages) for number in range(60))


def test_a_name_longer_than_a_sheet_is_parted() -> None:
    person = replace(WIFE, name="Үлгібайұлы-Сынақбайтегі " * 120)
    pages = texts(render_proposal(replace(PROPOSAL, people=(person,))))
    assert sum(page.count("Үлгібайұлы") for page in pages) == 120


def test_the_notice_of_an_eviction_says_who_must_leave_until_when() -> None:
    said = text(render_decision_notice(NOTICE))
    for wanted in (
        "2026 жылғы 18 наурыздағы № 12-ш шешімімен",
        "14 және 16-тармақтарына сәйкес",
        "1 Мысалов Дәурен Аңызұлы 22.06.1984 18.03.2026 21.03.2026",
        "күнтізбелік үш күннен кешіктірмей босатады",
        "Үй-жай 2026 жылғы 21 наурыздан кешіктірілмей босатылуы тиіс.",
        "жалғастыратын мүшелері: Мысалова Сәуле Қалыпқызы.",
        "байланысатын адам: Мысалова Сәуле Қалыпқызы.",
        "негізі: Орталықтың 2026 жылғы 16 наурыздағы № 2/26 ұсынысы.",
        words.APPEAL,
        "Хабарламаны алдым",
    ):
        assert wanted in said
    assert sizes(render_decision_notice(NOTICE)) == [(210, 297)]


def test_where_all_must_leave_on_several_days_only_the_table_says_which() -> None:
    others = replace(LEAVER, name=WIFE.name, ended_on=MOVED_IN, vacate_by=date(2026, 1, 15))
    said = text(render_decision_notice(replace(NOTICE, leaving=(LEAVER, others), staying=(), contact="")))
    assert "15.01.2026" in said
    for unwanted in ("кешіктірілмей босатылуы тиіс", "жалғастыратын", "байланысатын адам"):
        assert unwanted not in said


def test_a_notice_after_the_last_day_to_vacate_says_that_it_is_past() -> None:
    past = "Үй-жайды босату мерзімі 2026 жылғы 21 наурызда өтті; үй-жай дереу босатылуы тиіс."
    by_then = "Үй-жай 2026 жылғы 21 наурыздан кешіктірілмей босатылуы тиіс."
    for on, said, unsaid in (
        (date(2026, 3, 21), by_then, "дереу"),
        (date(2026, 3, 22), past, "кешіктірілмей босатылуы"),
    ):
        notice = text(render_decision_notice(replace(NOTICE, on=on)))
        assert said in notice
        assert unsaid not in notice


def test_a_notice_of_several_days_says_what_is_past_only_of_who_is_still_here() -> None:
    earlier = replace(LEAVER, name=WIFE.name, ended_on=MOVED_IN, vacate_by=date(2026, 1, 15))
    both = replace(NOTICE, leaving=(LEAVER, earlier), staying=(), contact="")
    assert words.VACATED_AT_ONCE in text(render_decision_notice(both))
    has_left = replace(both, leaving=(LEAVER, replace(earlier, has_left=True)))
    assert "дереу" not in text(render_decision_notice(has_left))
    all_left = tuple(replace(line, has_left=True) for line in both.leaving)
    assert "босатылуы тиіс" not in text(render_decision_notice(replace(both, leaving=all_left)))


def test_the_notice_of_keeping_says_who_may_stay() -> None:
    said = text(render_decision_notice(replace(NOTICE, leaving=(), staying=(APPLICANT, WIFE), contact="")))
    assert "Орталықта қалдыру туралы шешім жөнінде" in said
    assert "2 Мысалова Сәуле Қалыпқызы 09.01.1986" in said
    assert "негізі: Орталықтың 2026 жылғы 16 наурыздағы № 2/26 ұсынысы." in said
    assert "шығарылады" not in said
    assert words.APPEAL not in said


def test_the_notice_of_the_term_says_why_for_each_person() -> None:
    lines = (
        TermLine(APPLICANT.name, MOVED_IN, date(2026, 7, 12), words.WHY_SIX_MONTHS, date(2026, 7, 15)),
        TermLine(WIFE.name, MOVED_IN, date(2026, 6, 30), words.WHY_STATUS, date(2026, 7, 3)),
    )
    said = text(render_term_notice(TermNoticeForm(LETTERHEAD, APPLICANT.name, date(2026, 6, 12), lines)))
    for wanted in (
        "қандас мәртебесі аяқталғанға дейін жүзеге асырылады",
        "Мысалов Дәурен Аңызұлы 12.01.2026 12.07.2026",
        "15.07.2026",
        "қандас мәртебесінің аяқталуы",
        "Хабарламаны алдым",
    ):
        assert wanted in said


def test_the_notice_of_a_term_that_is_over_says_that_it_has_ended() -> None:
    over = TermLine(APPLICANT.name, MOVED_IN, date(2026, 3, 14), words.WHY_STATUS, date(2026, 3, 17))
    runs = TermLine(WIFE.name, MOVED_IN, date(2026, 7, 12), words.WHY_SIX_MONTHS, date(2026, 7, 15))

    def said(*lines: TermLine, on: date = WEDNESDAY) -> str:
        return text(render_term_notice(TermNoticeForm(LETTERHEAD, APPLICANT.name, on, lines)))

    assert words.TERM_ENDED in said(over)
    assert "мерзімі 2026 жылғы 17 наурызда өтті; үй-жай дереу босатылуы тиіс." in said(over)
    assert words.TERM_ENDS in said(over, on=date(2026, 3, 14))
    assert "дереу" not in said(over, on=date(2026, 3, 17))
    assert words.TERM_ENDS_OR_ENDED in said(over, runs)
    assert words.VACATED_AT_ONCE in said(over, runs)
    assert words.TERM_ENDS in said(runs)


def test_a_notice_to_nobody_leaves_the_line_to_be_filled_and_is_still_not_anonymous() -> None:
    for pdf in (
        render_term_notice(
            TermNoticeForm(
                LETTERHEAD,
                "",
                WEDNESDAY,
                (TermLine(WIFE.name, MOVED_IN, WEDNESDAY, words.WHY_STATUS, WEDNESDAY),),
            )
        ),
        render_decision_notice(replace(NOTICE, to="", leaving=(replace(LEAVER, name=WIFE.name),))),
        render_decision_notice(replace(NOTICE, to="", leaving=(), staying=(WIFE,))),
    ):
        said = text(pdf)
        assert said.startswith(f"ХАБАРЛАМА, 2026 жылғы 18 наурыз, {WIFE.name}")
        assert f"Кімге: {words.NAME}" in said


def test_the_proposal_about_people_whose_term_is_over_ends_nothing_early() -> None:
    said = text(render_proposal(replace(PROPOSAL, is_term_over=True)))
    assert "ҰСЫНЫС № 2/26 Орталықтан шығару туралы" in said
    assert "мерзімінен бұрын" not in said
    assert "мерзімінен бұрын" in text(render_proposal(PROPOSAL))


def test_every_adult_has_a_line_to_sign_for_the_house_rules() -> None:
    people = (
        HouseRulesLine(FormPerson(APPLICANT.name, APPLICANT.born), MOVED_IN),
        HouseRulesLine(FormPerson(WIFE.name, WIFE.born)),
    )
    pdf = render_house_rules(HouseRulesForm(LETTERHEAD, "Ж-99/26", people))
    said = text(pdf)
    assert "10-тармағының 3) тармақшасына сәйкес" in said
    assert "Жолдама № Ж-99/26" in said
    assert "1 Мысалов Дәурен Аңызұлы 22.06.1984 12.01.2026" in said
    assert "2 Мысалова Сәуле Қалыпқызы 09.01.1986" in said
    rows = where(pdf, APPLICANT.name).bottom - where(pdf, WIFE.name).bottom
    assert rows > 12 / 25.4 * 72 - 1  # room for a hand


def test_letters_that_no_paper_shows_are_named() -> None:
    with pytest.raises(LettersMissing) as fault:
        render_proposal(replace(PROPOSAL, facts="Төбелес 🥊"))
    assert fault.value.letters == ("🥊",)


@pytest.mark.parametrize(
    ("month", "in_it", "of_it", "from_it"),
    [
        (1, "қаңтарда", "қаңтардағы", "қаңтардан"),
        (2, "ақпанда", "ақпандағы", "ақпаннан"),
        (3, "наурызда", "наурыздағы", "наурыздан"),
        (4, "сәуірде", "сәуірдегі", "сәуірден"),
        (5, "мамырда", "мамырдағы", "мамырдан"),
        (6, "маусымда", "маусымдағы", "маусымнан"),
        (7, "шілдеде", "шілдедегі", "шілдеден"),
        (8, "тамызда", "тамыздағы", "тамыздан"),
        (9, "қыркүйекте", "қыркүйектегі", "қыркүйектен"),
        (10, "қазанда", "қазандағы", "қазаннан"),
        (11, "қарашада", "қарашадағы", "қарашадан"),
        (12, "желтоқсанда", "желтоқсандағы", "желтоқсаннан"),
    ],
)
def test_days_are_inflected_as_kazakh_does(month: int, in_it: str, of_it: str, from_it: str) -> None:
    day = date(2026, month, 5)
    assert (day_in(day), day_of(day), day_from(day)) == (
        f"2026 жылғы 5 {in_it}",
        f"2026 жылғы 5 {of_it}",
        f"2026 жылғы 5 {from_it}",
    )
