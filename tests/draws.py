"""A draw for tests: the same always, and known to hide nothing by itself."""

from itertools import count

from vp_logboek.domain.disclosure.core import EPSILON
from vp_logboek.domain.disclosure.draw import KEY_BYTES, Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.problems import Dimension, dimensions
from vp_logboek.domain.tally import Tally


def key_of(number: int) -> bytes:
    """The test keys 0, 1, 2, ...: the number as 32 bytes."""
    return number.to_bytes(KEY_BYTES)


def quiet_draw(tally: Tally, level: Level) -> Draw:
    """The draw under the first of the test keys that hides nothing by itself that could be shown.

    So what is hidden under it is small, or protects something small.
    """
    if level is Level.NONE:
        return Draw(key_of(0), "test")
    asked = tuple(dimensions(tally, level, {}))
    draws = (Draw(key_of(number), "test") for number in count())
    return next(draw for draw in draws if not any(_hides(draw, each) for each in asked))


def _hides(draw: Draw, dimension: Dimension) -> bool:
    problem = dimension.problem
    return any(
        value >= cell.least + cell.threshold
        and index not in problem.fixed
        and draw.within(dimension.name).chance("eps", cell.name) < EPSILON
        for index, (cell, value) in enumerate(
            zip(problem.system.cells, problem.values, strict=True)
        )
    )
