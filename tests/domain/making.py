"""Years of facts made from a few numbers, for the tests of counting and protecting."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.dossier import ContactKind, MelderKind, Relation
from vp_logboek.domain.facts import DossierFact, Facts, FindingFact, MelderFact, TalkFact
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.subjects import MainClass, tree_from_toml
from vp_logboek.resources import resource

TREE = tree_from_toml(tomllib.loads(resource("subjects.toml").read_text(encoding="utf-8")))

TALK = TalkFact(
    0, "pesten", ConversationKind.FIRST, Channel.IN_PERSON, 60, frozenset(), frozenset()
)


def talk(dossier: int, subject: str = "pesten", **changes: object) -> TalkFact:
    return replace(TALK, dossier=dossier, subject=subject, **changes)  # type: ignore[arg-type]


def person(
    number: int, kind: MelderKind | None = MelderKind.PERMANENT, relation: Relation | None = None
) -> MelderFact:
    return MelderFact(number, kind, relation)


def dossier(
    subject: str,
    *melders: MelderFact,
    kind: ContactKind = ContactKind.MELDING,
    new: bool = True,
    closed: bool = False,
) -> DossierFact:
    return DossierFact(kind, subject, melders, new, closed)


def facts(
    talks: Iterable[TalkFact],
    dossiers: Mapping[int, DossierFact],
    findings: Iterable[FindingFact] = (),
    *,
    columns: tuple[str, ...] = (),
    remit: Iterable[MainClass] = MainClass,
    hire_is_external: bool = False,
) -> Facts:
    return Facts(
        "Gemeente Voorbeeld", ReportingYear(2025), TREE, frozenset(remit), columns,
        hire_is_external, tuple(talks), dossiers, tuple(findings),
    )  # fmt: skip


def one_each(subjects: Iterable[str], columns: tuple[str, ...] = ()) -> Facts:
    """A year in which every subject given is one melder with one dossier and one talk."""
    listed = list(subjects)
    dossiers = {n: dossier(code, person(n)) for n, code in enumerate(listed)}
    return facts([talk(n, code) for n, code in enumerate(listed)], dossiers, columns=columns)
