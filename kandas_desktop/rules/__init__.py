"""The order as pure functions and dated values: no Qt, no database, no clock, no sentences."""
