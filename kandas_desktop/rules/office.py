"""What an office says of itself: written at set-up and in the settings, read for screens and papers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """The office; the numbers given before are those of its paper journals in the year of its set-up."""

    center_name_kk: str
    center_name_ru: str
    business_number: str
    address: str
    director: str
    local_body_name: str
    local_body_head: str
    application_pattern: str
    referral_pattern: str
    bedding_days: int = 14
    last_day_moves: bool = False
    applications_before: int = 0
    referrals_before: int = 0
