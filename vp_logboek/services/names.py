"""Whether a text looks like the name of a person, by the bundled lists. Nothing is looked up."""

from functools import cache

from vp_logboek.domain import names
from vp_logboek.domain.name_lists import NameLists
from vp_logboek.domain.names import Span
from vp_logboek.resources import resource

__all__ = ["Span", "looks_like_a_name", "names_in"]

_COMMON_WORDS = 10_000


def names_in(text: str) -> tuple[Span, ...]:
    """Everything in a text that looks like a name, in order."""
    return names.names_in(text, _lists())


def looks_like_a_name(text: str) -> str | None:
    """The first part of a text that looks like a name; None where nothing does."""
    return names.looks_like_a_name(text, _lists())


@cache
def _lists() -> NameLists:
    """The lists, read once."""
    return NameLists.read(
        resource("names", "voornamen.txt").read_text("utf-8"),
        resource("names", "achternamen.txt").read_text("utf-8"),
        resource("words", "known.txt").read_text("utf-8").split()[:_COMMON_WORDS],
    )
