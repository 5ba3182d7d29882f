"""The next numbers of a year."""

import pytest

from kandas_desktop.models.numbering import next_application_number, next_referral_number
from tests.models.rows import a_referral, an_application, an_office

pytestmark = pytest.mark.usefixtures("office")


def test_a_year_begins_with_one() -> None:
    an_office()
    assert next_application_number(2026) == (1, "Ө-1/26")
    assert next_referral_number(2027) == (1, "Ж-1/27")


def test_numbers_go_on_after_the_last() -> None:
    an_office()
    a_referral(an_application(1), 1)
    assert next_application_number(2026) == (2, "Ө-2/26")
    assert next_referral_number(2026) == (2, "Ж-2/26")
    assert next_application_number(2027) == (1, "Ө-1/27")


def test_the_year_of_the_set_up_goes_on_where_the_paper_journal_stopped() -> None:
    an_office(applications_before=117, referrals_before=98)
    assert next_application_number(2026) == (118, "Ө-118/26")
    assert next_referral_number(2026) == (99, "Ж-99/26")
    assert next_application_number(2027) == (1, "Ө-1/27")


def test_the_paper_journal_counts_until_the_first_number_is_given() -> None:
    an_office(applications_before=117)
    an_application(118)
    assert next_application_number(2026) == (119, "Ө-119/26")
