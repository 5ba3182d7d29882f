"""A process that dies while a referral is issued: it is there whole or not at all, and no number is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from kandas_desktop.actions.desk import Refused
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.models.tables import AuditLine, Referral, ReferralPerson
from tests.factories import TestOffice, an_application

CRASHING = """
import os, sys
from datetime import date
from pathlib import Path
from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.models.database import open_database
from tests.factories import Clock
database, moment = open_database(Path(sys.argv[1])), sys.argv[2]
die = lambda *arguments, **detail: os._exit(9)
if moment == "before the audit line":
    Desk.record = die
if moment == "before the commit":
    database.connection().set_trace_callback(lambda sql: die() if sql == "COMMIT" else None)
told = die if moment == "after the commit" else lambda: None
issue_referral(Desk(database, "", Clock(date(2026, 3, 18)), told), ReferralRequest(1))
"""


def issue(office: TestOffice, application_id: int) -> None:
    issue_referral(office.desk, ReferralRequest(application_id))


def numbers() -> list[str]:
    return [row.number for row in Referral.select().order_by(Referral.id)]


def crash(office: TestOffice, moment: str) -> None:
    """Issue the first application's referral in a process that dies at a moment."""
    crashed = subprocess.run(
        [sys.executable, "-c", CRASHING, str(office.path), moment],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert crashed.returncode == 9


@pytest.mark.parametrize("moment", ["before the audit line", "before the commit"])
def test_a_crash_in_the_middle_of_issuing_leaves_no_gap(office: TestOffice, moment: str) -> None:
    application_id = an_application(office.desk)
    crash(office, moment)
    assert (numbers(), ReferralPerson.select().count()) == ([], 0)
    assert AuditLine.select().where(AuditLine.verb == "issue").count() == 0
    issue(office, application_id)
    assert numbers() == ["Ж-1/26"]


def test_a_crash_right_after_a_referral_was_written_keeps_it_whole(office: TestOffice) -> None:
    application_id, other = an_application(office.desk), an_application(office.desk)
    crash(office, "after the commit")
    assert (numbers(), ReferralPerson.select().count()) == (["Ж-1/26"], 1)
    assert AuditLine.select().where(AuditLine.verb == "issue").count() == 1
    with pytest.raises(Refused):
        issue(office, application_id)
    issue(office, other)
    assert numbers() == ["Ж-1/26", "Ж-2/26"]
