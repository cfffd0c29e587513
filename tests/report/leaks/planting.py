"""What every planted leak has: a name, the part of the check that must find it, and how it is done.

A leak is planted in a real overview by changing its bytes, so that nothing else is odd about it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.report.leaks.surgery import Surgery

SECRET = b"Jansen 7"
Way = Callable[[Surgery], None]


@dataclass(frozen=True, slots=True)
class Plant:
    """A leak. ``found_by`` are parts of the check that must each find it."""

    name: str
    found_by: tuple[str, ...]
    way: Callable[[bytes], bytes]


def by_surgery(name: str, *found_by: str) -> Callable[[Way], Plant]:
    """A leak planted in the objects of a file."""

    def made(way: Way) -> Plant:
        def planted(pdf: bytes) -> bytes:
            surgery = Surgery.on(pdf)
            way(surgery)
            return surgery.marked()

        return Plant(name, found_by, planted)

    return made


def in_bytes(name: str, *found_by: str) -> Callable[[Callable[[bytes], bytes]], Plant]:
    """A leak planted in the bytes of a file."""
    return lambda way: Plant(name, found_by, way)


def all_of(module: dict[str, object]) -> tuple[Plant, ...]:
    """The leaks of a module, in the order in which they stand there."""
    return tuple(one for one in module.values() if isinstance(one, Plant))
