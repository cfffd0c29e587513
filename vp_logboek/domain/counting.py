"""A year's facts made ready to be counted: each melder placed once, each key with its crowd.

A *mark* names something a melder counts for once in a year, whatever the number of dossiers: being
placed, being in a crowd, an intervention, a referral, a kind of finding.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from vp_logboek.domain.counts import Count
from vp_logboek.domain.dossier import MelderKind, is_external
from vp_logboek.domain.facts import DossierFact, Facts, MelderFact, TalkFact
from vp_logboek.domain.subjects import OUTSIDE_REMIT, Subject
from vp_logboek.domain.tables import TableCode

UNKNOWN = "niet_ingevuld"
INTERNAL, EXTERNAL = "intern", "extern"
PLACED, IN_CROWD = "melder", "kring"


def chosen_mark(table: TableCode, code: str) -> str:
    """The mark of an entry of a table in which a melder counts once for each entry."""
    return f"{table}:{code}"


def found_mark(table: TableCode) -> str:
    """The mark of a table of findings, in which a melder stands once."""
    return str(table)


@dataclass(frozen=True, slots=True)
class Person:
    """One melder of the year, by the dossier of their first counted talk."""

    melder: int
    fact: MelderFact
    dossier: DossierFact


class Counting:
    """A year's facts with each melder placed once: by date, then by order of entry."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.people: dict[int, Person] = {}
        for talk in facts.talks:
            dossier = facts.dossiers[talk.dossier]
            for fact in self.uncounted(dossier, PLACED):
                self.people.setdefault(fact.melder, Person(fact.melder, fact, dossier))
        self.active = {talk.dossier for talk in facts.talks}

    def uncounted(self, dossier: DossierFact, mark: str) -> Iterator[MelderFact]:
        """The melders of a dossier for whom this mark is not counted already."""
        counted = self.facts.counted
        return (m for m in dossier.melders if mark not in counted.get(m.melder, ()))

    def origin(self, kind: MelderKind | None) -> str:
        """Intern, extern, or unknown when the kind was not filled in."""
        if kind is None:
            return UNKNOWN
        return EXTERNAL if is_external(kind, self.facts.hire_is_external) else INTERNAL

    def subject(self, code: str) -> Subject:
        """The leaf a matter counts under: outside the taakgebied it is one of Advies algemeen."""
        leaf = self.facts.tree.leaf(code)
        return leaf if leaf.main in self.facts.remit else self.facts.tree.leaf(OUTSIDE_REMIT)

    def crowd_of(self, dossiers: Iterable[int]) -> int:
        """How many different melders these dossiers have together."""
        listed = (self.facts.dossiers[number] for number in set(dossiers))
        return len({m.melder for dossier in listed for m in self.uncounted(dossier, IN_CROWD)})

    def melders(self, keys: Iterable[tuple[Hashable, int]]) -> Callable[[Hashable], Count]:
        """How often each key occurs, as melders: number and crowd are the same."""
        found: dict[Hashable, set[int]] = {}
        for key, melder in keys:
            found.setdefault(key, set()).add(melder)
        return lambda key: Count(len(found.get(key, ())), len(found.get(key, ())))

    def by_dossier(self, keys: Iterable[tuple[Hashable, int]]) -> Callable[[Hashable], Count]:
        """How often each key occurs, with the dossier behind each occurrence."""
        found: dict[Hashable, list[int]] = {}
        for key, dossier in keys:
            found.setdefault(key, []).append(dossier)
        return lambda key: Count(len(found.get(key, ())), self.crowd_of(found.get(key, ())))

    def talks(self, key: Callable[[TalkFact], Hashable]) -> Callable[[Hashable], Count]:
        """How often each key occurs among the talks."""
        return self.by_dossier((key(talk), talk.dossier) for talk in self.facts.talks)

    def persons(self, key: Callable[[Person], Hashable]) -> Callable[[Hashable], Count]:
        """How often each key occurs among the melders, each placed once."""
        return self.melders((key(person), person.melder) for person in self.people.values())

    @property
    def all_melders(self) -> Count:
        """The melders of the year."""
        return Count(len(self.people), len(self.people))

    @property
    def all_talks(self) -> Count:
        """The talks of the year, with everybody who came behind them."""
        return Count(len(self.facts.talks), len(self.people))
