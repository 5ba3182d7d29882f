"""The page of a paper: preview, print, PDF, and the step after it."""
