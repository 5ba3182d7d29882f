"""Every table of an office's file, each after those that it refers to."""

from kandas_desktop.models import paper_tables, stay_tables, tables
from kandas_desktop.models.tables import Table

TABLES: tuple[type[Table], ...] = (
    tables.Office,
    tables.CalendarDay,
    tables.Volume,
    tables.Person,
    tables.Application,
    tables.ApplicationPerson,
    tables.ReserveEntry,
    tables.Referral,
    tables.ReferralPerson,
    tables.Draft,
    tables.AuditLine,
    stay_tables.PassingOver,
    stay_tables.Room,
    stay_tables.Bed,
    stay_tables.Outage,
    stay_tables.Breach,
    stay_tables.Stay,
    stay_tables.BreachPerson,
    stay_tables.BedUse,
    stay_tables.BeddingChange,
    stay_tables.Petition,
    stay_tables.HouseholdContact,
    stay_tables.TermNotice,
    stay_tables.CalendarYear,
    paper_tables.Paper,
    paper_tables.PaperIssue,
)
