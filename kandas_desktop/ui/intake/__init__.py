"""The page on which a family's application is taken in (r.4, r.5)."""
