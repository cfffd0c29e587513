"""The rows of the bin: when a talk was, what it was about, and when it was thrown away."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from vp_logboek.domain.listing import BinnedTalk
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.widgets import short_day
from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.gui.widgets.tick_table import TickTable

DAY, SUBJECT, DOSSIER, BINNED = range(4)
_HEADS = (Head("Datum"), Head("Onderwerp", edge=True), Head("Dossier"), Head("Weggegooid"))
_DAY = "28 mrt 2026"
_WIDEST = {DAY: _DAY, DOSSIER: "2026-0144", BINNED: _DAY}


class BinTable(TickTable[BinnedTalk]):
    """Nothing opens here, so Enter chooses a row as the space bar does."""

    def __init__(self) -> None:
        name = QCoreApplication.translate("BinPage", "Prullenbak")
        super().__init__(name, _HEADS, _key, fills=True, opens=False)
        self.set_columns(SUBJECT, _WIDEST, (DOSSIER, BINNED))

    def show_talks(self, binned: Sequence[BinnedTalk], tree: SubjectTree) -> None:
        """Show what lies in the bin."""
        self.show_rows([_row(one, tree) for one in binned])

    def chosen_ids(self) -> list[int]:
        """The talks that are chosen."""
        return _ids(self.chosen())

    def all_ids(self) -> list[int]:
        """Every talk."""
        return _ids(self.rows.items())


def _key(binned: BinnedTalk) -> int:
    return binned.talk.id


def _ids(binned: Iterable[BinnedTalk]) -> list[int]:
    return [one.talk.id for one in binned]


def _row(binned: BinnedTalk, tree: SubjectTree) -> Row[BinnedTalk]:
    talk = binned.talk
    cells = (
        f"{short_day(talk.on)} {talk.on.year}",
        tree.full_label(talk.subject),
        talk.dossier_number,
        f"{short_day(binned.on)} {binned.on.year}",
    )
    return Row(binned, cells, main=tree.main_of(talk.subject))
