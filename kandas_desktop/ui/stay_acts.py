"""What any page can do with a stay: move in, record a leaving, confirm a lapse, sign, make beds ready.

Each asks where a question is needed, acts through the desk, and says in the foot strip what came of it, with
the way back. ``move_in_family``, ``confirm_lapse``: a referral; ``record_leaving``, ``sign_rules``: stays;
``make_ready``: beds. Names are hidden in the questions where the page hides them.
"""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from kandas_desktop.actions import moving_in, stays
from kandas_desktop.queries.stays import (
    HouseholdFacts,
    household_facts,
    household_of_stay,
    lapse_facts,
    move_in_facts,
)
from kandas_desktop.rules.obstacles import Obstacle, ObstacleKind
from kandas_desktop.ui.leaving_question import LeavingQuestion
from kandas_desktop.ui.naming import Naming
from kandas_desktop.ui.refusals import refusal
from kandas_desktop.ui.signing_question import SigningQuestion
from kandas_desktop.ui.stay_questions import LapseQuestion, MoveInQuestion
from kandas_desktop.ui.undoing import attempt_act
from kandas_desktop.ui.wording import digits, people_words
from kandas_desktop.ui.workplace import Workplace
from kandas_desktop.words import _, ngettext


def move_in_family(
    workplace: Workplace,
    parent: QWidget | None,
    referral_id: int,
    *,
    names_hidden: bool = False,
    people: Collection[int] | None = None,
) -> None:
    """Ask who of the family came and when, and record it (r.9); ``people`` are ticked at first."""
    today = workplace.desk.today
    facts = move_in_facts(referral_id, today)
    if facts.obstacles:
        _tell(workplace, facts.obstacles)
        return
    naming = Naming(facts.household_number, names_hidden)
    question = MoveInQuestion(facts, today=today, naming=naming, parent=parent)
    for person, tick in question.people.ticks.items():
        tick.setChecked(tick.isChecked() if people is None else person in people)
    if not question.was_accepted():
        return
    came, day = question.value()
    attempt_act(
        workplace,
        lambda: moving_in.move_in(workplace.desk, referral_id, people=came, moved_in_on=day),
        done=_("{number}: {people} moved in on {day}.").format(
            number=facts.household_number, people=people_words(len(came)), day=digits(day)
        ),
    )


def confirm_lapse(
    workplace: Workplace, parent: QWidget | None, referral_id: int, *, names_hidden: bool = False
) -> None:
    """Ask whether the term to move in was not kept, and record it (r.9)."""
    lapse = lapse_facts(referral_id, workplace.desk.today)
    if lapse.obstacles:
        _tell(workplace, lapse.obstacles)
        return
    naming = Naming(lapse.facts.household_number, names_hidden)
    if LapseQuestion.ask(parent, lapse, naming=naming):
        attempt_act(
            workplace,
            lambda: moving_in.confirm_lapse(workplace.desk, referral_id),
            done=_("Referral {number} lapsed; its beds are free.").format(number=lapse.facts.number),
        )


def record_leaving(
    workplace: Workplace, parent: QWidget | None, stay_ids: Sequence[int], *, names_hidden: bool = False
) -> None:
    """Ask who of the household left, when, why and where to, and record it (r.16, r.17)."""
    today, facts = workplace.desk.today, _household_of(workplace, stay_ids)
    if facts is None:
        return
    if all(member.resident.left_on is not None for member in facts.people):
        _tell(workplace, [Obstacle(ObstacleKind.LEFT)])
        return
    naming = Naming(facts.number, names_hidden)
    request = LeavingQuestion.ask(parent, facts, stay_ids, today=today, naming=naming)
    if request is None:
        return
    attempt_act(
        workplace,
        lambda: stays.record_leaving(workplace.desk, request),
        done=_("{number}: {people} left on {day}.").format(
            number=facts.number, people=people_words(len(request.stay_ids)), day=digits(request.left_on)
        ),
    )


def sign_rules(
    workplace: Workplace, parent: QWidget | None, stay_ids: Sequence[int], *, names_hidden: bool = False
) -> None:
    """Ask which adults of the household signed the house rules, and when, and record it (r.10)."""
    today, facts = workplace.desk.today, _household_of(workplace, stay_ids)
    if facts is None:
        return
    naming = Naming(facts.number, names_hidden)
    answer = SigningQuestion.ask(parent, facts, stay_ids, today=today, naming=naming)
    if answer is None:
        return
    signed, day = answer
    attempt_act(
        workplace,
        lambda: moving_in.sign_house_rules(workplace.desk, signed, signed_on=day),
        done=ngettext(
            "{count} person signed the house rules.",
            "{count} people signed the house rules.",
            len(signed),
        ),
    )


def make_ready(workplace: Workplace, bed_ids: Collection[int]) -> None:
    """Record that beds were made ready: they are free from now on."""
    from kandas_desktop.actions import rooms

    attempt_act(
        workplace,
        lambda: rooms.make_ready(workplace.desk, bed_ids),
        done=ngettext("{count} bed is ready.", "{count} beds are ready.", len(bed_ids)),
    )


def _household_of(workplace: Workplace, stay_ids: Sequence[int]) -> HouseholdFacts | None:
    """The household of these stays; ``None``, which is told, where nobody stayed."""
    household_id = household_of_stay(stay_ids[0]) if stay_ids else None
    if household_id is None:
        _tell(workplace, [Obstacle(ObstacleKind.NOT_MOVED_IN)])
        return None
    return household_facts(household_id, workplace.desk.today)


def _tell(workplace: Workplace, obstacles: Sequence[Obstacle]) -> None:
    workplace.notices.note(refusal(workplace, obstacles))
