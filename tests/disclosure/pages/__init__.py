"""Whole pages set against the attacker: what is printed, and not what was meant to be."""
