"""Errors as Dutch sentences in three parts: what happened, what is safe, what to do.

No Qt here, so that the window and the command line say the same.
"""

import traceback
from pathlib import Path
from types import TracebackType

from vp_logboek.domain import errors as e
from vp_logboek.messages import entry, files, lists, releases, vault
from vp_logboek.messages.parts import MONTHS, Message, in_words, listed

__all__ = ["MONTHS", "Message", "crashed", "defect_code", "in_words", "listed", "told"]

_FIXED = entry.FIXED | files.FIXED | vault.FIXED | releases.FIXED
_WORDS = entry.WORDS | files.WORDS | lists.WORDS | vault.WORDS | releases.WORDS


def told(error: e.LogbookError) -> Message:
    """The message for an error that is the disk's or the user's."""
    kind = type(error)
    return _FIXED[kind] if kind in _FIXED else _WORDS[kind](error)


def defect_code(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A defect of ours by its kind and place alone: its own words may quote the content."""
    places = traceback.extract_tb(trace)
    where = f"{Path(places[-1].filename).stem}:{places[-1].lineno}" if places else "?"
    return f"{kind.__name__} {where}"


def crashed(kind: type[BaseException], trace: TracebackType | None) -> Message:
    """A defect of ours, told on the command line."""
    return Message(
        f"Er ging iets mis in het programma ({defect_code(kind, trace)}).",
        "Wat u eerder opsloeg is veilig.",
        "Meld deze code aan de makers.",
    )
