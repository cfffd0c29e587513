"""A PDF taken apart and put together again, with or without a fault."""

import io
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Pdf


def remade(pdf: bytes, fault: Callable[[Pdf], None] = lambda pdf: None) -> bytes:
    """The file with this fault, and otherwise the same."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fault(document)
        out = io.BytesIO()
        document.save(out, fix_metadata_version=False, deterministic_id=True)
    return out.getvalue()


def elements(pdf: Pdf, kind: str | None = None) -> Iterator[Dictionary]:
    """The structure elements, all or of one type, in reading order."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        at = waiting.pop(0)
        if isinstance(at, Array):
            waiting[:0] = list(at)
        elif isinstance(at, Dictionary):
            if "/S" in at and kind in (None, str(at.S)):
                yield at
            if "/K" in at:
                waiting[:0] = [at.K]


def first(pdf: Pdf, kind: str) -> Dictionary:
    return next(elements(pdf, kind))


def fonts(pdf: Pdf) -> list[Dictionary]:
    return [font for page in pdf.pages for font in page.Resources.Font.values()]
