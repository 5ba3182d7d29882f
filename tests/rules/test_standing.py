import pytest

from kandas_desktop.rules.standing import Standing, standing


@pytest.mark.parametrize(
    ("struck_out", "returned", "referred", "waits", "stands"),
    [
        (False, False, False, False, Standing.DUE),
        (False, False, False, True, Standing.RESERVE),
        (False, False, True, False, Standing.REFERRED),
        (False, True, False, False, Standing.RETURNED),
        (True, False, False, False, Standing.STRUCK_OUT),
        (True, True, True, True, Standing.STRUCK_OUT),
        (False, True, True, True, Standing.RETURNED),
        (False, False, True, True, Standing.REFERRED),
    ],
)
def test_the_weightiest_fact_tells_where_an_application_stands(
    struck_out: bool, returned: bool, referred: bool, waits: bool, stands: Standing
) -> None:
    assert (
        standing(
            is_struck_out=struck_out, is_returned=returned, has_live_referral=referred, waits_in_reserve=waits
        )
        is stands
    )
