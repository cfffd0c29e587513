"""The ledger in the file: releases are added at the end, and the file itself refuses all else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from vp_logboek.domain.errors import Gone
from vp_logboek.domain.ledger import (
    NO_LINK,
    Link,
    Release,
    ReleaseKind,
    from_body,
    link_hash,
    to_body,
    verify_chain,
)
from vp_logboek.store import counted
from vp_logboek.store.database import Database
from vp_logboek.store.organisations import Organisations
from vp_logboek.store.values import from_day

_NEXT = (
    "SELECT 1 + max((SELECT coalesce(max(number), 0) FROM ledger),"
    " (SELECT coalesce(max(number), 0) FROM ledger_gap),"
    " coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'ledger'), 0))"
)


class Ledger:
    """Every release there ever was, with its PDF; and the years that are blocked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, release: Release, pdf: bytes, freeze: bool = True) -> Release:
        """Add a release and its PDF; the release with its number and its links.

        With ``freeze`` it is a year of one organisation: everything that counts in that year
        counts there from now on, and in no other. All of it lasts or none of it; inside another
        transaction it joins that.
        """
        with self._database.transaction():
            number = self._database.number(_NEXT)
            previous = self.head
            numbered = replace(release, number=number, pdf_sha256=sha256(pdf).hexdigest())
            body = to_body(numbered)
            hash_ = link_hash(previous, body, pdf)
            if freeze:
                self._freeze(release, number)
            self._database.run(
                "INSERT INTO ledger (number, issued_on, body, pdf, previous, hash)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (number, from_day(release.issued_on), body, pdf, previous, hash_),
            )
            self._database.run_each(
                "INSERT INTO ledger_scope (organisation, year, number, counts) VALUES (?, ?, ?, ?)",
                [(one.organisation, one.year, number, freeze) for one in set(release.scopes)],
            )
        return replace(numbered, previous=previous, hash=hash_)

    def all(self) -> tuple[Release, ...]:
        """Every release, in the order in which they were issued."""
        rows = self._database.all("SELECT body, previous, hash FROM ledger ORDER BY number")
        return tuple(from_body(*row) for row in rows)

    def of(self, organisation: int, year: int) -> Release | None:
        """The newest edition of a year of one organisation; None when it was not issued."""
        row = self._database.one(
            "SELECT l.body, l.previous, l.hash FROM ledger_scope s"
            " JOIN ledger l ON l.number = s.number"
            " WHERE s.organisation = ? AND s.year = ? AND s.counts ORDER BY s.number DESC LIMIT 1",
            (organisation, year),
        )
        return None if row is None else from_body(*row)

    def pdf(self, number: int) -> bytes:
        """The PDF of a release, as it was issued. Raises Gone."""
        row = self._database.one("SELECT pdf FROM ledger WHERE number = ?", (number,))
        if row is None:
            raise Gone("deze uitgave")
        return bytes(row[0])

    @property
    def length(self) -> int:
        """How many releases there are."""
        return self._database.number("SELECT count(*) FROM ledger")

    @property
    def head(self) -> str:
        """The hash of the last release; 64 noughts in an empty ledger."""
        row = self._database.one("SELECT hash FROM ledger ORDER BY number DESC LIMIT 1")
        return NO_LINK if row is None else str(row[0])

    def check_chain(self) -> int | None:
        """The first number at which the ledger is not what it was when issued; None when it is.

        Also what stands beside a release must agree with it: its day, and the years it is about.
        """
        found = self._database.all(
            "SELECT number, body, pdf, previous, hash FROM ledger ORDER BY number"
        )
        gaps = self._gaps()
        broken = verify_chain((Link(*row) for row in found), gaps)
        if broken is not None:
            return broken
        return next(iter(sorted({*self._beside(), *self._missing_at_the_end(gaps)})), None)

    def _gaps(self) -> set[int]:
        return {number for (number,) in self._database.all("SELECT number FROM ledger_gap")}

    def _missing_at_the_end(self, gaps: set[int]) -> Iterator[int]:
        """The numbers that were given and are neither there nor known to be missing."""
        last = self._database.number("SELECT coalesce(max(number), 0) FROM ledger")
        yield from (
            number for number in range(last + 1, self._database.number(_NEXT)) if number not in gaps
        )

    def _beside(self) -> Iterator[int]:
        days: dict[int, str] = dict(self._database.all("SELECT number, issued_on FROM ledger"))
        scopes: dict[int, set[tuple[int, int]]] = {number: set() for number in days}
        for organisation, year, number in self._database.all(
            "SELECT organisation, year, number FROM ledger_scope"
        ):
            scopes.setdefault(number, set()).add((organisation, year))
        for release in self.all():
            told = {(one.organisation, one.year) for one in release.scopes}
            if (from_day(release.issued_on), told) != (
                days[release.number], scopes[release.number],
            ):  # fmt: skip
                yield release.number

    # --- years ----------------------------------------------------------------------------------

    def issued_years(self, organisation: int) -> frozenset[int]:
        """The years of an organisation that were issued."""
        rows = self._database.all(
            "SELECT DISTINCT year FROM ledger_scope WHERE organisation = ? AND counts",
            (organisation,),
        )
        return frozenset(year for (year,) in rows)

    def first_issued(self, organisation: int) -> dict[int, date]:
        """Each closed year with the day on which it was first issued, or blocked."""
        rows = self._database.all(
            "SELECT year, min(day) FROM ("
            " SELECT s.year, l.issued_on AS day FROM ledger_scope s"
            " JOIN ledger l ON l.number = s.number WHERE s.organisation = ?1 AND s.counts"
            " UNION ALL SELECT year, day FROM blocked_year WHERE organisation = ?1)"
            " GROUP BY year ORDER BY year",
            (organisation,),
        )
        return {year: date.fromisoformat(day) for year, day in rows}

    def block(self, organisation: int, year: int, why: str, day: date) -> None:
        """Let a year count as issued, because it was and this file does not know how.

        What is there and would count in it stays with it: it was counted in the overview that
        exists. Organisation 0 stands for all of them together. A second time nothing changes.
        """
        with self._database.transaction():
            if year in self.blocked(organisation):
                return
            if organisation and year not in self.issued_years(organisation):
                own = Organisations(self._database).get(organisation)
                counted.freeze(self._database, counted.membership(self._database, own, year), -year)
            self._database.run(
                "INSERT INTO blocked_year (organisation, year, why, day) VALUES (?, ?, ?, ?)",
                (organisation, year, why, from_day(day)),
            )

    def blocked(self, organisation: int) -> dict[int, str]:
        """The years of an organisation that are blocked, each with why."""
        rows = self._database.all(
            "SELECT year, why FROM blocked_year WHERE organisation = ? ORDER BY year",
            (organisation,),
        )
        return dict(rows)

    def closed_years(self, organisation: int) -> frozenset[int]:
        """The years of an organisation that were issued or are blocked: nothing is added there."""
        return counted.closed_years(self._database, organisation)

    def _freeze(self, release: Release, number: int) -> None:
        if release.kind is not ReleaseKind.YEAR or len(release.scopes) != 1:
            raise ValueError("only a year of one organisation counts things")
        (scope,) = release.scopes
        own = Organisations(self._database).get(scope.organisation)
        members = counted.membership(self._database, own, scope.year)
        counted.freeze(self._database, members, number)
