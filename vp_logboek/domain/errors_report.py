"""What can be wrong with a finished PDF: data only, and nothing of what stands in it.

The sentences are in messages. A refused PDF is a defect of ours, but one that the user must be told
of as a refusal: nothing left the program, and nothing was lost.
"""

from dataclasses import dataclass
from enum import Enum

from vp_logboek.domain.errors import LogbookError


class Fault(Enum):
    """What the self-check stumbled on. The value is the code that is told."""

    FILE = "bestand"
    """A byte that is not where our writer puts it: the file is not wholly accounted for."""
    KEY = "sleutel"
    """A key, or the value of one, that is not in the allow-lists."""
    DRAWING = "tekening"
    """An operator, colour, size or place that a page does not use."""
    FONT = "letter"
    """A glyph, width or code that does not belong to the character it stands for."""
    STRUCTURE = "structuur"
    """An element or piece of content that does not stand where it must."""
    TEXT = "tekst"
    """A text that is not of the fixed texts, the names, the labels or the figures."""
    TABLE = "tabel"
    """A table or chart that is not that of the report, cell for cell."""
    METADATA = "gegevens"
    """Something about the document, such as its title, that is not as it must be."""


class TooLongToPrint(LogbookError):
    """A name or label is so long that it does not fit on a page."""


@dataclass
class OverviewRefused(LogbookError):
    """A finished PDF holds something that may not leave. ``place`` names a byte, an object, a page
    or a kind of element, and never a text.
    """

    fault: Fault
    place: str
