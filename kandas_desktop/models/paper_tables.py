"""The tables of what was printed: each paper as it was made, and every time that it left."""

from typing import ClassVar

from peewee import AutoField, BlobField, Check, DateTimeField, ForeignKeyField, IntegerField, TextField

from kandas_desktop.models.stay_tables import Breach
from kandas_desktop.models.tables import MOMENT_FORMATS, Application, Referral, Table


class Paper(Table):
    """A paper as it was first made: printed again, it is the same; ``kind`` says which one of a breach."""

    id = AutoField()
    application = ForeignKeyField(Application, null=True, on_delete="RESTRICT", unique=True)
    referral = ForeignKeyField(Referral, null=True, on_delete="RESTRICT", unique=True)
    content = BlobField()
    made_at = DateTimeField(formats=MOMENT_FORMATS)
    kind = TextField(null=True, constraints=[Check("kind IN ('proposal', 'decision')")])
    breach = ForeignKeyField(
        Breach,
        null=True,
        on_delete="RESTRICT",
        index=False,
        constraints=[
            Check("(breach_id IS NULL) = (application_id IS NOT NULL OR referral_id IS NOT NULL)"),
            Check("(kind IS NULL) = (breach_id IS NULL)"),
        ],
    )

    class Meta:
        indexes: ClassVar = ((("breach", "kind"), True),)
        constraints: ClassVar = [Check("application_id IS NULL OR referral_id IS NULL")]


class PaperIssue(Table):
    """One time that a paper left the program; the first is the original, the others are copies."""

    id = AutoField()
    paper = ForeignKeyField(Paper, on_delete="RESTRICT", index=False)
    copy_number = IntegerField(constraints=[Check("copy_number >= 0")])
    left_by = TextField(constraints=[Check("left_by IN ('printer', 'file')")])
    left_at = DateTimeField(formats=MOMENT_FORMATS)

    class Meta:
        indexes: ClassVar = ((("paper", "copy_number"), True),)
