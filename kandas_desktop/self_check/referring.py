"""From the first name to the papers of the order: applications, referrals, the journal."""

from dataclasses import replace
from datetime import date

from kandas_desktop import press
from kandas_desktop.actions.consideration import strike_out_application
from kandas_desktop.actions.documents import record_document
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.actions.referrals import (
    ReferralRequest,
    hand_over_referral,
    issue_referral,
    strike_out_referral,
)
from kandas_desktop.queries.application import application_detail
from kandas_desktop.queries.journal import open_volume
from kandas_desktop.queries.papers import referral_facts
from kandas_desktop.reports import wording
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument, Sex
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.obstacles import ObstacleKind
from kandas_desktop.self_check.check import Check
from kandas_desktop.words import _

ISSUER = "Үлгі қаласының Полиция департаменті"
_STRUCK_OUT_REASON = "сынақ үшін қате тіркелді"


def from_application_to_referral(check: Check) -> tuple[int, int]:
    """Register, be refused, hand the slip in, refer, strike out, print; the ids of both."""
    application_id, daughter_id = _register_family_of_eight(check)
    _be_refused_for_the_missing_slip(check, application_id)
    _hand_in_the_slip(check, application_id, daughter_id)
    referral_id = _issue_and_hand_over(check, application_id)
    other_referral_id = _strike_another_referral_out(check)
    _print_every_paper(check, application_id, referral_id, other_referral_id)
    return application_id, referral_id


def _register_family_of_eight(check: Check) -> tuple[int, int]:
    people = _family_of_eight(check.desk.today)
    application_id = register_application(check.desk, ApplicationRequest(people))
    detail = application_detail(application_id, check.desk.today)
    check.expect(len(detail.people) == 8, "eight people on the application")
    check.step(
        _("A family of eight was registered: {number}, {name}").format(
            number=detail.number, name=detail.applicant.household.name.full
        )
    )
    return application_id, detail.people[2].id


def _be_refused_for_the_missing_slip(check: Check, application_id: int) -> None:
    obstacle = check.refused(
        lambda: issue_referral(check.desk, ReferralRequest(application_id)), ObstacleKind.SLIP_MISSING
    )
    assert obstacle.person is not None
    assert obstacle.clause is not None
    check.step(
        _("The referral was refused: slip missing (r.{rule}): {name}").format(
            rule=int(obstacle.clause), name=obstacle.person.name.full
        )
    )


def _hand_in_the_slip(check: Check, application_id: int, daughter_id: int) -> None:
    record_document(check.desk, daughter_id, slip("20-119", check.desk.today))
    detail = application_detail(application_id, check.desk.today)
    check.expect(not detail.obstacles, f"nothing in the way: {detail.obstacles}")
    check.step(_("The slip was handed in; nothing stands in the way"))


def _issue_and_hand_over(check: Check, application_id: int) -> int:
    referral_id = issue_referral(check.desk, ReferralRequest(application_id))
    hand_over_referral(check.desk, referral_id, received_on=check.desk.today)
    referral = application_detail(application_id, check.desk.today).referral
    check.expect(referral is not None and referral.received_on == check.desk.today, "handed over")
    assert referral is not None
    check.step(_("The referral was issued and handed over: {number}").format(number=referral.number))
    return referral_id


def _strike_another_referral_out(check: Check) -> int:
    person = PersonEntry(
        PersonName("Сынақбаев", "Сынақ", "Нобайұлы"),
        BirthDate(1968, 12, 25),
        birth_place="Тарбағатай аймағы",
        origin_country="CN",
        document=slip("20-120", check.desk.today),
    )
    application_id = register_application(check.desk, ApplicationRequest((person,)))
    referral_id = issue_referral(check.desk, ReferralRequest(application_id))
    number = application_detail(application_id, check.desk.today).next_referral_number
    strike_out_referral(check.desk, referral_id, reason="Сынақ: қате берілді")
    detail = application_detail(application_id, check.desk.today)
    check.expect(detail.referral is None, "the struck-out referral is not in force")
    check.expect(detail.next_referral_number == number, "its number is not given again")
    struck_out = detail.struck_out_referrals[0].number
    check.step(
        _("Another referral was struck out; its number stays taken: {number}").format(number=struck_out)
    )
    strike_out_application(check.desk, application_id, reason=_STRUCK_OUT_REASON)
    check.step(_("Its application was struck out; the line stays: {number}").format(number=detail.number))
    return referral_id


def _print_every_paper(check: Check, application_id: int, referral_id: int, struck_out_id: int) -> None:
    desk = check.desk
    check.save("application.pdf", press.application_pdf(desk, application_id), says="Үлгібаев")
    check.save("referral.pdf", press.referral_pdf(desk, referral_id), says="Мөлдір")
    check.save("referral-copy.pdf", press.referral_pdf(desk, referral_id), says="КӨШІРМЕ")
    check.save("referral-struck-out.pdf", press.referral_pdf(desk, struck_out_id), says="КҮШІ ЖОЙЫЛДЫ")
    volume = open_volume()
    check.expect(volume is not None, "a volume is open")
    assert volume is not None
    journal = press.journal_pdf(desk.database, volume.id, with_families=True)
    press.write_whole(check.folder / "journal.pdf", journal)
    struck_out = referral_facts(struck_out_id)
    check.look_at(
        "journal.pdf",
        "ЖУРНАЛЫ",
        f"{struck_out.number}, {struck_out.issued_on:%d.%m.%Y}",
        wording.LINE_STRUCK_OUT.format(day=f"{check.desk.today:%d.%m.%Y}", reason=_STRUCK_OUT_REASON),
    )


def slip(number: str, day: date) -> ResidenceDocument:
    return ResidenceDocument(DocumentKind.SLIP, number, issued_on=day, issued_by=ISSUER)


def _family_of_eight(today: date) -> tuple[PersonEntry, ...]:
    year = today.year

    def person(
        given: str, patronymic: str, born: int, kinship: str = "", sex: Sex = Sex.FEMALE
    ) -> PersonEntry:
        surname = "Үлгібаев" if sex is Sex.MALE else "Үлгібаева"
        birth = BirthDate(born, 1, 1)
        return PersonEntry(
            PersonName(surname, given, patronymic), birth, kinship, sex, "Нөкіс қаласы", "UZ", "UZ"
        )

    applicant = person("Ержан", "Нобайұлы", year - 40, sex=Sex.MALE)
    wife = person("Гүлмира", "Қиялқызы", year - 38, "жұбайы")
    daughter = person("Мөлдір", "Ержанқызы", year - 19, "қызы")
    children = [
        person("Алихан", "Ержанұлы", year - 15, "ұлы", Sex.MALE),
        person("Аяулым", "Ержанқызы", year - 12, "қызы"),
        person("Нұрай", "Ержанқызы", year - 9, "қызы"),
        person("Санжар", "Ержанұлы", year - 4, "ұлы", Sex.MALE),
    ]
    mother = PersonEntry(PersonName("Нобаева", "Күлән"), BirthDate(year - 75), "анасы", Sex.FEMALE)
    return (
        replace(applicant, document=slip("20-117", today)),
        replace(wife, document=slip("20-118", today)),
        daughter,
        *children,
        replace(mother, document=ResidenceDocument(DocumentKind.PERMIT, "031-77")),
    )
