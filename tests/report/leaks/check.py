"""The leak check: everything that is in a PDF and not on the page, or on the page and not allowed.

Each finding begins with the part of the check that made it, so that a planted leak can be told to
have been found for what it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import error

from tests.report.leaks import figures, fonts, looks, marks, pages, places, texts, words, xmp
from tests.report.leaks.layout import File, take_apart
from tests.report.leaks.pages import Page
from tests.report.leaks.tree import Tree, walk
from vp_logboek.domain.safe_report import SafeReport


@dataclass(slots=True)
class Found:
    """A file that was taken apart, with its pages."""

    file: File
    tree: Tree
    pages: list[Page] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


def findings(pdf: bytes, report: SafeReport, edition: int = 1) -> list[str]:
    """All that is odd about the overview of this report; of what the program makes nothing is."""
    try:
        return _findings(pdf, report, edition)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, error) as broken:
        return [f"broken: {broken!r}"]


def _findings(pdf: bytes, report: SafeReport, edition: int) -> list[str]:
    found = opened(pdf)
    return [
        *(f"bytes: {said}" for said in found.file.odd),
        *(f"objects: {said}" for said in found.tree.odd),
        *(f"fonts: {said}" for said in found.odd),
        *(f"page: {said}" for page in found.pages for said in page.odd),
        *(f"seen: {said}" for page in found.pages for said in looks.seen(page)),
        *(f"seen: {said}" for said in places.odd(found.pages)),
        *(f"tags: {said}" for said in marks.odd(found.file, found.tree, found.pages, report)),
        *(f"metadata: {said}" for said in xmp.odd(found.file, found.tree)),
        *(f"texts: {said}" for said in texts.odd(found.file, found.tree, found.pages)),
        *(f"texts: {said}" for said in _words(found, report)),
        *(f"figures: {said}" for said in _figures(found, report, edition)),
    ]


def of_any_paper(pdf: bytes) -> list[str]:
    """What is odd about the file of any paper of the program, whatever it says."""
    found = opened(pdf)
    shown = [text.text.removesuffix(" ") for page in found.pages for text in page.texts]
    said = (*shown, *texts.beside_the_pages(found.tree))
    return [
        *(f"bytes: {said}" for said in found.file.odd),
        *(f"objects: {said}" for said in found.tree.odd),
        *(f"fonts: {said}" for said in found.odd),
        *(f"page: {said}" for page in found.pages for said in page.odd),
        *(f"metadata: {said}" for said in xmp.odd(found.file, found.tree)),
        *(f"texts: {said}" for said in texts.odd(found.file, found.tree, found.pages)),
        *(f"texts: {odd}" for each in said for odd in words.oddly_written(each)),
        *(f"texts: {odd}" for each in said for odd in words.of_a_machine(each)),
    ]


def opened(pdf: bytes) -> Found:
    """Take a file apart, down to what its pages do."""
    file = take_apart(pdf)
    found = Found(file, walk(file))
    values = {
        name: value
        for each in found.tree.of("fonts")
        for name, one in each.items()
        if isinstance(value := file.get(one), dict)
    }
    known = {name: fonts.font(file, value, found.odd) for name, value in values.items()}
    used: dict[str, set[int]] = {}
    for page in found.tree.of("page"):
        made = pages.drawn(file.stream(page.get("Contents")), tuple(known.items()))
        found.pages.append(made)
        for text in made.texts:
            used.setdefault(text.face, set()).update(text.codes)
    for name, font in known.items():
        found.odd += fonts.inside(file, values[name], font, used.get(font.face, set()))
    return found


def _words(found: Found, report: SafeReport) -> Iterator[str]:
    shown = [text.text for page in found.pages for text in page.texts]
    beside = texts.beside_the_pages(found.tree)
    for text in shown:
        yield from words.oddly_written(text.removesuffix(" "))
    for text in beside:
        yield from words.oddly_written(text)
    for text in (*shown, *beside):
        yield from words.of_a_machine(text)
    for end in words.strange_ends(" ".join((*shown, *beside)), report):
        yield f"a word with another sign behind it: {end!r}"
    for sign in words.strange_signs(" ".join((*shown, *beside)), report):
        yield f"a sign of no text of ours: {sign!r}"
    for word in words.strange_words(" ".join((*shown, *beside)), report):
        yield f"a word of no text of ours: {word!r}"


def _figures(found: Found, report: SafeReport, edition: int) -> Iterator[str]:
    names = figures.names_of(report)
    shown = " ".join(text.text.strip() for page in found.pages for text in page.texts)
    left = figures.numbers_left(shown, names, edition, len(found.pages))
    for number, times in (left - figures.numbers_shown(report)).items():
        yield f"{number} stands on the pages {times} times too often"
    chart = figures.numbers_in_chart(report)
    for text in texts.beside_the_pages(found.tree):
        for number, times in (figures.numbers_left(text, names, edition) - chart).items():
            yield f"{number} stands {times} times too often in {text!r:.60}"
