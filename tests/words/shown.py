"""Whether a text that a window shows was gathered from the source: the other way round."""

import re
from functools import cache

from tests.words.gather import texts
from vp_logboek.messages.parts import MONTHS

_PIECES = re.compile(r"(?<=[.!?:])\s+|\n+|\s*[·›‹]\s*|\s{2,}|, | \(|\)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_TAG = re.compile(r"<[^>]+>")
_FILLED_IN = re.compile(
    r"\d+ (open )?\w+( (gevonden in )?\d{4})?|(maan|dins|woens|donder|vrij|zater|zon)dag( \d.*)?"
    rf"|({'|'.join(MONTHS)})( \d{{4}})?|alt\+pijl \w+|ctrl\+\w|[a-z0-9]{{4}}|.*[/\\].*"
)
"""Days, numbers, keys, groups of the recovery sheet and places: filled in, not written."""


def pieces(text: str) -> list[str]:
    """The parts it may be put together from."""
    return [_bare(one) for one in _PIECES.split(text) if one and _WORD.search(one)]


@cache
def _templates() -> tuple[re.Pattern[str], ...]:
    """Every gathered text, and its parts, as a pattern; what is only filled in is none."""
    wholes = {text.words.replace("&", "") for text in texts()}
    parts = wholes | {piece for whole in wholes for piece in pieces(whole)}
    told = {_bare(part).casefold() for part in parts if _WORD.search(part.replace("{}", ""))}
    return tuple(re.compile(".*".join(map(re.escape, one.split("{}")))) for one in sorted(told))


@cache
def is_gathered(piece: str) -> bool:
    """Whether a text in the source gives this."""
    said = piece.casefold()
    return any(pattern.fullmatch(said) for pattern in _templates())


def hidden(shown: str) -> list[str]:
    """The parts of a shown text that no text in the source gives."""
    plain = _TAG.sub("", shown)
    return [] if is_gathered(_bare(plain)) else [one for one in pieces(plain) if _is_hidden(one)]


def _is_hidden(piece: str) -> bool:
    """One small word may be a choice of a list: those are not all gathered."""
    if piece.isalpha() and piece.islower():
        return False
    return not (is_gathered(piece) or _FILLED_IN.fullmatch(piece.casefold()))


def _bare(text: str) -> str:
    return text.strip(" .:,…“”\"'✓⚠")
