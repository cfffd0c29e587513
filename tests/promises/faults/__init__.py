"""Faults made on purpose: a process killed, a disk that fails, power that goes, a flipped bit."""
