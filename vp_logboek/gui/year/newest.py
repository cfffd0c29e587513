"""Of questions that overtake each other only the newest is answered."""

from dataclasses import dataclass


class Newest:
    """Numbers the questions; every new one makes those before it old."""

    def __init__(self) -> None:
        self._last = 0

    @property
    def number(self) -> int:
        """The number of the newest question."""
        return self._last

    def ask(self) -> "Question":
        """A new question."""
        self._last += 1
        return Question(self, self._last)


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Whoever works on an answer, on any thread, can ask whether it is still due."""

    among: Newest
    number: int

    def is_old(self) -> bool:
        """Whether another question was asked since."""
        return self.among.number != self.number
