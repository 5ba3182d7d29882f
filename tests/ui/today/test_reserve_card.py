"""What Today says of the reserve's next where beds are free, and no room takes the family."""

from collections.abc import Callable

from kandas_desktop.actions.rooms import RoomRequest, add_room
from kandas_desktop.rules.birth import BirthDate
from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.today.page import TodayPage
from tests.factories import TestOffice, a_person, a_waiting_application
from tests.ui.looking import words_in


def test_nobody_is_said_to_share_a_bed_where_only_no_room_takes_the_family(
    open_page: Callable[[], TodayPage], office: TestOffice
) -> None:
    child = a_person("Бек", kinship="ұлы", born=BirthDate(2016, 5, 3), document=None)
    a_waiting_application(office.desk, a_person(), a_person("Айсұлу", kinship="жұбайы"), child)
    for floor, name in enumerate(("101", "201", "301"), start=1):
        add_room(office.desk, RoomRequest(floor=floor, name=name, kind=RoomKind.WOMEN, beds=1))
    words = words_in(open_page().reserve)
    assert any(said.startswith("No room fits the family") for said in words), words
    assert not any("In one bed with a parent" in said for said in words)
