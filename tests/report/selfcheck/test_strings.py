"""The texts of dictionaries are read as ReportLab writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vp_logboek.domain.errors_report import OverviewRefused
from vp_logboek.report.rl_pins import pdfdoc
from vp_logboek.report.selfcheck.strings import said


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back(text: str) -> None:
    small = pdfdoc._checkPdfdoc(text)
    written = text.encode("pdfdoc") if small else b"\xfe\xff" + text.encode("utf-16-be")

    assert said(written, "") == text


def test_what_is_no_text_is_refused() -> None:
    for value in (b"\xfe\xff\xd8\x00", 5, None):
        with pytest.raises(OverviewRefused):
            said(value, "")
