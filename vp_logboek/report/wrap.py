"""Breaking a text into lines of a width."""

from collections.abc import Iterator

from vp_logboek.report import fonts
from vp_logboek.report.style import TextStyle


def lines(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """The lines of a text, broken between words and only where need be inside one."""
    found: list[str] = []
    for word in _pieces(fonts.clean(text), style, width):
        longer = f"{found[-1]} {word}" if found else word
        if found and fonts.width(longer, style.face, style.size) <= width:
            found[-1] = longer
        else:
            found.append(word)
    return tuple(found)


def _pieces(text: str, style: TextStyle, width: float) -> Iterator[str]:
    """The words, those wider than a line in parts that fit."""
    for word in text.split(" "):
        piece = ""
        for character in word:
            if piece and fonts.width(piece + character, style.face, style.size) > width:
                yield piece
                piece = ""
            piece += character
        yield piece
