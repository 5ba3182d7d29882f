"""Peewee's way into the office that is in use: the tables speak through the office's own connection."""

from collections.abc import Sequence
from typing import Any

from peewee import SqliteDatabase

from kandas_desktop.models import engine


class TablesDatabase(SqliteDatabase):
    """Makes Peewee's statements; the office in use runs them, in whatever transaction it has begun."""

    def __init__(self) -> None:
        super().__init__(None)  # no file of its own

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """The cursor of a statement, from the connection of the office in use."""
        return engine.in_use().execute_sql(sql, params)
