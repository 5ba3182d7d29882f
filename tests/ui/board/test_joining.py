"""On the board, too, those who join a household are named beneath whoever applied for them (r.2)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kandas_desktop.models.stay_tables import Stay
from kandas_desktop.models.tables import Application, ApplicationPerson, ReferralPerson
from kandas_desktop.queries.board import BoardView
from kandas_desktop.ui.board.looks import Names
from kandas_desktop.ui.board.waiting_list import WaitingList
from tests.ui.board.houses import AHouse


def test_a_newborn_is_awaited_by_the_name_of_whoever_applied(
    house: AHouse, look: Callable[[], BoardView], qtbot: QtBot
) -> None:
    house.room("101")
    parents = house.family("Мысалов Дәурен")
    [stay] = house.lives(parents, "101-1")
    assert Stay.get_by_id(stay.id).left_on is None
    newborn = house.family("Мысалова Айсұлу")
    Application.update(joins=parents.application).where(Application.id == newborn.application_id).execute()
    for table in (ApplicationPerson, ReferralPerson):
        of_the_newborn = (
            ApplicationPerson.application == newborn.application_id
            if table is ApplicationPerson
            else ReferralPerson.referral == newborn.id
        )
        table.update(kinship="қызы").where(of_the_newborn).execute()
    waiting = WaitingList()
    qtbot.addWidget(waiting)
    waiting.resize(260, 60)
    waiting.show_view(look())
    [referral] = waiting.referrals
    assert referral.name.full == "Мысалов Дәурен"
    assert waiting.second_line(referral).startswith("1 person joins · ")
    waiting.show()
    tips = []
    for hidden in (False, True):
        waiting.set_names(Names(hidden=hidden))
        help_asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(20, 20), waiting.mapToGlobal(QPoint(20, 20)))
        QApplication.sendEvent(waiting, help_asked)
        tips.append(QToolTip.text())
    assert tips[0].splitlines()[1:3] == ["Мысалов Дәурен", "Мысалова Айсұлу · daughter"]
    assert "Мысалов" not in tips[1]
