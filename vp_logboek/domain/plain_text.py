"""Values as plain JSON text and back, lossless and always the same text for the same value.

Only immutable dataclasses of numbers, texts, truths, days, entries of lists, tuples and each other.
Entries of closed lists go by their code, other entries by their name. What was written before a
field existed is read with that field's default, so that a text from an earlier program stays
readable; a text with a field that nobody knows is refused.
"""

import json
from collections.abc import Callable
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
        reader: _Reader = _reader(kind)  # type: ignore[arg-type]
        return reader(json.loads(text))
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

_Reader = Callable[[Any], Any]


@cache
def _reader(kind: Any) -> _Reader:
    """How a plain value becomes one of this kind; made once for each kind."""
    if get_origin(kind) in (Union, UnionType):
        return _either(get_args(kind))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    return _dataclass(kind) if is_dataclass(kind) else _simple(kind)


def _simple(kind: Any) -> _Reader:
    if issubclass(kind, Enum):
        return lambda plain: kind(plain) if issubclass(kind, Choice) else kind[plain]
    return date.fromisoformat if kind is date else _exactly(kind)


def _exactly(kind: type[Any]) -> _Reader:
    def read(plain: Any) -> Any:
        if type(plain) is not kind:
            raise ValueError(f"{plain!r} is no {kind.__name__}")
        return plain

    return read


def _either(kinds: tuple[Any, ...]) -> _Reader:
    """None, a number, a text and a group can be told apart by what they look like."""
    readers = {looks: _reader(kind) for kind in kinds for looks in [_looks(kind)]}
    if len(readers) != len(kinds):
        raise TypeError(f"{kinds} look the same in a text")

    def read(plain: Any) -> Any:
        reader = readers.get(type(plain))
        if reader is None:
            raise ValueError(f"{plain!r} is none of {kinds}")
        return reader(plain)

    return read


def _looks(kind: Any) -> type[Any]:
    if kind in (int, bool, NoneType):
        return kind  # type: ignore[no-any-return]
    if get_origin(kind) is tuple:
        return list
    return dict if is_dataclass(kind) else str


def _tuple(kinds: tuple[Any, ...]) -> _Reader:
    readers = [_reader(kind) for kind in kinds if kind is not Ellipsis]
    is_open = kinds[-1] is Ellipsis

    def read(plain: Any) -> tuple[Any, ...]:
        if not isinstance(plain, list):
            raise ValueError(f"{plain!r} is no list")
        if is_open:
            return tuple(map(readers[0], plain))
        return tuple(reader(one) for reader, one in zip(readers, plain, strict=True))

    return read


def _dataclass(kind: Any) -> _Reader:
    hints = get_type_hints(kind)
    readers = {one.name: _reader(hints[one.name]) for one in fields(kind)}
    needed = {
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING
    }

    def read(plain: Any) -> Any:
        if not isinstance(plain, dict) or not needed <= plain.keys() <= readers.keys():
            raise ValueError(f"this is no {kind.__name__}")
        return kind(**{name: readers[name](one) for name, one in plain.items()})

    return read
