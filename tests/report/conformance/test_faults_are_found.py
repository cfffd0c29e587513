"""The negative controls: a conforming file that is broken no longer conforms, for that reason."""

from pathlib import Path

import page
import pytest

from tests.report.conformance.broken import FAULTS, Fault
from tests.report.conformance.checkers import qpdf_says, quick_problems
from tests.report.conformance.surgery import remade
from tests.report.conformance.verapdf import (
    ACCESSIBLE,
    ARCHIVABLE,
    PROFILES,
    CannotCheckError,
    verdicts,
    verdicts_on,
)
from tests.report.years import zuid_holland
from vp_logboek.report.yearly import render


@pytest.fixture(scope="module")
def good() -> bytes:
    return render(zuid_holland())


# --- by page and qpdf -------------------------------------------------------------------------


def test_the_same_file_made_anew_has_no_fault(good: bytes) -> None:
    assert list(quick_problems(remade(good))) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_page_finds_every_fault_under_the_standard_it_is_against(good: bytes, fault: Fault) -> None:
    broken = remade(good, fault.make)
    conforms = {
        profile: page.is_pdf_compliant_bytes(broken, profile=profile) for profile in PROFILES
    }

    assert conforms == {ACCESSIBLE: not fault.accessible, ARCHIVABLE: not fault.archivable}


def _misplaced(pdf: bytes) -> bytes:
    """The table of places says of some objects that they are where they are not."""
    start = pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))
    return pdf[:start] + pdf[start:].replace(b"0000000", b"0000001", 3)


def test_a_wrong_place_of_an_object_is_found(good: bytes) -> None:
    assert list(quick_problems(_misplaced(good)))


@pytest.mark.campaign
def test_qpdf_finds_a_wrong_place_of_an_object(good: bytes, tmp_path: Path) -> None:
    assert qpdf_says(good, tmp_path) == ""
    assert "WARNING" in qpdf_says(_misplaced(good), tmp_path)


# --- by veraPDF -------------------------------------------------------------------------------


@pytest.mark.campaign
def test_verapdf_finds_every_fault_in_the_clause_it_is_against(good: bytes, tmp_path: Path) -> None:
    faults = {fault.name: fault for fault in FAULTS}
    files = {name: remade(good, fault.make) for name, fault in faults.items()}
    expected = [("no fault", profile, "") for profile in PROFILES]
    for fault in FAULTS:
        expected.append((fault.name, ACCESSIBLE, fault.accessible))
        expected.append((fault.name, ARCHIVABLE, fault.archivable))
    said = verdicts({"no fault": remade(good), **files}, tmp_path)

    assert [(one.name, one.profile) for one in said] == [wanted[:2] for wanted in expected]
    for one, (_, _, clause) in zip(said, expected, strict=True):
        assert clause in one.clauses if clause else one.conforms, f"{clause} expected of: {one}"


@pytest.mark.campaign
def test_what_is_no_pdf_fails_and_the_file_after_it_is_judged(good: bytes, tmp_path: Path) -> None:
    pdfs = {"half": good[: len(good) // 2], "no PDF": b"25 melders", "good": good}
    said = verdicts(pdfs, tmp_path)

    assert [one.conforms for one in said] == [False] * 4 + [True] * 2
    assert all(one.checks > 5_000 for one in said[-2:])


@pytest.mark.campaign
def test_a_file_that_is_not_there_is_not_passed_over(tmp_path: Path) -> None:
    said = verdicts_on({"nothing": tmp_path / "absent.pdf"})

    assert [(one.conforms, one.clauses) for one in said] == [(False, {"unreadable"})] * 2


@pytest.mark.campaign
def test_where_verapdf_does_not_start_the_check_fails(
    good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.report.conformance.verapdf.SOURCE", tmp_path / "Absent.java")

    with pytest.raises(CannotCheckError, match="Absent"):
        verdicts({"good": good}, tmp_path)
