"""A throw-away office of made-up people that looks like a real one, the same for the same size and day."""
