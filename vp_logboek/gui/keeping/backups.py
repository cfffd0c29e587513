"""The old backups that still hold what was destroyed."""

from collections.abc import Sequence
from datetime import date

from vp_logboek.gui.keeping import words
from vp_logboek.gui.keeping.work import OldBackup
from vp_logboek.gui.widgets import Card, heading, label, short_day
from vp_logboek.gui.widgets.facts import FactList

SHOWN = 8


class BackupsCard(Card):
    """There only when something was destroyed; it also says where backups are looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.since = label("")
        self.facts = FactList()
        self.more = label("", "muted")
        self.body.addWidget(heading(self.tr("Oude reservekopieën")))
        for part in (self.since, self.facts, self.more, label(words.WHERE_THEY_ARE, "muted")):
            self.body.addWidget(part)

    def show_copies(self, copies: Sequence[OldBackup], last: date | None) -> None:
        """Name these; where nothing was ever destroyed the card is not there."""
        self.setVisible(last is not None)
        if last is not None:
            self.since.setText(words.still_held(last) if copies else words.NONE_KNOWN)
        self.facts.show_facts((_moment(one), one.name) for one in copies[:SHOWN])
        more = len(copies) - SHOWN
        self.more.setText(words.more_copies(more) if more > 0 else "")
        self.more.setVisible(more > 0)


def _moment(copy: OldBackup) -> str:
    return f"{short_day(copy.made)} {copy.made.year}, {copy.made:%H:%M}"
