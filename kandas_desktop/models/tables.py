"""The tables of an office's file: fields, keys and constraints, nothing else."""

from typing import ClassVar

from peewee import (
    AutoField,
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from kandas_desktop.models.tables_database import TablesDatabase

MOMENT_FORMATS = ["%Y-%m-%d %H:%M:%S"]


class Table(Model):
    """What all tables share: they are those of the office that is in use."""

    class Meta:
        database = TablesDatabase()
        legacy_table_names = False


class Office(Table):
    """The office whose file this is; exactly one row once it is set up."""

    id = AutoField()
    center_name_kk = TextField()
    center_name_ru = TextField()
    business_number = TextField(column_name="bin")
    address = TextField()
    director = TextField()
    local_body_name = TextField()
    local_body_head = TextField()
    application_pattern = TextField()
    referral_pattern = TextField()
    bedding_days = IntegerField(constraints=[Check("bedding_days > 0")])
    last_day_moves = BooleanField()
    set_up_on = DateField()
    applications_before = IntegerField(constraints=[Check("applications_before >= 0")])
    referrals_before = IntegerField(constraints=[Check("referrals_before >= 0")])

    class Meta:
        constraints: ClassVar = [Check("id = 1")]


class CalendarDay(Table):
    """A day that the office knows to be working or not, against the packaged calendar."""

    id = AutoField()
    day = DateField(unique=True)
    is_working = BooleanField()
    source = TextField()


class Volume(Table):
    """One book of the registration journal (appendix 3): begun, ended, followed by the next."""

    id = AutoField()
    year = IntegerField()
    number = IntegerField(constraints=[Check("number > 0")])
    begun_on = DateField()
    ended_on = DateField(null=True)

    class Meta:
        indexes: ClassVar = ((("year", "number"), True),)
        constraints: ClassVar = [Check("ended_on IS NULL OR ended_on >= begun_on")]


class Person(Table):
    """One person as the papers name them."""

    id = AutoField()
    surname = TextField()
    given_name = TextField()
    patronymic = TextField()
    latin_name = TextField()
    native_name = TextField()
    sex = TextField(null=True, constraints=[Check("sex IN ('male', 'female')")])
    birth_year = IntegerField(constraints=[Check("birth_year BETWEEN 1850 AND 2200")])
    birth_month = IntegerField(null=True, constraints=[Check("birth_month BETWEEN 1 AND 12")])
    birth_day = IntegerField(null=True, constraints=[Check("birth_day BETWEEN 1 AND 31")])
    birth_place = TextField()
    origin_country = TextField()
    citizenship = TextField()
    iin = TextField()
    certificate_number = TextField()
    certificate_issued_on = DateField(null=True)
    status_given_on = DateField(null=True)
    status_extended_until = DateField(null=True)
    status_ended_on = DateField(null=True)
    status_ended_because = TextField(
        null=True,
        constraints=[Check("status_ended_because IN ('citizenship', 'permit refused', 'permit withdrawn')")],
    )
    sort_key = TextField()

    class Meta:
        constraints: ClassVar = [
            Check("surname <> '' OR given_name <> ''"),
            Check("(birth_month IS NULL) = (birth_day IS NULL)"),
            Check("status_extended_until > status_given_on"),
            Check("status_ended_on >= status_given_on"),
            Check("(status_ended_on IS NULL) = (status_ended_because IS NULL)"),
        ]


class Application(Table):
    """One numbered line of the registration journal (r.5); never deleted, never renumbered."""

    id = AutoField()
    volume = ForeignKeyField(Volume, on_delete="RESTRICT")
    year = IntegerField()
    sequence = IntegerField(constraints=[Check("sequence > 0")])
    number = TextField()
    arrived_at = DateTimeField(formats=MOMENT_FORMATS)
    registered_on = DateField()
    people = IntegerField(constraints=[Check("people > 0")])
    sort_key = TextField(index=True)
    previous = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    joins = ForeignKeyField("self", null=True, on_delete="RESTRICT")
    joins_id: int | None
    considered_on = DateField(null=True)
    reopened_on = DateField(null=True)
    returned_on = DateField(null=True)
    returned_reason = TextField(null=True, constraints=[Check("returned_reason <> ''")])
    struck_out_on = DateField(null=True)
    struck_out_reason = TextField(null=True)

    class Meta:
        indexes: ClassVar = ((("year", "sequence"), True), (("year", "number"), True))
        constraints: ClassVar = [
            Check("(struck_out_on IS NULL) = (struck_out_reason IS NULL)"),
            Check("struck_out_reason <> ''"),
            Check("returned_reason IS NULL OR considered_on IS NOT NULL"),
            Check("(returned_on IS NULL) = (returned_reason IS NULL)"),
            Check("returned_on >= registered_on"),
            Check("reopened_on >= registered_on"),
        ]


class ApplicationPerson(Table):
    """A person named on an application; position 0 is the applicant, the family follows from 1."""

    id = AutoField()
    application = ForeignKeyField(Application, on_delete="RESTRICT", index=False)
    application_id: int
    person = ForeignKeyField(Person, on_delete="RESTRICT")
    position = IntegerField(constraints=[Check("position >= 0")])
    kinship = TextField()
    document_kind = TextField(null=True, constraints=[Check("document_kind IN ('slip', 'permit')")])
    document_number = TextField()
    document_issued_on = DateField(null=True)
    document_issued_by = TextField()
    needs_accessible = BooleanField(default=False)
    person_id: int

    class Meta:
        indexes: ClassVar = ((("application", "position"), True), (("application", "person"), True))
        constraints: ClassVar = [Check("position = 0 OR kinship <> ''")]


class ReserveEntry(Table):
    """A place in the reserve journal (r.7); its order is that of the application, so none is stored."""

    id = AutoField()
    application = ForeignKeyField(Application, on_delete="RESTRICT", unique=True)
    entered_on = DateField()
    left_on = DateField(null=True)
    left_because = TextField(
        null=True, constraints=[Check("left_because IN ('referred', 'returned', 'struck out')")]
    )

    class Meta:
        constraints: ClassVar = [Check("(left_on IS NULL) = (left_because IS NULL)")]


class Referral(Table):
    """A referral issued on an application (r.3); never deleted, never renumbered."""

    id = AutoField()
    application = ForeignKeyField(Application, on_delete="RESTRICT")
    year = IntegerField()
    sequence = IntegerField(constraints=[Check("sequence > 0")])
    number = TextField()
    issued_on = DateField()
    people = IntegerField(constraints=[Check("people > 0")])
    local_body_name = TextField()
    local_body_head = TextField()
    received_on = DateField(null=True)
    lapsed_on = DateField(null=True)
    struck_out_on = DateField(null=True)
    struck_out_reason = TextField(null=True)
    application_id: int

    class Meta:
        indexes: ClassVar = ((("year", "sequence"), True), (("year", "number"), True))
        constraints: ClassVar = [
            Check("received_on IS NULL OR received_on >= issued_on"),
            Check("lapsed_on IS NULL OR received_on IS NOT NULL AND lapsed_on > received_on"),
            Check("(struck_out_on IS NULL) = (struck_out_reason IS NULL)"),
            Check("struck_out_reason <> ''"),
        ]


class ReferralPerson(Table):
    """A person named on a referral, with the words that were printed."""

    id = AutoField()
    referral = ForeignKeyField(Referral, on_delete="RESTRICT", index=False)
    application_person = ForeignKeyField(ApplicationPerson, on_delete="RESTRICT")
    position = IntegerField()
    name = TextField()
    born = TextField()
    kinship = TextField()
    shares_bed = BooleanField()
    referral_id: int

    class Meta:
        indexes: ClassVar = ((("referral", "position"), True), (("referral", "application_person"), True))


class Draft(Table):
    """An application being written down, kept until it is registered or thrown away."""

    id = AutoField()
    content = TextField()
    begun_at = DateTimeField(formats=MOMENT_FORMATS)
    saved_at = DateTimeField(formats=MOMENT_FORMATS)


class AuditLine(Table):
    """Who did what and when; written in the same transaction as what was done."""

    id = AutoField()
    at = DateTimeField(formats=MOMENT_FORMATS)
    operator = TextField()
    verb = TextField()
    subject = TextField()
    subject_id = IntegerField()
    detail = TextField()
    changes = TextField()
    undoes = ForeignKeyField("self", null=True, on_delete="RESTRICT", unique=True)

    class Meta:
        indexes: ClassVar = ((("subject", "subject_id"), False),)
