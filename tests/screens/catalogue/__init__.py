"""Every screen of the program, in the order of a person's day. A new screen is one entry."""

from tests.screens.catalogue import begin, copies, day, exchange, helping, rest, rooms
from tests.screens.screen import Screen

SCREENS: tuple[Screen, ...] = (
    *begin.SCREENS, *day.SCREENS, *rooms.SCREENS, *exchange.SCREENS, *copies.SCREENS,
    *helping.SCREENS, *rest.SCREENS,
)  # fmt: skip
