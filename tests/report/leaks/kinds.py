"""The kinds of objects there are: the keys that each may have, and what may stand there.

The lists say what may be there; all else is a finding.
"""

import re
from collections.abc import Callable
from typing import Any

from tests.report.leaks.syntax import Name, Ref, Word

Rule = str | Callable[[Any], bool]
"""The kind of what stands there, ``*kind`` for an array of them, ``^`` for something that is
reached elsewhere too, or whether a value may stand."""


def _one_of(*names: str) -> Rule:
    return lambda value: isinstance(value, Name) and value in names


def _is(*wanted: Any) -> Rule:
    return lambda value: value in wanted and type(value) in {type(one) for one in wanted}


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _whole(value: Any) -> bool:
    return isinstance(value, int)


def _text(value: Any) -> bool:
    """A text; what it says is looked at with all other texts."""
    return isinstance(value, bytes)


def _elsewhere(_value: Any) -> bool:
    """Looked at in a place of its own."""
    return True


def _matches(pattern: str) -> Rule:
    return lambda value: isinstance(value, Name) and re.fullmatch(pattern, value) is not None


_FACE = _matches(r"AAAAA[A-Z]\+IBMPlexSans-(Regular|SemiBold)")
STRUCTURE = (
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption",
    "THead", "TBody", "TR", "TH", "TD", "Span", "Figure",
)  # fmt: skip

KINDS: dict[str, dict[str, Rule]] = {
    "trailer": {"Root": "catalog", "Info": "info", "ID": _elsewhere, "Size": _whole},
    "info": {"Title": _text},
    "catalog": {
        "Type": _one_of("Catalog"), "Pages": "pages", "Outlines": "outlines",
        "PageMode": _one_of("UseNone", "UseOutlines"), "Lang": _is(b"nl-NL"),
        "ViewerPreferences": "preferences", "MarkInfo": "mark info",
        "StructTreeRoot": "structure", "Metadata": "metadata", "OutputIntents": "*intent",
    },
    "preferences": {"DisplayDocTitle": _is(Word("true"))},
    "mark info": {"Marked": _is(Word("true"))},
    "pages": {"Type": _one_of("Pages"), "Count": _whole, "Kids": "*page"},
    "page": {
        "Type": _one_of("Page"), "Parent": "^", "MediaBox": _is([0, 0, 595.28, 841.89]),
        "Resources": "resources", "Contents": "content", "StructParents": _whole,
        "Tabs": _one_of("S"),
    },
    "resources": {"Font": "fonts"},
    "content": {"Length": _whole},
    "fonts": {"F1+0": "font", "F2+0": "font"},
    "font": {
        "Type": _one_of("Font"), "Subtype": _one_of("TrueType"), "BaseFont": _FACE,
        "Name": _one_of("F1+0", "F2+0"), "FirstChar": _whole, "LastChar": _whole,
        "Widths": lambda value: isinstance(value, list) and all(map(_whole, value)),
        "ToUnicode": "letters", "FontDescriptor": "descriptor",
    },
    "letters": {"Length": _whole},
    "descriptor": {
        "Type": _one_of("FontDescriptor"), "FontName": _FACE, "FontFile2": "font file",
        "Flags": _is(4, 262148), "ItalicAngle": _is(0), "MissingWidth": _is(472),
        "Ascent": _is(1025), "Descent": _is(-275), "CapHeight": _is(698), "StemV": _is(87, 135),
        "FontBBox": _is([-293, -266, 1305, 1141], [-260, -245, 1241, 1119]),
    },
    "font file": {"Length": _whole, "Length1": _whole},
    "outlines": {
        "Type": _one_of("Outlines"), "Count": _whole, "First": "bookmark", "Last": "^",
    },
    "bookmark": {
        "Title": _text, "Dest": _elsewhere, "SE": "^", "Count": _whole, "First": "bookmark",
        "Last": "^", "Next": "bookmark", "Prev": "^", "Parent": "^",
    },
    "metadata": {
        "Type": _one_of("Metadata"), "Subtype": _one_of("XML"), "Length": _whole,
    },
    "intent": {
        "Type": _one_of("OutputIntent"), "S": _one_of("GTS_PDFA1"), "DestOutputProfile": "profile",
        "OutputConditionIdentifier": _is(b"sRGB"), "Info": _is(b"sRGB"),
    },
    "profile": {"Length": _whole, "N": _is(3)},
    "structure": {
        "Type": _one_of("StructTreeRoot"), "K": "element", "ParentTree": "parents",
        "ParentTreeNextKey": _whole,
    },
    "parents": {"Nums": _elsewhere},
    "element": {
        "Type": _one_of("StructElem"), "S": _one_of(*STRUCTURE), "P": "^", "Pg": "^",
        "K": "+element", "A": "attribute", "Alt": _text, "ActualText": _text,
    },
    "marked": {"Type": _one_of("MCR"), "Pg": "^", "MCID": _whole},
    "attribute": {
        "O": _one_of("Table", "Layout"), "Scope": _one_of("Column", "Row"),
        "Placement": _one_of("Block"),
        "BBox": lambda value: isinstance(value, list) and len(value) == 4,
    },
}  # fmt: skip

NEEDED: dict[str, set[str]] = {
    "trailer": {"Root", "Info", "ID", "Size"}, "info": {"Title"},
    "preferences": {"DisplayDocTitle"},
    "catalog": {"Type", "Pages", "Lang", "ViewerPreferences"},
    "page": {"Type", "Parent", "MediaBox", "Resources", "Contents"},
}  # fmt: skip


def is_reference(value: Any) -> bool:
    return isinstance(value, Ref)
