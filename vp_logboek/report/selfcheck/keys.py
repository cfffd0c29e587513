"""Allow-lists: a dictionary has these keys, each with a value of this kind, and no other key."""

from collections.abc import Callable, Mapping, Set

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.values import Name, Ref, Value

Rule = Callable[[Value], bool]
Rules = Mapping[str, Rule]


def only(
    value: Value, rules: Rules, place: str, may_lack: Set[str] = frozenset()
) -> dict[str, Value]:
    """The dictionary that this value is. Raises OverviewRefused unless it holds to the rules."""
    if not isinstance(value, dict) or set(value) - set(rules):
        raise OverviewRefused(Fault.KEY, place)
    if set(rules) - set(value) - may_lack:
        raise OverviewRefused(Fault.KEY, place)
    for key, each in value.items():
        if not rules[key](each):
            raise OverviewRefused(Fault.KEY, f"{place} {key}")
    return value


def is_name(*names: str) -> Rule:
    """One of these names."""
    return lambda value: isinstance(value, Name) and value in names


def is_(expected: Value) -> Rule:
    """Exactly this; a number is not a truth value, and a name is not a text."""
    return lambda value: type(value) is type(expected) and value == expected


def number(value: Value) -> bool:
    """Any number."""
    return type(value) in (int, float)


def natural(value: Value) -> bool:
    """A whole number from 0 on."""
    return type(value) is int and value >= 0


def whole(value: Value, place: str) -> int:
    """The whole number that a value is. Raises OverviewRefused."""
    if type(value) is not int:
        raise OverviewRefused(Fault.KEY, place)
    return value


def ref(value: Value) -> bool:
    """A reference to an object."""
    return isinstance(value, Ref)


def refs(value: Value) -> bool:
    """A row of references."""
    return isinstance(value, list) and all(map(ref, value))


def numbers(count: int) -> Rule:
    """A row of so many numbers."""
    return lambda value: isinstance(value, list) and len(value) == count and all(map(number, value))


def text(value: Value) -> bool:
    """A string, whatever it says: what it says is judged elsewhere."""
    return isinstance(value, bytes)


def dictionary(value: Value) -> bool:
    """A dictionary of its own, judged elsewhere."""
    return isinstance(value, dict)
