"""Random years with everything in them that is ever protected."""

import random
from collections.abc import Sequence
from dataclasses import replace

from tests.disclosure.attack.reader import Parts
from tests.domain.making import TREE, dossier, facts, person, talk
from vp_logboek.domain.conversation import Intervention, Referral
from vp_logboek.domain.dossier import (
    ContactKind,
    Ending,
    Handling,
    Measure,
    MelderKind,
    Outcome,
    Relation,
    is_external,
)
from vp_logboek.domain.facts import Facts, FindingFact
from vp_logboek.domain.subjects import MainClass

LEAVES = tuple(leaf.code for leaf in TREE)
COLUMN = "discriminatie"


def parts() -> Parts:
    """The parts of every whole, as the lists of the program have them (public)."""
    found: dict[str, tuple[str, ...]] = {
        main.label: tuple(leaf.label for leaf in TREE.under(main)) for main in MainClass
    }
    for name, external in (("intern", False), ("extern", True)):
        found[name] = tuple(k.label for k in MelderKind if is_external(k, False) is external)
    return found


def a_year(chance: random.Random, melders: int, columns: tuple[str, ...] = (COLUMN,)) -> Facts:
    """A year with so many melders, gathered on a few leaves and kinds, as real years are."""
    leaves = [*chance.sample(LEAVES, chance.randint(1, 6)), chance.choice(LEAVES)]
    kinds: Sequence[MelderKind | None] = [*chance.sample(list(MelderKind), 3), None]
    relations: Sequence[Relation | None] = [*chance.sample(list(Relation), 3), None]
    dossiers = {
        n: dossier(
            chance.choice(leaves),
            person(n, chance.choice(kinds), chance.choice(relations)),
            kind=chance.choice(list(ContactKind)[: chance.randint(1, 4)]),
        )
        for n in range(melders)
    }
    talks = [
        talk(
            n,
            dossiers[n].subject,
            interventions=frozenset(chance.sample(list(Intervention), chance.randint(0, 2))),
            referrals=frozenset({chance.choice(list(Referral)[:4])}),
        )
        for n in dossiers
        for _ in range(chance.choice((1, 1, 1, 2)))
    ]
    findings = [
        FindingFact(n, chance.choice(list(kind)[:3]))  # type: ignore[var-annotated]
        for n in dossiers
        for kind in (Handling, Outcome, Measure, Ending)
        if chance.random() < 0.4
    ]
    return facts(talks, dossiers, findings, columns=columns)


def both(one: Facts, other: Facts) -> Facts:
    """Two years counted as if they were one, with all their persons."""
    apart = max(one.dossiers) + 1
    dossiers = {
        n + apart: replace(d, melders=tuple(replace(m, melder=m.melder + apart) for m in d.melders))
        for n, d in other.dossiers.items()
    }
    return replace(
        one,
        talks=one.talks + tuple(replace(t, dossier=t.dossier + apart) for t in other.talks),
        dossiers={**one.dossiers, **dossiers},
        findings=one.findings
        + tuple(replace(f, dossier=f.dossier + apart) for f in other.findings),
    )
