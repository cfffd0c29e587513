"""Breaking a text into lines of a width."""

from collections.abc import Iterator

from vp_logboek.report import fonts
from vp_logboek.report.style import TextStyle


def lines(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """The lines of a text, broken between words and only where need be inside one.

    A line that ends between two words keeps the space between them, so that the lines together are
    exactly the text again, for who copies it or has it read aloud.
    """
    found: list[str] = []
    for piece, between in _pieces(fonts.clean(text), style, width):
        longer = f"{found[-1]}{between}{piece}" if found else piece
        if found and fonts.width(longer, style.face, style.size) <= width:
            found[-1] = longer
            continue
        if found:
            found[-1] += between
        found.append(piece)
    return tuple(found)


def _pieces(text: str, style: TextStyle, width: float) -> Iterator[tuple[str, str]]:
    """The words with the space before them, those wider than a line in parts that fit."""
    for word in text.split(" "):
        piece, between = "", " "
        for character in word:
            if piece and fonts.width(piece + character, style.face, style.size) > width:
                yield piece, between
                piece, between = "", ""
            piece += character
        yield piece, between
