"""The linen round: which beds get fresh bedding, recorded in one go (r.11)."""
