"""A figure that was handed out counts persons, so it is never below nought."""

import pytest

from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode


@pytest.mark.parametrize("number", [-1, -50, -(10**9)])
def test_nobody_handed_out_fewer_than_none(number: int) -> None:
    with pytest.raises(ValueError, match="fewer than none"):
        Outside(TableCode.SUBJECT, "integriteit", number)


@pytest.mark.parametrize("number", [0, 7, 10**19])
def test_none_and_more_can_be_handed_out(number: int) -> None:
    assert Outside(TableCode.SUBJECT, "integriteit", number).number == number
