"""Writing the demo's lines into an office's file in bulk: a statement and its rows per table."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import count
from json import dumps
from operator import itemgetter
from typing import Any, NamedTuple

from kandas_desktop.demo.families import DemoPerson
from kandas_desktop.demo.guests import seekers
from kandas_desktop.demo.story import HOUSED_ELSEWHERE, DemoReferral, Ending, Line
from kandas_desktop.models import engine
from kandas_desktop.models.cases import paper_birth
from kandas_desktop.models.search import SearchPerson, words_of
from kandas_desktop.rules.letters import sort_key
from kandas_desktop.rules.numbers import NumberPattern

Row = tuple[Any, ...]

APPLICATION_PATTERN = "Ө-{n}/{yy}"
REFERRAL_PATTERN = "Ж-{n}/{yy}"
LOCAL_BODY = "«Үлгі облысының Жұмыспен қамтуды үйлестіру және әлеуметтік бағдарламалар басқармасы» ММ"
LOCAL_BODY_HEAD = "Қ. Мысалбаев"
OPERATOR = "Сәуле Үлгіқызы"

_LINES_IN_A_VOLUME = 20_000
_OPENS_AT = time(9)
_PASSED_BY = "12-ө"
_PASSED_BECAUSE = "Бос төсек отбасының барлық мүшесіне жетпейді, келесі отбасы ғана сыяды"
_LEFT_BECAUSE = {Ending.RETURNED: "returned", Ending.STRUCK_OUT: "struck out"}
_OPEN_SECONDS = 8 * 60 * 60

_COLUMNS = {
    "volume": "id, year, number, begun_on, ended_on",
    "person": "id, surname, given_name, patronymic, latin_name, native_name, sex, birth_year, birth_month,"
    " birth_day, birth_place, origin_country, citizenship, iin, certificate_number, certificate_issued_on,"
    " status_given_on, sort_key",
    "application": "id, volume_id, year, sequence, number, arrived_at, registered_on, people, sort_key,"
    " previous_id, joins_id, considered_on, reopened_on, returned_on, returned_reason, struck_out_on,"
    " struck_out_reason",
    "application_person": "id, application_id, person_id, position, kinship, document_kind, document_number,"
    " document_issued_on, document_issued_by, needs_accessible",
    "reserve_entry": "application_id, entered_on, left_on, left_because",
    "passing_over": "passed_id, preferred_id, number, decided_on, reason, recorded_on",
    "referral": "id, application_id, year, sequence, number, issued_on, people, local_body_name,"
    " local_body_head, received_on, struck_out_on, struck_out_reason, lapsed_on",
    "referral_person": "id, referral_id, application_person_id, position, name, born, kinship, shares_bed",
    "audit_line": "at, operator, verb, subject, subject_id, detail, changes",
    "journal_search": "rowid, words",
}


class Written(NamedTuple):
    """Under which ids a line was written: its application, its people, and whom each referral names."""

    application_id: int
    people: range
    referred: tuple[range, ...]
    referrals: tuple[tuple[int, str], ...]
    """The id and the number of each referral."""


class _Number(NamedTuple):
    """What a referral is called: in the tables and on its paper."""

    id: int
    year: int
    sequence: int
    number: str


class _Volume(NamedTuple):
    """A book of the journal."""

    id: int
    year: int
    number: int
    begun_on: date
    ended_on: date | None = None


class _Books:
    """The volumes of the journal, one after the other; each is put down once it is ended."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows
        self._open: _Volume | None = None

    def id_for(self, day: date, sequence: int) -> int:
        """The id of the book that a line stands in; the one before is ended where a new one begins."""
        volume = self._open
        is_same_year = volume is not None and volume.year == day.year
        if volume is not None and is_same_year and sequence % _LINES_IN_A_VOLUME != 1:
            return volume.id
        if volume is not None:
            ended_on = day if is_same_year else date(volume.year, 12, 31)
            self._rows.append(volume._replace(ended_on=ended_on))
        number = volume.number + 1 if volume and is_same_year else 1
        self._open = _Volume(volume.id + 1 if volume else 1, day.year, number, day)
        return self._open.id

    def close(self) -> None:
        """Put the last one down, which is still open."""
        if self._open:
            self._rows.append(self._open)


class Ledger:
    """The rows of the lines told so far, by table; ids are given here: bulk writing answers nothing."""

    def __init__(self, days: Sequence[date], *, today: date) -> None:
        self._today = today
        self._last_day = days[-1]
        self._a_day = Counter(days)
        self._rows: dict[str, list[Row]] = {table: [] for table in _COLUMNS}
        self._application_pattern = NumberPattern(APPLICATION_PATTERN)
        self._referral_pattern = NumberPattern(REFERRAL_PATTERN)
        self._applications, self._referrals = Counter[int](), Counter[int]()
        self._people = self._named = self._referrals_given = self._referred = self._told_on_day = 0
        self._numbered: dict[int, list[_Number]] = {}
        self._day = date.min
        self._books = _Books(self._rows["volume"])
        self._kept_people: dict[int, range] = {}

    def number(self, line: Line) -> None:
        """Give a line's referrals their numbers now, where their order is not the journal's."""
        self._numbered[line.place] = [
            self._numbered_referral(referral.issued_on) for referral in line.referrals
        ]

    def write(self, line: Line, *, with_audit: bool) -> Written:
        """Put down a line of the journal and all that happened to it."""
        if line.day != self._day:
            self._day, self._told_on_day = line.day, 0
        people = self._write_people(line)
        application_id = line.place + 1
        sequence = self._next(self._applications, line.day.year)
        number = self._application_pattern.number(sequence, line.day.year)
        volume_id = self._books.id_for(line.day, sequence)
        struck_out_on = line.waited_until or line.day if line.ending is Ending.STRUCK_OUT else None
        arrived_at = self._arrival(line)
        self._rows["application"].append(
            (
                application_id,
                volume_id,
                line.day.year,
                sequence,
                number,
                arrived_at,
                line.day,
                len(line.family),
                sort_key((line.applicant or line.family[0]).name.full),
                None if line.again is None else line.again + 1,
                None if line.joins is None else line.joins + 1,
                line.day if line.waited_until or line.ending not in (Ending.DUE, Ending.STRUCK_OUT) else None,
                _reopened_on(line),
                line.waited_until or line.day if line.ending is Ending.RETURNED else None,
                line.reason if line.ending is Ending.RETURNED else None,
                struck_out_on,
                line.reason if struck_out_on else None,
            )
        )
        named = self._write_names(line, application_id, people)
        self._write_reserve(line, application_id)
        if line.place not in self._numbered:
            self.number(line)
        given = self._numbered.pop(line.place)
        referred = tuple(
            self._write_referral(line, application_id, named, referral, called)
            for referral, called in zip(line.referrals, given, strict=True)
        )
        numbers = [number, *(called.number for called in given)]
        self._rows["journal_search"].append(_words_row(line, application_id, numbers))
        if with_audit:
            self.record(arrived_at, "register", "application", application_id, number=number)
        return Written(
            application_id, people, referred, tuple((called.id, called.number) for called in given)
        )

    def record(self, at: datetime, verb: str, subject: str, subject_id: int, **detail: object) -> None:
        """Put down the audit line of something that was done."""
        told = dumps(detail, ensure_ascii=False, default=str)
        self._rows["audit_line"].append((at, OPERATOR, verb, subject, subject_id, told, ""))

    def flush(self, database: engine.OfficeDatabase) -> None:
        """Write what was put down since the last time, each table with one statement."""
        cursor = database.connection().cursor()
        self._rows["referral"].sort()  # by id: the database lets no number be left out
        self._rows["audit_line"].sort(key=itemgetter(0))
        for table, rows in self._rows.items():
            if rows:
                places = ", ".join("?" * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} ({_COLUMNS[table]}) VALUES ({places})", rows)
                rows.clear()

    def close(self) -> None:
        """Put down the last volume, which is still open."""
        self._books.close()

    def _write_people(self, line: Line) -> range:
        """The ids of a line's people; those who apply anew keep theirs."""
        if line.again is not None:
            return self._kept_people.pop(line.again)
        people = range(self._people + 1, self._people + 1 + len(line.family))
        self._people += len(line.family)
        if line.ending is Ending.LAPSED or line.reason == HOUSED_ELSEWHERE:
            self._kept_people[line.place] = people  # they may apply anew
        rows = self._rows["person"]
        for person_id, person in zip(people, line.family, strict=True):
            rows.append(_person_row(person_id, person))
        return people

    def _write_names(self, line: Line, application_id: int, people: range) -> range:
        """Name the people on the application; returns the ids under which they are named."""
        named = range(self._named + 1, self._named + 1 + len(people))
        self._named += len(people)
        rows = self._rows["application_person"]
        for position, (row_id, person_id, person) in enumerate(zip(named, people, line.family, strict=True)):
            paper = person.document
            rows.append(
                (
                    row_id,
                    application_id,
                    person_id,
                    position,
                    person.kinship,
                    paper.kind if paper else None,
                    paper.number if paper else "",
                    paper.issued_on if paper else None,
                    paper.issued_by if paper else "",
                    person.needs_accessible,
                )
            )
        return named

    def _write_reserve(self, line: Line, application_id: int) -> None:
        if line.is_in_reserve:
            self._rows["reserve_entry"].append((application_id, line.day, None, None))
        elif line.waited_until:
            because = _LEFT_BECAUSE.get(line.ending, "referred")
            self._rows["reserve_entry"].append((application_id, line.day, line.waited_until, because))
        decision = (_PASSED_BY, line.waited_until, _PASSED_BECAUSE, line.waited_until)
        self._rows["passing_over"] += [(passed + 1, application_id, *decision) for passed in line.passed]

    def _numbered_referral(self, issued_on: date) -> _Number:
        self._referrals_given += 1
        year = issued_on.year
        sequence = self._next(self._referrals, year)
        return _Number(self._referrals_given, year, sequence, self._referral_pattern.number(sequence, year))

    def _write_referral(
        self, line: Line, application_id: int, named: range, referral: DemoReferral, called: _Number
    ) -> range:
        """Put a referral down; returns the ids under which it names its people."""
        self._rows["referral"].append(
            (
                called.id,
                application_id,
                called.year,
                called.sequence,
                called.number,
                referral.issued_on,
                len(line.family),
                LOCAL_BODY,
                LOCAL_BODY_HEAD,
                referral.received_on,
                referral.struck_out_on,
                referral.struck_out_reason,
                referral.lapsed_on,
            )
        )
        ids = range(self._referred + 1, self._referred + 1 + len(line.family))
        self._referred += len(line.family)
        with_bed = seekers(line)
        self._rows["referral_person"] += [
            (
                id_,
                called.id,
                row_id,
                position,
                person.name.full,
                paper_birth(person.born),
                person.kinship,
                position not in with_bed,
            )
            for id_, position, row_id, person in zip(ids, count(), named, line.family, strict=False)
        ]
        return ids

    def _arrival(self, line: Line) -> datetime:
        """In order, over the hours of the day; on the present day in the morning, and on a day off today."""
        place = self._told_on_day
        self._told_on_day += 1
        if line.day >= self._last_day:
            return datetime.combine(min(line.day, self._today), _OPENS_AT) + timedelta(minutes=20 * place)
        seconds = (place + 0.5) / self._a_day[line.day] * _OPEN_SECONDS
        return datetime.combine(line.day, _OPENS_AT) + timedelta(seconds=int(seconds))

    @staticmethod
    def _next(given: Counter[int], year: int) -> int:
        given[year] += 1
        return given[year]


@cache
def _digits(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def _words_row(line: Line, application_id: int, numbers: list[str]) -> Row:
    people = [
        SearchPerson(person.name.full, person.latin_name, person.native_name, person.born.digits)
        for person in (*([line.applicant] if line.applicant else ()), *line.family)
    ]
    days = [line.day, *(referral.issued_on for referral in line.referrals)]
    return application_id, words_of(people, numbers, map(_digits, days))


def _reopened_on(line: Line) -> date | None:
    """When the line was due again because its referral was struck out; never for one from the reserve."""
    return (
        line.referrals[0].struck_out_on
        if line.ending is Ending.REISSUED and line.referrals and not line.waited_until
        else None
    )


def _person_row(person_id: int, person: DemoPerson) -> Row:
    name, born = person.name, person.born
    return (
        person_id,
        name.surname,
        name.given_name,
        name.patronymic,
        person.latin_name,
        person.native_name,
        person.sex,
        born.year,
        born.month,
        born.day,
        person.birth_place,
        person.country,
        person.country,
        person.iin,
        person.certificate_number,
        person.certificate_issued_on,
        person.certificate_issued_on,
        sort_key(name.full),
    )
