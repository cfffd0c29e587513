"""A defect of the program on another thread, brought along as an answer.

The window must not wait for ever for what will not come: it hears the answer, says how it stands,
and then raises what it was given.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from vp_logboek.domain.errors import LogbookError

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Crash:
    """What went wrong."""

    error: Exception


def answered(job: Callable[P, T]) -> Callable[P, T | Crash]:
    """The same work, that answers also where the program itself is wrong. Errors of the logbook are
    raised as ever.
    """

    def run(*given: P.args, **named: P.kwargs) -> T | Crash:
        try:
            return job(*given, **named)
        except LogbookError:
            raise
        except Exception as error:  # raised again on the GUI thread
            return Crash(error)

    return run
