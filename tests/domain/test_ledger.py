"""Releases as text, lossless; and the chain in which nothing changes unnoticed."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.making import TREE, one_each
from vp_logboek.domain.counts import Column, Count, Line, TallyTable
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.ledger import (
    NO_LINK,
    Link,
    Outside,
    Release,
    ReleaseKind,
    Scope,
    from_body,
    link_hash,
    to_body,
    verify_chain,
)
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.plain_text import from_text, to_text
from vp_logboek.domain.safe_report import SafeColumn, SafeReport, SafeRow, SafeTable
from vp_logboek.domain.tally import Tally

DAY = date(2027, 1, 10)
TABLES = st.builds(
    TallyTable,
    lines=st.lists(st.from_type(Line), max_size=2).map(tuple),
    columns=st.lists(st.from_type(Column), max_size=2).map(tuple),
)
SAFE_TABLES = st.builds(
    SafeTable,
    columns=st.lists(st.from_type(SafeColumn), max_size=2).map(tuple),
    rows=st.lists(st.from_type(SafeRow), max_size=2).map(tuple),
)
RELEASES = st.builds(
    Release,
    kind=st.sampled_from(ReleaseKind),
    scopes=st.lists(st.builds(Scope), max_size=3).map(tuple),
    issued_on=st.dates(),
    edition=st.integers(1, 9),
    level=st.sampled_from(Level),
    report=st.builds(SafeReport, tables=st.lists(SAFE_TABLES, max_size=2).map(tuple)),
    tallies=st.lists(
        st.builds(
            Tally,
            tables=st.lists(TABLES, max_size=2).map(tuple),
            period=st.builds(
                ReportingYear,
                st.integers(1990, 2100),
                st.integers(1, 12),
                st.none() | st.dates(),
            ),
        ),
        max_size=2,
    ).map(tuple),
    outside=st.lists(st.builds(Outside, number=st.integers(0)), max_size=2).map(tuple),
    context=st.text(),
    pdf_sha256=st.text(),
    number=st.integers(0),
    previous=st.just(""),
    hash=st.just(""),
)


@given(RELEASES)
@settings(max_examples=60)
def test_a_release_comes_back_from_its_text_as_it_was(release: Release) -> None:
    body = to_body(release)

    assert from_body(body) == release
    assert to_body(from_body(body)) == body
    assert from_body(body, "een", "twee") == replace(release, previous="een", hash="twee")


def test_a_whole_year_comes_back_as_it_was() -> None:
    tally = Tally.of(one_each([leaf.code for leaf in TREE] * 2, columns=("pesten",)))

    again = from_text(Tally, to_text(tally))

    assert again == tally
    assert isinstance(again.tables[1], TallyTable)
    assert all(isinstance(line, Line) for line in again.tables[1].lines)
    assert isinstance(again.tables[0].columns[0], Column)
    assert isinstance(again.tables[0].lines[0].counts[0], Count)


def test_a_text_is_plain_and_always_the_same() -> None:
    body = to_body(_release(1))

    assert "Café" in body
    assert json.loads(body)["kind"] == "jaar"
    assert json.loads(body)["issued_on"] == "2027-01-10"
    assert {"previous", "hash"} & json.loads(body).keys() == {"previous", "hash"}
    assert (json.loads(body)["previous"], json.loads(body)["hash"]) == ("", "")
    assert list(json.loads(body)) == sorted(json.loads(body))


def test_a_text_from_before_a_field_existed_gets_its_default() -> None:
    plain = json.loads(to_body(_release(1)))
    for name in ("outside", "context"):
        del plain[name]

    assert from_body(json.dumps(plain)) == _release(1)


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("kind"),
        lambda plain: plain.update(more=1),
        lambda plain: plain.update(kind="week"),
        lambda plain: plain.update(edition="1"),
        lambda plain: plain.update(edition=True),
        lambda plain: plain.update(report=None),
        lambda plain: plain.update(scopes={}),
        lambda plain: plain["report"].update(exact=0),
    ],
)
def test_a_text_that_is_no_release_is_refused(
    change: Callable[[dict[str, object]], object],
) -> None:
    plain = json.loads(to_body(_release(1)))
    change(plain)

    with pytest.raises(ValueError, match=r"is no|week"):
        from_body(json.dumps(plain))


def test_what_has_no_plain_text_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        to_text(Count(1.5, 2))  # type: ignore[arg-type]


# --- the chain --------------------------------------------------------------------------------


def _release(number: int) -> Release:
    report = SafeReport("Café Voorbeeld", "2026", "Standaard", False, 3, 5, 5, 5, ())
    return Release(
        ReleaseKind.YEAR, (Scope(1, 2026),), DAY, number, Level.STANDARD, report, number=number,
        pdf_sha256=sha256(_pdf(number)).hexdigest(),
    )  # fmt: skip


def _pdf(number: int) -> bytes:
    return b"%PDF" * number


def _chain(length: int = 4) -> list[Link]:
    links: list[Link] = []
    for number in range(1, length + 1):
        previous = links[-1].hash if links else NO_LINK
        body = to_body(_release(number))
        links.append(
            Link(number, body, _pdf(number), previous, link_hash(previous, body, _pdf(number)))
        )
    return links


def _linked_anew(links: list[Link]) -> list[Link]:
    """What somebody makes who has the file open and knows this source."""
    made: list[Link] = []
    for link in links:
        previous = made[-1].hash if made else NO_LINK
        hash_ = link_hash(previous, link.body, link.pdf)
        made.append(replace(link, previous=previous, hash=hash_))
    return made


@pytest.mark.parametrize("length", [0, 1, 4])
def test_a_whole_chain_is_whole(length: int) -> None:
    assert verify_chain(_chain(length)) is None


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(
    "change",
    [
        lambda link: {"body": link.body.replace("Caf", "caf")},
        lambda link: {"pdf": link.pdf + b" "},
        lambda link: {"previous": "1" * 64},
        lambda link: {"hash": "1" * 64},
        lambda link: {"number": 9},
        lambda link: {"pdf": link.pdf[:-1], "body": link.body + link.pdf[-1:].decode()},
    ],
    ids=["body", "pdf", "previous", "hash", "number", "a byte from one to the other"],
)
def test_every_change_is_found_where_it_is(
    place: int, change: Callable[[Link], dict[str, object]]
) -> None:
    links = _chain()
    links[place] = replace(links[place], **change(links[place]))  # type: ignore[arg-type]

    assert verify_chain(links) == place + 1


@pytest.mark.parametrize("place", range(3))
def test_a_row_that_is_missing_is_found(place: int) -> None:
    links = _chain()
    del links[place]

    assert verify_chain(links) == place + 1
    assert verify_chain(links, {place + 1}) is None
    assert verify_chain(links, {9}) == place + 1


def test_rows_that_changed_places_are_found() -> None:
    one, two, three, four = _chain()

    assert verify_chain([one, three, two, four]) == 2
    assert verify_chain(_linked_anew([one, three, two, four])) == 2


def test_another_pdf_is_found_even_when_the_chain_was_linked_anew() -> None:
    links = _chain()
    links[1] = replace(links[1], pdf=b"een ander")

    assert verify_chain(_linked_anew(links)) == 2


def test_what_the_chain_alone_cannot_know_is_that_its_end_is_gone() -> None:
    """For that the length and the last hash are remembered outside the file."""
    assert verify_chain(_chain()[:2]) is None
