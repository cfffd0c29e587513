"""The subject tree: five fixed main classes; leaves can be added or retired, never deleted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.errors import SubjectExists, UnknownSubject


class MainClass(Choice):
    """The five main classes, in the order in which they are always shown."""

    INTEGRITY = "integriteit", "Integriteit"
    CONDUCT = "ongewenste_omgangsvormen", "Ongewenste omgangsvormen"
    CONFLICT = "arbeidsconflict", "Arbeidsconflict"
    UNSAFETY = "onveiligheid", "Onveiligheid"
    ADVICE = "advies", "Advies algemeen"


REST_LABEL = "Overig of niet ingedeeld"
OUTSIDE_REMIT = "buiten_taakgebied"
"""The leaf of Advies algemeen under which a matter outside the taakgebied is counted."""


def rest_of(main: MainClass) -> str:
    """The code of the leaf *overig of niet ingedeeld* under a main class."""
    return f"{main.value}_overig"


@dataclass(frozen=True, slots=True)
class Subject:
    """A leaf under one of the five classes. ``custom`` leaves were added by the counsellor."""

    code: str
    label: str
    main: MainClass
    custom: bool = False
    retired: bool = False


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class SubjectTree:
    """All leaves in their fixed order; under each main class also *overig of niet ingedeeld*."""

    leaves: tuple[Subject, ...]
    _by_code: dict[str, Subject] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {leaf.code: leaf for leaf in self.leaves})

    @classmethod
    def of(cls, leaves: Iterable[Subject]) -> "SubjectTree":
        """A tree with every class's rest leaf added at its end where it is missing."""
        given = tuple(leaves)
        ordered: list[Subject] = []
        for main in MainClass:
            rest = Subject(rest_of(main), REST_LABEL, main)
            under = [leaf for leaf in given if leaf.main is main and leaf.code != rest.code]
            ordered += [*under, rest]
        return cls(tuple(ordered))

    def __iter__(self) -> Iterator[Subject]:
        return iter(self.leaves)

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def leaf(self, code: str) -> Subject:
        """The leaf with this code. Raises UnknownSubject."""
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownSubject(code) from None

    def main_of(self, code: str) -> MainClass:
        """The main class a leaf hangs under. Raises UnknownSubject."""
        return self.leaf(code).main

    def under(self, main: MainClass) -> tuple[Subject, ...]:
        """The leaves of one class, retired ones too: past years need them."""
        return tuple(leaf for leaf in self.leaves if leaf.main is main)

    def find(self, text: str) -> Subject | None:
        """The leaf with this code or label; the name of a main class finds its rest leaf."""
        wanted = _plain(text)
        main = next((m for m in MainClass if wanted in (m.value, _plain(m.label))), None)
        if main is not None:
            return self._by_code[rest_of(main)]
        for leaf in self.leaves:
            if wanted in (leaf.code, _plain(leaf.label)):
                return leaf
        return None

    def full_label(self, code: str) -> str:
        """A label that says enough by itself: the class's own name for its rest leaf."""
        leaf = self.leaf(code)
        return leaf.main.label if leaf.code == rest_of(leaf.main) else leaf.label

    def with_custom(self, label: str, main: MainClass) -> tuple["SubjectTree", Subject]:
        """A tree with a leaf of one's own. Raises SubjectExists when the label is taken."""
        if self.find(label) is not None:
            raise SubjectExists(label)
        number = 1 + sum(leaf.custom for leaf in self.leaves)
        while f"eigen_{number}" in self:
            number += 1
        leaf = Subject(f"eigen_{number}", " ".join(label.split()), main, custom=True)
        return SubjectTree.of([*self.leaves, leaf]), leaf

    def with_retired(self, code: str, retired: bool = True) -> "SubjectTree":
        """A tree in which this leaf can no longer be chosen (or can again); nothing is deleted."""
        changed = replace(self.leaf(code), retired=retired)
        return SubjectTree(tuple(changed if leaf.code == code else leaf for leaf in self.leaves))


def tree_from_toml(table: dict[str, dict[str, str]]) -> SubjectTree:
    """The default tree from ``{main class code: {leaf code: label}}``, as in the bundled file."""
    return SubjectTree.of(
        Subject(code, label, MainClass(main))
        for main, leaves in table.items()
        for code, label in leaves.items()
    )
