"""Which dossiers are listed and in what order: nothing here touches a widget."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.dossiers.list_columns import key_of
from vp_logboek.services import dossier_list
from vp_logboek.services.dossier_list import Line

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

_AT_ONCE = 5000
"""So many are looked at before it is asked whether anybody still waits."""


class Which(Choice):
    """Which dossiers are listed."""

    OPEN = "open", "open dossiers"
    CLOSED = "gesloten", "gesloten dossiers"
    ALL = "alle", "alle dossiers"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the fields above the list ask for; None is every organisation."""

    which: Which = Which.OPEN
    organisation: int | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of these lines, by which column; ``is_stale`` when another was asked since."""

    lines: Sequence[Line]
    wanted: Wanted
    order: tuple[int, Qt.SortOrder]
    tree: SubjectTree
    names: Mapping[int, str]
    is_stale: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines in their order, and whether something is to be done in one of them."""

    asked: Asked
    lines: Sequence[Line] = field(repr=False)
    has_actions: bool


def read(logbook: "Logbook", is_stale: Callable[[], bool]) -> tuple[Line, ...] | None:
    """Every dossier; None when nobody waits for it any more."""
    return None if is_stale() else dossier_list.lines(logbook)


def listed(asked: Asked) -> Listed | None:
    """Those that are asked for; None when nobody waits for them any more."""
    labels = {leaf.code: asked.tree.full_label(leaf.code) for leaf in asked.tree}
    fits = _test_of(asked.wanted, labels)
    found: list[Line] = []
    for begin in range(0, len(asked.lines), _AT_ONCE):
        if asked.is_stale():
            return None
        found += filter(fits, asked.lines[begin : begin + _AT_ONCE])
    column, direction = asked.order
    if column >= 0:
        key = key_of(column, labels, asked.names)
        found.sort(key=key, reverse=direction is Qt.SortOrder.DescendingOrder)
    return Listed(asked, found, any(line.actions for line in found))


def _test_of(wanted: Wanted, labels: Mapping[str, str]) -> Callable[[Line], bool]:
    """Each word begins one of the subject, or lies in the number. There are few subjects: which
    words begin one of theirs is looked up once.
    """
    apart = {code: bare(label).split() for code, label in labels.items()}
    words = [(word, _that_begin(word, apart)) for word in wanted.words]
    which, organisation = wanted.which, wanted.organisation

    def fits(line: Line) -> Any:
        row = line.row
        return (
            (which is Which.ALL or (row.closed is None) is (which is Which.OPEN))
            and organisation in (None, row.organisation)
            and all(row.subject in codes or word in row.number for word, codes in words)
        )

    return fits


def _that_begin(word: str, apart: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The codes of the subjects of which a word begins with this."""
    return frozenset(
        code for code, words in apart.items() if any(one.startswith(word) for one in words)
    )


def bare(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
