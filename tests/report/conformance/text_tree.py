"""What a screen reader is told, as text in the form that poppler's ``pdfinfo -struct-text`` has.

pdfinfo leaves out what is said instead of a picture or a mark (Alt, ActualText) and the bookmarks;
here they are added, and where a picture stands is left out. pdfinfo takes seconds for a long tree,
so that the tests read by themselves and a campaign compares the two.
"""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.report.conformance.reading import Node, read

_BLOCK = {"P", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Table"}
_INLINE = {"Span"}
_PLACE = {"/BBox", "/Placement"}


def text_tree(pdf: bytes) -> str:
    """The tree with all that is said, and the bookmarks below it."""
    lines = [*_lines(read(pdf), 0, meaning=True), "", "Bookmarks", *_bookmarks(pdf)]
    return "\n".join([*lines, ""])


def plain_tree(pdf: bytes) -> str:
    """The tree as pdfinfo should give it."""
    return "\n".join([*_lines(read(pdf), 0, meaning=False), ""])


def pdfinfo_tree(pdf: bytes, folder: Path) -> str:
    """The tree as pdfinfo gives it."""
    path = folder / "to-read.pdf"
    path.write_bytes(pdf)
    command = ["pdfinfo", "-enc", "UTF-8", "-struct-text", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode("utf-8")


def _lines(node: Node, depth: int, meaning: bool) -> Iterator[str]:
    indent = "  " * depth
    nature = " (block)" * (node.kind in _BLOCK) + " (inline)" * (node.kind in _INLINE)
    attributes = {k: v for k, v in node.attributes.items() if not (meaning and k in _PLACE)}
    yield f"{indent}{node.kind}{nature}{':' if attributes else ''}"
    yield from (f"{indent}   {name} {value}" for name, value in attributes.items())
    if meaning:
        yield from (f"{indent}  {name}: {said}" for name, said in node.instead.items())
    said = ""
    for each in node.content:
        if isinstance(each, str):
            said += each
            continue
        yield from _quoted(said, indent)
        said = ""
        yield from _lines(each, depth + 1, meaning)
    yield from _quoted(said, indent)


def _quoted(said: str, indent: str) -> Iterator[str]:
    if said:
        yield f'{indent}  "{said}"'


def _bookmarks(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        numbers = {page.objgen: page.index + 1 for page in document.pages}
        waiting = [(item, 1) for item in outline.root]
        while waiting:
            item, depth = waiting.pop(0)
            yield f"{'  ' * depth}{item.title} (page {numbers[item.destination[0].objgen]})"
            waiting[:0] = [(kid, depth + 1) for kid in item.children]
