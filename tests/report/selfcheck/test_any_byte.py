"""Whatever byte of an overview is changed, put in or taken out: it is refused, or says the same.

What may change is which white space stands between two things of a dictionary. All else, positions
and font programs too, is held by the identifier, the table of places or the font of our own.
"""

import random
from itertools import pairwise

import pytest

from tests.report.years import few
from vp_logboek.domain.errors_report import OverviewRefused
from vp_logboek.report.reread.document import read
from vp_logboek.report.selfcheck.overview import check
from vp_logboek.report.yearly import render

PDF = render(few())
LIKELY = b"0123456789 \n/<>[]()"


def _changed(chance: random.Random) -> bytes:
    at = chance.randrange(len(PDF))
    before, byte, after = PDF[:at], PDF[at], PDF[at + 1 :]
    return chance.choice(
        [
            before + bytes([byte ^ 1 << chance.randrange(8)]) + after,
            before + bytes([chance.choice(LIKELY)]) + after,
            before + bytes([chance.randrange(256), byte]) + after,
            before + after,
        ]
    )


def _judge(pdf: bytes) -> bool:
    """Whether it is refused; if not, it is the same but for white space."""
    try:
        check(pdf, few(), False, 1)
    except OverviewRefused:
        return True
    assert read(pdf) == read(PDF)
    assert pdf.split() == PDF.split()
    return False


@pytest.mark.parametrize("seed", range(3))
def test_a_changed_byte_is_refused_or_says_the_same(seed: int) -> None:
    chance = random.Random(seed)

    assert sum(_judge(_changed(chance)) for _ in range(20)) >= 18


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(100, 104))
def test_thousands_of_changed_bytes_are_refused_or_say_the_same(seed: int) -> None:
    chance = random.Random(seed)

    assert sum(_judge(_changed(chance)) for _ in range(1000)) >= 980


@pytest.mark.campaign
def test_no_piece_that_is_taken_out_goes_unseen() -> None:
    chance = random.Random(1)
    cuts = sorted(chance.sample(range(len(PDF)), 400))

    assert all(_judge(PDF[:at] + PDF[end:]) for at, end in pairwise(cuts))


def test_the_file_itself_is_not_refused() -> None:
    assert not _judge(PDF)
