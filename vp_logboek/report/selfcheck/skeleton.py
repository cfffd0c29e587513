"""The bones of the file: trailer, catalog and pages, each with the keys it has and no other."""

from dataclasses import dataclass

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.document import Document
from vp_logboek.report.reread.values import Ref, Stream, Value
from vp_logboek.report.selfcheck.box import PAGE
from vp_logboek.report.selfcheck.drawing import STYLES, Drawing, Looks
from vp_logboek.report.selfcheck.keys import (
    Rules,
    dictionary,
    is_,
    is_name,
    natural,
    only,
    ref,
    refs,
    text,
)
from vp_logboek.report.selfcheck.letters import letters
from vp_logboek.report.selfcheck.pen import drawn

_TRAILER: Rules = {
    "ID": lambda value: isinstance(value, list) and len(value) == 2 and value[0] == value[1],
    "Info": ref,
    "Root": ref,
    "Size": natural,
}
_CATALOG: Rules = {
    "Type": is_name("Catalog"),
    "Lang": is_(b"nl-NL"),
    "MarkInfo": is_({"Marked": True}),
    "Metadata": ref,
    "Outlines": ref,
    "OutputIntents": lambda value: isinstance(value, list) and len(value) == 1,
    "PageMode": is_name("UseNone", "UseOutlines"),
    "Pages": ref,
    "StructTreeRoot": ref,
    "ViewerPreferences": ref,
}
_PAGE: Rules = {
    "Type": is_name("Page"),
    "Parent": ref,
    "MediaBox": is_([0, 0, PAGE.right, PAGE.high]),
    "Contents": ref,
    "Resources": dictionary,
    "StructParents": natural,
    "Tabs": is_name("S"),
}
_RESOURCES: Rules = {"Font": ref}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The parts of a file that are judged further, and what each page draws."""

    document: Document
    identifier: bytes
    information: dict[str, Value]
    catalog: dict[str, Value]
    pages: tuple[Ref, ...]
    streams: tuple[bytes, ...]
    drawings: tuple[Drawing, ...]


def skeleton(document: Document, styles: Looks = STYLES) -> Skeleton:
    """The bones of a file that has texts in these styles. Raises OverviewRefused."""
    trailer = only(document.trailer, _TRAILER, "trailer")
    catalog = only(document.get(trailer["Root"]), _CATALOG, "catalog")
    information = only(document.get(trailer["Info"]), {"Title": text}, "information")
    preferences = document.get(catalog["ViewerPreferences"])
    only(preferences, {"DisplayDocTitle": is_(True)}, "preferences")
    pages = _pages(document, catalog["Pages"])
    drawn_on = [_page(document, page, catalog["Pages"], n) for n, page in enumerate(pages)]
    fonts = {
        ref: letters(document, document.get(ref), "fonts")
        for ref in {ref for _stream, ref in drawn_on}
    }
    return Skeleton(
        document,
        _identifier(trailer["ID"]),
        information,
        catalog,
        pages,
        tuple(stream for stream, _fonts in drawn_on),
        tuple(
            drawn(stream, fonts[ref], f"pagina {number}", styles)
            for number, (stream, ref) in enumerate(drawn_on, 1)
        ),
    )


def _identifier(value: Value) -> bytes:
    match value:
        case [bytes() as identifier, bytes()] if len(identifier) == 16:
            return identifier
    raise OverviewRefused(Fault.KEY, "trailer ID")


def _pages(document: Document, value: Value) -> tuple[Ref, ...]:
    rules: Rules = {"Type": is_name("Pages"), "Count": natural, "Kids": refs}
    pages = only(document.get(value), rules, "pages")
    kids = pages["Kids"]
    found = tuple(kid for kid in kids if isinstance(kid, Ref)) if isinstance(kids, list) else ()
    if not found or list(found) != sorted(set(found)) or pages["Count"] != len(found):
        raise OverviewRefused(Fault.KEY, "pages")
    return found


def _page(document: Document, page: Ref, parent: Value, number: int) -> tuple[bytes, Ref]:
    """What a page draws, and with which fonts."""
    place = f"pagina {number + 1}"
    keys = only(document.get(page), _PAGE, place)
    if keys["Parent"] != parent or keys["StructParents"] != number:
        raise OverviewRefused(Fault.KEY, place)
    resources = only(keys["Resources"], _RESOURCES, f"{place} resources")
    stream, fonts = document.get(keys["Contents"]), resources["Font"]
    if not isinstance(stream, Stream) or set(stream.keys) != {"Length"}:
        raise OverviewRefused(Fault.KEY, f"{place} contents")
    if not isinstance(fonts, Ref):
        raise OverviewRefused(Fault.KEY, f"{place} resources")
    return stream.data, fonts
