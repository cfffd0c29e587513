"""The overview by WeasyPrint: HTML with styles, in its tagged PDF/A-2a, declared PDF/UA-1 as well.

WeasyPrint writes one standard at a time. What PDF/UA-1 asks besides is one property of the file's
metadata, which is put in here with the hook that WeasyPrint offers for the finished document.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML  # type: ignore[import-not-found]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-not-found]

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[1] / "resources" / "fonts"
STYLES = HERE / "overview.css"
METADATA = HERE / "pdfua.xmp"

_BAR = 33
_START, _LONGEST, _STUB = 192, 251, 24
_FEW_ROWS = 22
"""A table of fewer rows is not broken over pages or columns."""


def opened(source: Path) -> Callable[[int], bytes]:
    """How to set the document in a file; fonts and styles are read once."""
    said = json.loads(source.read_text(encoding="utf-8"))
    fonts = FontConfiguration()
    styles = CSS(string=STYLES.read_text(encoding="utf-8"), base_url=f"{FONTS}/", font_config=fonts)

    def render(_run: int) -> bytes:
        whole = HTML(string="".join(_document(said)))
        pdf: bytes = whole.write_pdf(
            stylesheets=[styles], font_config=fonts, pdf_variant="pdf/a-2a", finisher=_declare
        )
        return pdf

    return render


def _declare(_document: object, pdf: Any) -> None:
    """Declare PDF/UA-1 in the metadata, with the description of that property that PDF/A wants."""
    (metadata,) = (o for o in pdf.objects if getattr(o, "extra", {}).get("Type") == "/Metadata")
    end = b"</rdf:RDF>"
    metadata.stream = [part.replace(end, METADATA.read_bytes() + end) for part in metadata.stream]


def _document(said: dict[str, Any]) -> Iterator[str]:
    title = escape(said["title"])
    yield f'<!DOCTYPE html><html lang="nl-NL"><head><title>{escape(said["footer"])}</title></head>'
    yield f'<body><h1 data-footer="{escape(said["footer"])}">{title}</h1>'
    yield f'<p class="organisation">{escape(said["organisation"])}</p>'
    tiles = (f"<li><span>{escape(a)}</span><b>{escape(b)}</b></li>" for a, b in said["tiles"])
    yield f'<ul class="tiles">{"".join(tiles)}</ul>'
    yield from _chart(said["chart"])
    yield from _passages(said["passages"], "factsheet")
    yield f'<section class="page"><h2>{escape(said["tables_heading"])}</h2><div class="columns">'
    for table in said["tables"]:
        yield from _table(table)
    yield f"<p>{escape(said['silent'])}</p></div></section>"
    yield f'<section class="whole"><h2>{escape(said["account_heading"])}</h2>'
    yield from _passages(said["account"], "account")
    yield "</section></body></html>"


def _passages(passages: Sequence[tuple[str, Sequence[str]]], name: str) -> Iterator[str]:
    yield f'<div class="columns {name}">'
    for title, paragraphs in passages:
        yield f"<h3>{escape(title)}</h3>"
        yield from (f"<p>{escape(text)}</p>" for text in paragraphs)
    yield "</div>"


# --- chart ------------------------------------------------------------------------------------


def _chart(chart: dict[str, Any]) -> Iterator[str]:
    bars = chart["bars"]
    largest = max((bar["value"] or 0 for bar in bars), default=0) or 1
    height = _BAR * len(bars)
    yield f'<section class="chart"><h2>{escape(chart["title"])}</h2>'
    yield f'<svg viewBox="0 0 483.28 {height}" width="483.28pt" height="{height}pt"'
    yield f' font-family="Plex"><title>{escape(chart["alt"])}</title>'
    for number, bar in enumerate(bars):
        yield from _bar(bar, number * _BAR, largest)
    yield "</svg>"
    yield from (f'<p class="total">{escape(text)}</p>' for text in chart["below"])
    yield "</section>"


def _bar(bar: dict[str, Any], top: float, largest: int) -> Iterator[str]:
    colour, value = bar["colour"], bar["value"]
    length = _STUB if value is None else _LONGEST * value / largest
    base = top + 20
    yield f'<rect x="0" y="{top + 8}" width="4" height="17" fill="{colour}"/>'
    yield f'<text x="12" y="{base}" font-size="10" fill="#1C1B19">{escape(bar["label"])}</text>'
    if value is None:
        yield f'<path fill="none" stroke="#5C5952" stroke-width="0.75" d="{_stub(top + 8)}"/>'
    else:
        yield f'<rect x="{_START}" y="{top + 8}" width="{length}" height="16" fill="{colour}"/>'
    yield f'<text x="{_START + length + 6}" y="{base}" font-size="11" font-weight="600"'
    yield f' fill="#1C1B19">{escape(bar["text"])}</text>'
    yield f'<path stroke="#8C877D" stroke-width="0.75" d="M{_START} {top}v{_BAR}"/>'


def _stub(top: float) -> str:
    """An outlined box with slanting lines."""
    lines = (f"M{_START + x} {top + 16}l8 -16" for x in range(0, _STUB - 4, 4))
    return f"M{_START} {top}h{_STUB}v16h-{_STUB}z" + "".join(lines)


# --- tables -----------------------------------------------------------------------------------


def _table(table: dict[str, Any]) -> Iterator[str]:
    short = " short" if len(table["rows"]) < _FEW_ROWS else ""
    yield f'<div class="table{short}"><table><caption>{escape(table["title"])}</caption>'
    heads = ("<br>".join(map(escape, lines)) for lines in ([table["corner"]], *table["columns"]))
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<thead><tr>{cells}</tr></thead><tbody>"
    for row in table["rows"]:
        yield _row(row["label"], row["figures"], row["rank"], row["colour"])
    if table["total"]:
        yield _row("Totaal", table["total"], "total", "")
    yield "</tbody></table>"
    yield from (f'<p class="note">{escape(text)}</p>' for text in table["notes"])
    yield "</div>"


def _row(label: str, figures: Sequence[str], name: str, colour: str) -> str:
    edge = f' style="border-left: 3pt solid {colour}"' if colour else ""
    cells = "".join(f"<td>{escape(figure)}</td>" for figure in figures)
    return f'<tr class="{name}"><th scope="row"{edge}>{escape(label)}</th>{cells}</tr>'
