"""The family's surname, offered in a new row, in the form for a daughter or for a son once that is known."""

from kandas_desktop.rules.letters import clean
from kandas_desktop.rules.surnames import sex_told_by, surname_for
from kandas_desktop.ui.intake.person_fields import PersonFields
from kandas_desktop.ui.intake.person_form import Part, PersonForm
from kandas_desktop.ui.kit.inputs import TextField


class SurnameProposal:
    """Offers a surname; it changes only as long as nobody typed it."""

    def __init__(self, fields: PersonFields, field: TextField) -> None:
        self._fields = fields
        self._field = field
        self._offered = ""
        field.textEdited.connect(self.forget)

    def offer(self, applicant: PersonForm) -> None:
        """Let the applicant's surname stand in the field."""
        surname = surname_for(clean(applicant.surname), None)
        if surname:
            self._offered = surname
            self._fields.propose(Part.SURNAME, surname)

    def forget(self) -> None:
        """What the clerk typed, or what stood there already, is nobody's to change."""
        self._offered = ""

    def suit(self, applicant: PersonForm) -> None:
        """Give the surname the form for a woman or a man, as the kinship or the patronymic tells."""
        person = self._fields.person
        if not self._offered or person.surname != self._offered:
            return
        sex = person.sex_known(applicant) or sex_told_by(person.patronymic)
        self._offered = person.surname = surname_for(self._offered, sex)
        self._field.setText(person.surname)
