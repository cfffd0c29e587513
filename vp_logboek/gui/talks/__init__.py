"""Talks: the list, reading one, and the form."""
