"""An office of its own for every action under test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import TestOffice, an_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TestOffice]:
    """A new office with seven beds on Wednesday 18.03.2026."""
    with an_office(tmp_path) as made:
        yield made
