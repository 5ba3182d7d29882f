"""Petitions of residents to the Center's head: filed under a number, and answered (r.10)."""

from datetime import date

from peewee import fn

from kandas_desktop.actions.acts import Act
from kandas_desktop.actions.desk import Desk, refuse_if
from kandas_desktop.models.breaches import last_petition, petition_number
from kandas_desktop.models.cases import last_written_on
from kandas_desktop.models.stay_tables import Petition
from kandas_desktop.models.stays import residents, stay_rows
from kandas_desktop.rules.letters import clean_lines
from kandas_desktop.rules.petitions import obstacles_to_answer, obstacles_to_filing


def file_petition(desk: Desk, stay_id: int, *, filed_on: date, request: str) -> int:
    """Write a petition down under the next number of its year, return its id (r.10). Raises ``Refused``."""
    request = clean_lines(request)
    with desk.transaction():
        found = residents(stay_rows([stay_id]), today=desk.today)
        resident = found[0] if found else None
        refuse_if(
            obstacles_to_filing(
                resident,
                filed_on=filed_on,
                request=request,
                today=desk.today,
                last=last_petition(filed_on.year),
                last_on=last_written_on(),
            )
        )
        last = Petition.select(fn.MAX(Petition.sequence)).where(Petition.year == filed_on.year).scalar()
        petition = Petition.create(
            year=filed_on.year,
            sequence=(last or 0) + 1,
            filed_on=filed_on,
            stay=stay_id,
            request=request,
        )
        desk.record("file", "petition", petition.id, number=petition_number(petition))
    return int(petition.id)


def answer_petition(desk: Desk, petition_id: int, *, answered_on: date, answer: str) -> int:
    """Write down what was answered and when, and return the act's id (r.10). Raises ``Refused``."""
    answer = clean_lines(answer)
    with desk.transaction():
        petition = Petition.get_by_id(petition_id)
        refuse_if(
            obstacles_to_answer(
                filed_on=petition.filed_on,
                is_answered=petition.answered_on is not None,
                answered_on=answered_on,
                answer=answer,
                today=desk.today,
            )
        )
        act = Act(desk)
        act.change(petition, answered_on=answered_on, answer=answer)
        return act.close("answer", "petition", petition_id, answered_on=answered_on.isoformat())
