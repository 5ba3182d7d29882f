"""An application in each of the states that the side panel knows, reached by the actions."""

from collections.abc import Callable
from datetime import date

from kandas_desktop.actions.consideration import return_application, strike_out_application
from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import PersonEntry
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.papers import LeftBy, issue_papers, keep_referral_paper
from kandas_desktop.actions.referrals import hand_over_referral, strike_out_referral
from kandas_desktop.models.tables import Referral
from kandas_desktop.rules.birth import BirthDate
from tests.factories import (
    a_family,
    a_person,
    a_referral,
    a_slip,
    a_waiting_application,
    an_application,
    leave_no_bed_free,
    named_on,
)

TODAY = date(2026, 3, 18)

State = Callable[[Desk], int]


def family_of_three() -> tuple[PersonEntry, ...]:
    """A father with his slip, a son who came of age yesterday, a mother whose slip has no date."""
    return a_family(
        a_person("Дәурен", patronymic="Аңызұлы"),
        a_person("Ерасыл", born=BirthDate(2008, 3, 17), document=None, kinship="ұлы"),
        a_person(
            "Бибі",
            surname="Мысалова",
            born=BirthDate(1952),
            document=a_slip("20-118", issued_on=None),
            kinship="анасы",
        ),
    )


def due(desk: Desk) -> int:
    return an_application(desk, size=2)


def blocked(desk: Desk) -> int:
    return an_application(desk, *family_of_three())


def without_beds(desk: Desk) -> int:
    leave_no_bed_free(desk)
    return an_application(desk, *family_of_three())


def waiting(desk: Desk) -> int:
    a_waiting_application(desk, size=8)
    return a_waiting_application(desk, size=1)


def waiting_for_beds(desk: Desk) -> int:
    return a_waiting_application(desk, size=8)


def issued(desk: Desk) -> int:
    return Referral.get_by_id(a_referral(desk, size=2)).application.id


def printed(desk: Desk) -> int:
    application_id = issued(desk)
    paper_id = keep_referral_paper(desk, 1, b"%PDF")
    issue_papers(desk, [paper_id], left_by=LeftBy.PRINTER)
    return application_id


def handed_over(desk: Desk) -> int:
    application_id = issued(desk)
    hand_over_referral(desk, 1, received_on=TODAY)
    return application_id


def partly_moved_in(desk: Desk) -> int:
    application_id = handed_over(desk)
    move_in(desk, 1, people=named_on(1)[:1], moved_in_on=TODAY)
    return application_id


def moved_in(desk: Desk) -> int:
    application_id = handed_over(desk)
    move_in(desk, 1, people=named_on(1), moved_in_on=TODAY)
    return application_id


def returned(desk: Desk) -> int:
    application_id = due(desk)
    return_application(desk, application_id, reason="Нысан толық толтырылмаған")
    return application_id


def struck_out(desk: Desk) -> int:
    application_id = due(desk)
    strike_out_application(desk, application_id, reason="Екі рет тіркелген")
    return application_id


def again(desk: Desk) -> int:
    application_id = issued(desk)
    strike_out_referral(desk, 1, reason="Жолдамада қате кетті")
    return application_id


STATES = (
    due,
    blocked,
    without_beds,
    waiting,
    waiting_for_beds,
    issued,
    printed,
    handed_over,
    partly_moved_in,
    moved_in,
    returned,
    struck_out,
    again,
)
