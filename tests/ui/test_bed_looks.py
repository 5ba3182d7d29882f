"""How rooms are called."""

import pytest

from kandas_desktop.rules.rooms import RoomKind
from kandas_desktop.ui.bed_looks import room_words
from kandas_desktop.words import spoken_in


@pytest.mark.parametrize(
    ("kind", "kazakh", "russian"),
    [
        (RoomKind.FAMILY, "Отбасы бөлмесі", "Семейная комната"),
        (RoomKind.WOMEN, "Әйелдер бөлмесі", "Женская комната"),
        (RoomKind.MEN, "Ерлер бөлмесі", "Мужская комната"),
        (RoomKind.ACCESSIBLE, "Қолжетімді бөлме", "Доступная комната"),
    ],
)
def test_a_room_is_called_by_whom_it_is_for(kind: RoomKind, kazakh: str, russian: str) -> None:
    with spoken_in("kk"):
        assert room_words(kind) == kazakh
    with spoken_in("ru"):
        assert room_words(kind) == russian
