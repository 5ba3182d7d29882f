"""Made-up people and forms for the papers under test."""

from datetime import date

from kandas_desktop.reports.forms import ApplicationForm, FormPerson, ReferralForm

APPLICANT = FormPerson("Мысалов Дәурен Аңызұлы", "22.06.1984")
WIFE = FormPerson("Мысалова Сәуле Қалыпқызы", "09.01.1986", "жұбайы")
MOTHER = FormPerson("Мысалова Бибі", "1952 ж.", "анасы")
LONG_NAME = ("Үлгібайұлы-Сынақбайтегі " * 13)[:299] + "ы"  # 300 letters


def a_family(count: int) -> tuple[FormPerson, ...]:
    """So many children, each with a name of their own."""
    return tuple(
        FormPerson(f"Мысалов Нөмір-{number:02}", "17.03.2008", "ұлы") for number in range(1, count + 1)
    )


def a_referral(
    *family: FormPerson,
    number: str = "Ж-99/26",
    applicant: FormPerson = APPLICANT,
    head_name: str = "Қ. Болжамов",
    struck_out: bool = False,
) -> ReferralForm:
    return ReferralForm(
        number=number,
        applicant=applicant,
        family=family,
        head_name=head_name,
        issued_on=date(2026, 3, 18),
        struck_out=struck_out,
    )


def an_application(
    *family: FormPerson,
    local_body: str = "Сынақ облысының жұмыспен қамту басқармасы",
    applicant: FormPerson = APPLICANT,
    filed_on: date | None = date(2026, 3, 16),
    struck_out: bool = False,
) -> ApplicationForm:
    return ApplicationForm(local_body, applicant, family, filed_on, struck_out)
