"""The reader who knows everything about everybody but one: every other life of that one is tried.

A life is tried by changing one thing of the person (subject, kind, relation, what became known,
what was done) and counting the whole year again. It remains possible when every printed number
stays what it is, and nothing that any reader may know is broken. A hidden number the person belongs
to is found when all lives that remain give it the same value.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tests.disclosure.attack.puzzle import Names, Puzzle
from tests.disclosure.attack.reader import Printed, Reader
from tests.disclosure.attack.truth import Truth, truth_of
from tests.disclosure.attack.years import LEAVES, parts
from vp_logboek.domain.conversation import Intervention, Referral
from vp_logboek.domain.dossier import (
    ContactKind,
    Ending,
    Handling,
    Measure,
    MelderKind,
    Outcome,
    Relation,
)
from vp_logboek.domain.facts import Facts, FindingFact
from vp_logboek.domain.tally import Tally

NAME = "A"
_FOUND = (Handling, Outcome, Measure, Ending)


def found_about_persons(year: Facts, page: Printed, at_most: int | None = None) -> list[str]:
    """The hidden numbers of a page that somebody who knows all persons but one can work out.

    ``at_most`` so many persons are tried; all of them where it is None.
    """
    reader = Reader(parts())
    reader.reads(page)
    true = truth_of(NAME, Tally.of(year))
    read = _Read.of(reader.puzzle, page, true)
    found: set[str] = set()
    for person in islice(_each_kind_of_person(year), at_most):
        left_over = (_belongs_to(year, person, true) & read.can_be_small) - found
        for life in _lives(year, person):
            if not left_over:
                break
            told = truth_of(NAME, Tally.of(life))
            if read.is_the_same_page(told):
                left_over = {q for q in left_over if told.get(q, 0) == true.get(q, 0)}
        found |= left_over
    return sorted(found)


@dataclass(frozen=True)
class _Read:
    """A page as it was read: what is printed, what adds up, what is known to be large."""

    printed: dict[str, int]
    sums: Sequence[tuple[Names, int]]
    large: dict[str, int]
    can_be_small: set[str]

    @classmethod
    def of(cls, puzzle: Puzzle, page: Printed, true: Truth) -> "_Read":
        names = {
            "|".join((page.name, table, row, "" if column == "aantal" else column)): number
            for (table, row, column), number in page.figures.items()
        }
        large = puzzle.known_large()
        targets = puzzle.targets
        return cls(
            {name: n for name, n in names.items() if n is not None and name in true},
            puzzle.sums,
            {name: targets[name].least + targets[name].k for name in large},
            {n for n, t in targets.items() if n not in large and puzzle.small_values(t, large)},
        )

    def is_the_same_page(self, told: Truth) -> bool:
        """Whether this prints the same numbers and sums of hidden ones, and keeps the rule."""
        return (
            all(told.get(name, 0) == number for name, number in self.printed.items())
            and all(sum(told.get(n, 0) for n in names) == total for names, total in self.sums)
            and all(told.get(name, 0) >= floor for name, floor in self.large.items())
        )


def _each_kind_of_person(year: Facts) -> Iterator[int]:
    """One of all persons of whom everything is the same."""
    met = set()
    for number, dossier in year.dossiers.items():
        told = (
            dossier.subject,
            dossier.kind,
            dossier.melders[0].kind,
            dossier.melders[0].relation,
            frozenset(f.value for f in year.findings if f.dossier == number),
            frozenset(i for t in year.talks if t.dossier == number for i in t.interventions),
            frozenset(r for t in year.talks if t.dossier == number for r in t.referrals),
        )
        if told not in met:
            met.add(told)
            yield number


def _belongs_to(year: Facts, person: int, true: Truth) -> set[str]:
    """The numbers that are another without this person."""
    without = replace(
        year,
        talks=tuple(t for t in year.talks if t.dossier != person),
        dossiers={n: d for n, d in year.dossiers.items() if n != person},
        findings=tuple(f for f in year.findings if f.dossier != person),
    )
    fewer = truth_of(NAME, Tally.of(without))
    return {name for name, number in true.items() if fewer.get(name, 0) != number}


def _lives(year: Facts, person: int) -> Iterator[Facts]:
    dossier = year.dossiers[person]
    melder = dossier.melders[0]

    def with_dossier(**changes: object) -> Facts:
        changed = replace(dossier, **changes)  # type: ignore[arg-type]
        return replace(year, dossiers={**year.dossiers, person: changed})

    yield from (with_dossier(kind=kind) for kind in ContactKind)
    for kind in (*MelderKind, None):
        yield with_dossier(melders=(replace(melder, kind=kind),))
    for relation in (*Relation, None):
        yield with_dossier(melders=(replace(melder, relation=relation),))
    yield from (with_dossier(subject=leaf) for leaf in LEAVES)
    yield from _other_findings(year, person)
    yield from _other_talks(year, person)


def _other_findings(year: Facts, person: int) -> Iterator[Facts]:
    for kind in _FOUND:
        others = tuple(
            f for f in year.findings if f.dossier != person or not isinstance(f.value, kind)
        )
        yield replace(year, findings=others)
        for value in kind:
            yield replace(year, findings=(*others, FindingFact(person, value)))


def _other_talks(year: Facts, person: int) -> Iterator[Facts]:
    """Everything done and every referral: had it, or had it not."""
    for talks in (
        *(_turned(year, person, "interventions", each) for each in Intervention),
        *(_turned(year, person, "referrals", each) for each in Referral),
    ):
        yield replace(year, talks=tuple(talks))


def _turned(year: Facts, person: int, field: str, one: object) -> Iterable[object]:
    had = any(one in getattr(t, field) for t in year.talks if t.dossier == person)
    for each in year.talks:
        if each.dossier != person:
            yield each
        else:
            now = getattr(each, field)
            yield replace(each, **{field: now - {one} if had else now | {one}})
