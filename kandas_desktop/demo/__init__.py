"""A throw-away office of made-up people that looks like a real one, the same for the same size and day."""

from kandas_desktop.demo.office import DEFAULT_SIZE, make_demo_office

__all__ = ["DEFAULT_SIZE", "make_demo_office"]
