"""Values as plain JSON text and back, lossless and always the same text for the same value.

Only immutable dataclasses of numbers, texts, truths, days, entries of lists, tuples and each other.
Entries of closed lists go by their code, other entries by their name. What was written before a
field existed is read with that field's default, so that a text from an earlier program stays
readable; a text with a field that nobody knows is refused.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from vp_logboek.domain.choice import Choice


def to_text(value: object) -> str:
    """The one text of a value: sorted keys, no spaces, no escapes that are not needed."""
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def from_text(kind: type[Any], text: str) -> Any:
    """The value of this kind that a text holds. Raises ValueError for any other text."""
    try:
        return _made(kind, json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is no {kind.__name__}") from error


# --- writing ----------------------------------------------------------------------------------


def _plain(value: object) -> object:
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, Enum):
        return value.name
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    raise TypeError(f"a {type(value).__name__} has no plain text")


# --- reading ----------------------------------------------------------------------------------


def _made(kind: Any, plain: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        kind = _one_of(get_args(kind), plain)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), plain)
    if is_dataclass(kind):
        return _dataclass(kind, plain)
    return _simple(kind, plain)


def _simple(kind: Any, plain: Any) -> Any:
    if issubclass(kind, Choice):
        return kind(plain)
    if issubclass(kind, Enum):
        return kind[plain]
    if kind is date:
        return date.fromisoformat(plain)
    if type(plain) is not kind:
        raise ValueError(f"{plain!r} is no {kind.__name__}")
    return plain


def _one_of(kinds: tuple[Any, ...], plain: Any) -> Any:
    """Which of these it is: none, a number, a text or a group can be told apart."""
    for kind in kinds:
        if _fits(kind, plain):
            return kind
    raise ValueError(f"{plain!r} is none of {kinds}")


def _fits(kind: Any, plain: Any) -> bool:
    if kind is NoneType:
        return plain is None
    if kind in (int, bool):
        return type(plain) is kind
    if get_origin(kind) is tuple:
        return isinstance(plain, list)
    return isinstance(plain, dict if is_dataclass(kind) else str)


def _tuple(kinds: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise ValueError(f"{plain!r} is no list")
    if kinds[-1] is Ellipsis:
        return tuple(_made(kinds[0], one) for one in plain)
    return tuple(_made(kind, one) for kind, one in zip(kinds, plain, strict=True))


def _dataclass(kind: Any, plain: Mapping[str, Any]) -> Any:
    known = _fields(kind)
    unknown = set(plain) - set(known)
    if unknown:
        raise ValueError(f"{kind.__name__} has no {sorted(unknown)}")
    missing = {name for name, (_, optional) in known.items() if not optional} - set(plain)
    if missing:
        raise ValueError(f"{kind.__name__} lacks {sorted(missing)}")
    return kind(**{name: _made(known[name][0], one) for name, one in plain.items()})


@cache
def _fields(kind: Any) -> dict[str, tuple[Any, bool]]:
    """Each field with its kind, and whether it has a default."""
    hints = get_type_hints(kind)
    return {
        one.name: (
            hints[one.name],
            one.default is not MISSING or one.default_factory is not MISSING,
        )
        for one in fields(kind)
    }
