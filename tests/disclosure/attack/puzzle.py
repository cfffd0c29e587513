"""Unknown whole numbers with printed sums, tried out one by one: no solver, no algebra.

A *target* is a number that must stay hidden: an unknown, or a sum of unknowns that is itself never
printed. Its values ``least`` to ``least + k - 1`` are small.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

Names = tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """A sum of unknowns that is hidden, the threshold it has and the least that it can be."""

    names: Names
    k: int
    least: int = 0


@dataclass
class Puzzle:
    """What a reader has written down: unknowns with the least they can be, sums, targets."""

    least: dict[str, int] = field(default_factory=dict)
    sums: list[tuple[Names, int]] = field(default_factory=list)
    targets: dict[str, Target] = field(default_factory=dict)
    seen: list[tuple[str, int, int]] = field(default_factory=list)
    """Numbers that are printed or follow by taking away: name, number, threshold."""

    def hidden(self, name: str, k: int, least: int = 0) -> str:
        """A number that is not printed and must stay so."""
        self.least[name] = least
        self.targets[name] = Target((name,), k, least)
        return name

    def add_up(self, names: Iterable[str], total: int) -> None:
        """These unknowns are together a printed number."""
        self.sums.append((tuple(names), total))

    def never_printed(self, name: str, names: Iterable[str], k: int) -> None:
        """A sum of unknowns that is hidden too."""
        listed = tuple(names)
        self.targets[name] = Target(listed, k, sum(self.least[each] for each in listed))

    def replace(self, name: str, pieces: Names) -> None:
        """An unknown is from now on the sum of these; what it was a part of stays the same."""

        def put(names: Names) -> Names:
            if name not in names:
                return names
            return (*(each for each in names if each != name), *pieces)

        del self.least[name]
        self.sums = [(put(names), total) for names, total in self.sums]
        for each, target in list(self.targets.items()):
            self.targets[each] = Target(put(target.names), target.k, target.least)

    def small_values(self, target: Target, known: Iterable[str] = ()) -> set[int]:
        """Which of its small values a target can still have, where those known are not small."""
        return {
            value
            for value in range(target.least, target.least + target.k)
            if self._fits(target, value, known)
        }

    def known_large(self) -> frozenset[str]:
        """The hidden numbers that a reader who knows the rule "all small values or none" may take
        to be no small number: worked out over and over, until no more are found.
        """
        known: frozenset[str] = frozenset()
        while True:
            found = frozenset(
                name
                for name, target in self.targets.items()
                if name not in known and 0 < len(self.small_values(target, known)) < target.k
            )
            if not found:
                return known
            known |= found

    def _fits(self, target: Target, value: int, known: Iterable[str]) -> bool:
        needs = [self.targets[name] for name in known]
        near = self._near(target.names, needs)
        sums = [s for s in self.sums if near.intersection(s[0])]
        floors = [(n.names, n.least + n.k) for n in needs if near.intersection(n.names)]
        return fits(sorted(near), self.least, [*sums, (target.names, value)], floors)

    def _near(self, names: Names, needs: Sequence[Target]) -> set[str]:
        """The unknowns that have to do with these, by whatever detour."""
        near = set(names)
        groups = [set(s[0]) for s in self.sums] + [set(need.names) for need in needs]
        grown = True
        while grown:
            grown = False
            for group in groups:
                if group & near and not group <= near:
                    near |= group
                    grown = True
        return near


def fits(
    names: Sequence[str],
    least: dict[str, int],
    sums: Sequence[tuple[Names, int]],
    floors: Sequence[tuple[Names, int]] = (),
) -> bool:
    """Whether there are whole numbers, none below its least, with these sums, of which the sums
    named in ``floors`` are at least so much. Every number is tried, one unknown after the other.
    """
    ordered = _in_order(names, sums)
    left = [total - sum(least[n] for n in group) for group, total in sums]
    short = [max(0, floor - sum(least[n] for n in group)) for group, floor in floors]
    if min(left, default=0) < 0:
        return False
    in_sums = [[i for i, (group, _) in enumerate(sums) if n in group] for n in ordered]
    in_floors = [[i for i, (group, _) in enumerate(floors) if n in group] for n in ordered]
    most = max(left, default=0) + max(short, default=0)
    done: list[list[int]] = [[] for _ in range(len(ordered) + 1)]
    for i, (group, _) in enumerate(sums):
        done[1 + max(map(ordered.index, group))].append(i)

    @cache
    def go_on(at: int, left: tuple[int, ...], short: tuple[int, ...]) -> bool:
        if any(left[i] for i in done[at]):
            return False
        if at == len(ordered):
            return not any(short)
        room = min((left[i] for i in in_sums[at]), default=most)
        return any(
            go_on(at + 1, _less(left, in_sums[at], more), _less(short, in_floors[at], more))
            for more in range(room + 1)
        )

    return go_on(0, tuple(left), tuple(short))


def _less(numbers: tuple[int, ...], where: Sequence[int], more: int) -> tuple[int, ...]:
    if not where or not more:
        return numbers
    return tuple(max(0, n - more) if i in where else n for i, n in enumerate(numbers))


def _in_order(names: Sequence[str], sums: Sequence[tuple[Names, int]]) -> list[str]:
    """Unknowns that stand in the same short sums after each other: sums are then done with soon."""
    ordered: list[str] = []
    for group, _ in sorted(sums, key=lambda each: len(each[0])):
        ordered += [n for n in group if n not in ordered]
    return ordered + [n for n in names if n not in ordered]
