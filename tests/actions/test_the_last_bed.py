"""Two desks in processes of their own fight for one bed: one gets it, the other is told why not."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kandas_desktop.actions.consideration import enter_reserve
from kandas_desktop.actions.moving_in import move_in
from kandas_desktop.actions.referrals import hand_over_referral
from kandas_desktop.models.house import house
from kandas_desktop.models.stay_tables import BedUse
from kandas_desktop.models.tables import ReferralPerson
from kandas_desktop.rules.rooms import BedState
from tests.factories import TestOffice, a_referral, add_beds, an_application, leave_no_bed_free

# A desk says that it is ready, waits for a line, does its work and says what came of it. Each is told what to
# do by its arguments, so that both can want the same bed in different ways.
DESK = """
import sys
from datetime import date
from pathlib import Path
from kandas_desktop.actions.desk import Desk, Refused
from kandas_desktop.actions.placing import move_to_beds
from kandas_desktop.actions.referrals import ReferralRequest, issue_referral
from kandas_desktop.actions.rooms import retire_bed, take_out_of_service
from kandas_desktop.models.database import open_database
from kandas_desktop.ui.wording import obstacle_sentence
from kandas_desktop.words import use_language
from tests.factories import Clock

use_language("en")
today = date(2026, 3, 18)
verb, first, *bed = sys.argv[2:]
desk = Desk(open_database(Path(sys.argv[1])), verb, Clock(today), lambda: None)
doings = {
    "refer": lambda: issue_referral(desk, ReferralRequest(int(first))),
    "refer to": lambda: issue_referral(desk, ReferralRequest(int(first), {0: int(bed[0])})),
    "move": lambda: move_to_beds(desk, {int(first): int(bed[0])}),
    "repair": lambda: take_out_of_service(desk, int(first), reason="repair", began_on=today),
    "retire": lambda: retire_bed(desk, int(first)),
}
print("ready", flush=True)
sys.stdin.readline()
try:
    doings[verb]()
    print("done")
except Refused as refused:
    print("; ".join(obstacle_sentence(obstacle, today) for obstacle in refused.obstacles))
"""


def fought(path: Path, *wishes: Sequence[object]) -> list[str]:
    """What the desks said in the end, who all began at once: those who were refused first."""
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", DESK, str(path), *map(str, wish)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        for wish in wishes
    ]
    for desk in desks:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        assert desk.stdin is not None
        desk.stdin.write("\n")
        desk.stdin.flush()
    said = [desk.communicate(timeout=60)[0].strip() for desk in desks]
    return sorted(said, key=lambda words: words == "done")


def the_last_bed(office: TestOffice) -> int:
    """The id of the only bed that is free."""
    leave_no_bed_free(office.desk)
    (room,) = add_beds(office.desk, 1)
    (bed,) = (bed for bed in house(office.desk.database, office.desk.today).beds() if bed.room_id == room)
    return bed.id


def a_resident(office: TestOffice) -> int:
    """The row on the referral of somebody who lives here."""
    referral_id = a_referral(office.desk)
    hand_over_referral(office.desk, referral_id, received_on=office.desk.today)
    (named,) = ReferralPerson.select().where(ReferralPerson.referral == referral_id)
    move_in(office.desk, referral_id, people=[named.id], moved_in_on=office.desk.today)
    return int(named.id)


def holders_of(office: TestOffice, bed_id: int) -> int:
    assert BedUse.select().where(BedUse.bed == bed_id, BedUse.ended_on.is_null()).count() <= 1
    bed = house(office.desk.database, office.desk.today).bed(bed_id)
    return int(bed is not None and bed.holder is not None)


def test_two_families_are_referred_to_the_last_bed(office: TestOffice) -> None:
    first, second = an_application(office.desk), an_application(office.desk)
    bed = the_last_bed(office)
    refused, done = fought(office.path, ("refer", first), ("refer", second))
    assert done == "done"
    assert refused == "Not enough free beds: 1 needed, 0 free (r.7)"
    assert holders_of(office, bed) == 1


def test_two_families_are_given_the_same_bed_while_others_are_free(office: TestOffice) -> None:
    first, second = an_application(office.desk), an_application(office.desk)
    bed = next(house(office.desk.database, office.desk.today).beds()).id
    refused, done = fought(office.path, ("refer to", first, bed), ("refer to", second, bed))
    assert done == "done"
    assert refused.startswith("The bed is not free")
    assert holders_of(office, bed) == 1


def test_two_residents_move_into_the_last_bed(office: TestOffice) -> None:
    first, second = a_resident(office), a_resident(office)
    bed = the_last_bed(office)
    refused, done = fought(office.path, ("move", first, bed), ("move", second, bed))
    assert done == "done"
    assert refused.startswith("The bed is not free")
    assert holders_of(office, bed) == 1


def test_a_resident_moves_into_the_bed_to_which_a_family_is_referred(office: TestOffice) -> None:
    resident, application = a_resident(office), an_application(office.desk)
    bed = the_last_bed(office)
    refused, done = fought(office.path, ("move", resident, bed), ("refer", application))
    assert done == "done"
    assert refused.startswith(("The bed is not free", "Not enough free beds: 1 needed, 0 free"))
    assert holders_of(office, bed) == 1


@pytest.mark.parametrize("verb", ["repair", "retire"])
def test_a_bed_is_taken_away_while_a_family_is_referred_to_it(office: TestOffice, verb: str) -> None:
    application = an_application(office.desk)
    bed = the_last_bed(office)
    refused, done = fought(office.path, (verb, bed), ("refer", application))
    assert done == "done"
    assert refused.startswith(("Somebody has this bed", "Not enough free beds: 1 needed, 0 free"))
    states = [one.state for one in house(office.desk.database, office.desk.today).beds() if one.id == bed]
    assert states in ([BedState.HELD], [BedState.OUT_OF_SERVICE], [])


def test_whoever_waits_first_gets_the_last_bed_however_the_desks_race(office: TestOffice) -> None:
    leave_no_bed_free(office.desk)
    first, second = an_application(office.desk), an_application(office.desk)
    for application in (first, second):
        enter_reserve(office.desk, application)
    bed = the_last_bed(office)
    refused, done = fought(office.path, ("refer", first), ("refer", second))
    assert done == "done"
    # Before the first has it, there are others ahead; after it, no bed is free any more.
    assert refused.startswith(("Others are ahead in the reserve", "Not enough free beds"))
    holder = house(office.desk.database, office.desk.today).bed(bed)
    assert holder is not None
    assert holder.holder is not None
    assert holder.holder.household_id == first
