"""Three checkers that share no code: veraPDF, `page`, and qpdf for the syntax alone."""

import io
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import page
import pikepdf

from tests.report.conformance.verapdf import PROFILES, verdicts


def quick_problems(pdf: bytes) -> Iterator[str]:
    """What `page` and qpdf's library find wrong, in some hundredths of a second."""
    for profile in PROFILES:
        found = page.validate_pdf_bytes(pdf, profile=profile)
        assert found.rules.total > 90
        yield from (f"{failure.rule_id}: {failure.message}" for failure in found.failures)
        if not found.is_compliant and not found.failures:
            yield f"{profile}: does not conform"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield from document.check_pdf_syntax()
        yield from map(str, document.get_warnings())


def all_problems(pdfs: Mapping[str, bytes], folder: Path) -> str:
    """What any of the three finds wrong with any of these, as text; empty when all is well."""
    said = [str(one) for one in verdicts(pdfs, folder) if not one.conforms]
    for name, pdf in pdfs.items():
        wrong = [*quick_problems(pdf), *filter(None, [qpdf_says(pdf, folder)])]
        said += [f"{name}: {each}" for each in wrong]
    return "\n".join(said)


def qpdf_says(pdf: bytes, folder: Path) -> str:
    """What ``qpdf --check`` complains of; empty when it is satisfied."""
    path = folder / "to-check.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    clean = done.returncode == 0 and b"No syntax or stream encoding errors found" in done.stdout
    return "" if clean else (done.stderr or done.stdout).decode()


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)
