"""What every message is made of, and the sentences that many share."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what is safe, and what to do."""

    what: str
    safe: str
    todo: str

    def __str__(self) -> str:
        return f"{self.what} {self.safe} {self.todo}"


NOTHING_CHANGED = "Er is niets veranderd."
FILE_UNTOUCHED = "Het bestand is niet veranderd."
STILL_ON_SCREEN = "Wat u typte staat nog op het scherm."

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def in_words(day: date) -> str:
    """A day as it is said: ``4 maart 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(names: tuple[str, ...]) -> str:
    """Names as a list in a sentence: ``a, b en c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
