"""What the program's own check refuses of the planted leaks, and what both let through of any byte.

The two checks share no code. Of what is planted with the identifier, lengths and sums in order
again, the self-check may let through only what ``LET_THROUGH`` names, with the reason.
"""

import random
from functools import cache

import pytest

from tests.report.leaks.check import findings
from tests.report.leaks.planting import Plant
from tests.report.leaks.surgery import Surgery
from tests.report.leaks.test_planted import PLANTS
from tests.report.years import zuid_holland
from vp_logboek.domain.errors_report import OverviewRefused
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report.selfcheck.overview import check
from vp_logboek.report.yearly import render

LET_THROUGH = {
    "a text that is moved a little",
    "a line that stands a little lower",
}
"""A hundredth of a point says nothing that can be read. The self-check is there against our own
mistakes, and none of them puts a number in a place by accident; the leak check finds them all.
"""


@cache
def real() -> tuple[SafeReport, bytes]:
    report = zuid_holland()
    return report, render(report)


def is_refused(pdf: bytes, report: SafeReport) -> bool:
    try:
        check(pdf, report, False, 1)
    except OverviewRefused:
        return True
    return False


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_a_planted_leak_does_not_leave(plant: Plant) -> None:
    report, pdf = real()

    assert is_refused(plant.way(pdf), report) or plant.name in LET_THROUGH


def test_control_the_overview_itself_leaves() -> None:
    report, pdf = real()

    assert not is_refused(pdf, report)
    assert not is_refused(Surgery.on(pdf).marked(), report)


def test_what_may_be_let_through_is_planted_and_found_by_the_leak_check() -> None:
    report, pdf = real()
    planted = {plant.name: plant for plant in PLANTS}

    assert set(planted) >= LET_THROUGH
    assert all(findings(planted[name].way(pdf), report) for name in LET_THROUGH)


# --- any byte at all --------------------------------------------------------------------------


def changed(pdf: bytes, lot: random.Random) -> bytes:
    """An overview with one byte changed, and its identifier in order again where it still reads."""
    data = bytearray(pdf)
    at = lot.randrange(len(data))
    if lot.random() < 0.5:
        data[at] ^= 1 << lot.randrange(8)
    else:
        data[at] = lot.choice(b"0123456789 abcxyzABCXYZ")
    try:
        return Surgery.on(bytes(data)).marked()
    except (AssertionError, LookupError, TypeError, ValueError):
        return bytes(data)


@pytest.mark.campaign
def test_of_hundreds_of_changed_bytes_few_are_let_through_and_none_says_a_word() -> None:
    """What is missed are places on the page, in whole quarters of a point, and capitals."""
    report, pdf = real()
    lot = random.Random(20261122)
    tried = [one for one in (changed(pdf, lot) for _ in range(600)) if one != pdf]

    missed = [one for one in tried if not findings(one, report)]
    let_through = [one for one in tried if not is_refused(one, report)]

    assert len(tried) > 500
    assert len(missed) <= 10
    assert len(let_through) <= 40
    assert not [one for one in missed if not is_refused(one, report) and _says_more(one, pdf)]


def _says_more(one: bytes, other: bytes) -> bool:
    """Whether files differ in more than numbers of places."""
    return "".join(map(chr, one)).translate(_DIGITS) != "".join(map(chr, other)).translate(_DIGITS)


_DIGITS = dict.fromkeys(map(ord, "0123456789abcdef."))
