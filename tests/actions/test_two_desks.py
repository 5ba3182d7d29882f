"""Two desks of one office: the second is refused in words, and never finds the office half-written."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from kandas_desktop.actions.referrals import ReferralRequest, issue_referral, strike_out_referral
from kandas_desktop.models.tables import Application, AuditLine, Referral
from kandas_desktop.queries.application import application_detail
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import (
    TestOffice,
    a_referral,
    an_application,
    free_beds,
    someone_else_at,
)

TODAY = date(2026, 3, 18)

# Each desk waits for a line on its standard input, so that both go for the beds at once.
ISSUING = """
import sys
from datetime import date
from pathlib import Path
from kandas_desktop.actions.desk import Desk, Refused
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.models.database import open_database
from tests.factories import Clock
desk = Desk(open_database(Path(sys.argv[1])), sys.argv[2], Clock(date(2026, 3, 18)), lambda: None)
print("ready", flush=True)
sys.stdin.readline()
try:
    issue_referral(desk, ReferralRequest(int(sys.argv[2])))
    print("issued")
except Refused as refused:
    print(refused)
"""

REGISTERING = """
import sys
from datetime import date
from pathlib import Path
from kandas_desktop.actions.desk import Desk
from kandas_desktop.models.database import open_database
from tests.factories import Clock, an_application
desk = Desk(open_database(Path(sys.argv[1])), sys.argv[2], Clock(date(2026, 3, 18)), lambda: None)
print("ready", flush=True)
sys.stdin.readline()
for _ in range(10):
    an_application(desk)
print("done")
"""


def both_at_once(script: str, path: Path) -> list[str]:
    """What two desks in processes of their own said last, having begun together."""
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(path), number],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for number in ("1", "2")
    ]
    for desk in desks:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        assert desk.stdin is not None
        desk.stdin.write("\n")
        desk.stdin.flush()
    return sorted(desk.communicate(timeout=60)[0].strip() for desk in desks)


def test_of_two_desks_that_want_the_last_beds_one_is_refused(office: TestOffice) -> None:
    an_application(office.desk, size=4)
    an_application(office.desk, size=4)
    assert both_at_once(ISSUING, office.path) == ["issued", "not enough beds"]
    assert Referral.select().count() == 1
    assert free_beds(office.desk) == 3


def test_two_desks_that_register_at_once_leave_no_gap_and_no_number_twice(office: TestOffice) -> None:
    assert both_at_once(REGISTERING, office.path) == ["done", "done"]
    assert [row.sequence for row in Application.select().order_by(Application.id)] == list(range(1, 21))


def test_who_saw_free_beds_is_refused_when_the_other_desk_took_them_meanwhile(office: TestOffice) -> None:
    theirs = an_application(office.desk, size=4)
    ours = an_application(office.desk, size=4)
    assert application_detail(ours, TODAY).obstacles == ()
    someone_else_at(office, lambda desk: issue_referral(desk, ReferralRequest(theirs)))
    with refused_with(office, ObstacleKind.BEDS_MISSING):
        issue_referral(office.desk, ReferralRequest(ours))


def test_who_saw_no_referral_is_refused_when_the_other_desk_issued_it_meanwhile(office: TestOffice) -> None:
    application_id = an_application(office.desk)
    someone_else_at(office, lambda desk: issue_referral(desk, ReferralRequest(application_id)))
    with refused_with(office, ObstacleKind.REFERRAL_LIVE):
        issue_referral(office.desk, ReferralRequest(application_id))


def test_a_referral_that_the_other_desk_struck_out_is_struck_out_once(office: TestOffice) -> None:
    referral_id = a_referral(office.desk)
    someone_else_at(office, lambda desk: strike_out_referral(desk, referral_id, reason="Қате кетті"))
    with refused_with(office, ObstacleKind.REFERRAL_STRUCK_OUT):
        strike_out_referral(office.desk, referral_id, reason="Қате кетті")


def test_the_audit_names_the_desk_that_wrote(office: TestOffice) -> None:
    an_application(office.desk)
    someone_else_at(office, lambda desk: an_application(desk))
    lines = AuditLine.select().where(AuditLine.verb == "register").order_by(AuditLine.id)
    assert [line.operator for line in lines] == ["Сынақбаева С.", "Нобаев Н."]
