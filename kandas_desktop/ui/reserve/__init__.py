"""The reserve journal's page: who waits, in the strict order, for what, and until when."""
