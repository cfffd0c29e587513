"""Keeps the program alive with PySide6 6.12.0 on Python 3.11.

There every ``Signal.emit`` gives back a True it never took hold of, and every slot a None; after
some six hundred signals the interpreter ends with "deallocating True or False". Python 3.12 made
them immortal and 6.11.3 does not have the fault. PySide6-Pdf exists only for 6.12.0, so that
version cannot be excluded yet; once it can, this file can go.
"""

import ctypes
import sys

import PySide6

FAULTY = "6.12.0"
_MANY = 1 << 40


def hold_constants() -> None:
    """Count True, False and None as held so often that they are never let go."""
    if sys.version_info < (3, 12) and PySide6.__version__ == FAULTY:
        for constant in (True, False, None):
            count = ctypes.c_ssize_t.from_address(id(constant))  # CPython: the count comes first
            if count.value < _MANY:
                count.value += _MANY
