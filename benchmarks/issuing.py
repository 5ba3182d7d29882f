"""Issuing a referral, from the click to the bytes of its PDF: ``issuing.py SMALL LARGE`` tells seconds.

The files are written into: give copies.
"""

import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from benchmarks.bare_paper import CORE_FONTS, OUR_FONTS, draw_page, lines_of
from benchmarks.measure import median, timed
from benchmarks.offices import TODAY
from kandas_desktop import press
from kandas_desktop.actions.consideration import return_application
from kandas_desktop.actions.desk import Desk
from kandas_desktop.actions.intake import ApplicationRequest, PersonEntry, register_application
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.actions.rooms import RoomRequest, add_room
from kandas_desktop.models.database import open_database
from kandas_desktop.models.engine import OfficeDatabase, put_in_use
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.household import DocumentKind, ResidenceDocument
from kandas_desktop.rules.names import PersonName
from kandas_desktop.rules.rooms import RoomKind

ROUNDS = 40
WARMING = 5


def _family_of_eight() -> ApplicationRequest:
    slip = ResidenceDocument(DocumentKind.SLIP, "20-117", TODAY, "Үлгі қаласының Полиция департаменті")
    adults = [("Ержан", 40, ""), ("Гүлмира", 38, "жұбайы"), ("Күлән", 75, "анасы")]
    children = [("Алихан", 15), ("Аяулым", 12), ("Нұрай", 9), ("Санжар", 4), ("Мөлдір", 2)]
    people = [_person(given, age, kinship, slip) for given, age, kinship in adults]
    people += [_person(given, age, "баласы", None) for given, age in children]
    return ApplicationRequest(tuple(people))


def _person(given: str, age: int, kinship: str, document: ResidenceDocument | None) -> PersonEntry:
    return PersonEntry(
        PersonName("Үлгібаев", given, "Нобайұлы"),
        BirthDate(TODAY.year - age, 1, 1),
        kinship,
        birth_place="Нөкіс қаласы",
        origin_country="UZ",
        citizenship="UZ",
        document=document,
    )


class Office:
    """An office with free beds and nobody waiting for them, in which referrals are issued one by one."""

    def __init__(self, path: Path) -> None:
        self._database = open_database(path)
        morning = datetime(TODAY.year, TODAY.month, TODAY.day, 9)
        moments = (morning + timedelta(seconds=second) for second in count())
        self._desk = Desk(self._database, "benchmark", lambda: next(moments), lambda: None)
        waiting = self._database.execute_sql("SELECT application_id FROM reserve_entry WHERE left_on IS NULL")
        for (application_id,) in waiting.fetchall():
            return_application(self._desk, application_id, reason="benchmark")
        for number in range(ROUNDS + WARMING + 1):
            add_room(self._desk, RoomRequest(floor=9, name=f"9{number:02}", kind=RoomKind.FAMILY, beds=8))

    @property
    def database(self) -> OfficeDatabase:
        """The file; its tables are the ones in use only while it is measured."""
        return self._database

    def seconds_to_paper(self) -> tuple[float, bytes]:
        """Issue a referral to a family of eight that was registered before: seconds, and the PDF."""
        pdf: list[bytes] = []
        put_in_use(self._database)
        application_id = register_application(self._desk, _family_of_eight())
        seconds = timed(lambda: pdf.append(self._issued(application_id)))
        return seconds, pdf[0]

    def _issued(self, application_id: int) -> bytes:
        referral_id = issue_referral(self._desk, ReferralRequest(application_id))
        return press.referral_pdf(self._desk, referral_id).content


def measure(small: Office, large: Office, lines: list[str]) -> dict[str, float]:
    """The medians of issuing in both offices and of drawing as much text with bare ReportLab, in turn."""
    works: dict[str, Callable[[], float]] = {
        "small": lambda: small.seconds_to_paper()[0],
        "large": lambda: large.seconds_to_paper()[0],
        "reportlab": lambda: timed(lambda: draw_page(lines, OUR_FONTS)),
        "reportlab, Helvetica": lambda: timed(lambda: draw_page(lines, CORE_FONTS)),
    }
    for _round in range(WARMING):
        for work in works.values():
            work()
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(ROUNDS):
        for name, work in works.items():
            seconds[name].append(work())
    return {name: median(taken) for name, taken in seconds.items()}


def main(small: Path, large: Path) -> None:
    """Measure, and print what was found together with the text of the paper."""
    offices = Office(small), Office(large)
    lines = lines_of(offices[0].seconds_to_paper()[1])
    print(json.dumps({**measure(*offices, lines), "lines": lines}))
    for office in offices:
        office.database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
