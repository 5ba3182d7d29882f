"""The page with which the day begins."""
