"""What may be read in the file, wherever it stands: only known words, and nothing between them."""

import getpass
import re
import socket
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.report.leaks.figures import names_of
from vp_logboek.domain import safe_report, tables
from vp_logboek.domain.disclosure import levels
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode, Unit

_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(
    r"D:\d{4}|\d{4}-\d\d-\d\d|\d\d?[-/.]\d\d?[-/.]\d\d|\d\d?:\d\d"
    r"|\b\d{1,2} (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
)
_PATH = re.compile(
    r"[A-Za-z]:\\|/(?:home|usr|tmp|root|Users|var|opt)\b|\.(?:ttf|py|vplogboek|pdf)\b"
)
_REPORT = Path(__file__).parents[3] / "vp_logboek" / "report"


@cache
def _source() -> str:
    """The source of the fixed texts of the page, and of the labels."""
    modules = [Path(one.__file__ or "") for one in (safe_report, tables, levels)]
    sources = [*_REPORT.glob("*word*.py"), *modules]
    text = " ".join(source.read_text(encoding="utf-8") for source in sources)
    return re.sub(r'"\s*\n\s*(?:"|\+ \(?")', "", text)


@cache
def _fixed() -> frozenset[str]:
    """Every word of the fixed texts."""
    return frozenset(_WORD.findall(_source())) | {"herziene"}


def _of_report(report: SafeReport) -> set[str]:
    """The words of the names and labels, which may begin with a small letter."""
    words = {word for name in names_of(report) for word in _WORD.findall(name)}
    return words | {word[:1].lower() + word[1:] for word in words}


def strange_words(text: str, report: SafeReport) -> list[str]:
    """The words that are neither in the fixed texts nor in the report."""
    known = _fixed() | _of_report(report)
    return [word for word in _WORD.findall(text) if word not in known]


@cache
def _composed() -> set[str]:
    """The words that the page puts signs behind: of titles, levels, units and headings of years."""
    labels = [one.label for kind in (TableCode, Unit, Level) for one in kind]
    said = " ".join(
        (*labels, "niet getoond", "buiten de taak", "vervolg", "beschermd", "aantallen")
    )
    return set(_WORD.findall(said))


def strange_ends(text: str, report: SafeReport) -> list[str]:
    """The words of the fixed texts with a sign behind them that is not there in any of them."""
    mine = _of_report(report) | _composed()
    return [
        found
        for found, word in re.findall(r"(([^\W\d_]+)[^\w\s]+)", text)
        if word not in mine and found not in _source()
    ]


def oddly_written(text: str) -> Iterator[str]:
    """Signs that cannot be seen, and white space that says something by itself."""
    for sign in text:
        category = unicodedata.category(sign)
        if category[0] == "C" or (category[0] == "Z" and sign != " "):
            yield f"a sign that cannot be seen, U+{ord(sign):04X}, in {text!r:.60}"
        elif category == "Mn" or sign == "\ufffd":
            yield f"a sign of its own, U+{ord(sign):04X}, in {text!r:.60}"
    if "  " in text.replace("   ·   ", " ") or text != text.lstrip():
        yield f"more than one space, or one before: {text!r:.60}"
    if text != unicodedata.normalize("NFC", text):
        yield f"letters taken apart: {text!r:.60}"


@cache
def _signs() -> frozenset[str]:
    """Every sign of the Dutch sentences that the page is made of, and those of any figure."""
    text = " ".join(source.read_text(encoding="utf-8") for source in _REPORT.glob("*word*.py"))
    strings = re.findall(r'"([^"\n]*)"', text)
    return frozenset("".join(strings)) - frozenset("{}[]_@#|\\$~^`<>+") | frozenset("0123456789")


def strange_signs(text: str, report: SafeReport) -> set[str]:
    """The signs that no sentence of the page and no name of the report has, letters apart."""
    known = _signs().union(*names_of(report), "·…")
    return {sign for sign in text if not sign.isalnum() and sign not in known}


def of_a_machine(text: str) -> Iterator[str]:
    """Dates, paths and the names of the user and the machine."""
    for what, pattern in (("a date", _DATE), ("a path", _PATH)):
        if found := pattern.search(text):
            yield f"{what}: {found.group()!r} in {text!r:.60}"
    if found := _here().search(text):
        yield f"the user or the machine: {found.group()!r}"


@cache
def _here() -> re.Pattern[str]:
    names = (getpass.getuser(), socket.gethostname(), str(Path.home()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
