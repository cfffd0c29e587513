"""Copies of the logbook: how old the last one is, a copy put back, a damaged file rescued."""
