"""Which character each code of a font stands for: a ToUnicode map, in the one form we write."""

import re
from collections.abc import Sequence

from vp_logboek.report.reread.values import unread

_MOST = 100
"""So many entries are in one list."""
_ENTRY = re.compile(rb"^<([0-9A-F]{2})> <((?:[0-9A-F]{4}){1,2})>$", re.MULTILINE)


def characters(stream: bytes) -> dict[int, str]:
    """The character of each code. Raises OverviewRefused unless the map is that and no more."""
    entries = [(int(code, 16), _character(said)) for code, said in _ENTRY.findall(stream)]
    found = dict(sorted(entries))
    if list(found.items()) != entries or stream != _map(entries):
        raise unread(0)
    if len(set(found.values())) != len(found) or "\0" in found.values():
        raise unread(0)
    return found


def _character(said: bytes) -> str:
    return bytes.fromhex(said.decode("ascii")).decode("utf-16-be", "replace")


def _map(entries: Sequence[tuple[int, str]]) -> bytes:
    """The map as it must be written."""
    lists = [entries[at : at + _MOST] for at in range(0, len(entries), _MOST)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for each in lists:
        lines.append(f"{len(each)} beginbfchar")
        lines += [f"<{code:02X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in each]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
