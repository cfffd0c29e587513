"""The pages of ``resources/help``: which there are, in which order, and what they say."""

import re
from dataclasses import dataclass
from functools import cache

from vp_logboek import __version__
from vp_logboek.resources import resource

START = "beginnen"
METHOD, IT, LICENCES = "hoe-anonimiteit-werkt", "voor-uw-it-afdeling", "licenties"
KEYS, PRIVACY, ABOUT = "sneltoetsen", "over-privacy", "over-vp-logboek"
ORDER = (
    START,
    "openen-en-vergrendelen",
    "wachtzin-vergeten",
    "een-gesprek-vastleggen",
    "gesprekken-lezen",
    "zoeken-en-filteren",
    "dossiers",
    "acties",
    "activiteiten",
    "ongedaan-maken",
    "het-jaar",
    "pdf-voor-hr",
    "uitgegeven",
    "lijst-overnemen",
    "reservekopieen",
    "verhuizen",
    "opruimen",
    "instellingen",
    "herstelblad",
    KEYS,
    "zonder-muis",
    PRIVACY,
    METHOD,
    IT,
    LICENCES,
    ABOUT,
)
"""From the first day to the small print, as the list in the window has them."""

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) +")


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its ``text`` is Markdown, and begins with the title."""

    name: str
    title: str
    text: str
    is_plain: bool = False
    """Whether it is plain text: a licence, as it was written."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says, a sentence at a time, without the marks of Markdown."""
        lines = (plain(line) for line in self.text.splitlines()[1:])
        return tuple(one for line in lines for one in _SENTENCE_ENDS.split(line) if one)

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above its parts, as it is among the sentences."""
        lines = (line for line in self.text.splitlines()[1:] if line.startswith("#"))
        return tuple(one for line in lines for one in _SENTENCE_ENDS.split(plain(line)) if one)


@cache
def pages() -> tuple[Page, ...]:
    """All pages in order."""
    return tuple(_read(name) for name in ORDER)


def page(name: str) -> Page | None:
    """The page of this name, where there is one."""
    return next((one for one in pages() if one.name == name), None)


def plain(line: str) -> str:
    """A line of Markdown as it is read."""
    if not line.strip("|-: "):
        return ""
    said = _LINK.sub(r"\1", line).replace("*", "").replace("`", "")
    cells = [cell.strip() for cell in said.lstrip("#- ").split("|")]
    return ", ".join(cell for cell in cells if cell)


def _read(name: str) -> Page:
    text = resource("help", f"{name}.md").read_text("utf-8").replace("{versie}", __version__)
    return Page(name, text.splitlines()[0].removeprefix("# "), text)
