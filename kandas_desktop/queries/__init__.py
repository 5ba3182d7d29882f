"""Reads, shaped for one screen or one paper: small named rows, never table rows."""
