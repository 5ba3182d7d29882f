"""The bed board: rooms and beds as tiles, as a list and over the days, with what is due and one next step."""
