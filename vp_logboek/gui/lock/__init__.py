"""Locking: when nobody is there, and what must be gone afterwards."""
