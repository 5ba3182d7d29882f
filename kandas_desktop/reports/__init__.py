"""The order's forms: a dataclass in, PDF bytes out."""
