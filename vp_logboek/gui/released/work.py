"""What the place *Uitgegeven* asks of the logbook, on the store thread; no widgets here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


def how_many(logbook: "Logbook") -> int:
    """How many overviews were issued."""
    ledger = getattr(logbook, "ledger", None)
    return 0 if ledger is None else len(ledger.all())
