"""A closed list: each entry has a Dutch code, which is stored, and a Dutch label, which is read."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """Base of every closed list. ``Choice("telefoon")`` finds an entry by its code."""

    label: str

    def __new__(cls, code: str, label: str | None = None) -> Self:
        entry = str.__new__(cls, code)
        entry._value_ = code
        entry.label = code if label is None else label
        return entry

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The entry whose code or label is ``text``, whatever its capitals; None without one."""
        wanted = text.strip().casefold()
        for entry in cls:
            if wanted in (entry.value.casefold(), entry.label.casefold()):
                return entry
        return None
