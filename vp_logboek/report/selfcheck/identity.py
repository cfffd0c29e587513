"""What the file says of itself: its title, its identifier, the metadata packet and the colours."""

import hashlib
from html import escape

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.values import Stream
from vp_logboek.report.selfcheck.keys import Rules, is_, is_name, only, ref
from vp_logboek.report.selfcheck.skeleton import Skeleton
from vp_logboek.report.selfcheck.strings import said
from vp_logboek.resources import resource

_PACKET = "5349c43be449b1d986befa87a4aab2520877f594cbe2a97c19e7cf4625e58d8f"
"""The fingerprint of the packet around its title. What the packet says is read in a test."""
_INTENT: Rules = {
    "Type": is_name("OutputIntent"),
    "S": is_name("GTS_PDFA1"),
    "OutputConditionIdentifier": is_(b"sRGB"),
    "Info": is_(b"sRGB"),
    "DestOutputProfile": ref,
}


def check_identity(bones: Skeleton, title: str) -> None:
    """Raises OverviewRefused unless the file says this title of itself, and nothing else."""
    if said(bones.information["Title"], "title") != title:
        raise OverviewRefused(Fault.METADATA, "title")
    packet = _stream(bones, "Metadata", {"Type": is_name("Metadata"), "Subtype": is_name("XML")})
    before, found, after = packet.partition(f">{escape(title, quote=False)}<".encode())
    if not found or hashlib.sha256(before + after).hexdigest() != _PACKET:
        raise OverviewRefused(Fault.METADATA, "packet")
    pages = b"".join(bones.streams).decode("latin-1")
    if hashlib.sha256((title + pages).encode()).digest()[:16] != bones.identifier:
        raise OverviewRefused(Fault.METADATA, "identifier")
    _check_colours(bones)


def _check_colours(bones: Skeleton) -> None:
    match bones.catalog["OutputIntents"]:
        case [intent]:
            profile = only(intent, _INTENT, "output intent")["DestOutputProfile"]
        case _:
            raise OverviewRefused(Fault.KEY, "output intent")
    stream = bones.document.get(profile)
    if not isinstance(stream, Stream):
        raise OverviewRefused(Fault.KEY, "colour profile")
    only(stream.keys, {"Length": is_(len(stream.data)), "N": is_(3)}, "colour profile")
    if stream.data != resource("colour", "sRGB2014.icc").read_bytes():
        raise OverviewRefused(Fault.METADATA, "colour profile")


def _stream(bones: Skeleton, key: str, rules: Rules) -> bytes:
    stream = bones.document.get(bones.catalog[key])
    if not isinstance(stream, Stream):
        raise OverviewRefused(Fault.KEY, key)
    only(stream.keys, {**rules, "Length": is_(len(stream.data))}, key)
    return stream.data
