"""Tally to SafeReport: levels, the closed rule of flat tables, and the protector using it."""
