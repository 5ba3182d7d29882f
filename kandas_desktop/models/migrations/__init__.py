"""The steps from one version of an office's file to the next; each is frozen once released."""

from kandas_desktop.models.migrations import m0001_first_tables, m0002_beds_and_stays

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    m0001_first_tables.STATEMENTS,
    m0002_beds_and_stays.STATEMENTS,
)
NEWEST_VERSION = len(MIGRATIONS)
