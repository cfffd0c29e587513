"""A figure inside something that is read: a mark is not read as a dot, but as what it means."""

from vp_logboek.report import table_words
from vp_logboek.report.elements import Element


def reads_as(printed: str, owner: Element) -> Element:
    """Where a figure is drawn: in its ``owner``, and a mark in a span of it that says it aloud."""
    said = table_words.SPOKEN.get(printed)
    return owner if said is None else Element("Span", owner, instead=said)
