"""The tables of an office's file, and the opening, migrating and checking of it."""
