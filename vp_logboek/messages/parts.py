"""What every message is made of, and the sentences that many share."""

from dataclasses import dataclass


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
