"""The residents page: who lives in the Center until when, and what is recorded of their stay."""
