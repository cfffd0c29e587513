"""The texts of a file beside its pages: title, bookmarks, what is read aloud, the identifier."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from tests.report.leaks.layout import File
from tests.report.leaks.pages import Page, Shown
from tests.report.leaks.syntax import Name, Ref
from tests.report.leaks.tree import Tree

_PDF_DOC = {
    0x80: "•", 0x83: "…", 0x84: "—", 0x85: "–", 0x8D: "“", 0x8E: "”", 0x8F: "‘", 0x90: "’",
    0xA0: "€",
}  # fmt: skip


def text_of(value: Any) -> str:
    """A text string of PDF as text."""
    if not isinstance(value, bytes):
        return repr(value)
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1").translate(_PDF_DOC)


def squeezed(text: str) -> str:
    """A text without its spaces, to be compared wherever its lines were broken."""
    return re.sub(r"\s+", "", text)


def beside_the_pages(tree: Tree) -> list[str]:
    """Every text that stands in the file and not on a page."""
    found = [one.get("Title") for kind in ("info", "bookmark") for one in tree.of(kind)]
    for element in tree.of("element"):
        found += [element[key] for key in ("Alt", "ActualText") if key in element]
    return [text_of(one) for one in found]


def odd(file: File, tree: Tree, pages: list[Page]) -> Iterator[str]:
    """What is odd about title, bookmarks and identifier."""
    whole = squeezed("".join(text.text for page in pages for text in page.texts))
    titles = [text_of(info.get("Title")) for info in tree.of("info")]
    yield from (f"a title that no page has: {said!r}" for said in titles
                if squeezed(said) not in whole)  # fmt: skip
    yield from _identifier(file, tree, titles)
    yield from _bookmarks(tree, pages)


def _identifier(file: File, tree: Tree, titles: list[str]) -> Iterator[str]:
    """It is the fingerprint of title and pages, twice: no room for anything of its own."""
    contents = [file.stream(page.get("Contents")) for page in tree.of("page")]
    told = "".join(titles).encode() + b"".join(contents)
    mark = hashlib.sha256(told).digest()[:16]
    if file.trailer.get("ID") != [mark, mark]:
        yield f"the identifier is no fingerprint of the pages: {file.trailer.get('ID')!r:.90}"


def _bookmarks(tree: Tree, pages: list[Page]) -> Iterator[str]:
    """Each goes to a text on a page that says the same, at its height."""
    numbers = tree.numbers("page")
    for one in tree.of("bookmark"):
        said, place = text_of(one.get("Title")), one.get("Dest")
        match place:
            case [Ref(number), Name("XYZ"), 0, int() | float() as top, 0] if number in numbers:
                texts = pages[numbers.index(number)].texts
                near = [text.text.rstrip() for text in texts if _begins_at(text, top)]
                if not any(text and said.startswith(text) for text in near):
                    yield f"a bookmark to another place: {said!r} {place}"
            case _:
                yield f"a bookmark to no place: {place!r}"


def _begins_at(text: Shown, top: float) -> bool:
    """Whether the box of a heading begins here: its first line stands in the middle of its room."""
    leading = {10.5: 14, 12.5: 17, 16: 22, 22: 28}.get(text.size, 0)
    return abs(top - text.y - (leading + 0.7 * text.size) / 2) < 0.02
