import subprocess
import sys
from datetime import date

import pytest

from kandas_desktop.reports.forms import FormPerson, long_date


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2021, 3, 16), "2021 жылғы 16 наурыз"),
        (date(2026, 1, 5), "2026 жылғы 5 қаңтар"),
        (date(2025, 12, 31), "2025 жылғы 31 желтоқсан"),
    ],
)
def test_a_day_is_written_out_as_kazakh_papers_write_it(day: date, written: str) -> None:
    assert long_date(day) == written


def test_a_person_is_named_with_birth_date_and_kinship() -> None:
    assert FormPerson("Мысалова Бибі", "1952 ж.", "анасы").line == "Мысалова Бибі, 1952 ж., анасы"


def test_what_is_not_known_of_a_person_leaves_no_comma_behind() -> None:
    assert FormPerson("Мысалова Бибі ", "").line == "Мысалова Бибі"


def test_the_forms_are_known_without_loading_what_draws_them() -> None:
    modules = "kandas_desktop.reports.forms, kandas_desktop.reports.faults"
    probe = f"import sys, {modules}; print('reportlab' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
