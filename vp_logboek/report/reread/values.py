"""What a PDF is made of, as Python values."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from vp_logboek.domain.errors_report import Fault, OverviewRefused


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an object by its number; the generation is always 0."""

    number: int


class Word(str):
    """An operator, or a word of the file's own grammar such as ``endobj``."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Stream:
    """A dictionary with bytes, never filtered."""

    keys: "dict[str, Value]"
    data: bytes


Value: TypeAlias = (
    bool | int | float | bytes | Name | Ref | Stream | list["Value"] | dict[str, "Value"] | None
)


def unread(at: int) -> OverviewRefused:
    """The refusal of a file at a byte."""
    return OverviewRefused(Fault.FILE, f"byte {at}")
