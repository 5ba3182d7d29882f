"""How much is played at random: little, unless ``--fuzz-seeds`` and ``--fuzz-steps`` ask for more."""

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each seed, so that several can run at once and a failing one can be run alone."""
    if "seed" in metafunc.fixturenames:
        first, _colon, last = metafunc.config.getoption("--fuzz-seeds").partition(":")
        metafunc.parametrize("seed", range(int(first), int(last or first) + 1))


@pytest.fixture
def steps(request: pytest.FixtureRequest) -> int:
    """How many steps are played by each seed."""
    return int(request.config.getoption("--fuzz-steps"))
