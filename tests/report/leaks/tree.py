"""Every object from the trailer down, each by the rules of its kind, once and in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.report.leaks.kinds import KINDS, NEEDED
from tests.report.leaks.layout import File
from tests.report.leaks.syntax import Ref

_STREAMS = frozenset({"content", "letters", "font file", "metadata", "profile"})


@dataclass(slots=True)
class Tree:
    """What was met: by kind the numbers and values, in the order of the document."""

    file: File
    met: dict[str, list[tuple[int, Any]]] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    parent: dict[int, Ref] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)
    _back: list[Ref] = field(default_factory=list)

    def of(self, kind: str) -> list[Any]:
        """The values of one kind, in the order of the document."""
        return [value for _, value in self.placed(kind)]

    def placed(self, kind: str) -> list[tuple[int, Any]]:
        """The numbers and values of the objects of one kind, in the order of the document."""
        return self.met.get(kind, [])

    def numbers(self, kind: str) -> list[int]:
        """The numbers of the objects of one kind, in the order of the document."""
        return [number for number, _ in self.placed(kind) if number]


def walk(file: File) -> Tree:
    """Go through a file by the rules. Never raises."""
    tree = Tree(file)
    _visit(tree, "trailer", file.trailer)
    reached = set(tree.kinds)
    tree.odd += [f"object {number} is reached by nothing" for number in set(file.things) - reached]
    tree.odd += [f"{one} is meant, and is not there" for one in tree._back
                 if one.number not in reached]  # fmt: skip
    tree.odd += _order(tree)
    return tree


def _visit(tree: Tree, kind: str, given: Any) -> None:
    number = given.number if isinstance(given, Ref) else 0
    if number:
        if number in tree.kinds:
            if kind not in ("fonts", "font"):
                tree.odd.append(f"object {number}, a {kind}, is there twice")
            return
        tree.kinds[number] = kind
        _is_stream(tree, kind, number)
    value = tree.file.get(given)
    if not isinstance(value, dict):
        tree.odd.append(f"a {kind} that is none: {value!r:.60}")
        return
    tree.met.setdefault(kind, []).append((number, value))
    if missing := NEEDED.get(kind, set()) - set(value):
        tree.odd.append(f"a {kind} without {sorted(missing)}")
    for key, item in _in_order(kind, value):
        _look(tree, kind, number, key, item)


def _in_order(kind: str, value: dict[str, Any]) -> list[tuple[str, Any]]:
    """Its keys in the order of the rules: what is below a bookmark before what comes next."""
    place = {key: number for number, key in enumerate(KINDS[kind])}
    return sorted(value.items(), key=lambda pair: place.get(pair[0], 99))


def _is_stream(tree: Tree, kind: str, number: int) -> None:
    thing = tree.file.things.get(number)
    if thing is not None and (thing.data is not None) != (kind in _STREAMS):
        tree.odd.append(f"a {kind} with bytes" if thing.data else f"a {kind} without bytes")


def _look(tree: Tree, kind: str, number: int, key: str, item: Any) -> None:
    rule = KINDS[kind].get(key)
    if rule is None:
        tree.odd.append(f"a {kind} with /{key}: {item!r:.60}")
    elif rule == "^":
        if isinstance(item, Ref):
            tree._back.append(item)
        else:
            tree.odd.append(f"/{key} of a {kind} is no reference: {item!r:.60}")
    elif isinstance(rule, str):
        for child in _children(tree, rule, item):
            if isinstance(child[1], Ref) and number:
                tree.parent.setdefault(child[1].number, Ref(number))
            _visit(tree, *child)
    elif not rule(tree.file.get(item)):
        tree.odd.append(f"/{key} of a {kind} is {item!r:.60}")
    elif isinstance(item, Ref):
        tree.odd.append(f"/{key} of a {kind} is an object of its own")


def _children(tree: Tree, rule: str, item: Any) -> Iterator[tuple[str, Any]]:
    if rule[0] not in "*+":
        yield rule, item
        return
    several = item if isinstance(item, list) else [item]
    if rule[0] == "*" and not isinstance(item, list):
        tree.odd.append(f"no array of {rule}: {item!r:.60}")
    for one in several:
        value = tree.file.get(one)
        is_mark = rule[0] == "+" and isinstance(value, dict) and value.get("Type") == "MCR"
        yield ("marked" if is_mark else rule[1:]), one


def _order(tree: Tree) -> Iterator[str]:
    """Objects of one kind are numbered as the document goes: another order would say something."""
    for kind in KINDS:
        numbers = tree.numbers(kind)
        if numbers != sorted(numbers):
            yield f"objects of kind {kind} in the order {numbers}"
