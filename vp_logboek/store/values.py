"""How values look in a column: days in ISO form, sets of codes with a space between them."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.dossier import Finding, Known

C = TypeVar("C", bound=Choice)
F = TypeVar("F", bound=Finding)


def to_day(found: str | None) -> date | None:
    """A day, or None."""
    return None if found is None else date.fromisoformat(found)


def from_day(day: date | None) -> str | None:
    """A day for its column."""
    return None if day is None else day.isoformat()


def to_choice(kind: type[C], found: str | None) -> C | None:
    """An entry of a closed list, or None."""
    return None if found is None else kind(found)


def to_known(kind: type[F], value: str | None, on: str | None) -> Known[F] | None:
    """What became known and when, or None."""
    if value is None or on is None:
        return None
    return Known(kind(value), date.fromisoformat(on))


def to_codes(kind: type[C], found: str) -> frozenset[C]:
    """A set of entries of a closed list."""
    return frozenset(kind(code) for code in found.split())


def from_codes(codes: Iterable[Choice]) -> str:
    """A set of entries for its column, always in the same order."""
    return " ".join(sorted(codes))


def storable(text: str) -> str:
    """Half a character (a lone surrogate, from a damaged clipboard) becomes the sign for that."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
