"""Looking into a demo office."""

from collections.abc import Callable, Sequence
from typing import Any

from kandas_desktop.models.engine import OfficeDatabase
from kandas_desktop.models.house import house
from kandas_desktop.rules.rooms import House
from tests.demo.conftest import TODAY

Opened = Callable[[int], OfficeDatabase]


def rows(database: OfficeDatabase, sql: str, *values: object) -> Sequence[tuple[Any, ...]]:
    found: Sequence[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
    return found


def seen(database: OfficeDatabase) -> House:
    return house(database, TODAY)
