"""The rooms and beds of the house, added and changed."""
