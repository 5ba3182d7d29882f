"""What the office and this computer say of themselves: the first set-up, and the settings."""
