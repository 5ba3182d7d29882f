"""The tape chart: beds by days, who has them until when, and what is expected."""
