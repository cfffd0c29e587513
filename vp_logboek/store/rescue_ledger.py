"""The ledger in a rescued file: what is lost of it is known to be lost, and its years stay closed.

What a release counted that can no longer be read stays counted: else it would be told once more, in
another year, beside the overview that exists.
"""

from collections.abc import Iterable

from vp_logboek.domain.ledger import ReleaseKind, from_body
from vp_logboek.store.counted import FIELDS
from vp_logboek.store.database import Database
from vp_logboek.store.organisations import Organisations
from vp_logboek.store.values import to_day

LOST = "elders-onthouden"
"""Why a year is blocked of which the release was lost: it was issued, and not how is known here."""
_MARKED = (
    "SELECT d.organisation, c.counted_in, c.held_on FROM conversation c"
    " JOIN dossier d ON d.id = c.dossier WHERE c.counted_in IS NOT NULL",
    "SELECT organisation, counted_in, day FROM activity WHERE counted_in IS NOT NULL",
    *(
        f"SELECT organisation, {marker}, coalesce({day}, opened) FROM dossier"  # noqa: S608 - our own words
        f" WHERE {marker} IS NOT NULL"
        for day, marker in FIELDS
    ),
)


def mend_ledger(database: Database) -> int:
    """Note which releases are missing and close their years; how many there are."""
    present = _present(database)
    marks = _marks(database)
    _scopes_from_marks(database, marks, present)
    missing = _missing(database, present, marks)
    database.run_each("INSERT OR IGNORE INTO ledger_gap (number) VALUES (?)", _each(missing))
    closed = set[tuple[int, int]]()
    for number in missing:
        closed |= set(
            database.all(
                "SELECT organisation, year FROM ledger_scope WHERE number = ? AND counts", (number,)
            )
        )
    closed |= {(organisation, -mark) for organisation, mark in marks if mark < 0}
    for organisation, year in sorted(closed):
        database.run(
            "INSERT OR IGNORE INTO blocked_year (organisation, year, why, day) VALUES (?, ?, ?, ?)",
            (organisation, year, LOST, _day_after(database, organisation, year)),
        )
    return len(missing)


def _present(database: Database) -> set[int]:
    """The releases that are there; what they are about is written beside them once more."""
    numbers = set[int]()
    for number, body in database.all("SELECT number, body FROM ledger ORDER BY number"):
        numbers.add(number)
        try:
            release = from_body(body)
        except ValueError:  # it was changed: checking the ledger tells that
            continue
        database.run_each(
            "INSERT OR IGNORE INTO ledger_scope (organisation, year, number, counts)"
            " VALUES (?, ?, ?, ?)",
            [
                (one.organisation, one.year, number, release.kind is ReleaseKind.YEAR)
                for one in release.scopes
            ],
        )
    return numbers


def _marks(database: Database) -> dict[tuple[int, int], str]:
    """Each organisation and mark that something carries, with the latest day of it."""
    found: dict[tuple[int, int], str] = {}
    for question in _MARKED:
        for organisation, mark, day in database.all(question):
            found[organisation, mark] = max(day, found.get((organisation, mark), day))
    return found


def _scopes_from_marks(
    database: Database, marks: dict[tuple[int, int], str], present: set[int]
) -> None:
    """Where nothing tells which year a lost release was about, the last day that it counted does.

    A day that was changed since can make it another year: then too many stay closed, not too few.
    """
    known = {number for (number,) in database.all("SELECT number FROM ledger_scope")}
    for (organisation, mark), day in marks.items():
        on = to_day(day)
        if mark > 0 and mark not in known | present and on is not None:
            year = Organisations(database).get(organisation).year_of(on).year
            database.run(
                "INSERT INTO ledger_scope (organisation, year, number, counts) VALUES (?, ?, ?, 1)",
                (organisation, year, mark),
            )


def _missing(database: Database, present: set[int], marks: Iterable[tuple[int, int]]) -> list[int]:
    last = max(
        database.number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'ledger'"),
        database.number("SELECT coalesce(max(number), 0) FROM ledger_scope"),
        max((mark for _, mark in marks), default=0),
    )
    return sorted(set(range(1, last + 1)) - present)


def _day_after(database: Database, organisation: int, year: int) -> str:
    """The first day on which a year can have been issued: when it was, nobody knows any more."""
    return Organisations(database).get(organisation).year(year).end.isoformat()


def _each(numbers: Iterable[int]) -> list[tuple[int]]:
    return [(number,) for number in numbers]
