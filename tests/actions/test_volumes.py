from datetime import date

from kandas_desktop.actions.volumes import begin_next_volume
from kandas_desktop.models.tables import Application, AuditLine, Volume
from kandas_desktop.rules.obstacles import ObstacleKind
from tests.actions.refusals import refused_with
from tests.factories import TestOffice, an_application


def volumes() -> list[tuple[int, int, date, date | None]]:
    return [
        (volume.year, volume.number, volume.begun_on, volume.ended_on)
        for volume in Volume.select().order_by(Volume.id)
    ]


def test_the_first_line_begins_the_first_volume(office: TestOffice) -> None:
    an_application(office.desk)
    an_application(office.desk)
    assert volumes() == [(2026, 1, date(2026, 3, 18), None)]


def test_a_new_year_ends_the_volume_and_begins_the_next(office: TestOffice) -> None:
    an_application(office.desk)
    office.clock.set(date(2027, 1, 6))
    an_application(office.desk)
    assert volumes() == [
        (2026, 1, date(2026, 3, 18), date(2026, 12, 31)),
        (2027, 1, date(2027, 1, 6), None),
    ]


def test_a_full_volume_is_ended_and_followed_by_the_next(office: TestOffice) -> None:
    an_application(office.desk)
    office.clock.set(date(2026, 6, 15))
    second = begin_next_volume(office.desk)
    an_application(office.desk)
    assert volumes() == [
        (2026, 1, date(2026, 3, 18), date(2026, 6, 15)),
        (2026, 2, date(2026, 6, 15), None),
    ]
    assert [row.volume.number for row in Application.select().order_by(Application.id)] == [1, 2]
    line = AuditLine.get(AuditLine.verb == "begin")
    assert (line.subject, line.subject_id, line.detail) == ("volume", second, '{"year": 2026, "number": 2}')


def test_a_volume_without_entries_is_not_followed_by_the_next(office: TestOffice) -> None:
    with refused_with(office, ObstacleKind.VOLUME_EMPTY):
        begin_next_volume(office.desk)
    an_application(office.desk)
    begin_next_volume(office.desk)
    with refused_with(office, ObstacleKind.VOLUME_EMPTY):
        begin_next_volume(office.desk)


def test_a_volume_of_last_year_ends_with_its_year(office: TestOffice) -> None:
    an_application(office.desk)
    office.clock.set(date(2027, 1, 6))
    begin_next_volume(office.desk)
    assert volumes() == [
        (2026, 1, date(2026, 3, 18), date(2026, 12, 31)),
        (2027, 1, date(2027, 1, 6), None),
    ]


def test_a_volume_begun_for_a_coming_working_day_is_not_ended_before_it(office: TestOffice) -> None:
    office.clock.set(date(2026, 3, 14))  # a Saturday: its applications are registered on Monday
    an_application(office.desk)
    begin_next_volume(office.desk)
    assert volumes() == [
        (2026, 1, date(2026, 3, 16), date(2026, 3, 16)),
        (2026, 2, date(2026, 3, 16), None),
    ]


def test_a_volume_does_not_end_before_the_day_that_its_last_line_bears(office: TestOffice) -> None:
    an_application(office.desk)
    office.clock.set(date(2026, 3, 22))  # a Sunday within Nauryz
    an_application(office.desk)
    begin_next_volume(office.desk)
    assert volumes() == [
        (2026, 1, date(2026, 3, 18), date(2026, 3, 26)),
        (2026, 2, date(2026, 3, 26), None),
    ]
