"""The tables of the house and of those who live in it: fields, keys and constraints, nothing else."""

from typing import ClassVar

from peewee import AutoField, BooleanField, Check, DateField, ForeignKeyField, IntegerField, TextField

from kandas_desktop.models.tables import Application, Person, ReferralPerson, Table


class PassingOver(Table):
    """A written decision by which one who waits is passed over for another (r.8), keeping the place."""

    id = AutoField()
    passed = ForeignKeyField(Application, on_delete="RESTRICT", index=False)
    preferred = ForeignKeyField(Application, on_delete="RESTRICT")
    number = TextField(constraints=[Check("number <> ''")])
    decided_on = DateField()
    reason = TextField(constraints=[Check("reason <> ''")])
    recorded_on = DateField()

    class Meta:
        indexes: ClassVar = ((("passed", "preferred"), True),)
        constraints: ClassVar = [Check("passed_id <> preferred_id"), Check("decided_on <= recorded_on")]


class Room(Table):
    """A room of the Center; never deleted, retired once it is no more."""

    id = AutoField()
    floor = IntegerField()
    name = TextField(constraints=[Check("name <> ''")])
    kind = TextField(constraints=[Check("kind IN ('family', 'women', 'men', 'accessible')")])
    retired_on = DateField(null=True)


class Bed(Table):
    """A bed of a room; never deleted, retired once it is no more."""

    id = AutoField()
    room = ForeignKeyField(Room, on_delete="RESTRICT")
    name = TextField(constraints=[Check("name <> ''")])
    retired_on = DateField(null=True)


class Outage(Table):
    """A time in which a bed is out of service, until somebody says that it is back."""

    id = AutoField()
    bed = ForeignKeyField(Bed, on_delete="RESTRICT")
    began_on = DateField()
    expected_until = DateField(null=True)
    ended_on = DateField(null=True)
    reason = TextField(constraints=[Check("reason <> ''")])

    class Meta:
        constraints: ClassVar = [
            Check("expected_until >= began_on"),
            Check("ended_on >= began_on"),
        ]


class Breach(Table):
    """One file from a breach of the rules to the decision and what follows (r.13, r.14, r.16)."""

    id = AutoField()
    household = ForeignKeyField(Application, on_delete="RESTRICT")
    household_id: int
    happened_on = DateField()
    facts = TextField(constraints=[Check("facts <> ''")])
    recorded_on = DateField()
    closed_on = DateField(null=True)
    closed_reason = TextField(null=True, constraints=[Check("closed_reason <> ''")])
    year = IntegerField(null=True)
    sequence = IntegerField(null=True, constraints=[Check("sequence > 0")])
    proposed_on = DateField(null=True)
    registered_on = DateField(null=True)
    registered_number = TextField()
    outcome = TextField(null=True, constraints=[Check("outcome IN ('keep', 'evict')")])
    decision_number = TextField()
    decided_on = DateField(null=True)
    notified_on = DateField(null=True)

    class Meta:
        indexes: ClassVar = ((("year", "sequence"), True),)
        constraints: ClassVar = [
            Check("happened_on <= recorded_on"),
            Check("(closed_on IS NULL) = (closed_reason IS NULL)"),
            Check("closed_on IS NULL OR decided_on IS NULL"),
            Check("(proposed_on IS NULL) = (year IS NULL)"),
            Check("(proposed_on IS NULL) = (sequence IS NULL)"),
            Check("proposed_on >= happened_on"),
            Check("registered_on IS NULL OR proposed_on IS NOT NULL AND registered_on >= proposed_on"),
            Check("decided_on IS NULL OR registered_on IS NOT NULL AND decided_on >= registered_on"),
            Check("(decided_on IS NULL) = (outcome IS NULL)"),
            Check("(decided_on IS NULL) = (decision_number = '')"),
            Check("notified_on IS NULL OR decided_on IS NOT NULL AND notified_on >= decided_on"),
        ]


class Stay(Table):
    """One person's stay, from moving in to having really left; ``household`` is the family's first line."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="RESTRICT")
    referral_person = ForeignKeyField(ReferralPerson, on_delete="RESTRICT", unique=True)
    household = ForeignKeyField(Application, on_delete="RESTRICT")
    moved_in_on = DateField()
    rules_signed_on = DateField(null=True)
    ended_on = DateField(null=True)
    ended_because = TextField(
        null=True, constraints=[Check("ended_because IN ('term', 'freely', 'evicted', 'died')")]
    )
    breach = ForeignKeyField(Breach, null=True, on_delete="RESTRICT")
    breach_id: int | None
    left_on = DateField(null=True)
    destination = TextField()
    person_id: int
    referral_person_id: int
    household_id: int

    class Meta:
        constraints: ClassVar = [
            Check("rules_signed_on >= moved_in_on"),
            Check("ended_on >= moved_in_on"),
            Check("(ended_on IS NULL) = (ended_because IS NULL)"),
            Check("left_on IS NULL OR ended_on IS NOT NULL AND left_on >= ended_on"),
            Check("ended_because <> 'evicted' OR breach_id IS NOT NULL"),
        ]


class BreachPerson(Table):
    """A resident whom a breach concerns, and whether the decision puts them out."""

    id = AutoField()
    breach = ForeignKeyField(Breach, on_delete="RESTRICT", index=False)
    stay = ForeignKeyField(Stay, on_delete="RESTRICT")
    stay_id: int
    is_to_leave = BooleanField()

    class Meta:
        indexes: ClassVar = ((("breach", "stay"), True),)


class BedUse(Table):
    """A bed held for somebody on a referral, or slept in by a resident, from one day to another."""

    id = AutoField()
    bed = ForeignKeyField(Bed, on_delete="RESTRICT", index=False)
    referral_person = ForeignKeyField(ReferralPerson, on_delete="RESTRICT")
    stay = ForeignKeyField(Stay, null=True, on_delete="RESTRICT")
    began_on = DateField()
    ended_on = DateField(null=True)
    ready_on = DateField(null=True)
    bed_id: int
    referral_person_id: int
    stay_id: int | None

    class Meta:
        indexes: ClassVar = ((("bed", "began_on"), False),)
        constraints: ClassVar = [
            Check("ended_on >= began_on"),
            Check("ready_on IS NULL OR ended_on IS NOT NULL AND ready_on >= ended_on"),
        ]


class BeddingChange(Table):
    """The day on which a bed's bedding was issued or changed (r.11)."""

    id = AutoField()
    bed = ForeignKeyField(Bed, on_delete="RESTRICT", index=False)
    stay = ForeignKeyField(Stay, on_delete="RESTRICT")
    changed_on = DateField()

    class Meta:
        indexes: ClassVar = ((("bed", "changed_on"), True),)


class Petition(Table):
    """What a resident asked of the Center's head, and the answer (r.10); never deleted, never renumbered."""

    id = AutoField()
    year = IntegerField()
    sequence = IntegerField(constraints=[Check("sequence > 0")])
    filed_on = DateField()
    stay = ForeignKeyField(Stay, on_delete="RESTRICT")
    stay_id: int
    request = TextField(constraints=[Check("request <> ''")])
    answered_on = DateField(null=True)
    answer = TextField(null=True, constraints=[Check("answer <> ''")])

    class Meta:
        indexes: ClassVar = ((("year", "sequence"), True),)
        constraints: ClassVar = [
            Check("(answered_on IS NULL) = (answer IS NULL)"),
            Check("answered_on >= filed_on"),
        ]


class HouseholdContact(Table):
    """Who speaks for a household from a day on, after the applicant alone left (r.14)."""

    id = AutoField()
    household = ForeignKeyField(Application, on_delete="RESTRICT")
    stay = ForeignKeyField(Stay, on_delete="RESTRICT")
    chosen_on = DateField()
    stay_id: int


class TermNotice(Table):
    """A notice given to a household that its stay ends on a day (r.15)."""

    id = AutoField()
    household = ForeignKeyField(Application, on_delete="RESTRICT", index=False)
    ends_on = DateField()
    given_on = DateField()

    class Meta:
        indexes: ClassVar = ((("household", "ends_on", "given_on"), True),)


class CalendarYear(Table):
    """A year whose working days and days off the office has confirmed, once they were announced."""

    id = AutoField()
    year = IntegerField(unique=True)
    confirmed_on = DateField()
    source = TextField()
