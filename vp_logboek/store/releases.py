"""Which years were issued or are blocked, for who asks no more than that."""

from datetime import date

from vp_logboek.store.database import Database
from vp_logboek.store.ledger import Ledger


class Releases:
    """The years of which an overview left the logbook."""

    def __init__(self, database: Database) -> None:
        self._ledger = Ledger(database)

    def record(self, organisation: int, year: int, issued_on: date, sha256: str) -> None:  # noqa: ARG002
        """Note that a year was issued, without what was issued: it is then blocked."""
        self._ledger.block(organisation, year, "voor-het-register", issued_on)

    def issued(self, organisation: int) -> tuple[int, ...]:
        """The years that were issued, each once, the earliest first."""
        return tuple(sorted(self._ledger.closed_years(organisation)))

    def first_issued(self, organisation: int) -> dict[int, date]:
        """Each year that was issued, with the day it first was."""
        return self._ledger.first_issued(organisation)
