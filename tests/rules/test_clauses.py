from kandas_desktop.rules.clauses import Clause


def test_a_clause_is_worth_its_number_in_the_order() -> None:
    assert {clause.name: clause.value for clause in Clause} == {f"R{n}": n for n in range(3, 18)}
