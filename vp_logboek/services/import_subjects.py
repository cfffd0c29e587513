"""Which subject a cell names; what the tree does not have becomes a leaf of the user's own."""

import re

from vp_logboek.domain.subjects import REST_LABEL, MainClass, Subject, SubjectTree, rest_of
from vp_logboek.services.import_cells import CellRefused
from vp_logboek.services.import_headers import folded

LONGEST_LABEL = 80
MOST_NEW = 100
_REST = frozenset({folded(REST_LABEL), "overig", "overige", "anders", "nietingedeeld"})
_BETWEEN = re.compile(r"[;,|/\n]")


class SubjectReader:
    """Reads the subjects of one table; ``tree`` grows by the leaves it needs.

    ``main`` is the class under which unknown subjects come; None: they are refused.
    """

    def __init__(self, tree: SubjectTree, main: MainClass | None) -> None:
        self.tree = tree
        self.made: list[Subject] = []
        self._main = main
        self._read: dict[str, tuple[str, ...]] = {"": ()}

    def read(self, text: str) -> tuple[str, ...]:
        """The codes of the leaves a cell names, the main one first; none when it is empty.

        Raises CellRefused for a subject that is unknown without a class to put it under.
        """
        if text not in self._read:
            self._read[text] = self._leaves(text) if folded(text) else ()
        return self._read[text]

    def _leaves(self, text: str) -> tuple[str, ...]:
        if folded(text) in _REST:
            return (self._rest(),)
        whole = self.tree.find(text)
        if whole is not None:
            return (whole.code,)
        parts = [self.tree.find(part) for part in _BETWEEN.split(text) if folded(part)]
        found = [leaf.code for leaf in parts if leaf is not None]
        if found and len(found) == len(parts):
            return tuple(dict.fromkeys(found))
        return (self._new(text),)

    def _rest(self) -> str:
        """*Overig* stands under each of the five: without a class it would be a guess."""
        if self._main is None:
            raise CellRefused(
                "“Overig” staat onder elke hoofdgroep. Schrijf de naam van de hoofdgroep, "
                "of kies een hoofdgroep: --hoofdgroep integriteit."
            )
        return rest_of(self._main)

    def _new(self, text: str) -> str:
        if self._main is None:
            raise CellRefused(
                "Dit onderwerp kent het logboek niet. "
                "Verander het, of kies een hoofdgroep: --hoofdgroep integriteit."
            )
        if len(text) > LONGEST_LABEL or "\n" in text:
            raise CellRefused(
                f"Dit onderwerp is te lang. Gebruik één regel van hoogstens {LONGEST_LABEL} tekens."
            )
        if len(self.made) >= MOST_NEW:
            raise CellRefused(
                f"Dit zijn meer dan {MOST_NEW} nieuwe onderwerpen. "
                "Kijk of de goede kolom als onderwerp is gekozen."
            )
        self.tree, leaf = self.tree.with_custom(text, self._main)
        self.made.append(leaf)
        return leaf.code
