"""The ledger of releases: what was issued, in a chain in which nothing can change unnoticed.

Each release holds what the page shows, the exact counts behind it, what the draw hung on and the
hash of its PDF. Its own hash is taken over the hash before it, its text and its PDF, so a changed
byte, a row that is missing and rows that changed places are all found by ``verify_chain``.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.plain_text import from_text, to_text
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tally import Tally

__all__ = [
    "NO_LINK",
    "Link",
    "Outside",
    "Release",
    "ReleaseKind",
    "Scope",
    "from_body",
    "link_hash",
    "to_body",
    "verify_chain",
]

NO_LINK = "0" * 64
"""What stands for the hash before the first release."""


class ReleaseKind(Choice):
    """What a release is about."""

    YEAR = "jaar", "één jaar van één organisatie"
    TOGETHER = "samen", "één jaar van alle organisaties samen"
    YEARS = "jaren", "een aantal jaren naast elkaar"


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """One reporting year of one organisation, by its id."""

    organisation: int
    year: int


@dataclass(frozen=True, slots=True)
class Release:
    """One issued overview. ``number`` counts from 1 and is its place in the ledger.

    ``report`` is what the page shows and ``tallies`` are the exact counts of then, one for each
    organisation; of years side by side there are none. ``outside`` is what had been handed out
    otherwise, ``context`` what the draw hung on. ``edition`` counts from 1: a revised edition takes
    the place of the one before. ``previous`` and ``hash`` are the links of the chain; the ledger
    fills in both, with ``number`` and ``pdf_sha256``, when the release is added.
    """

    kind: ReleaseKind
    scopes: tuple[Scope, ...]
    issued_on: date
    edition: int
    level: Level
    report: SafeReport
    tallies: tuple[Tally, ...] = ()
    outside: tuple[Outside, ...] = ()
    context: str = ""
    pdf_sha256: str = ""
    number: int = 0
    previous: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the ledger as it was found."""

    number: int
    body: str
    pdf: bytes
    previous: str
    hash: str


def to_body(release: Release) -> str:
    """A release as plain JSON text, without its links: always the same text for the same release.

    They stand beside it, because the hash is taken over this text.
    """
    return to_text(replace(release, previous="", hash=""))


def from_body(body: str, previous: str = "", hash: str = "") -> Release:  # noqa: A002 - its name
    """The release that a text holds, with its links. Raises ValueError where it holds none."""
    release: Release = from_text(Release, body)
    return replace(release, previous=previous, hash=hash)


def link_hash(previous: str, body: str, pdf: bytes) -> str:
    """SHA-256 over the link before, the text and the PDF, in hex.

    Of each the length comes first: bytes cannot move from one into the next.
    """
    told = sha256()
    for part in (previous.encode(), body.encode(), pdf):
        told.update(len(part).to_bytes(8, "big"))
        told.update(part)
    return told.hexdigest()


def verify_chain(links: Iterable[Link], gaps: Collection[int] = ()) -> int | None:
    """The first number at which the chain is broken; None when it is whole.

    ``links`` are in order of their numbers. ``gaps`` are the numbers that a rescue could not read:
    they are known to be missing, and nothing is said of the link over them. That rows are missing
    at the end the chain itself cannot know: for that its length is remembered elsewhere.
    """
    expected, before = 1, NO_LINK
    for link in links:
        over_gap = expected in gaps
        while expected in gaps:
            expected += 1
        if not _holds(link, expected, link.previous if over_gap else before):
            return expected
        expected, before = expected + 1, link.hash
    return None


def _holds(link: Link, number: int, previous: str) -> bool:
    if (link.number, link.previous) != (number, previous):
        return False
    if link.hash != link_hash(link.previous, link.body, link.pdf):
        return False
    told = json.loads(link.body)
    return (told["number"], told["pdf_sha256"]) == (number, sha256(link.pdf).hexdigest())
