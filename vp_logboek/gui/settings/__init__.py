"""Settings on one page, applied at once."""
