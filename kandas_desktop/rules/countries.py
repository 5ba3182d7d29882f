"""The countries kandas come from most often."""

FREQUENT: tuple[str, ...] = ("UZ", "CN", "TM", "MN", "RU", "KG", "TJ", "AF", "IR", "TR", "PK")
"""ISO 3166 codes in the order in which the country list begins."""
