import pytest

from kandas_desktop.rules.standing import ReferralFacts, Standing, standing

IN_FORCE = ReferralFacts()


@pytest.mark.parametrize(
    ("struck_out", "returned", "referral", "waits", "stands"),
    [
        (False, False, None, False, Standing.DUE),
        (False, False, None, True, Standing.RESERVE),
        (False, False, IN_FORCE, False, Standing.REFERRED),
        (False, True, None, False, Standing.RETURNED),
        (True, False, None, False, Standing.STRUCK_OUT),
        (True, True, IN_FORCE, True, Standing.STRUCK_OUT),
        (False, True, IN_FORCE, True, Standing.RETURNED),
        (False, False, IN_FORCE, True, Standing.REFERRED),
        (False, False, ReferralFacts(is_lived_on=True), False, Standing.SETTLED),
        (False, False, ReferralFacts(is_lived_on=True, has_lapsed=True), False, Standing.SETTLED),
        (False, False, ReferralFacts(is_lived_on=False, has_lapsed=True), False, Standing.LEFT),
        (False, False, ReferralFacts(has_lapsed=True), False, Standing.LAPSED),
    ],
)
def test_the_weightiest_fact_tells_where_an_application_stands(
    struck_out: bool, returned: bool, referral: ReferralFacts | None, waits: bool, stands: Standing
) -> None:
    assert (
        standing(
            is_struck_out=struck_out, is_returned=returned, live_referral=referral, waits_in_reserve=waits
        )
        is stands
    )
